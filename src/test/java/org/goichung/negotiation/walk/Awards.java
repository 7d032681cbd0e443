package org.goichung.negotiation.walk;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import org.goichung.negotiation.walk.State.Award;
import org.goichung.negotiation.walk.State.Line;
import org.goichung.negotiation.walk.State.Offer;
import org.goichung.negotiation.walk.State.Rfq;

/** The model's awards and what their votes come to. */
final class Awards {
    private final State all;
    private final Deals deals;

    Awards(State all, Deals deals) {
        this.all = all;
        this.deals = deals;
    }

    void award(Rfq rfq, Step.Award step) {
        if (!rfq.bargaining()) throw No.illegal();
        List<Line> lines = priced(rfq, step.lines(), step.accepting());
        rfq.state = "RATIFYING";
        lines.forEach(line -> line.offer().bid.state = "AWARDED");
        var award = new Award();
        award.name = step.award();
        award.rfq = rfq;
        award.lines = lines;
        award.voteUntil = all.now + rfq.window;
        all.awards.put(step.award(), award);
        all.tell("rfq-awarded", Model.union(rfq) + carriers(lines));
    }

    private static int carriers(List<Line> lines) {
        return (int)
                lines.stream().map(line -> line.offer().bid.carrier).distinct().count();
    }

    /** Checked by all the rules. */
    List<Line> priced(Rfq rfq, List<Step.Line> wanted, Set<Integer> accepting) {
        Set<Offer> onTable = onTable(rfq);
        for (Step.Line line : wanted)
            No.unless(
                    !onTable.contains(all.offers.get(line.offer()))
                            || all.offers.get(line.offer()).fits(),
                    "award-invalid offer-no-longer-meets-lot");
        onTable.removeIf(offer -> !offer.fits());
        var taken = new HashMap<Integer, Long>();
        var pairs = new HashSet<List<Integer>>();
        for (Step.Line line : wanted) {
            No.unless(mandating(rfq).contains(line.enterprise()), "award-invalid not-a-mandating-member");
            No.unless(onTable.contains(all.offers.get(line.offer())), "award-invalid offer-not-standing");
            No.unless(pairs.add(List.of(line.enterprise(), line.offer())), "award-invalid twice");
            long sum = taken.merge(line.enterprise(), line.lines(), Long::sum);
            No.unless(sum <= rfq.demand.get(line.enterprise()), "award-invalid exceeds-demand");
        }
        for (Offer offer : onTable)
            No.unless(
                    wanted.stream()
                                    .filter(line -> line.offer() == offer.name)
                                    .mapToLong(Step.Line::lines)
                                    .sum()
                            <= offer.capacity,
                    "award-invalid exceeds-capacity");
        Set<Offer> standing = onTable;
        List<Line> lines = wanted.stream()
                .map(line -> {
                    Offer offer = all.offers.get(line.offer());
                    long price = offer.priceAt(volume(offer, line.enterprise(), wanted));
                    No.unless(price >= 0, "award-invalid below-lowest-tier");
                    return new Line(
                            line.enterprise(), offer, line.lines(), price, alone(rfq, line.enterprise(), standing));
                })
                .toList();
        var gains = new HashMap<Integer, Long>();
        lines.forEach(line -> gains.merge(line.enterprise(), line.lines() * (line.alone() - line.price()), Long::sum));
        No.unless(
                gains.entrySet().stream().allMatch(gain -> gain.getValue() >= 0 || accepting.contains(gain.getKey())),
                "award-makes-losers");
        No.unless(gains.size() >= rfq.quorum, "award-invalid fewer-than-quorum");
        return lines;
    }

    /** Those that stand and outlive a vote that began now. */
    Set<Offer> onTable(Rfq rfq) {
        var offers = new HashSet<Offer>();
        rfq.bids.stream()
                .filter(bid -> bid.standing() && bid.standing.validUntil >= all.now + rfq.window)
                .forEach(bid -> offers.add(bid.standing));
        return offers;
    }

    SortedSet<Integer> mandating(Rfq rfq) {
        var members = new TreeSet<Integer>();
        for (int member : rfq.members)
            if (all.mandates.values().stream()
                    .anyMatch(mandate -> mandate.enterprise == member && mandate.covers(Times.day(all.now))))
                members.add(member);
        return members;
    }

    private static long volume(Offer offer, int enterprise, List<Step.Line> lines) {
        return lines.stream()
                .filter(line -> line.offer() == offer.name && (offer.sums || line.enterprise() == enterprise))
                .mapToLong(Step.Line::lines)
                .sum();
    }

    /** What a line would cost it by itself: by the best offer that takes all it wants, else in the shop. */
    private long alone(Rfq rfq, int enterprise, Set<Offer> standing) {
        long wish = rfq.demand.get(enterprise);
        long best = standing.stream()
                .filter(offer -> offer.capacity >= wish)
                .mapToLong(offer -> offer.priceAt(wish))
                .filter(price -> price >= 0)
                .min()
                .orElse(-1);
        return best >= 0
                ? best
                : standing.stream()
                        .mapToLong(offer -> offer.shopPrice(all.given))
                        .min()
                        .orElseThrow();
    }

