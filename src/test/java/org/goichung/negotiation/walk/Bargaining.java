package org.goichung.negotiation.walk;

import java.util.List;
import org.goichung.negotiation.walk.State.Bid;
import org.goichung.negotiation.walk.State.Offer;
import org.goichung.negotiation.walk.State.Rfq;

/** The model's bids: sealed until the close, bargained over behind it. */
final class Bargaining {
    private final State all;
    private final Measure measure;
    private final Finals finals;

    Bargaining(State all, Measure measure, Finals finals) {
        this.all = all;
        this.measure = measure;
        this.finals = finals;
    }

    void submit(Step.Submit step) {
        if (!step.by().isCarrier()) throw No.forbidden();
        Rfq rfq = Model.seen(all, step.by(), step.rfq());
        requireTakesOffers(rfq);
        measure.check(rfq, step.terms());
        boolean one = rfq.bids.stream().anyMatch(bid -> bid.carrier == step.by().number() && !bid.ended());
        No.unless(!one, "already-exists");
        var bid = new Bid();
        bid.rfq = rfq;
        bid.carrier = step.by().number();
        bid.first = measure.offer(step.offer(), bid, step.terms());
        bid.standing = bid.first;
        rfq.bids.add(bid);
    }

    void requireTakesOffers(Rfq rfq) {
        No.unless(all.now <= rfq.deadline, "offer-too-late");
        if (!rfq.state.equals("OPEN")) throw No.illegal();
    }

    void revise(Step.Revise step) {
        Offer of = all.offers.get(step.of());
        if (of == null) throw No.unknown();
        Bid bid = of.bid;
        if (of.sealed || bid.rfq.state.equals("BEST_AND_FINAL")) {
            reviseForTheLastTime(step, of);
            return;
        }
        if (!bid.rfq.closed) {
            ownSealedInTime(step.by(), of);
            No.unless(!step.terms().otherLot(), "offer-invalid other-lot-than-the-bid");
            measure.check(bid.rfq, step.terms());
            if (!bid.state.equals("SUBMITTED")) throw No.illegal();
        } else {
            table(step.by(), of);
            No.unless(!step.terms().otherLot(), "offer-invalid other-lot-than-the-bid");
            requireAnswerInTime(bid);
            measure.check(bid.rfq, step.terms());
            if (!bid.state.equals("COUNTERED")) throw No.illegal();
            bid.state = "REVISED";
            told();
        }
        bid.standing = measure.offer(step.offer(), bid, step.terms());
    }

    private void reviseForTheLastTime(Step.Revise step, Offer of) {
        Bid bid = of.bid;
        if (!step.by().isCarrier() || step.by().number() != bid.carrier) throw No.unknown();
        finals.requireTakesLastOffers(bid);
        finals.requireOnTheTable(bid, of);
        No.unless(!step.terms().otherLot(), "offer-invalid other-lot-than-the-bid");
        measure.check(bid.rfq, step.terms());
        if (!bid.state.equals("INVITED")) throw No.illegal();
        finals.requireNoWorse(
                bid.standing,
                step.terms(),
                Times.validity(all.now + step.terms().validFor()));
        Offer latest = bid.latest;
        Offer last = measure.offer(step.offer(), bid, step.terms());
        last.sealed = true;
        last.last = true;
        bid.latest = latest;
        bid.finals.add(last);
    }

    /** A last offer that is sealed is nobody's to name but its bidder's. */
    private Offer offer(int name) {
        Offer offer = all.offers.get(name);
        if (offer == null || offer.sealed) throw No.unknown();
        return offer;
    }

    private void ownSealedInTime(Actor by, Offer of) {
        if (by.number() != of.bid.carrier || !by.isCarrier()) throw No.unknown();
        No.unless(of.bid.onTheTable(of), "offer-superseded");
        requireTakesOffers(of.bid.rfq);
    }

