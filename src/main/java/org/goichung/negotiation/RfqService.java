package org.goichung.negotiation;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.BiFunction;
import org.goichung.negotiation.model.Coalition;
import org.goichung.negotiation.model.Coalition.Viewer;
import org.goichung.negotiation.model.Membership;
import org.goichung.negotiation.model.Rfq;
import org.goichung.negotiation.model.RfqMember;
import org.goichung.negotiation.store.RfqStore;
import org.goichung.platform.database.Ids;
import org.goichung.platform.database.Statements;
import org.goichung.platform.database.Transactions;
import org.goichung.platform.http.Versions;
import org.goichung.platform.identity.EnterpriseId;
import org.goichung.platform.identity.Scope;
import org.goichung.platform.identity.UnionBodyId;
import org.goichung.platform.paging.Page;
import org.goichung.platform.paging.PageRequest;
import org.goichung.platform.problem.Refusal;
import org.goichung.platform.time.Clock;
import org.hibernate.reactive.mutiny.Mutiny;
import org.jspecify.annotations.Nullable;

/** RFQs: drafted, opened, closed after their deadline or called off; and who sees what of them. */
@ApplicationScoped
public class RfqService {
    private final Transactions transactions;
    private final RfqStore rfqs;
    private final Opening opening;
    private final Closing closing;
    private final Proceedings proceedings;
    private final Clock clock;

    RfqService(
            Transactions transactions,
            RfqStore rfqs,
            Opening opening,
            Closing closing,
            Proceedings proceedings,
            Clock clock) {
        this.transactions = transactions;
        this.rfqs = rfqs;
        this.opening = opening;
        this.closing = closing;
        this.proceedings = proceedings;
        this.clock = clock;
    }

    /** A draft of the caller's own body; every enterprise must have given it a mandate that covers the deadline. */
    public Uni<RfqView> draft(Scope scope, NewRfq asked) {
        UnionBodyId lead = scope.requireUnionBody();
        Instant now = clock.instant();
        var rfq = Rfq.draft(Ids.next(), lead, asked, now);
        return transactions.write(session -> opening.requireMandates(
                        session, lead, asked.enterpriseIds(), asked.offerDeadline())
                .call(() -> opening.requireKnown(asked.lots()))
                .map(mandates -> new Coalition(rfq, members(rfq, mandates)))
                .call(coalition -> session.persist(rfq)
                        .chain(() -> session.persistAll(coalition.members().toArray()))
                        .chain(() -> session.persistAll(joins(scope, coalition, now)))
                        .chain(session::flush))
                .call(coalition -> proceedings.tellOfRfq(session, scope, "rfq-drafted", coalition, List.of()))
                .map(coalition -> view(scope, coalition)));
    }

    public Uni<Page<RfqView>> list(Scope scope, PageRequest page) {
        return transactions.read(session -> rfqs.page(session, scope, page)).map(rows -> Page.of(
                        rows, page, coalition -> List.of(coalition.rfq().id()))
                .map(coalition -> view(scope, coalition)));
    }

    public Uni<RfqView> rfq(Scope scope, UUID id) {
        return transactions.read(session -> rfqs.read(session, id)
                .call(coalition ->
                        coalition.isParty(scope) ? Uni.createFrom().voidItem() : requireMayJoin(session, scope, id))
                .map(coalition -> view(scope, coalition)));
    }

    /** Snapshots the demand and takes offers from now on. */
    public Uni<RfqView> open(Scope scope, UUID id, @Nullable String ifMatch) {
        return move(scope, id, ifMatch, (session, coalition) -> clock.now(Statements.of(session))
                .chain(now -> opening.open(session, scope, coalition, now)));
    }

    /** By hand after the deadline; earlier it is an illegal move. */
    public Uni<RfqView> close(Scope scope, UUID id, @Nullable String ifMatch) {
        return move(scope, id, ifMatch, (session, coalition) -> clock.now(Statements.of(session))
                .chain(now -> closing.close(session, scope, coalition, now)));
    }

    public Uni<RfqView> cancel(Scope scope, UUID id, @Nullable String ifMatch) {
        return move(
                scope, id, ifMatch, (session, coalition) -> closing.cancel(session, scope, coalition, clock.instant()));
    }

    private Uni<RfqView> move(
            Scope scope, UUID id, @Nullable String ifMatch, BiFunction<Mutiny.Session, Coalition, Uni<Void>> how) {
        return transactions.write(session -> rfqs.lockToMove(session, id)
                .invoke(coalition -> {
                    coalition.requireLead(scope);
                    Versions.require(ifMatch, coalition.rfq().version());
                })
                .call(coalition -> how.apply(session, coalition))
                .call(session::flush)
                .map(coalition -> view(scope, coalition)));
    }

    private static List<RfqMember> members(Rfq rfq, Map<EnterpriseId, UUID> mandates) {
        return mandates.entrySet().stream()
                .map(mandate -> new RfqMember(Ids.next(), rfq.id(), mandate.getKey(), mandate.getValue()))
                .toList();
    }

    private static Object[] joins(Scope scope, Coalition coalition, Instant now) {
        return coalition.members().stream()
                .map(member -> new Membership(Ids.next(), member, scope, null, now))
                .toArray();
    }

    /** Whoever may join it reads of it what bidders do. */
    private static RfqView view(Scope scope, Coalition coalition) {
        Viewer viewer = coalition.isParty(scope) ? coalition.viewer(scope) : Viewer.CARRIER;
        return RfqView.of(coalition, viewer, scope.enterprises());
    }

    private Uni<Void> requireMayJoin(Mutiny.Session session, Scope scope, UUID id) {
        return rfqs.mayJoin(session, scope, id)
                .invoke(may -> {
                    if (!may) throw Refusal.notFound();
                })
                .replaceWithVoid();
    }
}
