package org.goichung.negotiation.model;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.goichung.negotiation.Allocation;
import org.goichung.negotiation.Lot;
import org.goichung.negotiation.OfferTerms;
import org.goichung.platform.identity.Role;
import org.goichung.platform.identity.Scope;
import org.goichung.platform.outbox.Audience;
import org.goichung.platform.problem.ProblemType;
import org.goichung.platform.problem.Refusal;

/**
 * An agreement with the terms it was made on, what it gives each enterprise, and who may see how much of it.
 *
 * @param allocations as they were first agreed
 * @param amendments those accepted, in the order of their revisions
 */
public record AgreementWhole(
        Agreement agreement,
        Lot lot,
        OfferTerms terms,
        List<Allocation> allocations,
        List<AgreementAmendment> amendments) {

    /** As it was first agreed. */
    public static AgreementWhole first(Agreement agreement, Lot lot, OfferTerms terms, List<Allocation> allocations) {
        return new AgreementWhole(agreement, lot, terms, allocations, List.of());
    }

    /** 1 as it was first agreed, and one more with each amendment. */
    public int revision() {
        return amendments.size() + 1;
    }

    /** As an earlier revision had it; not found where there is none. */
    public AgreementWhole asOf(int revision) {
        if (revision < 1 || revision > revision()) throw Refusal.notFound();
        return new AgreementWhole(agreement, lot, terms, allocations, amendments.subList(0, revision - 1));
    }

    public Shares shares() {
        return new Shares(terms, allocations, amendments);
    }

    /** What the caller may see of a day's month; before the agreement begins of its first month, after its end of the last. */
    public List<Allocation> visibleOn(LocalDate day, Scope scope) {
        var visible = visibleTo(scope).stream().map(Allocation::enterpriseId).collect(Collectors.toSet());
        YearMonth month = YearMonth.from(
                day.isBefore(agreement.fromDate())
                        ? agreement.fromDate()
                        : day.isAfter(agreement.untilDate()) ? agreement.untilDate() : day);
        return shares().in(month).stream()
                .filter(share -> visible.contains(share.enterpriseId()))
                .toList();
    }

    /** All for the leading body and the carrier, else those of the enterprises in reach; not found where there are none. */
    public List<Allocation> visibleTo(Scope scope) {
        if (seesAll(scope)) return allocations;
        var visible = allocations.stream()
                .filter(allocation -> scope.enterprises().contains(allocation.enterpriseId()))
                .toList();
        if (visible.isEmpty()) throw Refusal.notFound();
        return visible;
    }

    /** The leading body, and the carrier. */
    public boolean seesAll(Scope scope) {
        return leads(scope) || agreement.carrierId().equals(scope.carrier());
    }

    public void requireLead(Scope scope) {
        visibleTo(scope);
        if (!leads(scope)) throw Refusal.of(ProblemType.FORBIDDEN);
    }

    private boolean leads(Scope scope) {
        return scope.role() == Role.SYSTEM || agreement.leadBodyId().equals(scope.unionBody());
    }

    public Set<Audience> audience() {
        var audience = new HashSet<Audience>();
        audience.add(Audience.of(agreement.leadBodyId()));
        audience.add(Audience.of(agreement.carrierId()));
        allocations.forEach(allocation -> audience.add(Audience.of(allocation.enterpriseId())));
        return audience;
    }
}
