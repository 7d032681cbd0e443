package org.goichung.quota.program;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.junit.QuarkusTest;
import java.util.List;
import java.util.stream.Collectors;
import org.goichung.negotiation.RollOver;
import org.goichung.quota.TestQuota;
import org.junit.jupiter.api.Test;

/**
 * Random programs run on the ledger and on a model of it, some of them over several months, and are told the same at every step. {@code -Dgoichung.programs=100000} is
 * the full run; {@code -Dgoichung.seed} runs it again from where it failed.
 */
@QuarkusTest
class ProgramTest {
    private static final int PROGRAMS = Integer.getInteger("goichung.programs", 300);
    private static final long LINES = 20;
    private static final long BYTES = 100;

    private int turns;
    private int closed;
    private long rolledOn;

    @Test
    void whatever_is_done_in_whatever_order_the_ledger_says_what_its_model_says() {
        long seed = Long.getLong("goichung.seed", System.nanoTime());
        System.out.println("ProgramTest seed " + seed + ", " + PROGRAMS + " programs");
        for (long each = seed; each < seed + PROGRAMS; each++) {
            List<Step> program = Programs.of(each);
            RollOver rollOver = Programs.rollOver(each);
            String difference = difference(program, rollOver);
            if (difference == null) continue;
            List<Step> least = Shrinking.shrink(program, fewer -> difference(fewer, rollOver) != null);
            throw new AssertionError("program of -Dgoichung.seed=" + each + ", " + rollOver + ", cut down to\n"
                    + least.stream().map(Step::toString).collect(Collectors.joining("\n")) + "\n"
                    + difference(least, rollOver));
        }
        assertThat(TestQuota.mismatches()).isZero();
        System.out.println("ProgramTest went over " + turns + " turns of the calendar; orders of closed months "
                + closed + ", units rolled on " + rolledOn);
        if (PROGRAMS < 300) return;
        // programs that never meet the calendar prove nothing of it
        assertThat(turns).isPositive();
        assertThat(closed).isPositive();
        assertThat(rolledOn).isPositive();
    }

    /** Null where ledger and model say the same. */
    private String difference(List<Step> program, RollOver rollOver) {
        var model = new Model(LINES, BYTES, rollOver);
        var months = new Months();
        try (var ledger = new RealLedger(LINES, BYTES, rollOver)) {
            for (Step written : program) {
                Step step = months.resolved(written);
                List<String> expected = model.run(step);
                List<String> answered = ledger.run(step);
                if (!answered.equals(expected)) return step + "\n  model:  " + expected + "\n  ledger: " + answered;
                List<String> sums = model.balances();
                List<String> balances = ledger.balances();
                if (!balances.equals(sums)) return "behind " + step + "\n  model:  " + sums + "\n  ledger: " + balances;
                if (step instanceof Step.Turn turn && months.turn(turn)) turns++;
                closed += (int) answered.stream()
                        .filter(answer -> answer.startsWith("period-closed"))
                        .count();
            }
            rolledOn += model.rolledOn();
            return null;
        }
    }
}
