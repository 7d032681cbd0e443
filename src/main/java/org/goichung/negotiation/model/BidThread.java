package org.goichung.negotiation.model;

import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.UUID;
import org.goichung.platform.problem.ProblemType;
import org.goichung.platform.problem.Refusal;

/**
 * A bid with its offers, oldest first.
 *
 * @param offers never empty
 */
public record BidThread(Bid bid, List<Offer> offers) {

    public BidThread {
        offers =
                offers.stream().sorted(Comparator.comparingInt(Offer::revision)).toList();
    }

    public Offer latest() {
        return offers.getLast();
    }

    /** The offer the carrier stands by: its own last one, or the counter-offer it accepted. */
    public Offer standing() {
        return offers.stream()
                .filter(offer -> offer.id().equals(bid.standingOfferId()))
                .findFirst()
                .orElseThrow();
    }

    /** A move names an offer that is still on the table: the one standing, or the counter-offer that waits for an answer. */
    public Offer require(UUID offerId) {
        Offer onTheTable = bid.state() == BidState.COUNTERED ? latest() : standing();
        return List.of(standing(), onTheTable).stream()
                .filter(offer -> offer.id().equals(offerId))
                .findFirst()
                .orElseThrow(() -> Refusal.of(ProblemType.OFFER_SUPERSEDED));
    }

    /** A counter-offer is answered up to and including the time it names, where it names one. */
    public void requireAnswerInTime(String verb, Instant now) {
        if (counterIsOver(now)) throw Machine.illegal(verb, "answer-time-over");
    }

    /** Whether a counter-offer was left unanswered for longer than it may be. */
    public boolean counterIsOver(Instant now) {
        return bid.state() == BidState.COUNTERED && latest().content().answerTimeIsOver(now);
    }

    public int nextRevision() {
        return latest().revision() + 1;
    }
}
