package org.goichung.quota.program;

import static org.assertj.core.api.Assertions.assertThat;
import static org.goichung.support.Door.await;
import static org.goichung.support.Door.bean;

import io.quarkus.test.junit.QuarkusTest;
import java.util.List;
import java.util.stream.Collectors;
import org.goichung.platform.time.DatabaseClock;
import org.goichung.quota.TestQuota;
import org.junit.jupiter.api.Test;

/**
 * Random programs run on the ledger and on a model of it, and are told the same at every step. {@code -Dgoichung.programs=100000} is
 * the full run; {@code -Dgoichung.seed} runs it again from where it failed.
 */
@QuarkusTest
class ProgramTest {
    private static final int PROGRAMS = Integer.getInteger("goichung.programs", 300);
    private static final long LINES = 20;
    private static final long BYTES = 100;

    @Test
    void whatever_is_done_in_whatever_order_the_ledger_says_what_its_model_says() {
        long seed = Long.getLong("goichung.seed", System.nanoTime());
        System.out.println("ProgramTest seed " + seed + ", " + PROGRAMS + " programs");
        for (long each = seed; each < seed + PROGRAMS; each++) {
            List<Step> program = Programs.of(each);
            String difference = difference(program);
            if (difference == null) continue;
            List<Step> least = Shrinking.shrink(program, fewer -> difference(fewer) != null);
            throw new AssertionError("program of -Dgoichung.seed=" + each + ", cut down to\n"
                    + least.stream().map(Step::toString).collect(Collectors.joining("\n")) + "\n" + difference(least));
        }
        assertThat(TestQuota.mismatches()).isZero();
    }

    /** Null where ledger and model say the same. */
    private static String difference(List<Step> program) {
        var ledger = new RealLedger(LINES, BYTES);
        var model = new Model(LINES, BYTES);
        try {
            for (Step step : program) {
                List<String> expected = model.run(step);
                List<String> answered = ledger.run(step);
                if (!answered.equals(expected)) return step + "\n  model:  " + expected + "\n  ledger: " + answered;
                List<String> sums = model.balances();
                List<String> balances = ledger.balances();
                if (!balances.equals(sums)) return "behind " + step + "\n  model:  " + sums + "\n  ledger: " + balances;
            }
            return null;
        } finally {
            var passed = RealLedger.passed(program);
            if (!passed.isZero()) await(() -> bean(DatabaseClock.class).advance(passed.negated()));
        }
    }
}
