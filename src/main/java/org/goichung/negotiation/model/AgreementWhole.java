package org.goichung.negotiation.model;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.goichung.negotiation.Allocation;
import org.goichung.negotiation.Lot;
import org.goichung.negotiation.OfferTerms;
import org.goichung.platform.identity.Role;
import org.goichung.platform.identity.Scope;
import org.goichung.platform.outbox.Audience;
import org.goichung.platform.problem.ProblemType;
import org.goichung.platform.problem.Refusal;

/** An agreement with the terms it was made on, what it gives each enterprise, and who may see how much of it. */
public record AgreementWhole(Agreement agreement, Lot lot, OfferTerms terms, List<Allocation> allocations) {

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
