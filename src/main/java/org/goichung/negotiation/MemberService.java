package org.goichung.negotiation;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.goichung.negotiation.model.Coalition;
import org.goichung.negotiation.model.Coalition.Viewer;
import org.goichung.negotiation.model.Membership;
import org.goichung.negotiation.model.RfqMember;
import org.goichung.negotiation.store.MembershipStore;
import org.goichung.negotiation.store.RfqStore;
import org.goichung.platform.database.Ids;
import org.goichung.platform.database.Statements;
import org.goichung.platform.database.Transactions;
import org.goichung.platform.http.Versions;
import org.goichung.platform.identity.EnterpriseId;
import org.goichung.platform.identity.Scope;
import org.goichung.platform.paging.Page;
import org.goichung.platform.paging.PageRequest;
import org.goichung.platform.problem.ProblemType;
import org.goichung.platform.problem.Refusal;
import org.goichung.platform.time.Clock;
import org.hibernate.reactive.mutiny.Mutiny;
import org.jspecify.annotations.Nullable;

/**
 * Enterprises join and leave a coalition until a day before its RFQ closes: by their own union, or by the leading body. Each on a mandate
 * that holds until the deadline; once the RFQ is open its bidders are told what is wanted now, and never have less than a day to think of it.
 */
@ApplicationScoped
public class MemberService {
    private static final Scope WITHDRAWN = Scope.system("rfq-mandate");

    private final Transactions transactions;
    private final RfqStore rfqs;
    private final MembershipStore memberships;
    private final Opening opening;
    private final MemberNotes notes;
    private final Clock clock;

    MemberService(
            Transactions transactions,
            RfqStore rfqs,
            MembershipStore memberships,
            Opening opening,
            MemberNotes notes,
            Clock clock) {
        this.transactions = transactions;
        this.rfqs = rfqs;
        this.memberships = memberships;
        this.opening = opening;
        this.notes = notes;
        this.clock = clock;
    }

    /** By the leading body, or by the enterprise's own union once the RFQ is open; what it wants is counted then and there. */
    public Uni<MembershipView> join(Scope scope, UUID rfqId, @Nullable String ifMatch, NewMember asked) {
        EnterpriseId enterprise = asked.enterpriseId();
        return transactions.write(session -> rfqs.lockToMove(session, rfqId)
                .call(coalition -> requireMayJoin(session, scope, coalition, enterprise))
                .invoke(coalition -> Versions.require(ifMatch, coalition.rfq().version()))
                .chain(coalition -> clock.now(Statements.of(session))
                        .chain(now -> join(session, scope, coalition, enterprise, now))));
    }

    /** By the enterprise's own union or by the leading body, either for a reason. */
    public Uni<MembershipView> leave(
            Scope scope, UUID rfqId, EnterpriseId enterprise, @Nullable String ifMatch, Leaving leaving) {
        return transactions.write(session -> rfqs.lockToMove(session, rfqId)
                .invoke(coalition -> {
                    if (coalition.viewer(scope) != Viewer.LEAD) requireBinds(scope, enterprise);
                    Versions.require(ifMatch, coalition.rfq().version());
                })
                .chain(coalition -> clock.now(Statements.of(session)).chain(now -> {
                    coalition.rfq().changeMembers("leave", now);
                    Coalition left = coalition.without(enterprise, now);
                    if (left.rfq().openedAt() != null) left.requireDemand();
                    RfqMember member = coalition.member(enterprise).orElseThrow();
                    return put(session, scope, left, member, leaving.reason(), now);
                })));
    }

    /** Joins and leaves, oldest first: the leading body reads all, a member those of the enterprises in its reach. */
    public Uni<Page<MembershipView>> list(Scope scope, UUID rfqId, PageRequest page) {
        return transactions.read(session -> rfqs.read(session, rfqId).chain(coalition -> {
            Set<EnterpriseId> inReach = coalition.viewer(scope) == Viewer.LEAD ? null : scope.enterprises();
            return memberships.page(session, rfqId, inReach, page).map(rows -> Page.of(
                            rows, page, membership -> List.of(membership.id()))
                    .map(membership -> MembershipView.of(membership, null)));
        }));
    }

    /** Of an RFQ under its exclusive lock: whoever's union withdrew its mandate leaves, but for the last. */
    Uni<Void> letGo(Mutiny.Session session, Coalition coalition, Set<EnterpriseId> mandating, Instant now) {
        RfqMember member = coalition.members().stream()
                .filter(each -> !mandating.contains(each.enterpriseId()))
                .findFirst()
                .orElse(null);
        if (member == null || coalition.members().size() == 1)
            return Uni.createFrom().voidItem();
        coalition.rfq().changeMembers("leave", now);
        Coalition left = coalition.without(member.enterpriseId(), now);
        return put(session, WITHDRAWN, left, member, "mandate-withdrawn", now)
                .chain(() -> letGo(session, left, mandating, now));
    }

    private Uni<Void> requireMayJoin(
            Mutiny.Session session, Scope scope, Coalition coalition, EnterpriseId enterprise) {
        if (coalition.isParty(scope)) {
            if (coalition.viewer(scope) != Viewer.LEAD) requireBinds(scope, enterprise);
            return Uni.createFrom().voidItem();
        }
        return rfqs.mayJoin(session, scope, coalition.rfq().id())
                .invoke(may -> {
                    if (!may) throw Refusal.notFound();
                    requireBinds(scope, enterprise);
                })
                .replaceWithVoid();
    }

    private static void requireBinds(Scope scope, EnterpriseId enterprise) {
        if (!scope.ownEnterprises().contains(enterprise)) throw Refusal.of(ProblemType.FORBIDDEN);
    }

    private Uni<MembershipView> join(
            Mutiny.Session session, Scope scope, Coalition coalition, EnterpriseId enterprise, Instant now) {
        var rfq = coalition.rfq();
        rfq.changeMembers("join", now);
        coalition.requireRoomFor(enterprise);
        return opening.requireMandates(session, rfq.leadBodyId(), List.of(enterprise), rfq.offerDeadline())
                .map(of -> of.get(enterprise))
                .chain(mandate -> memberships
                        .former(session, rfq.id(), enterprise)
                        .chain(former -> {
                            var member = coalition.joining(former, Ids.next(), enterprise, mandate);
                            return (former.isEmpty()
                                            ? session.persist(member)
                                            : Uni.createFrom().voidItem())
                                    .chain(() -> rfq.openedAt() == null
                                            ? Uni.createFrom().voidItem()
                                            : opening.count(coalition.rfq(), List.of(member)))
                                    .chain(() -> put(session, scope, coalition.with(member), member, null, now));
                        }));
    }

    private Uni<MembershipView> put(
            Mutiny.Session session,
            Scope scope,
            Coalition after,
            RfqMember member,
            @Nullable String reason,
            Instant now) {
        var membership = new Membership(Ids.next(), member, scope, reason, now);
        return session.persist(membership)
                .chain(session::flush)
                .chain(() -> notes.put(session, scope, after, membership))
                .replaceWith(() -> MembershipView.of(membership, after.rfq().version()));
    }
}
