package org.goichung.negotiation.model.award;

import com.google.ortools.modelbuilder.LinearExpr;
import com.google.ortools.modelbuilder.LinearExprBuilder;
import com.google.ortools.modelbuilder.ModelBuilder;
import com.google.ortools.modelbuilder.Variable;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.function.ToDoubleFunction;
import java.util.function.ToLongFunction;
import org.goichung.negotiation.OfferTerms;
import org.goichung.negotiation.Tier;
import org.goichung.negotiation.model.AwardPlan;
import org.goichung.negotiation.model.award.AwardQuestion.Bidder;
import org.goichung.negotiation.model.award.AwardQuestion.Member;
import org.goichung.platform.identity.EnterpriseId;
import org.jspecify.annotations.Nullable;

/**
 * The question as a mixed-integer program. Lines are split by offer and tier, so that each has its price; a tier is open over all
 * members where the offer sums them, else per member.
 */
final class AwardModel {
    /** Lines of one member at one tier of one offer. */
    private record Cell(Member member, Bidder bidder, long priceVnd, Variable lines) {}

    /** What one member takes from one offer, whatever the tier. */
    private record Seat(EnterpriseId enterpriseId, UUID offerId) {}

    private final ModelBuilder model = new ModelBuilder();
    private final AwardQuestion question;
    private final Set<Demanding> asked;
    private final List<Cell> cells = new ArrayList<>();
    private final Map<UUID, Variable> wins = new LinkedHashMap<>();
    private final List<Variable> missing = new ArrayList<>();
    private final List<Variable> ported = new ArrayList<>();
    private final Variable worstLoss;

    /**
     * @param asked what has to hold beside the members' demand
     * @param mostMissing how many lines of the demand may stay unmet
     * @param mostLoss VND per month that the worst off may lose against going alone; null: as much as it takes
     */
    AwardModel(AwardQuestion question, Set<Demanding> asked, long mostMissing, @Nullable Long mostLoss) {
        this.question = question;
        this.asked = EnumSet.copyOf(asked);
        this.worstLoss = model.newNumVar(0, mostLoss == null ? Double.POSITIVE_INFINITY : mostLoss, "worst-loss");
        question.bidders().forEach(this::offer);
        question.members().forEach(member -> {
            member.demand().keySet().forEach(lot -> demand(member, lot, mostMissing > 0));
            if (asked.contains(Demanding.NOBODY_LOSES)) loss(member);
        });
        var unmet = LinearExpr.newBuilder();
        missing.forEach(unmet::add);
        if (mostMissing > 0) model.addLessOrEqual(unmet.build(), mostMissing);
        if (asked.contains(Demanding.MIN_SHARES))
            for (AwardRules.MinShare share : question.rules().minShares())
                question.members().stream()
                        .filter(member -> member.enterpriseId().equals(share.enterpriseId()))
                        .forEach(member -> share(share, member));
        rules();
    }

    static Set<Demanding> all(AwardQuestion question) {
        AwardRules rules = question.rules();
        var all = EnumSet.of(Demanding.CAPACITY, Demanding.LOWEST_TIER, Demanding.NOBODY_LOSES);
        if (question.bidders().stream()
                .anyMatch(bidder -> bidder.offer().terms().provinces() != null)) all.add(Demanding.PROVINCES);
        if (rules.maxCarriers() != null) all.add(Demanding.MAX_CARRIERS);
        if (rules.minLinesPerOffer() != null) all.add(Demanding.MIN_LINES_PER_OFFER);
        if (!rules.minShares().isEmpty()) all.add(Demanding.MIN_SHARES);
        if (rules.budgetVndPerMonth() != null) all.add(Demanding.BUDGET);
        return all;
    }

