package org.goichung.negotiation.model.award;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.goichung.negotiation.model.PricedLine;
import org.goichung.platform.identity.CarrierId;
import org.goichung.platform.identity.EnterpriseId;
import org.goichung.platform.problem.FieldError;
import org.goichung.platform.problem.ProblemType;
import org.goichung.platform.problem.Refusal;

/** Whether an award that people made keeps the rules that a search was given. */
public final class RuleCheck {
    private final List<PricedLine> lines;
    private final List<FieldError> broken = new ArrayList<>();

    private RuleCheck(List<PricedLine> lines) {
        this.lines = lines;
    }

    /**
     * Refuses with every rule that is broken, at the lines that break it.
     *
     * @param without members that are left out
     * @param carrierOf by offer
     * @param demandOf lines that an enterprise wants over all lots
     */
    public static void check(
            AwardRules rules,
            Set<EnterpriseId> without,
            List<PricedLine> lines,
            Map<UUID, CarrierId> carrierOf,
            Map<EnterpriseId, Long> demandOf) {
        var check = new RuleCheck(lines);
        check.leftOut(without);
        check.carriers(rules, carrierOf);
        check.budget(rules);
        check.leastPerOffer(rules);
        check.shares(rules, carrierOf, demandOf);
        if (!check.broken.isEmpty()) throw Refusal.fields(ProblemType.AWARD_INVALID, Map.of(), check.broken);
    }

    private void leftOut(Set<EnterpriseId> without) {
        for (int i = 0; i < lines.size(); i++)
            if (without.contains(lines.get(i).enterpriseId()))
                fault("/lines/" + i + "/enterpriseId", "left-out-by-proposal", Map.of());
    }

    private void carriers(AwardRules rules, Map<UUID, CarrierId> carrierOf) {
        Integer most = rules.maxCarriers();
        if (most == null) return;
        var winners = new HashSet<CarrierId>();
        lines.forEach(line -> winners.add(carrierOf.get(line.offerId())));
        if (winners.size() > most)
            fault("/lines", "too-many-carriers", Map.of("carriers", winners.size(), "max", most));
    }

    private void budget(AwardRules rules) {
        Long budget = rules.budgetVndPerMonth();
        if (budget == null) return;
        long cost = lines.stream()
                .mapToLong(line -> Math.multiplyExact(line.lines(), line.priceVnd()))
                .reduce(0, Math::addExact);
        if (cost > budget) fault("/lines", "over-budget", Map.of("cost", cost, "budget", budget));
    }

    private void leastPerOffer(AwardRules rules) {
        var given = new LinkedHashMap<UUID, Long>();
        lines.forEach(line -> given.merge(line.offerId(), line.lines(), Math::addExact));
        for (int i = 0; i < lines.size(); i++) {
            Long all = given.remove(lines.get(i).offerId());
            if (all != null && all < rules.leastLines())
                fault("/lines/" + i + "/offerId", "fewer-than-least-lines", facts(rules.leastLines(), all));
        }
    }

    private void shares(AwardRules rules, Map<UUID, CarrierId> carrierOf, Map<EnterpriseId, Long> demandOf) {
        for (AwardRules.MinShare share : rules.minShares()) {
            long least = share.least(demandOf.getOrDefault(share.enterpriseId(), 0L));
            var served = new LinkedHashMap<CarrierId, Long>();
            lines.stream()
                    .filter(line -> line.enterpriseId().equals(share.enterpriseId()))
                    .forEach(line -> served.merge(carrierOf.get(line.offerId()), line.lines(), Math::addExact));
            for (int i = 0; i < lines.size(); i++) {
                if (!lines.get(i).enterpriseId().equals(share.enterpriseId())) continue;
                Long all = served.remove(carrierOf.get(lines.get(i).offerId()));
                if (all != null && all < least) fault("/lines/" + i + "/lines", "below-min-share", facts(least, all));
            }
        }
    }

    private static Map<String, Object> facts(long least, long given) {
        return Map.of("least", least, "given", given);
    }

    private void fault(String pointer, String code, Map<String, Object> facts) {
        broken.add(new FieldError(pointer, code, facts));
    }
}
