package org.goichung.negotiation.walk;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;
import org.goichung.negotiation.walk.State.Mandate;
import org.goichung.negotiation.walk.State.Rfq;

/** Says of each step what it comes to, from the rules and not from the service's code: mandates, RFQs and the clock here, the rest beside. */
final class Model {
    private static final int ANSWER_TO_AN_AMENDMENT = Times.DAY;

    /** @param outcome {@code done}, or what it is refused as */
    record Told(String outcome, List<String> events) {}

    final State all;
    private final Finals finals;
    private final Bargaining bargaining;
    private final Desk desk;
    private final Questions questions;
    private final Members members;
    private final Awards awards;
    private final Deals deals;

    Model(State.Given given) {
        all = new State(given);
        deals = new Deals(all);
        awards = new Awards(all, deals);
        members = new Members(all);
        var measure = new Measure(all);
        finals = new Finals(all, measure);
        bargaining = new Bargaining(all, measure, finals);
        desk = new Desk(all, measure, finals, bargaining);
        questions = new Questions(all);
    }

    Told run(Step step) {
        all.events.clear();
        try {
            make(step);
            return new Told("done", all.events.stream().sorted().toList());
        } catch (No refused) {
            return new Told(refused.getMessage(), List.of());
        }
    }

    private void make(Step step) {
        switch (step) {
            case Step.Give give -> give(give);
            case Step.TakeBack back -> takeBack(back);
            case Step.Draft draft -> draft(draft);
            case Step.Open open -> open(open);
            case Step.Close close -> {
                Rfq rfq = led(close.by(), close.rfq(), close.stale());
                if (!rfq.state.equals("OPEN") || all.now < rfq.deadline) throw No.illegal();
                close(rfq);
            }
            case Step.Cancel cancel -> cancel(cancel);
            case Step.Amend amend -> amend(amend);
            case Step.Join join -> members.join(join);
            case Step.Leave leave -> members.leave(leave);
            case Step.Ask ask -> questions.ask(ask);
            case Step.Answer answer -> questions.answer(answer);
            case Step.Submit submit -> bargaining.submit(submit);
            case Step.Revise revise -> bargaining.revise(revise);
            case Step.CallFinal call -> finals.call(led(call.by(), call.rfq(), call.stale()), call);
            case Step.Counter counter -> bargaining.counter(counter);
            case Step.Accept accept -> bargaining.accept(accept);
            case Step.Decline decline -> bargaining.decline(decline);
            case Step.Withdraw withdraw -> bargaining.withdraw(withdraw);
            case Step.OnPaper paper -> desk.make(paper);
            case Step.Propose propose -> {
                if (!led(propose.by(), propose.rfq(), false).bargaining()) throw No.illegal();
            }
            case Step.Award award -> awards.award(led(award.by(), award.rfq(), award.stale()), award);
            case Step.Vote vote -> awards.vote(vote);
            case Step.VoteByLink vote -> awards.voteByLink(vote);
            case Step.MoveAgreement move -> deals.move(move);
            case Step.Share share -> deals.propose(share);
            case Step.Reply reply -> deals.reply(reply);
            case Step.Pass pass -> pass(pass);
        }
    }

    private void give(Step.Give step) {
        if (!step.by().reaches(step.enterprise())) throw No.unknown();
        if (step.by().leads()) throw No.forbidden();
        LocalDate today = Times.day(all.now);
        No.unless(step.carried(), "mandate-not-carried");
        No.unless(step.days() >= 0, "invalid-request in-the-past");
        Mandate earlier = all.standing(step.enterprise());
        if (earlier != null) {
            No.unless(!earlier.covers(today), "already-exists");
            earlier.withdrawn = true;
        }
        var mandate = new Mandate();
        mandate.enterprise = step.enterprise();
        mandate.until = today.plusDays(step.days());
        all.mandates.put(step.mandate(), mandate);
        all.tell("mandate-given", 2);
    }

    private void takeBack(Step.TakeBack step) {
        Mandate mandate = all.mandates.get(step.mandate());
        if (mandate == null || !step.by().reaches(mandate.enterprise)) throw No.unknown();
        if (step.by().leads()) throw No.forbidden();
        if (mandate.withdrawn) throw No.illegal();
        mandate.withdrawn = true;
        all.tell("mandate-withdrawn", 2);
    }

