package org.goichung.negotiation.model;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.goichung.negotiation.Shortfall;
import org.goichung.platform.identity.EnterpriseId;
import org.goichung.platform.problem.FieldError;
import org.goichung.platform.problem.ProblemType;
import org.goichung.platform.problem.Refusal;
import org.jspecify.annotations.Nullable;

/**
 * Which offers win and how many lines each enterprise takes from each, checked and priced.
 *
 * @param shortfalls what is missing to a member's demand
 */
public record AwardPlan(List<PricedLine> lines, List<Shortfall> shortfalls) {

    /** What the leading body asks for. */
    public record Wanted(
            EnterpriseId enterpriseId,
            UUID offerId,
            long lines,
            @Nullable Long fundVndPerMonth) {}

    /**
     * @param lines per lot
     * @param province the code of where the enterprise lies; null where that is not known
     */
    public record Demand(
            EnterpriseId enterpriseId,
            Map<String, Long> lines,
            @Nullable String province) {}

    /**
     * Never more than a demand or a capacity; the price of the tier reached; no void offer; nobody worse off than alone unless named
     * among those who accept it.
     */
    public static AwardPlan of(
            List<Demand> demands, List<StandingOffer> standing, List<Wanted> wanted, Set<EnterpriseId> accepting) {
        var offers = new HashMap<UUID, StandingOffer>();
        standing.forEach(offer -> offers.put(offer.offerId(), offer));
        var demandOf = new LinkedHashMap<EnterpriseId, Demand>();
        demands.forEach(demand -> demandOf.put(demand.enterpriseId(), demand));
        checkReferences(demandOf, offers, wanted);
        checkCapacity(offers, wanted);

        var lines = new ArrayList<PricedLine>();
        for (int i = 0; i < wanted.size(); i++) {
            Wanted line = wanted.get(i);
            var offer = offers.get(line.offerId());
            var demand = demandOf.get(line.enterpriseId());
            if (offer == null || demand == null) throw new IllegalStateException("checked before");
            String lot = offer.terms().lot();
            long volume = volume(offer, line.enterpriseId(), wanted);
            int index = i;
            long price = offer.terms().priceAt(volume).orElseThrow(() -> belowLowestTier(index, offer, volume));
            long alone = alonePriceVnd(lot, demand.lines().getOrDefault(lot, 0L), demand.province(), standing);
            lines.add(new PricedLine(
                    line.enterpriseId(), line.offerId(), lot, line.lines(), price, alone, line.fundVndPerMonth()));
        }
        checkNobodyLoses(lines, accepting);
        return new AwardPlan(List.copyOf(lines), shortfalls(demands, lines));
    }

    /** The price of the best single offer that serves its province, at the enterprise's own volume and the offer's full capacity, else of retail. */
    public static long alonePriceVnd(
            String lot, long ownLines, @Nullable String province, List<StandingOffer> standing) {
        var offers = standing.stream()
                .filter(offer -> offer.terms().lot().equals(lot))
                .toList();
        return offers.stream()
                .filter(offer -> offer.terms().serves(province) && offer.terms().capacity() >= ownLines)
                .flatMapToLong(offer -> offer.terms().priceAt(ownLines).stream())
                .min()
                .orElseGet(() -> offers.stream()
                        .mapToLong(StandingOffer::retailPriceVnd)
                        .min()
                        .orElseThrow());
    }

    private static long volume(StandingOffer offer, EnterpriseId enterprise, List<Wanted> wanted) {
        return wanted.stream()
                .filter(line -> line.offerId().equals(offer.offerId()))
                .filter(line ->
                        offer.terms().sumsMembers() || line.enterpriseId().equals(enterprise))
                .mapToLong(Wanted::lines)
                .reduce(0, Math::addExact);
    }

