package org.goichung.quota.program;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.junit.QuarkusTest;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.LongStream;
import org.goichung.quota.TestQuota;
import org.goichung.quota.program.SideBySide.Program;
import org.junit.jupiter.api.Test;

/**
 * Random programs run beside each other on the ledger and on a model of it, some of them over several months, and are told the same at every step. {@code -Dgoichung.programs=100000} is
 * the full run; {@code -Dgoichung.seed} runs it again from where it failed.
 */
@QuarkusTest
class ProgramTest {
    private static final int PROGRAMS = Integer.getInteger("goichung.programs", 300);

    private int turns;
    private int closed;
    private long rolledOn;

    @Test
    void whatever_is_done_in_whatever_order_the_ledger_says_what_its_model_says() {
        long seed = Long.getLong("goichung.seed", System.nanoTime());
        System.out.println("ProgramTest seed " + seed + ", " + PROGRAMS + " programs");
        for (long first = Programs.firstBeside(seed); first < seed + PROGRAMS; first += Programs.BESIDE)
            run(LongStream.range(first, first + Programs.BESIDE)
                    .mapToObj(each -> new Program(each, Programs.of(each), Programs.rollOver(each)))
                    .toList());
        assertThat(TestQuota.mismatches()).isZero();
        System.out.println("ProgramTest went over " + turns + " turns of the calendar; orders of closed months "
                + closed + ", units rolled on " + rolledOn);
        if (PROGRAMS < 300) return;
        // programs that never meet the calendar prove nothing of it
        assertThat(turns).isPositive();
        assertThat(closed).isPositive();
        assertThat(rolledOn).isPositive();
    }

    private void run(List<Program> programs) {
        var together = new SideBySide();
        Map<Program, String> differences = together.differences(programs);
        if (!differences.isEmpty())
            throw failure(differences.keySet().iterator().next(), differences);
        turns += together.seen().turns();
        closed += together.seen().closed();
        rolledOn += together.seen().rolledOn();
    }

    private static AssertionError failure(Program failed, Map<Program, String> differences) {
        String seed = "program of -Dgoichung.seed=" + failed.seed() + ", " + failed.rollOver();
        if (alone(failed, failed.steps()).isEmpty())
            return new AssertionError(seed + ", which fails beside others only\n" + differences.get(failed));
        List<Step> least =
                Shrinking.shrink(failed.steps(), fewer -> alone(failed, fewer).isPresent());
        return new AssertionError(seed + ", cut down to\n"
                + least.stream().map(Step::toString).collect(Collectors.joining("\n")) + "\n"
                + alone(failed, least).orElse("which does not fail every time"));
    }

    private static Optional<String> alone(Program failed, List<Step> steps) {
        var program = new Program(failed.seed(), steps, failed.rollOver());
        return Optional.ofNullable(
                new SideBySide().differences(List.of(program)).get(program));
    }
}
