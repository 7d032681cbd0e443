package org.goichung.union.model;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.util.Optional;
import java.util.UUID;
import org.goichung.platform.identity.EnterpriseId;
import org.goichung.platform.problem.Refusal;
import org.goichung.union.UnionLevel;
import org.junit.jupiter.api.Test;

class UnionBodyTest {
    private final UnionBody confederation = body(UnionLevel.CONFEDERATION);
    private final UnionBody federation = body(UnionLevel.PROVINCIAL_FEDERATION);
    private final UnionBody grassroots = body(UnionLevel.GRASSROOTS);

    @Test
    void levels_may_be_skipped() {
        assertThatCode(() -> grassroots.requireMayStandUnder(Optional.of(confederation)))
                .doesNotThrowAnyException();
        assertThatCode(() -> federation.requireMayStandUnder(Optional.of(confederation)))
                .doesNotThrowAnyException();
    }

    @Test
    void nobody_stands_under_a_grassroots_union_or_above_the_top() {
        assertThatThrownBy(() -> grassroots.requireMayStandUnder(Optional.of(grassroots)))
                .isInstanceOf(Refusal.class);
        assertThatThrownBy(() -> confederation.requireMayStandUnder(Optional.of(federation)))
                .isInstanceOf(Refusal.class);
        assertThatThrownBy(() -> federation.requireMayStandUnder(Optional.empty()))
                .isInstanceOf(Refusal.class);
    }

    @Test
    void only_a_grassroots_union_sits_at_an_enterprise() {
        assertThatThrownBy(() -> new UnionBody(UUID.randomUUID(), "x", UnionLevel.GRASSROOTS, null))
                .isInstanceOf(Refusal.class);
        var enterprise = new EnterpriseId(UUID.randomUUID());
        assertThatThrownBy(() -> new UnionBody(UUID.randomUUID(), "x", UnionLevel.DIRECT_SUPERIOR, enterprise))
                .isInstanceOf(Refusal.class);
    }

    @Test
    void a_move_may_not_end_an_edge_before_it_began() {
        var edge =
                new UnionEdge(UUID.randomUUID(), UUID.randomUUID(), UUID.randomUUID(), LocalDate.parse("2026-01-01"));
        assertThatThrownBy(() -> edge.endBefore(LocalDate.parse("2026-01-01"))).isInstanceOf(Refusal.class);
        assertThatCode(() -> edge.endBefore(LocalDate.parse("2026-01-02"))).doesNotThrowAnyException();
    }

    private static UnionBody body(UnionLevel level) {
        var enterprise = level == UnionLevel.GRASSROOTS ? new EnterpriseId(UUID.randomUUID()) : null;
        return new UnionBody(UUID.randomUUID(), level.name(), level, enterprise);
    }
}