    private static void checkReferences(
            Map<EnterpriseId, Demand> demandOf, Map<UUID, StandingOffer> offers, List<Wanted> wanted) {
        var pairs = new HashSet<List<Object>>();
        var taken = new HashMap<List<Object>, Long>();
        for (int i = 0; i < wanted.size(); i++) {
            Wanted line = wanted.get(i);
            String at = "/lines/" + i;
            var demand = demandOf.get(line.enterpriseId());
            if (demand == null)
                throw Refusal.field(ProblemType.AWARD_INVALID, at + "/enterpriseId", "not-a-mandating-member");
            var offer = offers.get(line.offerId());
            if (offer == null) throw Refusal.field(ProblemType.AWARD_INVALID, at + "/offerId", "offer-not-standing");
            requireServed(at, demand, offer);
            if (!pairs.add(List.of(line.enterpriseId(), line.offerId())))
                throw Refusal.field(ProblemType.AWARD_INVALID, at, "twice");
            String lot = offer.terms().lot();
            long sum = taken.merge(List.of(line.enterpriseId(), lot), line.lines(), Math::addExact);
            long wish = demand.lines().getOrDefault(lot, 0L);
            if (sum > wish) throw fault(at + "/lines", "exceeds-demand", Map.of("demand", wish, "lot", lot));
        }
    }

    private static void requireServed(String at, Demand demand, StandingOffer offer) {
        String province = demand.province();
        if (offer.terms().serves(province)) return;
        if (province == null) throw Refusal.field(ProblemType.AWARD_INVALID, at + "/enterpriseId", "province-unknown");
        throw fault(at + "/offerId", "province-not-served", Map.of("province", province));
    }

    private static void checkCapacity(Map<UUID, StandingOffer> offers, List<Wanted> wanted) {
        var taken = new HashMap<UUID, Long>();
        for (int i = 0; i < wanted.size(); i++) {
            Wanted line = wanted.get(i);
            var offer = offers.get(line.offerId());
            if (offer == null) continue;
            long sum = taken.merge(line.offerId(), line.lines(), Math::addExact);
            if (sum > offer.terms().capacity())
                throw fault(
                        "/lines/" + i + "/lines",
                        "exceeds-capacity",
                        Map.of("capacity", offer.terms().capacity()));
        }
    }

    private static void checkNobodyLoses(List<PricedLine> lines, Set<EnterpriseId> accepting) {
        var gains = new LinkedHashMap<EnterpriseId, Long>();
        lines.forEach(line -> gains.merge(line.enterpriseId(), line.gainVndPerMonth(), Math::addExact));
        List<String> losers = gains.entrySet().stream()
                .filter(gain -> gain.getValue() < 0 && !accepting.contains(gain.getKey()))
                .map(gain -> gain.getKey().toString())
                .toList();
        if (!losers.isEmpty()) throw Refusal.of(ProblemType.AWARD_MAKES_LOSERS, Map.of("losers", losers));
    }

    private static List<Shortfall> shortfalls(List<Demand> demands, List<PricedLine> lines) {
        var missing = new ArrayList<Shortfall>();
        for (Demand demand : demands)
            demand.lines().forEach((lot, wish) -> {
                long given = lines.stream()
                        .filter(line -> line.enterpriseId().equals(demand.enterpriseId())
                                && line.lot().equals(lot))
                        .mapToLong(PricedLine::lines)
                        .sum();
                if (given < wish) missing.add(new Shortfall(demand.enterpriseId(), lot, wish - given));
            });
        return List.copyOf(missing);
    }

    private static Refusal belowLowestTier(int line, StandingOffer offer, long volume) {
        long lowest = offer.terms().tiers().getFirst().fromLines();
        return fault("/lines/" + line + "/lines", "below-lowest-tier", Map.of("lowest", lowest, "volume", volume));
    }

    private static Refusal fault(String pointer, String code, Map<String, Object> parameters) {
        return Refusal.fields(ProblemType.AWARD_INVALID, Map.of(), List.of(new FieldError(pointer, code, parameters)));
    }
}
