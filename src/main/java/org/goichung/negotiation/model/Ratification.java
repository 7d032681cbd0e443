package org.goichung.negotiation.model;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.Set;
import java.util.UUID;
import org.goichung.negotiation.OfferTerms;
import org.goichung.platform.identity.EnterpriseId;

/**
 * What a vote makes of an award. Assignments stay as they were voted on; they are re-priced without those who did not say yes, then
 * without those whose new price is above their cap, until nothing changes.
 */
public final class Ratification {
    private final Map<UUID, OfferTerms> terms;
    private final int quorum;

    public Ratification(Map<UUID, OfferTerms> terms, int quorum) {
        this.terms = Map.copyOf(terms);
        this.quorum = quorum;
    }

    /** How a vote ends. */
    public sealed interface Result {
        /** @param lines of the members that stay, at the prices they now pay */
        record Concluded(List<PricedLine> lines, Set<EnterpriseId> released) implements Result {}

        /** Back to the table: too few members left. */
        record QuorumLost() implements Result {}

        /** Back to the table: an offer's lowest tier is no longer reached. */
        record TierLost(UUID offerId) implements Result {}
    }

    /** @param saidYes the members whose union voted yes; silence is no yes */
    public Result settle(List<PricedLine> voted, Set<EnterpriseId> saidYes) {
        var members = new HashSet<>(saidYes);
        members.retainAll(enterprises(voted));
        while (members.size() >= quorum) {
            List<PricedLine> staying = voted.stream()
                    .filter(line -> members.contains(line.enterpriseId()))
                    .toList();
            var prices = new HashMap<PricedLine, Long>();
            for (PricedLine line : staying) {
                OptionalLong price = termsOf(line).priceAt(volume(line, staying));
                if (price.isEmpty()) return new Result.TierLost(line.offerId());
                prices.put(line, price.getAsLong());
            }
            var above = aboveTheirCap(staying, prices);
            if (above.isEmpty()) {
                var released = enterprises(voted);
                released.removeAll(members);
                return new Result.Concluded(
                        staying.stream()
                                .map(line -> line.at(prices.getOrDefault(line, line.priceVnd())))
                                .toList(),
                        Set.copyOf(released));
            }
            members.removeAll(above);
        }
        return new Result.QuorumLost();
    }

    private static Set<EnterpriseId> aboveTheirCap(List<PricedLine> staying, Map<PricedLine, Long> prices) {
        var overCap = new HashMap<EnterpriseId, Long>();
        for (PricedLine line : staying) {
            long cost = line.at(prices.getOrDefault(line, line.priceVnd())).costVnd();
            overCap.merge(line.enterpriseId(), Math.subtractExact(cost, line.capVnd()), Math::addExact);
        }
        overCap.values().removeIf(excess -> excess <= 0);
        return overCap.keySet();
    }

    private long volume(PricedLine of, List<PricedLine> staying) {
        boolean sums = termsOf(of).sumsMembers();
        return staying.stream()
                .filter(line -> line.offerId().equals(of.offerId()))
                .filter(line -> sums || line.enterpriseId().equals(of.enterpriseId()))
                .mapToLong(PricedLine::lines)
                .reduce(0, Math::addExact);
    }

    private OfferTerms termsOf(PricedLine line) {
        var its = terms.get(line.offerId());
        if (its == null) throw new IllegalArgumentException("an award line without its offer");
        return its;
    }

    private static Set<EnterpriseId> enterprises(List<PricedLine> lines) {
        var all = new HashSet<EnterpriseId>();
        lines.forEach(line -> all.add(line.enterpriseId()));
        return all;
    }
}
