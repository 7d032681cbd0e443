package org.goichung.negotiation.walk;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.TreeSet;
import java.util.function.Predicate;
import org.goichung.negotiation.walk.State.Bid;
import org.goichung.negotiation.walk.State.Deal;
import org.goichung.negotiation.walk.State.Offer;
import org.goichung.negotiation.walk.State.Rfq;

/** Makes walks from seeds: about half the steps lead on, as sensible people would go, and the others are whatever chance says. */
final class Walks {
    private static final int SHORTEST = 12;
    private static final int LONGEST = 56;
    private static final int MOST_RFQS = 3;
    /** Of a hundred steps. */
    private static final int SENSIBLE = 66;

    private final SplittableRandom chance;
    private final Model model;
    private final Guesses guesses;
    private int names;

    private Walks(long seed, State.Given given) {
        chance = new SplittableRandom(seed);
        model = new Model(given);
        guesses = new Guesses(chance, model.all, () -> ++names);
    }

    static List<Step> of(long seed, State.Given given) {
        return new Walks(seed, given).walk();
    }

    private List<Step> walk() {
        var steps = new ArrayList<Step>();
        int length = chance.nextInt(SHORTEST, LONGEST);
        while (steps.size() < length) {
            Step step = chance.nextInt(100) < SENSIBLE ? sensible() : guesses.any();
            steps.add(step);
            model.run(step);
        }
        return steps;
    }

    private State all() {
        return model.all;
    }

    private Step sensible() {
        var mandated = new TreeSet<Integer>();
        for (var mandate : all().mandates.values())
            if (mandate.covers(Times.day(all().now + 12 * Times.DAY))) mandated.add(mandate.enterprise);
        for (int enterprise = 0; enterprise < Actor.MANY; enterprise++)
            if (!mandated.contains(enterprise) && chance.nextInt(3) > 0)
                return new Step.Give(Actor.union(enterprise), ++names, enterprise, true, chance.nextInt(13, 120));
        List<Deal> deals =
                all().deals.values().stream().filter(deal -> !deal.ended()).toList();
        if (!deals.isEmpty() && chance.nextInt(100) < 55) return ofDeal(any(deals));
        Rfq rfq = all().rfqs.values().stream()
                .filter(each -> !List.of("CONCLUDED", "CANCELLED", "FAILED").contains(each.state))
                .reduce((first, last) -> last)
                .orElse(null);
        if (rfq == null) return mandated.isEmpty() || all().rfqs.size() >= MOST_RFQS ? guesses.any() : draft(mandated);
        return switch (rfq.state) {
            case "DRAFT" -> chance.nextInt(5) == 0 ? joinOrLeave(rfq) : new Step.Open(Actor.LEAD, rfq.name, false);
            case "OPEN" -> whileOpen(rfq);
            case "BEST_AND_FINAL" -> whileFinal(rfq);
            case "RATIFYING" -> whileRatifying(rfq);
            default -> whileBargaining(rfq);
        };
    }

    private Step draft(Collection<Integer> mandated) {
        var members = new TreeSet<>(mandated);
        while (members.size() > 1 && chance.nextInt(4) == 0) members.pollFirst();
        return new Step.Draft(
                Actor.LEAD,
                ++names,
                members,
                chance.nextInt(30, 4_000),
                any(List.of(1, 3, 26)),
                chance.nextInt(1, members.size() + 1),
                chance.nextInt(2),
                chance.nextInt(1, 5));
    }

    private Step whileOpen(Rfq rfq) {
        Step signed = guesses.scribbles.follow(rfq);
        if (signed != null && chance.nextInt(3) > 0) return signed;
        var bidding = new TreeSet<Integer>();
        rfq.bids.stream().filter(bid -> !bid.ended()).forEach(bid -> bidding.add(bid.carrier));
        all().papers.values().stream()
                .filter(paper -> paper.rfq == rfq && paper.state().equals("CONFIRMED"))
                .forEach(paper -> bidding.add(paper.carrier));
        int untilClose = (int) (rfq.deadline - all().now);
        if (bidding.size() < 2 || bidding.size() < 3 && chance.nextInt(2) == 0)
            for (int carrier = 0; carrier < Actor.MANY; carrier++)
                if (!bidding.contains(carrier) && untilClose > 0)
                    return chance.nextInt(3) == 0
                            ? guesses.scribbles.offer(rfq, carrier, terms(rfq))
                            : new Step.Submit(Actor.carrier(carrier), rfq.name, ++names, terms(rfq));
        return switch (rfq.bids.isEmpty() ? -1 : chance.nextInt(11)) {
            case 9, 10 -> joinOrLeave(rfq);
            case 0 -> new Step.Ask(Actor.carrier(chance.nextInt(Actor.MANY)), rfq.name, ++names);
            case 1 ->
                new Step.Amend(
                        Actor.LEAD,
                        rfq.name,
                        Math.max(0, Times.DAY + 60 - untilClose),
                        chance.nextBoolean() ? rfq.members.first() : -1,
                        chance.nextInt(1, 8),
                        null);
            case 2 -> {
                Bid bid = any(rfq.bids);
                yield new Step.Revise(Actor.carrier(bid.carrier), bid.standing.name, ++names, terms(rfq));
            }
            default ->
                untilClose < 0 && chance.nextBoolean()
                        ? new Step.Close(Actor.LEAD, rfq.name, false)
                        : new Step.Pass(Math.max(5, untilClose + 5), guesses.jobs());
        };
    }

