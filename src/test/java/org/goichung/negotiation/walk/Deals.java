package org.goichung.negotiation.walk;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.Map;
import java.util.Set;
import org.goichung.negotiation.walk.State.Change;
import org.goichung.negotiation.walk.State.Deal;
import org.goichung.negotiation.walk.State.Line;
import org.goichung.negotiation.walk.State.Offer;
import org.goichung.negotiation.walk.State.Rfq;

/** The model's agreements and what their members give each other. */
final class Deals {
    private static final int FORTNIGHT = 14 * Times.DAY;

    private final State all;

    Deals(State all) {
        this.all = all;
    }

    void ratify(Rfq rfq, Offer offer, Map<Line, Long> prices) {
        var deal = new Deal();
        deal.offer = offer;
        deal.rfq = rfq;
        prices.forEach((line, price) -> {
            if (line.offer() != offer) return;
            deal.lines.put(line.enterprise(), line.lines());
            deal.prices.put(line.enterprise(), price);
        });
        all.deals.put(offer.name, deal);
        all.tell("agreement-ratified", deal.parties());
        startIfDue(deal);
    }

    private void startIfDue(Deal deal) {
        if (!deal.state.equals("RATIFIED") || deal.rfq.firstDay().isAfter(Times.day(all.now))) return;
        deal.state = "IN_FORCE";
        grant(deal);
        all.tell("agreement-in-force", deal.parties());
    }

    void startAndEndThoseDue() {
        LocalDate today = Times.day(all.now);
        for (Deal deal : all.deals.values()) {
            startIfDue(deal);
            if ((deal.state.equals("IN_FORCE") || deal.state.equals("SUSPENDED"))
                    && deal.rfq.lastDay().isBefore(today)) {
                deal.state = "EXPIRED";
                all.tell("agreement-expired", deal.parties());
            }
        }
    }

    /** The present month, where it is one of the agreement's. */
    private void grant(Deal deal) {
        YearMonth month = Times.month(all.now);
        if (!month.isAfter(YearMonth.from(deal.rfq.lastDay()))) deal.granted.add(month);
    }

    void grantThoseInForce() {
        all.deals.values().stream()
                .filter(deal -> deal.state.equals("IN_FORCE"))
                .forEach(this::grant);
    }

    private Deal seen(Actor by, int offer) {
        Deal deal = all.deals.get(offer);
        boolean sees = deal != null
                && (by.leads()
                        || by.isCarrier() && deal.offer.bid.carrier == by.number()
                        || by.isUnion() && deal.lines.containsKey(by.number()));
        if (!sees) throw No.unknown();
        return deal;
    }

    void move(Step.MoveAgreement step) {
        Deal deal = seen(step.by(), step.offer());
        if (!step.by().leads()) throw No.forbidden();
        No.unless(!step.stale(), "stale-version");
        switch (step.deed()) {
            case SUSPEND -> {
                if (!deal.state.equals("IN_FORCE")) throw No.illegal();
                deal.state = "SUSPENDED";
                all.tell("agreement-suspended", deal.parties());
            }
            case RESUME -> {
                if (!deal.state.equals("SUSPENDED")) throw No.illegal();
                deal.state = "IN_FORCE";
                all.tell("agreement-resumed", deal.parties());
            }
            case TERMINATE -> {
                if (deal.ended()) throw No.illegal();
                deal.state = "TERMINATED";
                all.tell("agreement-terminated", deal.parties());
            }
        }
    }

