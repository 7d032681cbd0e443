package org.goichung.negotiation;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.goichung.negotiation.model.Coalition;
import org.goichung.negotiation.model.Membership;
import org.goichung.negotiation.model.Move;
import org.goichung.platform.identity.Scope;
import org.goichung.platform.outbox.Audience;
import org.goichung.platform.outbox.Event;
import org.hibernate.reactive.mutiny.Mutiny;

/** Who learns what of a join or a leave: the leading body and the enterprise who it was, everybody else only what is wanted now. */
@ApplicationScoped
class MemberNotes {
    private final Proceedings proceedings;

    MemberNotes(Proceedings proceedings) {
        this.proceedings = proceedings;
    }

    /** @param after the coalition as it is now */
    Uni<Void> put(Mutiny.Session session, Scope scope, Coalition after, Membership membership) {
        var rfq = after.rfq();
        String move = membership.move().word();
        return proceedings
                .put(
                        session,
                        new Move(
                                rfq.id(),
                                membership.id(),
                                move,
                                rfq.state().word(),
                                scope.principal(),
                                scope.unionBody(),
                                null,
                                List.of(membership.mandateId()),
                                membership.happenedAt()))
                .chain(() -> proceedings.tell(
                        session,
                        scope,
                        new Event(
                                membership.move() == Membership.Change.JOIN ? "rfq-member-joined" : "rfq-member-left",
                                rfq.id(),
                                rfq.id(),
                                Set.of(Audience.of(rfq.leadBodyId()), Audience.of(membership.enterpriseId())),
                                Map.of(
                                        "enterpriseId",
                                        membership.enterpriseId().toString(),
                                        "membershipId",
                                        membership.id().toString()))))
                .chain(() -> rfq.openedAt() == null
                        ? Uni.createFrom().voidItem()
                        : proceedings.tellAll(session, scope, "rfq-members-changed", after, rfq.id(), demand(after)));
    }

    /** As bidders may know it: of no enterprise, and in steps that tell no more of the one than of all. */
    private static Map<String, Object> demand(Coalition after) {
        return Map.of(
                "enterprises",
                after.members().size(),
                "lots",
                after.rfq().lots().stream()
                        .map(lot -> Map.of("lot", lot.name(), "lines", RfqView.roughly(after.linesOf(lot.name()))))
                        .toList());
    }
}