    private void draft(Step.Draft step) {
        if (step.by().isCarrier()) throw No.forbidden();
        No.unless(step.quorum() <= step.members().size(), "invalid-request more-than-members");
        long deadline = Times.deadline(all.now + step.deadlineIn());
        No.unless(deadline > all.now, "invalid-request in-the-past");
        // only the federation was ever given a mandate
        No.unless(step.by().leads(), "mandate-missing");
        requireMandates(step.members(), deadline);
        var rfq = new Rfq();
        rfq.name = step.rfq();
        rfq.members = new TreeSet<>(step.members());
        rfq.deadline = deadline;
        rfq.window = step.windowHours() * 60;
        rfq.quorum = step.quorum();
        rfq.start = Times.month(deadline).plusMonths(step.startIn());
        rfq.months = step.months();
        rfq.members.forEach(member -> rfq.history.put(member, new ArrayList<>(List.of("join"))));
        all.rfqs.put(step.rfq(), rfq);
        all.tell("rfq-drafted", union(rfq));
    }

    private void requireMandates(Iterable<Integer> members, long until) {
        for (int member : members) No.unless(all.mandated(member, Times.day(until)), "mandate-missing");
    }

    /** The leading body and the members. */
    static int union(Rfq rfq) {
        return 1 + rfq.members.size();
    }

    private int everybody(Rfq rfq) {
        return Members.everybody(all, rfq);
    }

    /** Whether an RFQ exists for the actor at all. */
    static boolean sees(State all, Actor by, int name) {
        Rfq rfq = all.rfqs.get(name);
        return rfq != null
                && (by.leads() || by.isCarrier() && rfq.opened || by.isUnion() && rfq.members.contains(by.number()));
    }

    static Rfq seen(State all, Actor by, int name) {
        if (!sees(all, by, name)) throw No.unknown();
        return all.rfqs.get(name);
    }

    private Rfq led(Actor by, int name, boolean stale) {
        Rfq rfq = seen(all, by, name);
        if (!by.leads()) throw No.forbidden();
        No.unless(!stale, "stale-version");
        return rfq;
    }

    private void open(Step.Open step) {
        Rfq rfq = led(step.by(), step.rfq(), step.stale());
        if (!rfq.state.equals("DRAFT")) throw No.illegal();
        No.unless(rfq.deadline > all.now, "invalid-request in-the-past");
        requireMandates(rfq.members, rfq.deadline);
        rfq.state = "OPEN";
        rfq.opened = true;
        rfq.members.forEach(member -> rfq.demand.put(member, all.given.demand().get(member)));
        all.tell("rfq-opened", everybody(rfq));
    }

    private void close(Rfq rfq) {
        rfq.closed = true;
        rfq.state = "CLOSED";
        var bids =
                rfq.bids.stream().filter(bid -> bid.state.equals("SUBMITTED")).toList();
        bids.forEach(bid -> {
            bid.state = "REVEALED";
            bid.revealed = true;
        });
        desk.reveal(rfq, bids);
        if (rfq.bids.stream().noneMatch(bid -> bid.revealed)) rfq.state = "FAILED";
        all.tell("rfq-closed", everybody(rfq));
    }

    private void cancel(Step.Cancel step) {
        Rfq rfq = led(step.by(), step.rfq(), step.stale());
        if (!List.of("DRAFT", "OPEN", "CLOSED", "BEST_AND_FINAL", "EVALUATED").contains(rfq.state)) throw No.illegal();
        rfq.state = "CANCELLED";
        rfq.bids.stream().filter(bid -> !bid.ended()).forEach(bid -> bid.state = "EXPIRED");
        all.tell("rfq-cancelled", rfq.opened ? everybody(rfq) : union(rfq));
    }

