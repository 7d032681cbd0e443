package org.goichung.negotiation.model;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.goichung.negotiation.AmendmentView;
import org.goichung.negotiation.Lot;
import org.goichung.negotiation.LotRequirements;
import org.goichung.negotiation.NewAmendment;
import org.goichung.negotiation.NewAmendment.DemandCorrection;
import org.goichung.platform.identity.EnterpriseId;
import org.goichung.platform.problem.ProblemType;
import org.goichung.platform.problem.Refusal;

/** What an amendment asks for, measured by the coalition as it stands. */
public final class Amending {
    private final Coalition coalition;
    private final NewAmendment asked;
    private final Map<EnterpriseId, String> provinces;
    private final List<DemandCorrection> corrections;

    /**
     * @param carriers the codes of all carriers
     * @param provinces where the members lie, as far as that is known
     */
    public Amending(
            Coalition coalition, NewAmendment asked, Set<String> carriers, Map<EnterpriseId, String> provinces) {
        this.coalition = coalition;
        this.asked = asked;
        this.provinces = provinces;
        requireKnownLots();
        var named = new HashSet<List<Object>>();
        for (int i = 0; i < asked.demand().size(); i++) {
            DemandCorrection each = asked.demand().get(i);
            require(each, "/demand/" + i, carriers);
            if (!named.add(List.of(each.enterpriseId(), each.lot()))) throw invalid("/demand/" + i, "twice");
        }
        corrections = new ArrayList<>(asked.demand());
        for (Lot lot : lots())
            for (RfqMember member : coalition.members())
                if (!lot.isFor(provinces.get(member.enterpriseId()))
                        && member.linesOf(lot.name()) > 0
                        && !named.contains(List.of(member.enterpriseId(), lot.name())))
                    corrections.add(new DemandCorrection(member.enterpriseId(), lot.name(), Map.of()));
        Integer quorum = asked.quorum();
        if (quorum != null && quorum > coalition.members().size()) throw invalid("/quorum", "more-than-members");
        boolean sameQuorum = quorum == null || quorum == coalition.rfq().quorum();
        boolean sameDeadline = asked.offerDeadline().equals(coalition.rfq().offerDeadline());
        if (asked.lots().isEmpty() && asked.demand().isEmpty() && sameDeadline && sameQuorum)
            throw invalid("/offerDeadline", "nothing-changes");
    }

    /** The lots as they are to be. */
    public List<Lot> lots() {
        return coalition.rfq().lots().stream()
                .map(lot -> asked.lots().stream()
                        .filter(change -> change.name().equals(lot.name()))
                        .findFirst()
                        .map(change -> change.appliedTo(lot))
                        .orElse(lot))
                .toList();
    }

    /** Old and new, taken before anything is changed. */
    public Amendment.Changes changes() {
        var rfq = coalition.rfq();
        return new Amendment.Changes(
                new AmendmentView.Deadlines(rfq.offerDeadline(), asked.offerDeadline()),
                asked.lots().stream()
                        .map(after -> new AmendmentView.LotChange(
                                LotRequirements.of(rfq.lot(after.name()).orElseThrow()), after))
                        .toList(),
                totals(),
                corrections.stream().map(this::change).toList(),
                asked.quorum() == null ? null : new AmendmentView.Quorums(rfq.quorum(), asked.quorum()));
    }

    /** Corrects the members' demand; refused where nobody would want a lot any more. */
    public void correct() {
        for (DemandCorrection each : corrections)
            coalition.member(each.enterpriseId()).orElseThrow().correct(each.lot(), each.lines());
        for (int i = 0; i < asked.demand().size(); i++)
            requireDemand(asked.demand().get(i).lot(), "/demand/" + i + "/lines");
        for (int i = 0; i < asked.lots().size(); i++)
            requireDemand(asked.lots().get(i).name(), "/lots/" + i + "/provinces");
    }

    private void requireDemand(String lot, String pointer) {
        if (coalition.linesOf(lot) == 0) throw invalid(pointer, "nobody-wants-the-lot");
    }

    private void requireKnownLots() {
        var names = new HashSet<String>();
        for (int i = 0; i < asked.lots().size(); i++) {
            String name = asked.lots().get(i).name();
            if (coalition.rfq().lot(name).isEmpty()) throw invalid("/lots/" + i + "/name", "unknown-lot");
            if (!names.add(name)) throw invalid("/lots/" + i + "/name", "twice");
        }
    }

    private void require(DemandCorrection correction, String at, Set<String> carriers) {
        if (coalition.member(correction.enterpriseId()).isEmpty()) throw invalid(at + "/enterpriseId", "not-a-member");
        if (coalition.rfq().lot(correction.lot()).isEmpty()) throw invalid(at + "/lot", "unknown-lot");
        var lot = lots().stream()
                .filter(each -> each.name().equals(correction.lot()))
                .findFirst()
                .orElseThrow();
        if (!lot.isFor(provinces.get(correction.enterpriseId())) && sum(correction) > 0)
            throw invalid(at + "/enterpriseId", "lies-elsewhere");
        var counted = coalition
                .member(correction.enterpriseId())
                .orElseThrow()
                .demand()
                .getOrDefault(correction.lot(), Map.of());
        for (String code : correction.lines().keySet())
            if (!carriers.contains(code) && !counted.containsKey(code)) throw invalid(at + "/lines", "unknown-carrier");
    }

    private List<AmendmentView.Lines> totals() {
        var lots = new LinkedHashSet<String>();
        corrections.forEach(each -> lots.add(each.lot()));
        var totals = new ArrayList<AmendmentView.Lines>();
        for (String lot : lots) {
            long before = coalition.linesOf(lot);
            long after = before;
            for (DemandCorrection each : corrections)
                if (each.lot().equals(lot))
                    after += sum(each)
                            - coalition
                                    .member(each.enterpriseId())
                                    .orElseThrow()
                                    .linesOf(lot);
            totals.add(new AmendmentView.Lines(lot, before, after));
        }
        return totals;
    }

    private AmendmentView.Demand change(DemandCorrection each) {
        var before =
                coalition.member(each.enterpriseId()).orElseThrow().demand().get(each.lot());
        return new AmendmentView.Demand(
                each.enterpriseId(),
                each.lot(),
                before == null ? new TreeMap<>() : before,
                new TreeMap<>(each.lines()));
    }

    private static long sum(DemandCorrection correction) {
        return correction.lines().values().stream().reduce(0L, Math::addExact);
    }

    private static Refusal invalid(String pointer, String code) {
        return Refusal.field(ProblemType.INVALID_REQUEST, pointer, code);
    }
}
