package org.goichung.negotiation.model;

import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.goichung.negotiation.Lot;
import org.goichung.negotiation.NewProposal;
import org.goichung.negotiation.NewProposal.MinShare;
import org.goichung.negotiation.model.award.AwardRules;
import org.goichung.platform.identity.EnterpriseId;
import org.goichung.platform.problem.FieldError;
import org.goichung.platform.problem.ProblemType;
import org.goichung.platform.problem.Refusal;

/** What may be asked of a proposed award of a coalition. */
public final class ProposalRules {
    private ProposalRules() {}

    /** Names members only, none twice, and leaves somebody to award to. */
    public static void check(NewProposal asked, Coalition coalition) {
        List<EnterpriseId> without = withoutEnterprises(asked);
        for (int i = 0; i < without.size(); i++)
            if (coalition.member(without.get(i)).isEmpty()) throw invalid("/withoutEnterpriseIds/" + i, "not-a-member");
        if (!without.isEmpty()
                && Set.copyOf(without).size() == coalition.members().size())
            throw invalid("/withoutEnterpriseIds", "nobody-left");
        var named = new HashSet<EnterpriseId>();
        List<MinShare> shares = minShares(asked);
        for (int i = 0; i < shares.size(); i++) {
            MinShare share = shares.get(i);
            String at = "/minShares/" + i;
            var member = coalition
                    .member(share.enterpriseId())
                    .orElseThrow(() -> invalid(at + "/enterpriseId", "not-a-member"));
            if (!named.add(share.enterpriseId())) throw invalid(at + "/enterpriseId", "twice");
            if (without.contains(share.enterpriseId())) throw invalid(at + "/enterpriseId", "left-out-too");
            if ((share.percent() == null) == (share.lines() == null)) throw invalid(at, "percent-or-lines");
            long demand = coalition.rfq().lots().stream()
                    .map(Lot::name)
                    .mapToLong(member::linesOf)
                    .sum();
            if (share.lines() != null && share.lines() > demand)
                throw Refusal.fields(
                        ProblemType.INVALID_REQUEST,
                        Map.of(),
                        List.of(new FieldError(at + "/lines", "exceeds-demand", Map.of("demand", demand))));
        }
    }

    public static AwardRules of(NewProposal asked) {
        return new AwardRules(
                asked.maxCarriers(),
                asked.minLinesPerOffer(),
                asked.budgetVndPerMonth(),
                asked.portVndPerLine(),
                minShares(asked).stream()
                        .map(share -> new AwardRules.MinShare(share.enterpriseId(), share.percent(), share.lines()))
                        .toList());
    }

    public static List<EnterpriseId> withoutEnterprises(NewProposal asked) {
        List<EnterpriseId> without = asked.withoutEnterpriseIds();
        return without == null ? List.of() : without;
    }

    private static List<MinShare> minShares(NewProposal asked) {
        List<MinShare> shares = asked.minShares();
        return shares == null ? List.of() : shares;
    }

    private static Refusal invalid(String pointer, String code) {
        return Refusal.field(ProblemType.INVALID_REQUEST, pointer, code);
    }
}
