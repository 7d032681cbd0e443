package org.goichung.negotiation.walk;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.TreeSet;
import java.util.function.IntSupplier;

/** Steps as chance says, by anybody about anything; most are refused. */
final class Guesses {
    private static final int KINDS = 25 + Scribbles.KINDS;
    private static final List<Integer> WHILES =
            List.of(5, 5, 10, 35, 65, 65, 200, 1_500, 3 * Times.DAY, 15 * Times.DAY, 34 * Times.DAY);

    private final SplittableRandom chance;
    private final State all;
    private final IntSupplier name;
    final Scribbles scribbles;

    Guesses(SplittableRandom chance, State all, IntSupplier name) {
        this.chance = chance;
        this.all = all;
        this.name = name;
        scribbles = new Scribbles(chance, all, this, name);
    }

    Step any() {
        int kind = chance.nextInt(KINDS);
        if (kind >= 25) return scribbles.any(kind - 25, rfq(), one(all.offers.keySet()));
        if (kind == 24)
            return new Step.CallFinal(likely(Actor.LEAD), rfq(), chance.nextInt(0, 3 * Times.DAY), rarely());
        if (kind >= 22) return member(kind == 22);
        return kind < 11 ? untilClose(kind) : afterwards(kind);
    }

    private Step member(boolean joins) {
        int enterprise = enterprise();
        Actor by = likely(chance.nextBoolean() ? Actor.LEAD : Actor.union(enterprise));
        return joins ? new Step.Join(by, rfq(), enterprise, rarely()) : new Step.Leave(by, rfq(), enterprise, rarely());
    }

    private Step untilClose(int kind) {
        return switch (kind) {
            case 0 -> {
                int enterprise = enterprise();
                yield new Step.Give(
                        likely(Actor.union(enterprise)),
                        name.getAsInt(),
                        enterprise,
                        !rarely(),
                        chance.nextInt(-1, 40));
            }
            case 1 -> {
                int mandate = one(all.mandates.keySet());
                var known = all.mandates.get(mandate);
                yield new Step.TakeBack(likely(known == null ? Actor.LEAD : Actor.union(known.enterprise)), mandate);
            }
            case 2 ->
                new Step.Draft(
                        likely(Actor.LEAD),
                        name.getAsInt(),
                        members(),
                        chance.nextInt(-60, 3_000),
                        chance.nextInt(1, 4),
                        chance.nextInt(1, 4),
                        chance.nextInt(2),
                        chance.nextInt(1, 4));
            case 3 -> new Step.Open(likely(Actor.LEAD), rfq(), rarely());
            case 4 -> new Step.Close(likely(Actor.LEAD), rfq(), rarely());
            case 5 ->
                switch (chance.nextInt(4)) {
                    case 0 -> new Step.Cancel(likely(Actor.LEAD), rfq(), rarely());
                    case 1 -> new Step.Propose(likely(Actor.LEAD), rfq());
                    default -> pass();
                };
            case 6 ->
                new Step.Amend(
                        likely(Actor.LEAD),
                        rfq(),
                        any(List.of(-1_440, 0, 60, 1_500, 3_000, 20 * Times.DAY)),
                        chance.nextInt(-1, Actor.MANY),
                        chance.nextInt(0, 9),
                        any(List.of(0, 1, 2)) == 0 ? maybe() : null);
            case 7 -> new Step.Ask(likely(anyCarrier()), rfq(), name.getAsInt());
            case 8 -> new Step.Answer(likely(Actor.LEAD), one(all.questions.keySet()));
            case 9 ->
                new Step.Submit(
                        rarely() ? anybody() : anyCarrier(), rfq(), name.getAsInt(), terms(chance.nextInt(0, 9_000)));
            default ->
                new Step.Revise(carrierOf(lastOffer()), lastOffer(), name.getAsInt(), terms(chance.nextInt(0, 9_000)));
        };
    }

    private Step afterwards(int kind) {
        int offer = one(all.offers.keySet());
        return switch (kind) {
            case 11 -> new Step.Revise(carrierOf(offer), offer, name.getAsInt(), terms(chance.nextInt(0, 9_000)));
            case 12 -> new Step.Counter(union(), offer, name.getAsInt(), tiers(), maybe(), answerIn());
            case 13 -> new Step.Accept(carrierOf(offer), offer);
            case 14 -> new Step.Decline(rarely() ? anybody() : any(List.of(carrierOf(offer), Actor.LEAD)), offer);
            case 15 -> new Step.Withdraw(rarely() ? anybody() : any(List.of(carrierOf(offer), Actor.LEAD)), offer);
            case 16 -> award();
            case 17 -> {
                int enterprise = enterprise();
                yield new Step.Vote(likely(Actor.union(enterprise)), rfq(), enterprise, !rarely());
            }
            case 18 -> new Step.VoteByLink(one(all.awards.keySet()), enterprise(), !rarely());
            case 19 ->
                new Step.MoveAgreement(
                        likely(Actor.LEAD), one(all.deals.keySet()), any(List.of(Step.Deed.values())), rarely());
            case 20 -> {
                int from = enterprise();
                yield new Step.Share(
                        likely(Actor.union(from)),
                        one(all.deals.keySet()),
                        name.getAsInt(),
                        from,
                        enterprise(),
                        chance.nextInt(1, 4),
                        chance.nextInt(0, 4),
                        chance.nextBoolean() ? null : (Integer) chance.nextInt(0, 3));
            }
            default -> chance.nextBoolean() ? reply() : pass();
        };
    }