    /** Whoever is not in it joins, somebody who is leaves, or takes its mandate back. */
    private Step joinOrLeave(Rfq rfq) {
        int enterprise = chance.nextInt(Actor.MANY);
        if (rfq.members.contains(enterprise) && chance.nextInt(4) == 0)
            for (var mandate : all().mandates.entrySet())
                if (mandate.getValue().enterprise == enterprise && !mandate.getValue().withdrawn)
                    return new Step.TakeBack(Actor.union(enterprise), mandate.getKey());
        int untilClose = (int) (rfq.deadline - all().now);
        if (rfq.members.contains(enterprise) && rfq.opened && chance.nextInt(4) == 0)
            return new Step.Amend(Actor.LEAD, rfq.name, Math.max(0, Times.DAY + 60 - untilClose), enterprise, 0, null);
        Actor by = chance.nextBoolean() ? Actor.LEAD : Actor.union(enterprise);
        return rfq.members.contains(enterprise)
                ? new Step.Leave(by, rfq.name, enterprise, false)
                : new Step.Join(by, rfq.name, enterprise, false);
    }

    private Step.Terms terms(Rfq rfq) {
        int least = (int) Math.max(0, rfq.lastDeadline() - all().now) + rfq.window + 5;
        return guesses.terms(least + chance.nextInt(10, 6 * Times.DAY));
    }

    private Step whileBargaining(Rfq rfq) {
        List<Bid> live = those(rfq.bids, bid -> bid.standing() || bid.state.equals("COUNTERED"));
        if (live.isEmpty()) return new Step.Cancel(Actor.LEAD, rfq.name, false);
        Step signed = guesses.scribbles.follow(rfq);
        if (signed != null && chance.nextInt(3) > 0) return signed;
        Bid bid = any(live);
        int on = chance.nextInt(100);
        if (rfq.finalDeadline < 0 && on >= 90)
            return new Step.CallFinal(
                    Actor.LEAD, rfq.name, chance.nextInt(Times.DAY + 5, 3 * Times.DAY), chance.nextInt(20) == 0);
        if (on < 8) return new Step.Propose(Actor.LEAD, rfq.name);
        boolean over = bid.answerTimeIsOver(all().now);
        if ((on < 50 || bid.onPaper || over) && bid.state.equals("COUNTERED")) {
            if (bid.latest.answerBy != null && !over && chance.nextBoolean()) return behind(bid.latest.answerBy);
            if (bid.onPaper && chance.nextInt(4) > 0)
                return guesses.scribbles.answer(bid, any(List.of(Step.Say.values())), terms(rfq));
            Actor carrier = Actor.carrier(bid.carrier);
            return switch (chance.nextInt(4)) {
                case 0 -> new Step.Decline(carrier, bid.latest.name);
                case 1 -> new Step.Revise(carrier, bid.latest.name, ++names, terms(rfq));
                default -> new Step.Accept(carrier, bid.latest.name);
            };
        }
        if (on < (bid.onPaper ? 70 : 45))
            return new Step.Counter(
                    Actor.LEAD, bid.standing.name, ++names, countered(bid), guesses.maybe(), guesses.answerIn());
        return award(rfq);
    }

    /** Half the time the job that takes counter-offers back is held up. */
    private Step behind(long answerBy) {
        int minutes = (int) Math.max(5, answerBy - all().now + 5);
        return new Step.Pass(minutes, chance.nextBoolean() ? List.of(Step.Job.CLOSE) : guesses.jobs());
    }

    /** Some better their offers, some take it back, and time goes by. */
    private Step whileFinal(Rfq rfq) {
        Step signed = guesses.scribbles.follow(rfq);
        if (signed != null && chance.nextInt(3) > 0) return signed;
        Bid bid = any(rfq.bids);
        if (bid.onPaper && bid.state.equals("INVITED") && chance.nextInt(3) > 0)
            return guesses.scribbles.answer(bid, Step.Say.REVISE, better(rfq, bid.standing));
        Offer named = bid.finals.isEmpty() ? bid.standing : bid.finals.getLast();
        Actor carrier = Actor.carrier(bid.carrier);
        int untilEnd = (int) (rfq.finalDeadline - all().now);
        return switch (chance.nextInt(6)) {
            case 0 -> new Step.Revise(carrier, named.name, ++names, terms(rfq));
            case 1, 2 -> new Step.Revise(carrier, named.name, ++names, better(rfq, bid.standing));
            case 3 -> new Step.Withdraw(carrier, named.name);
            default -> new Step.Pass(Math.max(5, untilEnd + 5), guesses.jobs());
        };
    }

    private List<Step.Tier> countered(Bid bid) {
        return chance.nextInt(3) == 0 ? guesses.tiers() : cheaper(bid.standing, 1_000);
    }