    private void amend(Step.Amend step) {
        Rfq rfq = led(step.by(), step.rfq(), false);
        if (!rfq.state.equals("OPEN") || all.now >= rfq.deadline) throw No.illegal();
        boolean corrects = step.enterprise() >= 0;
        No.unless(!corrects || rfq.members.contains(step.enterprise()), "invalid-request not-a-member");
        No.unless(corrects || step.asks() != null || step.later() != 0, "invalid-request nothing-changes");
        long deadline = Times.deadline(rfq.deadline + step.later());
        No.unless(deadline >= rfq.deadline, "invalid-request before-the-present-deadline");
        No.unless(deadline >= all.now + ANSWER_TO_AN_AMENDMENT, "invalid-request too-little-time-left");
        No.unless(!rfq.start.isBefore(Times.month(deadline)), "invalid-request after-a-lots-start");
        long sum = rfq.demand.entrySet().stream()
                .filter(each -> each.getKey() != step.enterprise())
                .mapToLong(each -> each.getValue())
                .sum();
        if (corrects) No.unless(sum + step.lines() > 0, "invalid-request nobody-wants-the-lot");
        else if (step.asks() != null) No.unless(sum > 0, "invalid-request nobody-wants-the-lot");
        requireMandates(
                rfq.members.stream()
                        .filter(member -> all.standing(member) != null)
                        .toList(),
                deadline);
        if (corrects) rfq.demand.put(step.enterprise(), step.lines());
        if (step.asks() != null) rfq.asksTooMuch = step.asks();
        rfq.deadline = deadline;
        rfq.amendments++;
        all.tell("rfq-amended", everybody(rfq));
    }

    /** At the end of a vote or of an answer's fortnight nothing is done, since what little time the walk takes would decide. */
    long after(int minutes) {
        var ends = new TreeSet<Long>();
        all.awards.values().forEach(award -> ends.add(award.voteUntil));
        all.changes.values().forEach(change -> ends.add(change.expires));
        long then = all.now + minutes / 5 * 5;
        while (ends.contains(then)) then += 5;
        return Math.min(then, Times.MOST);
    }

    private void pass(Step.Pass step) {
        all.now = after(step.minutes());
        for (Step.Job job : step.jobs())
            switch (job) {
                case CLOSE -> {
                    all.rfqs.values().stream()
                            .filter(rfq -> rfq.state.equals("OPEN") && all.now > rfq.deadline)
                            .forEach(this::close);
                    finals.endThoseDue();
                }
                case LET_GO -> members.letThoseGoWhoWithdrew();
                case SETTLE -> awards.settleThoseDue();
                case EXPIRE -> bargaining.expireThoseDue();
                case CALENDAR -> deals.startAndEndThoseDue();
            }
        deals.grantThoseInForce();
    }

    /** A line for everything there is, as the database tells it. */
    SortedSet<String> picture() {
        var lines = new TreeSet<String>();
        all.mandates.forEach((name, each) -> lines.add("m%d of e%d until %s%s"
                .formatted(name, each.enterprise, each.until, each.withdrawn ? " withdrawn" : "")));
        all.rfqs.forEach((name, rfq) -> {
            lines.add("r%d %s deadline %d last %d amendments %d%s"
                    .formatted(
                            name,
                            rfq.state,
                            rfq.deadline,
                            rfq.lastDeadline(),
                            rfq.amendments,
                            rfq.closed ? " unsealed" : ""));
            rfq.members.forEach(
                    member -> lines.add("r%d e%d %d".formatted(name, member, rfq.demand.getOrDefault(member, 0L))));
            rfq.history.forEach(
                    (member, moves) -> lines.add("r%d e%d did %s".formatted(name, member, String.join(" ", moves))));
            for (State.Bid bid : rfq.bids)
                lines.add("bid o%d in r%d %s standing o%d latest o%d%s"
                        .formatted(
                                bid.first.name,
                                name,
                                bid.state,
                                bid.standing.name,
                                bid.latest.name,
                                bid.revealed ? " c%d until %d".formatted(bid.carrier, bid.standing.validUntil) : ""));
        });
        all.offers.values().stream()
                .filter(offer -> offer.last)
                .forEach(offer -> lines.add("last offer o%d in r%d%s"
                        .formatted(offer.name, offer.bid.rfq.name, offer.withdrawn ? " withdrawn" : "")));
        all.questions.forEach((name, each) ->
                lines.add("q%d in r%d%s".formatted(name, each.rfq.name, each.answered ? " answered" : "")));
        desk.picture(lines);
        awards.picture(lines);
        deals.picture(lines);
        return lines;
    }

    static List<YearMonth> months(YearMonth first, YearMonth last) {
        var months = new ArrayList<YearMonth>();
        for (YearMonth month = first; !month.isAfter(last); month = month.plusMonths(1)) months.add(month);
        return months;
    }
}
