package org.goichung.platform.problem;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;

class RefusalTest {
    /** Java orders small maps anew in each process; an answer that is made again after a restart has to be the same bytes. */
    @Test
    void the_facts_of_a_refusal_come_in_the_same_order_in_every_process() {
        var refusal = Refusal.of(
                ProblemType.QUOTA_EXHAUSTED,
                Map.of("poolId", 1, "amount", 2, "available", 3, "e", 4, "d", 5, "c", 6, "b", 7, "a", 8));
        assertThat(refusal.parameters().keySet())
                .containsExactly("a", "amount", "available", "b", "c", "d", "e", "poolId");
    }
}