    private static List<Step.Tier> cheaper(Offer standing, long by) {
        return standing.tiers.stream()
                .map(tier -> new Step.Tier(tier.from(), tier.price() - by))
                .toList();
    }

    private Step.Terms better(Rfq rfq, Offer standing) {
        long less = chance.nextInt(0, 5) * 1_000L;
        long validFor = Math.max(standing.validUntil, rfq.lastDeadline() + rfq.window) - all().now + 5;
        return new Step.Terms(
                cheaper(standing, less),
                standing.sums || chance.nextBoolean(),
                standing.capacity + chance.nextInt(3),
                (int) validFor + chance.nextInt(3 * Times.DAY),
                false,
                false,
                chance.nextInt(10) == 0 ? Step.Made.GENEROUS : standing.made);
    }

    /** Each takes what it wants from whoever has it, in some order. */
    private Step award(Rfq rfq) {
        var awards = new Awards(all(), new Deals(all()));
        List<Offer> offers = new ArrayList<>(awards.onTable(rfq));
        offers.sort((one, other) -> Integer.compare(one.name, other.name));
        if (offers.size() > 1 && chance.nextBoolean()) offers = offers.reversed();
        Map<Offer, Long> left = new HashMap<>();
        boolean overdone = chance.nextInt(12) == 0;
        offers.forEach(offer -> left.put(offer, overdone ? Long.MAX_VALUE : offer.capacity));
        var lines = new ArrayList<Step.Line>();
        for (int member : awards.mandating(rfq)) {
            long wish = rfq.demand.getOrDefault(member, 0L);
            if (chance.nextInt(6) == 0 && wish > 1) wish--;
            for (Offer offer : offers) {
                long takes = Math.min(wish, left.get(offer));
                if (takes == 0) continue;
                lines.add(new Step.Line(member, offer.name, takes));
                left.merge(offer, -takes, Long::sum);
                wish -= takes;
            }
        }
        if (lines.isEmpty()) return guesses.any();
        TreeSet<Integer> accepting = chance.nextInt(4) == 0 ? new TreeSet<>() : new TreeSet<>(List.of(0, 1, 2));
        return new Step.Award(Actor.LEAD, rfq.name, ++names, lines, accepting, false);
    }

    private Step whileRatifying(Rfq rfq) {
        State.Award award = all().pending(rfq);
        List<Integer> silent = award.electorate().stream()
                .filter(enterprise -> !award.votes.containsKey(enterprise))
                .toList();
        if (all().now > award.voteUntil || chance.nextInt(10) == 0)
            return new Step.Pass((int) Math.max(5, award.voteUntil - all().now + 5), guesses.jobs());
        if (silent.isEmpty()) return guesses.any();
        int enterprise = any(silent);
        boolean yes = chance.nextInt(100) < 75;
        return chance.nextInt(3) == 0
                ? new Step.VoteByLink(award.name, enterprise, yes)
                : new Step.Vote(Actor.union(enterprise), rfq.name, enterprise, yes);
    }

    private Step ofDeal(Deal deal) {
        List<State.Change> open = all().changes.values().stream()
                .filter(change -> change.deal == deal && change.state.equals("PROPOSED"))
                .toList();
        if (!open.isEmpty() && chance.nextBoolean()) {
            State.Change change = any(open);
            int name = all().changes.entrySet().stream()
                    .filter(each -> each.getValue() == change)
                    .findFirst()
                    .orElseThrow()
                    .getKey();
            Step.Word word = any(List.of(Step.Word.ACCEPT, Step.Word.ACCEPT, Step.Word.DECLINE, Step.Word.WITHDRAW));
            return new Step.Reply(Actor.union(word == Step.Word.WITHDRAW ? change.from : change.to), name, word);
        }
        List<Integer> members = List.copyOf(deal.lines.keySet());
        return switch (chance.nextInt(6)) {
            case 0 ->
                new Step.MoveAgreement(
                        Actor.LEAD,
                        deal.offer.name,
                        deal.state.equals("SUSPENDED") ? Step.Deed.RESUME : Step.Deed.SUSPEND,
                        false);
            case 1 -> new Step.Pass(chance.nextInt(5, 20 * Times.DAY), guesses.jobs());
            case 2 -> new Step.Pass(chance.nextInt(20 * Times.DAY, 40 * Times.DAY), guesses.jobs());
            default -> {
                int from = any(members);
                List<Integer> others = those(members, each -> each != from || members.size() == 1);
                int inMonths = deal.rfq.firstDay().isAfter(Times.day(all().now)) ? chance.nextInt(1, 3) : 1;
                yield new Step.Share(
                        Actor.union(from),
                        deal.offer.name,
                        ++names,
                        from,
                        any(others),
                        chance.nextInt(3) == 0 ? 2 : 1,
                        inMonths,
                        chance.nextBoolean() ? null : Integer.valueOf(1));
            }
        };
    }

    private static <T> List<T> those(List<T> all, Predicate<T> so) {
        return all.stream().filter(so).toList();
    }

    private <T> T any(List<T> all) {
        return all.get(chance.nextInt(all.size()));
    }
}