    private Step award() {
        var lines = new ArrayList<Step.Line>();
        int count = chance.nextInt(1, 4);
        for (int i = 0; i < count; i++)
            lines.add(new Step.Line(enterprise(), one(all.offers.keySet()), chance.nextInt(1, 8)));
        return new Step.Award(likely(Actor.LEAD), rfq(), name.getAsInt(), lines, new TreeSet<>(members()), rarely());
    }

    private Step reply() {
        int change = one(all.changes.keySet());
        var known = all.changes.get(change);
        Step.Word word = any(List.of(Step.Word.values()));
        Actor side = known == null
                ? Actor.LEAD
                : Actor.union(word == Step.Word.WITHDRAW || rarely() ? known.from : known.to);
        return new Step.Reply(likely(side), change, word);
    }

    Step pass() {
        return new Step.Pass(any(WHILES), jobs());
    }

    /** All in some order, or some of them. */
    List<Step.Job> jobs() {
        var jobs = new ArrayList<>(List.of(Step.Job.values()));
        for (int i = jobs.size() - 1; i > 0; i--) jobs.add(jobs.remove(chance.nextInt(i + 1)));
        return List.copyOf(rarely() ? jobs.subList(0, chance.nextInt(jobs.size())) : jobs);
    }

    Step.Terms terms(int validFor) {
        return new Step.Terms(
                tiers(),
                chance.nextBoolean(),
                any(List.of(2L, 4L, 7L, 13L, 5_000L)),
                validFor,
                chance.nextInt(25) == 0,
                chance.nextInt(25) == 0,
                made());
    }

    private Step.Made made() {
        return switch (chance.nextInt(40)) {
            case 0, 1, 2, 3 -> Step.Made.SOUND;
            case 4, 5, 6 -> Step.Made.GENEROUS;
            case 7, 8 -> any(List.of(Step.Made.values()));
            default -> Step.Made.NOT;
        };
    }

    /** Seldom in the past, or longer than the offer is good. */
    Integer answerIn() {
        return chance.nextInt(3) == 0 ? null : (Integer) chance.nextInt(-60, any(List.of(200, 500, 2_000, 9_000)));
    }

    /** Mostly in order. */
    List<Step.Tier> tiers() {
        var tiers = new ArrayList<Step.Tier>();
        int count = chance.nextInt(1, 4);
        long from = chance.nextInt(4) == 0 ? chance.nextInt(5, 10) : chance.nextInt(1, 5);
        long price = chance.nextInt(80, 100) * 1_000L;
        for (int i = 0; i < count; i++) {
            tiers.add(new Step.Tier(from, price));
            boolean faulty = chance.nextInt(20) == 0;
            from += faulty ? chance.nextInt(-1, 1) : chance.nextInt(1, 6);
            price -= chance.nextInt(20) == 0 ? -1_000 : chance.nextInt(0, 15) * 1_000L;
            from = Math.max(1, from);
        }
        return List.copyOf(tiers);
    }

    Boolean maybe() {
        return chance.nextInt(3) == 0 ? null : (Boolean) chance.nextBoolean();
    }

    private boolean rarely() {
        return chance.nextInt(10) == 0;
    }

    private Actor likely(Actor actor) {
        return chance.nextInt(7) == 0 ? anybody() : actor;
    }

    private Actor anybody() {
        return any(List.of(Actor.values()));
    }

    private Actor anyCarrier() {
        return Actor.carrier(chance.nextInt(Actor.MANY));
    }

    /** What carriers may do at all is the door's to say; this is some carrier. */
    private Actor carrierOf(int offer) {
        var known = all.offers.get(offer);
        return known == null || rarely() ? anyCarrier() : Actor.carrier(known.bid.carrier);
    }

    private Actor union() {
        return rarely() ? any(List.of(Actor.UNION_0, Actor.UNION_1, Actor.STRANGER)) : Actor.LEAD;
    }

    private int enterprise() {
        return chance.nextInt(Actor.MANY);
    }

    private Set<Integer> members() {
        var members = new TreeSet<Integer>();
        members.add(enterprise());
        members.add(enterprise());
        return members;
    }

    private int rfq() {
        return one(all.rfqs.keySet());
    }

    private int lastOffer() {
        return all.offers.keySet().stream().reduce(0, (before, last) -> last);
    }

    /** The later the likelier; now and then one that there is not. */
    private int one(Collection<Integer> names) {
        if (names.isEmpty() || chance.nextInt(30) == 0) return 0;
        var list = List.copyOf(names);
        return list.get(Math.max(chance.nextInt(list.size()), chance.nextInt(list.size())));
    }

    private <T> T any(List<T> list) {
        return list.get(chance.nextInt(list.size()));
    }
}
