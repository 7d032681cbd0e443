package org.goichung.negotiation.model;

import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.goichung.negotiation.Lot;
import org.goichung.platform.identity.CarrierId;
import org.goichung.platform.identity.EnterpriseId;
import org.goichung.platform.identity.Role;
import org.goichung.platform.identity.Scope;
import org.goichung.platform.outbox.Audience;
import org.goichung.platform.problem.ProblemType;
import org.goichung.platform.problem.Refusal;

/** An RFQ with the enterprises that bargain together in it, and who may see how much of it. */
public record Coalition(Rfq rfq, List<RfqMember> members) {
    private static final int MOST_MEMBERS = 500;

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
        return viewerIfAny(scope).orElseThrow(Refusal::notFound);
    }

    private Optional<Viewer> viewerIfAny(Scope scope) {
        if (scope.role() == Role.SYSTEM || rfq.leadBodyId().equals(scope.unionBody())) return Optional.of(Viewer.LEAD);
        if (scope.role() == Role.CARRIER && rfq.openedAt() != null) return Optional.of(Viewer.CARRIER);
        if (members.stream().anyMatch(member -> scope.enterprises().contains(member.enterpriseId())))
            return Optional.of(Viewer.MEMBER);
        return Optional.empty();
    }

    /** Whether somebody has a part in it at all. */
    public boolean isParty(Scope scope) {
        return viewerIfAny(scope).isPresent();
    }

    /** Refused where the enterprise takes part already, or as many as may do. */
    public void requireRoomFor(EnterpriseId enterprise) {
        if (member(enterprise).isPresent()) throw Refusal.of(ProblemType.ALREADY_A_MEMBER);
        if (members.size() >= MOST_MEMBERS)
            throw Refusal.field(ProblemType.INVALID_REQUEST, "/enterpriseId", "coalition-full");
    }

    /** @param former its row where it took part before; it is the same one again */
    public RfqMember joining(Optional<RfqMember> former, UUID id, EnterpriseId enterprise, UUID mandateId) {
        if (former.isEmpty()) return new RfqMember(id, rfq.id(), enterprise, mandateId);
        former.get().joinAgain(mandateId);
        return former.get();
    }

    public Coalition with(RfqMember joined) {
        return new Coalition(
                rfq, Stream.concat(members.stream(), Stream.of(joined)).toList());
    }

    /** Not found where it takes no part; refused for the last, since nobody would be left to bargain for. */
    public Coalition without(EnterpriseId enterprise, Instant now) {
        RfqMember leaving = member(enterprise).orElseThrow(Refusal::notFound);
        if (members.size() == 1) throw Refusal.of(ProblemType.LAST_MEMBER);
        leaving.leave(now);
        return new Coalition(
                rfq,
                members.stream()
                        .filter(member -> !member.enterpriseId().equals(enterprise))
                        .toList());
    }

    /** Refused where nobody wants one of the lots. */
    public void requireDemand() {
        List<String> empty = rfq.lots().stream()
                .map(Lot::name)
                .filter(lot -> linesOf(lot) == 0)
                .toList();
        if (!empty.isEmpty()) throw Refusal.of(ProblemType.NO_DEMAND, Map.of("lots", empty));
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

    /** Lines that each member wants over all lots. */
    public Map<EnterpriseId, Long> demands() {
        return members.stream().collect(Collectors.toMap(RfqMember::enterpriseId, member -> rfq.lots().stream()
                .mapToLong(lot -> member.linesOf(lot.name()))
                .sum()));
    }

    /** Lines asked for on a lot, over all members. */
    public long linesOf(String lot) {
        return members.stream().mapToLong(member -> member.linesOf(lot)).reduce(0, Math::addExact);
    }
}