    void vote(Step.Vote step) {
        Rfq rfq = Model.seen(all, step.by(), step.rfq());
        if (!step.by().reaches(step.enterprise())) throw No.unknown();
        if (step.by().leads()) throw No.forbidden();
        cast(rfq, step.enterprise(), step.yes());
    }

    private void cast(Rfq rfq, int enterprise, boolean yes) {
        Award award = all.pending(rfq);
        if (award == null) throw No.illegal();
        No.unless(award.electorate().contains(enterprise), "invalid-request not-in-the-award");
        No.unless(!award.votes.containsKey(enterprise), "already-exists");
        if (all.now > award.voteUntil) throw No.illegal();
        No.unless(all.standing(enterprise) != null, "mandate-missing");
        award.votes.put(enterprise, yes);
        all.tell("award-voted", 2);
        if (award.votes.keySet().equals(award.electorate())) settle(award);
    }

    void voteByLink(Step.VoteByLink step) {
        Award award = all.awards.get(step.award());
        No.unless(award != null && award.electorate().contains(step.enterprise()), "vote-link-unknown");
        No.unless(!award.linksUsed.contains(step.enterprise()), "vote-link-used");
        No.unless(all.now <= award.voteUntil, "vote-link-over");
        No.unless(!award.votes.containsKey(step.enterprise()), "vote-link-used");
        No.unless(award.outcome == null, "vote-link-over");
        cast(award.rfq, step.enterprise(), step.yes());
        award.linksUsed.add(step.enterprise());
    }

    void settleThoseDue() {
        all.awards.values().stream()
                .filter(award -> award.outcome == null && all.now > award.voteUntil)
                .forEach(this::settle);
    }

    /** Who said no, or nothing, or has taken its mandate back leaves; then whoever now pays more than it agreed to; until nobody does. */
    private void settle(Award award) {
        var members = new TreeSet<Integer>();
        award.votes.forEach((enterprise, yes) -> {
            if (yes && all.standing(enterprise) != null) members.add(enterprise);
        });
        while (true) {
            if (members.size() < award.rfq.quorum) {
                reopen(award, "QUORUM_LOST");
                return;
            }
            Map<Line, Long> prices = repriced(award, members);
            if (prices.containsValue(-1L)) {
                reopen(award, "TIER_LOST");
                return;
            }
            var over = new HashMap<Integer, Long>();
            prices.forEach(
                    (line, price) -> over.merge(line.enterprise(), line.lines() * price - line.cap(), Long::sum));
            over.values().removeIf(excess -> excess <= 0);
            if (over.isEmpty()) {
                conclude(award, prices);
                return;
            }
            members.removeAll(over.keySet());
            award.released = true;
        }
    }

    private static Map<Line, Long> repriced(Award award, Set<Integer> members) {
        var prices = new HashMap<Line, Long>();
        for (Line line : award.lines) {
            if (!members.contains(line.enterprise())) continue;
            long volume = award.lines.stream()
                    .filter(each -> members.contains(each.enterprise()) && each.offer() == line.offer())
                    .filter(each -> line.offer().sums || each.enterprise() == line.enterprise())
                    .mapToLong(Line::lines)
                    .sum();
            prices.put(line, line.offer().priceAt(volume));
        }
        return prices;
    }

    private void reopen(Award award, String outcome) {
        award.outcome = outcome;
        award.rfq.state = "EVALUATED";
        award.rfq.bids.stream().filter(bid -> bid.state.equals("AWARDED")).forEach(bid -> bid.state = "REVEALED");
        all.tell("rfq-reopened", Model.union(award.rfq) + carriers(award.lines));
    }

    private void conclude(Award award, Map<Line, Long> prices) {
        Rfq rfq = award.rfq;
        award.outcome = "CONCLUDED";
        rfq.state = "CONCLUDED";
        var winning = new HashSet<Offer>();
        prices.keySet().forEach(line -> winning.add(line.offer()));
        rfq.bids.stream()
                .filter(bid -> bid.revealed && !bid.ended() && !winning.contains(bid.standing))
                .forEach(bid -> bid.state = "NOT_AWARDED");
        long bidders = rfq.bids.stream()
                .filter(bid -> bid.revealed)
                .map(bid -> bid.carrier)
                .distinct()
                .count();
        all.tell("rfq-concluded", Model.union(rfq) + (int) bidders);
        winning.forEach(offer -> deals.ratify(rfq, offer, prices));
    }

    void picture(Set<String> lines) {
        all.awards.forEach((name, award) -> {
            lines.add("w%d in r%d until %d%s"
                    .formatted(
                            name, award.rfq.name, award.voteUntil, award.outcome == null ? "" : " " + award.outcome));
            award.lines.forEach(line -> lines.add("w%d e%d o%d %d at %d alone %d"
                    .formatted(name, line.enterprise(), line.offer().name, line.lines(), line.price(), line.alone())));
            award.votes.forEach(
                    (enterprise, yes) -> lines.add("w%d e%d says %s".formatted(name, enterprise, yes ? "yes" : "no")));
        });
    }
}
