package org.goichung.negotiation.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.goichung.negotiation.model.Samples.DEADLINE;
import static org.goichung.negotiation.model.Samples.NOW;
import static org.goichung.negotiation.model.Samples.enterprise;
import static org.goichung.negotiation.model.Samples.rfq;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Optional;
import java.util.UUID;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.goichung.platform.problem.ProblemType;
import org.goichung.platform.problem.Refusal;
import org.junit.jupiter.api.Test;

/** To the instant: until when a coalition changes, and when last offers are asked for, handed in and opened. */
class ChangingTest {
    private static final Duration DAY = Duration.ofDays(1);
    private static final Instant LATER = NOW.plus(Duration.ofDays(3));

    @Test
    void members_come_and_go_until_a_day_before_the_deadline_and_in_a_draft_until_the_deadline() {
        Rfq draft = rfq();
        draft.changeMembers("join", DEADLINE);
        refused(ProblemType.ILLEGAL_MOVE, () -> draft.changeMembers("join", DEADLINE.plusMillis(1)));
        Rfq open = rfq();
        open.open(NOW, "key");
        open.amend(open.lots(), LATER, NOW);
        open.changeMembers("leave", LATER.minus(DAY));
        refused(
                ProblemType.TOO_LATE_FOR_MEMBERS,
                () -> open.changeMembers("leave", LATER.minus(DAY).plusMillis(1)));
        refused(ProblemType.ILLEGAL_MOVE, () -> open.changeMembers("leave", LATER.plusMillis(1)));
        open.close(LATER.plusMillis(1));
        refused(ProblemType.ILLEGAL_MOVE, () -> open.changeMembers("join", LATER));
    }

    @Test
    void five_hundred_enterprises_are_the_most_and_each_takes_part_once() {
        Rfq rfq = rfq();
        var members = new ArrayList<RfqMember>();
        for (int i = 0; i < 499; i++)
            members.add(new RfqMember(UUID.randomUUID(), rfq.id(), enterprise(), UUID.randomUUID()));
        var coalition = new Coalition(rfq, members);
        var last = enterprise();
        coalition.requireRoomFor(last);
        RfqMember member = coalition.joining(Optional.empty(), UUID.randomUUID(), last, UUID.randomUUID());
        Coalition full = coalition.with(member);
        refused(ProblemType.ALREADY_A_MEMBER, () -> full.requireRoomFor(last));
        refused(ProblemType.INVALID_REQUEST, () -> full.requireRoomFor(enterprise()));
        assertThat(full.without(last, NOW).enterprises()).doesNotContain(last).hasSize(499);
        refused(ProblemType.NOT_FOUND, () -> full.without(enterprise(), NOW));
    }

    @Test
    void last_offers_are_asked_for_once_and_come_up_to_the_very_deadline() {
        Rfq rfq = rfq();
        rfq.open(NOW, "key");
        refused(ProblemType.ILLEGAL_MOVE, () -> rfq.callBestAndFinal(LATER, "lead", null, NOW));
        Instant closed = DEADLINE.plusMillis(1);
        rfq.close(closed);
        rfq.requireMayCounter();
        Instant least = closed.plus(DAY);
        refused(ProblemType.INVALID_REQUEST, () -> rfq.callBestAndFinal(least.minusMillis(1), "lead", null, closed));
        refused(
                ProblemType.INVALID_REQUEST,
                () -> rfq.callBestAndFinal(closed.plus(Duration.ofDays(40)), "lead", null, closed));
        rfq.callBestAndFinal(least, "lead", null, closed);
        assertThat(rfq.takesSealed()).isTrue();
        rfq.requireTakesLastOffers("revise", least);
        refused(ProblemType.OFFER_TOO_LATE, () -> rfq.requireTakesLastOffers("revise", least.plusMillis(1)));
        refused(ProblemType.ILLEGAL_MOVE, () -> rfq.requireBargaining("award"));
        refused(ProblemType.ILLEGAL_MOVE, () -> rfq.endBestAndFinal(least));
        rfq.endBestAndFinal(least.plusMillis(1));
        rfq.requireBargaining("award");
        refused(ProblemType.ILLEGAL_MOVE, rfq::requireMayCounter);
        refused(ProblemType.ILLEGAL_MOVE, () -> rfq.callBestAndFinal(LATER, "lead", null, least));
        refused(ProblemType.ILLEGAL_MOVE, () -> rfq.requireTakesLastOffers("revise", least));
    }

    private static void refused(ProblemType type, ThrowingCallable move) {
        assertThatThrownBy(move).isInstanceOfSatisfying(Refusal.class, refusal -> assertThat(refusal.type())
                .isEqualTo(type));
    }
}