    void propose(Step.Share step) {
        Deal deal = seen(step.by(), step.offer());
        if (!step.by().reaches(step.from())) throw No.unknown();
        if (step.by().leads()) throw No.forbidden();
        if (deal.ended()) throw No.illegal();
        No.unless(step.from() != step.to(), "amendment-invalid to-oneself");
        No.unless(deal.lines.containsKey(step.to()), "amendment-invalid no-member-of-agreement");
        No.unless(deal.lines.containsKey(step.from()), "amendment-invalid no-member-of-agreement");
        YearMonth first = Times.month(all.now).plusMonths(step.inMonths());
        YearMonth last = YearMonth.from(deal.rfq.lastDay());
        YearMonth until = step.months() == null ? last : first.plusMonths(step.months() - 1L);
        long latest = Times.startOf(first.atDay(1)) - Times.DAY;
        No.unless(!first.isBefore(YearMonth.from(deal.rfq.firstDay())), "amendment-invalid before-the-agreement");
        No.unless(latest > all.now, "amendment-invalid month-too-near");
        No.unless(!until.isAfter(last), "amendment-invalid behind-the-agreement");
        No.unless(!until.isBefore(first), "amendment-invalid before-the-first-month");
        var change = new Change();
        change.deal = deal;
        change.from = step.from();
        change.to = step.to();
        change.lines = step.lines();
        change.first = first;
        change.last = until;
        change.expires = Math.min(all.now + FORTNIGHT, latest);
        requireRoom(change);
        all.changes.put(step.change(), change);
        all.tell("agreement-amendment-proposed", 2);
    }

    private void requireRoom(Change change) {
        Deal deal = change.deal;
        for (YearMonth month : Model.months(change.first, change.last)) {
            long givers = all.linesIn(deal, change.from, month);
            No.unless(givers > change.lines, "amendment-invalid keeps-no-line");
            long price = deal.prices.get(change.from);
            boolean stays = price == deal.prices.get(change.to)
                    && (deal.offer.sums
                            || deal.offer.priceAt(givers - change.lines) == price
                                    && deal.offer.priceAt(all.linesIn(deal, change.to, month) + change.lines) == price);
            No.unless(stays, "amendment-invalid changes-the-price");
        }
    }

    void reply(Step.Reply step) {
        Change change = all.changes.get(step.change());
        if (change == null) throw No.unknown();
        Deal deal = seen(step.by(), change.deal.offer.name);
        boolean seesAll = step.by().leads() || step.by().isCarrier();
        if (!seesAll && !step.by().reaches(change.from) && !step.by().reaches(change.to)) throw No.unknown();
        int side = step.word() == Step.Word.WITHDRAW ? change.from : change.to;
        if (!step.by().isUnion() || step.by().number() != side) throw No.forbidden();
        if (step.word() == Step.Word.ACCEPT) {
            if (deal.ended()) throw No.illegal();
            requireRoom(change);
        }
        No.unless(change.state.equals("PROPOSED") && all.now <= change.expires, "amendment-ended");
        switch (step.word()) {
            case ACCEPT -> {
                change.state = "ACCEPTED";
                change.revision = ++deal.revisions;
                all.tell("agreement-amended", deal.parties());
            }
            case DECLINE, WITHDRAW -> {
                change.state = step.word() == Step.Word.DECLINE ? "DECLINED" : "WITHDRAWN";
                all.tell("agreement-amendment-answered", 2);
            }
        }
    }

    void picture(Set<String> lines) {
        all.deals.forEach((offer, deal) -> {
            lines.add("agreement on o%d of r%d with c%d %s from %s until %s"
                    .formatted(
                            offer,
                            deal.rfq.name,
                            deal.offer.bid.carrier,
                            deal.state,
                            deal.rfq.firstDay(),
                            deal.rfq.lastDay()));
            deal.lines.forEach((enterprise, count) -> lines.add("agreement on o%d gives e%d %d at %d"
                    .formatted(offer, enterprise, count, deal.prices.get(enterprise))));
        });
        all.changes.forEach(
                (name, change) -> lines.add("change x%d on o%d from e%d to e%d %d in %s to %s %s revision %d until %d"
                        .formatted(
                                name,
                                change.deal.offer.name,
                                change.from,
                                change.to,
                                change.lines,
                                change.first,
                                change.last,
                                change.state,
                                change.revision,
                                change.expires)));
    }
}
