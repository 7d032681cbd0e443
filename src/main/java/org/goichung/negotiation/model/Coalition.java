package org.goichung.negotiation.model;

import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.goichung.platform.identity.CarrierId;
import org.goichung.platform.identity.EnterpriseId;
import org.goichung.platform.identity.Role;
import org.goichung.platform.identity.Scope;
import org.goichung.platform.outbox.Audience;
import org.goichung.platform.problem.ProblemType;
import org.goichung.platform.problem.Refusal;

/** An RFQ with the enterprises that bargain together in it, and who may see how much of it. */
public record Coalition(Rfq rfq, List<RfqMember> members) {

    /** How somebody stands to an RFQ. */
    public enum Viewer {
        /** The leading body, and the service itself. */
        LEAD,
        /** Somebody who reaches an enterprise of the coalition. */
        MEMBER,
        /** Any carrier, once the RFQ was opened. */
        CARRIER
    }

    /** Not found for whoever has no part in it. */
    public Viewer viewer(Scope scope) {
        if (scope.role() == Role.SYSTEM || rfq.leadBodyId().equals(scope.unionBody())) return Viewer.LEAD;
        if (scope.role() == Role.CARRIER && rfq.openedAt() != null) return Viewer.CARRIER;
        if (members.stream().anyMatch(member -> scope.enterprises().contains(member.enterpriseId())))
            return Viewer.MEMBER;
        throw Refusal.notFound();
    }

    public void requireLead(Scope scope) {
        if (viewer(scope) != Viewer.LEAD) throw Refusal.of(ProblemType.FORBIDDEN);
    }

    public Optional<RfqMember> member(EnterpriseId enterprise) {
        return members.stream()
                .filter(member -> member.enterpriseId().equals(enterprise))
                .findFirst();
    }

    public List<UUID> mandates() {
        return members.stream().map(RfqMember::mandateId).toList();
    }

    public Set<EnterpriseId> enterprises() {
        var ids = new HashSet<EnterpriseId>();
        members.forEach(member -> ids.add(member.enterpriseId()));
        return ids;
    }

    /** The leading body, the members, and some carriers. */
    public Set<Audience> audience(Iterable<CarrierId> carriers) {
        var audience = new HashSet<Audience>();
        audience.add(Audience.of(rfq.leadBodyId()));
        members.forEach(member -> audience.add(Audience.of(member.enterpriseId())));
        carriers.forEach(carrier -> audience.add(Audience.of(carrier)));
        return audience;
    }

    /** Lines asked for on a lot, over all members. */
    public long linesOf(String lot) {
        return members.stream().mapToLong(member -> member.linesOf(lot)).reduce(0, Math::addExact);
    }
}
