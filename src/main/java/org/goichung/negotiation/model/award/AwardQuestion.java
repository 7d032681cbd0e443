package org.goichung.negotiation.model.award;

import java.util.EnumSet;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.goichung.negotiation.model.AwardPlan;
import org.goichung.negotiation.model.PricedLine;
import org.goichung.negotiation.model.StandingOffer;
import org.goichung.platform.identity.EnterpriseId;
import org.jspecify.annotations.Nullable;

/** Who wants how many lines, what is on the table, and what is asked of the answer. */
public record AwardQuestion(List<Member> members, List<Bidder> bidders, AwardRules rules) {

    /**
     * @param demand lines by lot and present carrier's code, as snapshotted at opening
     * @param province the code of where it lies; null where that is not known
     */
    public record Member(
            EnterpriseId enterpriseId,
            Map<String, Map<String, Long>> demand,
            @Nullable String province) {

        long lines(String lot) {
            return demand.getOrDefault(lot, Map.of()).values().stream().reduce(0L, Math::addExact);
        }

        /** Over all lots. */
        long allLines() {
            return demand.keySet().stream().map(this::lines).reduce(0L, Math::addExact);
        }

        /** Lines whose number is with this carrier already. */
        long linesWith(String lot, String carrierCode) {
            return demand.getOrDefault(lot, Map.of()).getOrDefault(carrierCode, 0L);
        }
    }

    /** An offer with its carrier's code. */
    public record Bidder(StandingOffer offer, String carrierCode) {

        String lot() {
            return offer.terms().lot();
        }

        boolean serves(Member member) {
            return offer.terms().serves(member.province());
        }
    }

    /** The same where these take no part. */
    public AwardQuestion without(Set<EnterpriseId> leftOut) {
        return new AwardQuestion(
                members.stream()
                        .filter(member -> !leftOut.contains(member.enterpriseId()))
                        .toList(),
                bidders,
                rules);
    }

    /** The rules that these lines would break; what a solver says of itself is not asked. */
    Set<Demanding> broken(List<PricedLine> lines) {
        Map<UUID, String> carrierOf = bidders.stream()
                .collect(Collectors.toMap(bidder -> bidder.offer().offerId(), Bidder::carrierCode));
        var broken = EnumSet.noneOf(Demanding.class);
        Integer most = rules.maxCarriers();
        if (most != null
                && lines.stream()
                                .map(line -> carrierOf.get(line.offerId()))
                                .distinct()
                                .count()
                        > most) broken.add(Demanding.MAX_CARRIERS);
        var byOffer = new HashMap<UUID, Long>();
        lines.forEach(line -> byOffer.merge(line.offerId(), line.lines(), Math::addExact));
        if (byOffer.values().stream().anyMatch(sum -> sum < rules.leastLines()))
            broken.add(Demanding.MIN_LINES_PER_OFFER);
        Long budget = rules.budgetVndPerMonth();
        long cost = lines.stream()
                .map(line -> Math.multiplyExact(line.lines(), line.priceVnd()))
                .reduce(0L, Math::addExact);
        if (budget != null && cost > budget) broken.add(Demanding.BUDGET);
        if (rules.minShares().stream().anyMatch(share -> fallsShort(share, lines, carrierOf)))
            broken.add(Demanding.MIN_SHARES);
        return broken;
    }

    private boolean fallsShort(AwardRules.MinShare share, List<PricedLine> lines, Map<UUID, String> carrierOf) {
        var byCarrier = new HashMap<String, Long>();
        for (PricedLine line : lines)
            if (line.enterpriseId().equals(share.enterpriseId()))
                byCarrier.merge(Objects.requireNonNull(carrierOf.get(line.offerId())), line.lines(), Math::addExact);
        long demand = members.stream()
                .filter(member -> member.enterpriseId().equals(share.enterpriseId()))
                .mapToLong(Member::allLines)
                .sum();
        return byCarrier.values().stream().anyMatch(sum -> sum < share.least(demand));
    }

    List<AwardPlan.Demand> demands() {
        return members.stream()
                .map(member -> {
                    var lines = new LinkedHashMap<String, Long>();
                    member.demand().keySet().forEach(lot -> lines.put(lot, member.lines(lot)));
                    return new AwardPlan.Demand(member.enterpriseId(), lines, member.province());
                })
                .toList();
    }

    List<StandingOffer> standing() {
        return bidders.stream().map(Bidder::offer).toList();
    }

    /** Numbers that have to be moved to another carrier for these lines. */
    long moved(List<PricedLine> lines) {
        Map<UUID, Bidder> byOffer = bidders.stream()
                .collect(Collectors.toMap(bidder -> bidder.offer().offerId(), bidder -> bidder));
        long moved = 0;
        for (Member member : members)
            for (String lot : member.demand().keySet()) {
                Map<String, Long> byCarrier = new HashMap<>();
                for (PricedLine line : lines)
                    if (line.enterpriseId().equals(member.enterpriseId())
                            && line.lot().equals(lot))
                        byCarrier.merge(
                                Objects.requireNonNull(byOffer.get(line.offerId()))
                                        .carrierCode(),
                                line.lines(),
                                Math::addExact);
                for (var each : byCarrier.entrySet())
                    moved += Math.max(0, each.getValue() - member.linesWith(lot, each.getKey()));
            }
        return moved;
    }

    /** Lines wanted over all members and lots. */
    long wanted() {
        return members.stream()
                .flatMap(member -> member.demand().keySet().stream().map(member::lines))
                .reduce(0L, Math::addExact);
    }
}