    private void offer(Bidder bidder) {
        Variable won = model.newBoolVar("won");
        wins.put(bidder.offer().offerId(), won);
        OfferTerms terms = bidder.offer().terms();
        List<Member> takers = question.members().stream()
                .filter(member -> member.lines(bidder.lot()) > 0)
                .filter(member -> bidder.serves(member) || !asked.contains(Demanding.PROVINCES))
                .toList();
        List<Cell> own = new ArrayList<>();
        if (terms.sumsMembers()) own.addAll(tiers(bidder, takers, won));
        else for (Member member : takers) own.addAll(tiers(bidder, List.of(member), won));
        var volume = sum(own);
        if (asked.contains(Demanding.CAPACITY)) model.addLessOrEqual(volume.build(), terms.capacity());
        long least =
                asked.contains(Demanding.MIN_LINES_PER_OFFER) ? question.rules().leastLines() : 1;
        model.addGreaterOrEqual(sum(own).addTerm(won, -least).build(), 0);
        cells.addAll(own);
    }

    /** One volume, of whomever it is: at most one tier is open, and what is taken from it lies within its bounds. */
    private List<Cell> tiers(Bidder bidder, List<Member> takers, Variable won) {
        List<Tier> tiers = bidder.offer().terms().tiers();
        long most =
                takers.stream().mapToLong(member -> member.lines(bidder.lot())).sum();
        List<Cell> all = new ArrayList<>();
        var open = LinearExpr.newBuilder();
        for (int i = 0; i < tiers.size(); i++) {
            Tier tier = tiers.get(i);
            long from = i == 0 && !asked.contains(Demanding.LOWEST_TIER) ? 1 : tier.fromLines();
            long to = i + 1 < tiers.size() ? Math.min(most, tiers.get(i + 1).fromLines() - 1) : most;
            if (from > to) continue;
            Variable opened = model.newBoolVar("tier");
            open.add(opened);
            List<Cell> its = new ArrayList<>();
            for (Member member : takers) {
                long lines = Math.min(to, member.lines(bidder.lot()));
                its.add(new Cell(member, bidder, tier.priceVnd(), model.newIntVar(0, lines, "lines")));
                // tighter than the sum's bound alone
                model.addLessOrEqual(
                        LinearExpr.newBuilder()
                                .add(its.getLast().lines)
                                .addTerm(opened, -lines)
                                .build(),
                        0);
            }
            model.addGreaterOrEqual(sum(its).addTerm(opened, -from).build(), 0);
            model.addLessOrEqual(sum(its).addTerm(opened, -to).build(), 0);
            all.addAll(its);
        }
        model.addLessOrEqual(open.addTerm(won, -1).build(), 0);
        return all;
    }

    private void demand(Member member, String lot, boolean mayMiss) {
        var given = sum(cells.stream()
                .filter(cell -> cell.member == member && cell.bidder.lot().equals(lot))
                .toList());
        if (mayMiss) {
            Variable unmet = model.newIntVar(0, member.lines(lot), "missing");
            missing.add(unmet);
            given.add(unmet);
        }
        model.addEquality(given.build(), member.lines(lot));
        if (question.rules().portVnd() > 0) ports(member, lot);
    }

    /** Lines beyond those that are with the carrier already are numbers to be moved. */
    private void ports(Member member, String lot) {
        carriers().forEach(carrier -> {
            List<Cell> its = cells.stream()
                    .filter(cell -> cell.member == member
                            && cell.bidder.lot().equals(lot)
                            && cell.bidder.carrierCode().equals(carrier))
                    .toList();
            if (its.isEmpty()) return;
            Variable moved = model.newNumVar(0, member.lines(lot), "ported");
            ported.add(moved);
            model.addLessOrEqual(sum(its).addTerm(moved, -1).build(), member.linesWith(lot, carrier));
        });
    }

    private void loss(Member member) {
        var loss = LinearExpr.newBuilder();
        var alone = new HashMap<String, Long>();
        for (Cell cell : cells) {
            if (cell.member != member) continue;
            long its = alone.computeIfAbsent(
                    cell.bidder.lot(),
                    lot -> AwardPlan.alonePriceVnd(lot, member.lines(lot), member.province(), question.standing()));
            loss.addTerm(cell.lines, cell.priceVnd - its);
        }
        model.addLessOrEqual(loss.addTerm(worstLoss, -1).build(), 0);
    }