    /** What may be named behind the close, and by whom. */
    private void table(Actor by, Offer offer) {
        Bid bid = offer.bid;
        if (by.isCarrier()) {
            if (by.number() != bid.carrier) throw No.unknown();
            if (!bid.revealed) throw No.illegal();
        } else {
            if (!bid.revealed) throw No.unknown();
            Model.seen(all, by, bid.rfq.name);
            if (!by.leads()) throw No.forbidden();
        }
        if (!bid.rfq.bargaining()) throw No.illegal();
        No.unless(bid.onTheTable(offer), "offer-superseded");
    }

    void requireAnswerInTime(Bid bid) {
        if (!bid.answerTimeIsOver(all.now)) return;
        all.seldom.add("answer behind its time");
        throw No.illegal();
    }

    private void told() {
        all.tell("bid-moved", 2);
    }

    private static void move(Bid bid, List<String> from, String to) {
        if (!from.contains(bid.state)) throw No.illegal();
        bid.state = to;
    }

    void counter(Step.Counter step) {
        Offer of = offer(step.of());
        table(step.by(), of);
        if (of.bid.rfq.finalDeadline >= 0) throw No.illegal();
        Long answerBy = step.answerIn() == null ? null : (Long) Times.deadline(all.now + step.answerIn());
        No.unless(answerBy == null || answerBy > all.now, "invalid-request in-the-past");
        No.unless(answerBy == null || answerBy <= of.validUntil, "invalid-request after-the-offers-end");
        measure.checkPrices(of.bid.rfq, step.tiers(), of.capacity, of.validUntil);
        move(of.bid, List.of("REVEALED", "REVISED"), "COUNTERED");
        boolean sums = step.sums() == null ? of.sums : step.sums();
        Offer counter = measure.offer(step.offer(), of.bid, step.tiers(), sums, of.capacity, of.validUntil);
        counter.byUnion = true;
        counter.made = of.made;
        counter.answerBy = answerBy;
        told();
    }

    void accept(Step.Accept step) {
        Offer offer = offer(step.offer());
        table(step.by(), offer);
        No.unless(offer.byUnion, "offer-superseded");
        if (all.now > offer.validUntil) throw No.illegal();
        requireAnswerInTime(offer.bid);
        move(offer.bid, List.of("COUNTERED"), "COUNTER_ACCEPTED");
        offer.bid.standing = offer;
        told();
    }

    void decline(Step.Decline step) {
        Offer offer = offer(step.offer());
        table(step.by(), offer);
        if (step.by().isCarrier()) move(offer.bid, List.of("COUNTERED"), "REVEALED");
        else move(offer.bid, List.of("REVEALED", "REVISED", "COUNTER_ACCEPTED"), "DECLINED");
        told();
    }

    void withdraw(Step.Withdraw step) {
        Offer named = all.offers.get(step.offer());
        if (named != null && named.sealed) {
            withdrawTheLast(step, named);
            return;
        }
        Offer offer = offer(step.offer());
        if (!offer.bid.rfq.closed) {
            ownSealedInTime(step.by(), offer);
            move(offer.bid, List.of("SUBMITTED"), "WITHDRAWN");
            return;
        }
        table(step.by(), offer);
        if (step.by().isCarrier()) throw No.illegal();
        move(offer.bid, List.of("COUNTERED"), "REVEALED");
        told();
    }

    private void withdrawTheLast(Step.Withdraw step, Offer last) {
        Bid bid = last.bid;
        if (!step.by().isCarrier() || step.by().number() != bid.carrier) throw No.unknown();
        finals.requireTakesLastOffers(bid);
        No.unless(!bid.finals.isEmpty() && bid.finals.getLast() == last, "offer-superseded");
        bid.finals.forEach(each -> each.withdrawn = true);
        bid.finals.clear();
    }

    void expireThoseDue() {
        for (Rfq rfq : all.rfqs.values())
            for (Bid bid : rfq.bids)
                if ((bid.standing() || bid.state.equals("COUNTERED")) && bid.standing.validUntil < all.now) {
                    bid.state = "EXPIRED";
                    told();
                } else if (bid.answerTimeIsOver(all.now)) {
                    bid.state = "REVEALED";
                    all.seldom.add("counter-offer left unanswered");
                    told();
                }
    }
}
