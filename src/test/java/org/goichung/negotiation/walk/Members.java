package org.goichung.negotiation.walk;

import java.util.ArrayList;
import java.util.List;
import org.goichung.negotiation.walk.State.Rfq;

/** The model's coalitions, which enterprises join and leave until a day before the close. */
final class Members {
    private final State all;

    Members(State all) {
        this.all = all;
    }

    /** The leading body, the members and all carriers. */
    static int everybody(State all, Rfq rfq) {
        return Model.union(rfq) + all.given.carriers();
    }

    /** Whether a union may read of an open RFQ since it might join it. */
    static boolean mayJoin(State all, Actor by, int name) {
        Rfq rfq = all.rfqs.get(name);
        return rfq != null
                && by.isUnion()
                && rfq.state.equals("OPEN")
                && all.mandated(by.number(), Times.day(rfq.deadline))
                && !rfq.history.containsKey(by.number());
    }

    void join(Step.Join step) {
        if (!Model.sees(all, step.by(), step.rfq()) && !mayJoin(all, step.by(), step.rfq())) throw No.unknown();
        Rfq rfq = all.rfqs.get(step.rfq());
        requireMayMove(step.by(), step.enterprise(), step.stale());
        requireTime(rfq);
        No.unless(!rfq.members.contains(step.enterprise()), "already-a-member");
        No.unless(all.mandated(step.enterprise(), Times.day(rfq.deadline)), "mandate-missing");
        rfq.members.add(step.enterprise());
        if (rfq.opened) rfq.demand.put(step.enterprise(), all.given.demand().get(step.enterprise()));
        note(rfq, step.enterprise(), "join");
    }

    void leave(Step.Leave step) {
        Rfq rfq = Model.seen(all, step.by(), step.rfq());
        requireMayMove(step.by(), step.enterprise(), step.stale());
        requireTime(rfq);
        if (!rfq.members.contains(step.enterprise())) throw No.unknown();
        No.unless(rfq.members.size() > 1, "last-member");
        long rest = rfq.demand.values().stream().mapToLong(each -> each).sum()
                - rfq.demand.getOrDefault(step.enterprise(), 0L);
        No.unless(!rfq.opened || rest > 0, "no-demand");
        leave(rfq, step.enterprise());
    }

    private static void requireMayMove(Actor by, int enterprise, boolean stale) {
        if (!by.leads() && !(by.isUnion() && by.number() == enterprise)) throw No.forbidden();
        No.unless(!stale, "stale-version");
    }

    private void requireTime(Rfq rfq) {
        if (!List.of("DRAFT", "OPEN").contains(rfq.state) || all.now >= rfq.deadline) throw No.illegal();
        No.unless(rfq.state.equals("DRAFT") || all.now + Times.DAY <= rfq.deadline, "too-late-for-members");
    }

    private void leave(Rfq rfq, int enterprise) {
        rfq.members.remove(enterprise);
        rfq.demand.remove(enterprise);
        note(rfq, enterprise, "leave");
    }

    private void note(Rfq rfq, int enterprise, String move) {
        rfq.history.computeIfAbsent(enterprise, none -> new ArrayList<>()).add(move);
        all.tell(move.equals("join") ? "rfq-member-joined" : "rfq-member-left", 2);
        if (rfq.opened) all.tell("rfq-members-changed", everybody(all, rfq));
    }

    void letThoseGoWhoWithdrew() {
        for (Rfq rfq : all.rfqs.values())
            if (rfq.state.equals("OPEN") && all.now + Times.DAY <= rfq.deadline)
                for (int member : List.copyOf(rfq.members))
                    if (all.standing(member) == null && rfq.members.size() > 1) {
                        leave(rfq, member);
                        rfq.letGo = true;
                    }
    }
}
