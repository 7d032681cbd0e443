package org.goichung.negotiation.walk;

import org.goichung.negotiation.walk.State.Bid;
import org.goichung.negotiation.walk.State.Offer;
import org.goichung.negotiation.walk.State.Rfq;

/** The model's rounds of last offers: once for each RFQ, sealed until they end. */
final class Finals {
    private final State all;
    private final Measure measure;

    Finals(State all, Measure measure) {
        this.all = all;
        this.measure = measure;
    }

    void call(Rfq rfq, Step.CallFinal step) {
        if (!rfq.bargaining() || rfq.finalDeadline >= 0) throw No.illegal();
        long deadline = Times.deadline(all.now + step.deadlineIn());
        No.unless(deadline >= all.now + Times.DAY, "invalid-request too-little-time-left");
        No.unless(!rfq.start.isBefore(Times.month(deadline)), "invalid-request after-a-lots-start");
        if (rfq.bids.stream().noneMatch(bid -> bid.standing() || bid.state.equals("COUNTERED"))) throw No.illegal();
        rfq.state = "BEST_AND_FINAL";
        rfq.finalDeadline = deadline;
        for (Bid bid : rfq.bids) {
            if (bid.state.equals("COUNTERED")) {
                bid.state = "REVEALED";
                all.tell("bid-moved", 2);
            }
            if (bid.standing()) {
                bid.state = "INVITED";
                all.tell("bid-moved", 2);
            }
        }
        all.tell("rfq-best-and-final-called", Model.union(rfq) + invited(rfq));
    }

    private static int invited(Rfq rfq) {
        return (int) rfq.bids.stream()
                .filter(bid -> bid.state.equals("INVITED"))
                .map(bid -> bid.carrier)
                .distinct()
                .count();
    }

    /** What a bidder may name: what it handed in last, or else the offer that stands. */
    void requireOnTheTable(Bid bid, Offer offer) {
        Offer last = bid.finals.isEmpty() ? bid.standing : bid.finals.getLast();
        No.unless(last == offer, "offer-superseded");
    }

    void requireTakesLastOffers(Bid bid) {
        if (!bid.revealed || !bid.rfq.state.equals("BEST_AND_FINAL")) throw No.illegal();
        No.unless(all.now <= bid.rfq.finalDeadline, "offer-too-late");
    }

    void requireNoWorse(Offer standing, Step.Terms terms, long validUntil) {
        No.unless(standing.made == terms.made(), "offer-invalid other-package-than-standing");
        boolean dearer = standing.tiers.stream().anyMatch(tier -> {
            long price = -1;
            for (Step.Tier each : terms.tiers()) if (each.from() <= tier.from()) price = each.price();
            return price < 0 || price > tier.price();
        });
        No.unless(
                !dearer
                        && terms.capacity() >= standing.capacity
                        && (terms.sums() || !standing.sums)
                        && validUntil >= standing.validUntil,
                "offer-invalid worse-than-standing");
    }

    void endThoseDue() {
        for (Rfq rfq : all.rfqs.values())
            if (rfq.state.equals("BEST_AND_FINAL") && all.now > rfq.finalDeadline) end(rfq);
    }

    private void end(Rfq rfq) {
        rfq.state = "EVALUATED";
        all.tell("rfq-best-and-final-ended", Model.union(rfq) + invited(rfq));
        for (Bid bid : rfq.bids) {
            if (!bid.state.equals("INVITED")) continue;
            bid.state = bid.finals.isEmpty() && bid.finalsOnPaper.isEmpty() ? "REVEALED" : "REVISED";
            if (bid.finals.isEmpty()) revealWhatIsOnPaper(bid);
            for (Offer last : bid.finals) {
                last.sealed = false;
                bid.latest = last;
                bid.standing = last;
            }
            bid.finals.clear();
            bid.finalsOnPaper.clear();
            all.tell("bid-moved", 2);
        }
    }

    private void revealWhatIsOnPaper(Bid bid) {
        for (State.Paper paper : bid.finalsOnPaper) {
            bid.standing = measure.offer(paper.name, bid, paper.terms, paper.validUntil);
            bid.standing.last = true;
            all.seldom.add("last offer on paper that counts");
        }
    }
}
