package org.goichung.quota.program;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.function.Predicate;
import org.junit.jupiter.api.Test;

class ShrinkingTest {
    /** Fails where pool 1 is drawn from after the time has passed. */
    private static final Predicate<List<Step>> DRAWN_LATE = program -> {
        boolean late = false;
        for (Step step : program) {
            if (step instanceof Step.Pass) late = true;
            if (late
                    && step instanceof Step.Batch batch
                    && batch.orders().stream()
                            .anyMatch(each -> each.ask() instanceof Step.Draw draw && draw.pool() == 1)) return true;
        }
        return false;
    };

    @Test
    void a_failing_program_is_cut_down_to_the_steps_that_fail() {
        long seed = 0;
        while (!DRAWN_LATE.test(Programs.of(seed))) seed++;
        List<Step> least = Shrinking.shrink(Programs.of(seed), DRAWN_LATE);
        assertThat(least).hasSize(2);
        assertThat(least.getFirst()).isEqualTo(new Step.Pass());
        assertThat(((Step.Batch) least.getLast()).orders())
                .singleElement()
                .extracting(Step.Asked::ask)
                .isInstanceOfSatisfying(
                        Step.Draw.class, draw -> assertThat(draw.pool()).isEqualTo(1));
    }
}
