package org.goichung.negotiation.model.award;

import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Collectors;
import org.goichung.negotiation.model.AwardPlan;
import org.goichung.negotiation.model.PricedLine;
import org.goichung.negotiation.model.StandingOffer;
import org.goichung.platform.identity.EnterpriseId;

/** Who wants how many lines, what is on the table, and what is asked of the answer. */
public record AwardQuestion(List<Member> members, List<Bidder> bidders, AwardRules rules) {

    /** @param demand lines by lot and present carrier's code, as snapshotted at opening */
    public record Member(EnterpriseId enterpriseId, Map<String, Map<String, Long>> demand) {

        long lines(String lot) {
            return demand.getOrDefault(lot, Map.of()).values().stream().reduce(0L, Math::addExact);
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
    }

    List<AwardPlan.Demand> demands() {
        return members.stream()
                .map(member -> {
                    var lines = new LinkedHashMap<String, Long>();
                    member.demand().keySet().forEach(lot -> lines.put(lot, member.lines(lot)));
                    return new AwardPlan.Demand(member.enterpriseId(), lines);
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
