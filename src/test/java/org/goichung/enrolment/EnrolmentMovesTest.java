package org.goichung.enrolment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.goichung.enrolment.model.Enrolment;
import org.goichung.enrolment.model.EnrolmentMove;
import org.goichung.enrolment.model.EnrolmentMoves;
import org.goichung.platform.identity.CarrierId;
import org.goichung.platform.identity.EnterpriseId;
import org.goichung.platform.identity.WorkerId;
import org.goichung.platform.problem.ProblemType;
import org.goichung.platform.problem.Refusal;
import org.junit.jupiter.api.Test;

class EnrolmentMovesTest {
    private static final Instant NOW = Instant.parse("2026-11-24T08:00:00Z");

    @Test
    void every_state_can_be_reached_from_a_draft() {
        Set<EnrolmentState> reached = EnumSet.of(EnrolmentState.DRAFT);
        var open = new ArrayDeque<>(reached);
        while (!open.isEmpty()) {
            EnrolmentState state = open.remove();
            for (EnrolmentMove move : EnrolmentMove.values()) {
                EnrolmentState next = nextOrNull(state, move);
                if (next != null && reached.add(next)) open.add(next);
            }
        }
        assertThat(reached).containsExactlyInAnyOrder(EnrolmentState.values());
    }

    @Test
    void from_every_state_but_one_with_the_carrier_a_worker_may_leave_and_from_the_end_nothing_follows() {
        for (EnrolmentState state : EnrolmentState.values()) {
            boolean mayLeave = nextOrNull(state, EnrolmentMove.EXIT) == EnrolmentState.EXITED;
            assertThat(mayLeave)
                    .as(state.wireName())
                    .isEqualTo(state != EnrolmentState.ORDERED && state != EnrolmentState.EXITED);
        }
        for (EnrolmentMove move : EnrolmentMove.values())
            assertThat(nextOrNull(EnrolmentState.EXITED, move)).isNull();
    }

    @Test
    void nothing_is_ordered_without_a_yes() {
        for (EnrolmentState state : EnrolmentState.values())
            if (state != EnrolmentState.CONSENTED)
                assertThat(nextOrNull(state, EnrolmentMove.ORDER))
                        .as(state.wireName())
                        .isNull();
    }

    @Test
    void a_refused_move_names_the_move_and_the_state() {
        assertThatThrownBy(() -> EnrolmentMoves.after(EnrolmentState.ORDERED, EnrolmentMove.EXIT))
                .isInstanceOfSatisfying(Refusal.class, refusal -> {
                    assertThat(refusal.type()).isEqualTo(ProblemType.ILLEGAL_MOVE);
                    assertThat(refusal.parameters())
                            .containsEntry("move", "exit")
                            .containsEntry("state", "ordered");
                });
    }

    @Test
    void a_decision_holds_thirty_days_and_a_draft_has_none() {
        assertThat(enrolment(EnrolmentState.DRAFT).decisionDue(NOW)).isTrue();
        Enrolment qualified = enrolment(EnrolmentState.QUALIFIED);
        assertThat(qualified.decisionDue(NOW.plus(Duration.ofDays(29)))).isFalse();
        assertThat(qualified.decisionDue(NOW.plus(Duration.ofDays(31)))).isTrue();
        assertThat(qualified.qualified(List.of(), NOW.plus(Duration.ofDays(31))).state())
                .isEqualTo(EnrolmentState.QUALIFIED);
    }

    private static EnrolmentState nextOrNull(EnrolmentState state, EnrolmentMove move) {
        try {
            return EnrolmentMoves.after(state, move);
        } catch (Refusal illegal) {
            return null;
        }
    }

    private static Enrolment enrolment(EnrolmentState state) {
        return new Enrolment(
                UUID.randomUUID(),
                new Enrolment.Subject(
                        new WorkerId(UUID.randomUUID()),
                        new EnterpriseId(UUID.randomUUID()),
                        UUID.randomUUID(),
                        UUID.randomUUID(),
                        UUID.randomUUID(),
                        new CarrierId(UUID.randomUUID())),
                state,
                new Enrolment.Shares(90_000, 45_000, 45_000, 0, 0),
                0,
                List.of(),
                NOW,
                null,
                null,
                null,
                NOW,
                1);
    }
}