    /** Of each carrier nothing, or the least share at least. */
    private void share(AwardRules.MinShare share, Member member) {
        long least = share.least(member.allLines());
        carriers().forEach(carrier -> {
            List<Cell> its = cells.stream()
                    .filter(cell ->
                            cell.member == member && cell.bidder.carrierCode().equals(carrier))
                    .toList();
            if (its.isEmpty()) return;
            Variable serves = model.newBoolVar("serves");
            model.addLessOrEqual(sum(its).addTerm(serves, -member.allLines()).build(), 0);
            model.addGreaterOrEqual(sum(its).addTerm(serves, -least).build(), 0);
        });
    }

    private void rules() {
        AwardRules rules = question.rules();
        if (asked.contains(Demanding.BUDGET) && rules.budgetVndPerMonth() != null)
            model.addLessOrEqual(weighted(cell -> cell.priceVnd, cells).build(), rules.budgetVndPerMonth());
        if (!asked.contains(Demanding.MAX_CARRIERS) || rules.maxCarriers() == null) return;
        var some = LinearExpr.newBuilder();
        carriers().forEach(carrier -> {
            Variable wanted = model.newBoolVar("carrier");
            some.add(wanted);
            question.bidders().stream()
                    .filter(bidder -> bidder.carrierCode().equals(carrier))
                    .map(bidder -> wins.get(bidder.offer().offerId()))
                    .forEach(won -> model.addLessOrEqual(
                            LinearExpr.newBuilder().add(won).addTerm(wanted, -1).build(), 0));
        });
        model.addLessOrEqual(some.build(), rules.maxCarriers());
    }

    private Set<String> carriers() {
        var codes = new HashSet<String>();
        question.bidders().forEach(bidder -> codes.add(bidder.carrierCode()));
        return codes;
    }

    /** Not all of these once more; a line elsewhere beside them would be another award only in name. */
    AwardModel without(Set<UUID> winners) {
        var again = LinearExpr.newBuilder();
        winners.forEach(offer -> again.add(Objects.requireNonNull(wins.get(offer))));
        model.addLessOrEqual(again.build(), winners.size() - 1);
        return this;
    }

    ModelBuilder leastMissing() {
        var unmet = LinearExpr.newBuilder();
        missing.forEach(unmet::add);
        model.minimize(unmet.build());
        return model;
    }

    ModelBuilder leastLoss() {
        model.minimize(LinearExpr.newBuilder().add(worstLoss).build());
        return model;
    }

    ModelBuilder leastCost() {
        var cost = weighted(cell -> cell.priceVnd, cells);
        ported.forEach(moved -> cost.addTerm(moved, question.rules().portVnd()));
        model.minimize(cost.build());
        return model;
    }

    /** Any answer. */
    ModelBuilder feasible() {
        return model;
    }

    /** What the solver's values say, as lines to be checked and priced. */
    List<AwardPlan.Wanted> lines(ToDoubleFunction<Variable> value) {
        Map<Seat, Long> lines = new LinkedHashMap<>();
        for (Cell cell : cells) {
            long its = Math.round(value.applyAsDouble(cell.lines));
            var seat = new Seat(cell.member.enterpriseId(), cell.bidder.offer().offerId());
            if (its > 0) lines.merge(seat, its, Math::addExact);
        }
        return lines.entrySet().stream()
                .map(each -> new AwardPlan.Wanted(
                        each.getKey().enterpriseId(), each.getKey().offerId(), each.getValue(), null))
                .toList();
    }

    private static LinearExprBuilder sum(List<Cell> cells) {
        return weighted(cell -> 1, cells);
    }

    private static LinearExprBuilder weighted(ToLongFunction<Cell> weight, List<Cell> cells) {
        var sum = LinearExpr.newBuilder();
        for (Cell cell : cells) sum.addTerm(cell.lines, weight.applyAsLong(cell));
        return sum;
    }
}
