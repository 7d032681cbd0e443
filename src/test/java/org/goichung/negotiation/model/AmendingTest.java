package org.goichung.negotiation.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.goichung.negotiation.model.Samples.DEADLINE;
import static org.goichung.negotiation.model.Samples.NOW;
import static org.goichung.negotiation.model.Samples.rfq;

import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.goichung.platform.problem.ProblemType;
import org.goichung.platform.problem.Refusal;
import org.junit.jupiter.api.Test;

/** What may be done with an open RFQ's deadline, and with an offer that two people answer for. */
class AmendingTest {
    private static final Instant LATER = NOW.plus(Duration.ofDays(2));

    @Test
    void only_an_open_rfq_in_time_is_amended() {
        Rfq rfq = rfq();
        refused(ProblemType.ILLEGAL_MOVE, () -> rfq.amend(rfq.lots(), LATER, NOW));
        rfq.open(NOW, "key");
        refused(ProblemType.ILLEGAL_MOVE, () -> rfq.requireOpen("amend", DEADLINE.plusMillis(1)));
        rfq.requireOpen("amend", DEADLINE);
        rfq.amend(rfq.lots(), LATER, NOW);
        assertThat(rfq.offerDeadline()).isEqualTo(LATER);
        rfq.close(LATER.plusMillis(1));
        refused(ProblemType.ILLEGAL_MOVE, () -> rfq.amend(rfq.lots(), LATER.plusSeconds(1), NOW));
    }

    @Test
    void a_day_to_the_second_is_left_and_twenty_amendments_are_the_most() {
        Rfq rfq = rfq();
        rfq.open(NOW, "key");
        Duration day = Duration.ofDays(1);
        refused(
                ProblemType.INVALID_REQUEST,
                () -> rfq.amend(rfq.lots(), NOW.plus(day).minusMillis(1), NOW));
        for (int i = 0; i < 20; i++) rfq.amend(rfq.lots(), NOW.plus(day).plusSeconds(i), NOW);
        assertThat(rfq.amendments()).isEqualTo(20);
        refused(ProblemType.TOO_MANY_AMENDMENTS, () -> rfq.amend(rfq.lots(), LATER, NOW));
        assertThat(rfq.offerDeadline()).isEqualTo(NOW.plus(day).plusSeconds(19));
    }

    @Test
    void an_offer_on_paper_counts_when_its_witness_has_confirmed_it_and_until_both_withdraw_it() {
        var paper = new PaperOffer(
                UUID.randomUUID(), UUID.randomUUID(), new PaperOffer.Two("one", "other"), "sealed", "digest", NOW);
        refused(ProblemType.WITNESS_NEEDED, () -> paper.confirm("one", NOW));
        refused(ProblemType.NOT_FOUND, () -> paper.confirm("third", NOW));
        assertThat(paper.counts()).isFalse();
        paper.confirm("other", NOW);
        assertThat(paper.counts()).isTrue();
        refused(ProblemType.ILLEGAL_MOVE, () -> paper.confirm("other", NOW));
        refused(ProblemType.NOT_FOUND, () -> paper.withdraw("third", NOW));
        paper.withdraw("other", NOW);
        refused(ProblemType.WITNESS_NEEDED, () -> paper.withdraw("other", NOW));
        assertThat(paper.counts()).isTrue();
        paper.withdraw("one", NOW);
        assertThat(paper.counts()).isFalse();
        assertThat(paper.state()).isEqualTo(PaperOffer.State.WITHDRAWN);
        refused(ProblemType.ILLEGAL_MOVE, () -> paper.withdraw("one", NOW));
    }

    private static void refused(ProblemType type, ThrowingCallable move) {
        assertThatThrownBy(move).isInstanceOfSatisfying(Refusal.class, refusal -> assertThat(refusal.type())
                .isEqualTo(type));
    }
}
