package org.goichung.negotiation.walk;

import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.goichung.negotiation.walk.State.Bid;
import org.goichung.negotiation.walk.State.Offer;
import org.goichung.negotiation.walk.State.Paper;
import org.goichung.negotiation.walk.State.Rfq;

/** The model's table at which two officials of the leading body answer for what a carrier wrote on paper. */
final class Desk {
    private final State all;
    private final Measure measure;
    private final Finals finals;
    private final Bargaining bargaining;
    private int confirmed;

    Desk(State all, Measure measure, Finals finals, Bargaining bargaining) {
        this.all = all;
        this.measure = measure;
        this.finals = finals;
        this.bargaining = bargaining;
    }

    void make(Step.OnPaper step) {
        switch (step) {
            case Step.EnterOffer enter -> enter(enter);
            case Step.EnterAnswer enter -> enter(enter);
            case Step.Confirm confirm -> confirm(confirm.by(), before(confirm.by(), confirm.paper()));
            case Step.Retract retract -> retract(retract.by(), before(retract.by(), retract.paper()));
        }
    }

    private void enter(Step.EnterOffer step) {
        Rfq rfq = Model.seen(all, step.by(), step.rfq());
        if (!step.by().leads()) throw No.forbidden();
        if (!rfq.opened) throw No.illegal();
        bargaining.requireTakesOffers(rfq);
        requireTwo(step.by(), step.witness());
        measure.check(rfq, step.terms());
        Paper paper = put(step.paper(), rfq, step.by(), step.witness(), step.terms());
        paper.carrier = step.carrier();
    }

    private static void requireTwo(Actor by, Actor witness) {
        No.unless(witness.leads(), "invalid-request no-official-of-the-body");
        No.unless(witness != by, "invalid-request witness-is-oneself");
    }

    private Paper put(int name, Rfq rfq, Actor by, Actor witness, Step.Terms terms) {
        var paper = new Paper();
        paper.name = name;
        paper.rfq = rfq;
        paper.enterer = by;
        paper.witness = witness;
        paper.terms = terms;
        paper.validUntil = terms == null ? -1 : measure.validUntil(terms);
        all.papers.put(name, paper);
        return paper;
    }

    private void enter(Step.EnterAnswer step) {
        Offer of = all.offers.get(step.of());
        if (of == null || of.sealed) throw No.unknown();
        Rfq rfq = Model.seen(all, step.by(), of.bid.rfq.name);
        if (!of.bid.revealed) throw No.unknown();
        if (!step.by().leads()) throw No.forbidden();
        if (!of.bid.onPaper) throw No.illegal();
        No.unless(
                (step.terms() != null) == (step.says() == Step.Say.REVISE),
                "invalid-request terms-with-a-revision-alone");
        if (step.terms() == null) No.unless(of.bid.onTheTable(of), "offer-superseded");
        require(of, step.says(), step.terms(), step.terms() == null ? -1 : measure.validUntil(step.terms()));
        requireTwo(step.by(), step.witness());
        Paper paper = put(step.paper(), rfq, step.by(), step.witness(), step.terms());
        paper.carrier = of.bid.carrier;
        paper.of = of;
        paper.says = step.says();
    }

    /** When it is entered, and once more when it is confirmed. */
    private void require(Offer of, Step.Say says, Step.Terms terms, long validUntil) {
        Bid bid = of.bid;
        boolean last = bid.rfq.state.equals("BEST_AND_FINAL");
        if (last) finals.requireTakesLastOffers(bid);
        else if (!bid.rfq.bargaining()) throw No.illegal();
        No.unless(bid.onTheTable(of), "offer-superseded");
        if (!bid.state.equals(last ? "INVITED" : "COUNTERED")) throw No.illegal();
        if (last && says != Step.Say.REVISE) throw No.illegal();
        if (says != Step.Say.DECLINE) bargaining.requireAnswerInTime(bid);
        if (says == Step.Say.ACCEPT) {
            No.unless(of.byUnion, "offer-superseded");
            if (all.now > of.validUntil) throw No.illegal();
        }
        if (says != Step.Say.REVISE) return;
        No.unless(!terms.otherLot(), "offer-invalid other-lot-than-the-bid");
        measure.check(bid.rfq, terms, validUntil);
        if (last) finals.requireNoWorse(bid.standing, terms, validUntil);
    }

    /** For its two people alone; an offer only while offers are taken. */
    private Paper before(Actor by, int name) {
        Paper paper = all.papers.get(name);
        if (paper == null || by != paper.enterer && by != paper.witness) throw No.unknown();
        if (paper.says == null) bargaining.requireTakesOffers(paper.rfq);
        return paper;
    }

    private void confirm(Actor by, Paper paper) {
        No.unless(by == paper.witness, "witness-needed");
        if (!paper.state().equals("ENTERED")) throw No.illegal();
        if (paper.says == null) measure.check(paper.rfq, paper.terms, paper.validUntil);
        else require(paper.of, paper.says, paper.terms, paper.validUntil);
        paper.confirmed = ++confirmed;
        if (paper.says != null) carryOut(paper);
    }

    private void carryOut(Paper paper) {
        Bid bid = paper.of.bid;
        if (paper.rfq.state.equals("BEST_AND_FINAL")) {
            paper.last = true;
            bid.finalsOnPaper.add(paper);
            return;
        }
        switch (paper.says) {
            case REVISE -> {
                bid.state = "REVISED";
                bid.standing = measure.offer(paper.name, bid, paper.terms, paper.validUntil);
            }
            case ACCEPT -> {
                bid.state = "COUNTER_ACCEPTED";
                bid.standing = paper.of;
            }
            case DECLINE -> bid.state = "REVEALED";
        }
        all.seldom.add("answer on paper that said " + paper.says);
        all.tell("bid-moved", 2);
    }

    private void retract(Actor by, Paper paper) {
        if (paper.says != null && paper.confirmed >= 0) {
            if (!paper.last) throw No.illegal();
            finals.requireTakesLastOffers(paper.of.bid);
        }
        switch (paper.state()) {
            case "ENTERED" -> paper.withdrawn = true;
            case "CONFIRMED" -> paper.withdrawalAskedBy = by;
            case "WITHDRAWAL_ASKED" -> {
                No.unless(paper.withdrawalAskedBy != by, "witness-needed");
                paper.withdrawn = true;
                all.seldom.add(paper.last ? "last offer on paper that both withdrew" : "paper that both withdrew");
                if (paper.last) paper.of.bid.finalsOnPaper.remove(paper);
            }
            default -> throw No.illegal();
        }
    }

    /** At the close: the carrier's own goes before, and of several on paper the one confirmed last counts. */
    void reveal(Rfq rfq, List<Bid> own) {
        var taken = new HashSet<Integer>();
        own.forEach(bid -> taken.add(bid.carrier));
        all.papers.values().stream()
                .filter(paper -> paper.rfq == rfq && paper.says == null)
                .sorted(Comparator.comparingInt((Paper paper) -> paper.confirmed)
                        .reversed())
                .forEach(paper -> {
                    boolean counts = paper.confirmed >= 0 && !paper.withdrawn && taken.add(paper.carrier);
                    paper.outcome = counts ? "REVEALED" : paper.confirmed >= 0 ? "SET_ASIDE" : "LAPSED";
                    if (counts) rfq.bids.add(bid(paper));
                    all.seldom.add("paper " + paper.state());
                });
    }

    private Bid bid(Paper paper) {
        var bid = new Bid();
        bid.rfq = paper.rfq;
        bid.carrier = paper.carrier;
        bid.state = "REVEALED";
        bid.revealed = true;
        bid.onPaper = true;
        bid.first = measure.offer(paper.name, bid, paper.terms, paper.validUntil);
        bid.standing = bid.first;
        return bid;
    }

    void picture(Set<String> lines) {
        all.papers.forEach((name, paper) -> {
            lines.add("paper o%d in r%d %s".formatted(name, paper.rfq.name, paper.state()));
            if (paper.last)
                lines.add(
                        "last offer o%d in r%d%s".formatted(name, paper.rfq.name, paper.withdrawn ? " withdrawn" : ""));
        });
    }
}
