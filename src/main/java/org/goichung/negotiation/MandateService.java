package org.goichung.negotiation;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.LockModeType;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.goichung.negotiation.model.Ballot;
import org.goichung.negotiation.model.Mandate;
import org.goichung.negotiation.model.Move;
import org.goichung.negotiation.store.MandateStore;
import org.goichung.platform.database.Ids;
import org.goichung.platform.database.Statements;
import org.goichung.platform.database.Transactions;
import org.goichung.platform.database.Violations;
import org.goichung.platform.http.Versions;
import org.goichung.platform.identity.Scope;
import org.goichung.platform.outbox.Audience;
import org.goichung.platform.outbox.Event;
import org.goichung.platform.paging.Page;
import org.goichung.platform.paging.PageRequest;
import org.goichung.platform.problem.ProblemType;
import org.goichung.platform.problem.Refusal;
import org.goichung.platform.time.Clock;
import org.goichung.union.UnionService;
import org.hibernate.reactive.mutiny.Mutiny;
import org.jspecify.annotations.Nullable;

/** Mandates: an enterprise's union lets a body bargain for it, until it runs out or is withdrawn. */
@ApplicationScoped
public class MandateService {
    private final Transactions transactions;
    private final MandateStore mandates;
    private final UnionService unions;
    private final Proceedings proceedings;
    private final Clock clock;

    MandateService(
            Transactions transactions,
            MandateStore mandates,
            UnionService unions,
            Proceedings proceedings,
            Clock clock) {
        this.transactions = transactions;
        this.mandates = mandates;
        this.unions = unions;
        this.proceedings = proceedings;
        this.clock = clock;
    }

    /** One standing mandate per enterprise and body; one that has run out gives way to the new one. */
    public Uni<MandateView> give(Scope scope, NewMandate wanted) {
        scope.requireOwn(wanted.enterpriseId());
        Instant now = clock.instant();
        LocalDate today = clock.today();
        var mandate = Mandate.give(
                Ids.next(),
                wanted.enterpriseId(),
                scope.requireUnionBody(),
                wanted.toBodyId(),
                new Ballot(wanted.voters(), wanted.yes(), wanted.no()),
                wanted.validUntil(),
                now,
                today);
        return transactions
                .write(session -> requireAbove(wanted)
                        .chain(() -> mandates.standing(
                                session, wanted.toBodyId(), List.of(wanted.enterpriseId()), LockModeType.NONE))
                        .invoke(standing -> standing.forEach(earlier -> replace(earlier, now, today)))
                        .call(session::flush)
                        .chain(() -> session.persist(mandate))
                        .call(session::flush)
                        .call(() -> note(session, scope, mandate, "give", now))
                        .map(done -> MandateView.of(mandate)))
                .onFailure(broken -> Violations.of(broken, "mandate_standing"))
                .transform(second -> Refusal.of(ProblemType.ALREADY_EXISTS));
    }

    public Uni<Page<MandateView>> list(Scope scope, PageRequest page) {
        return transactions.read(session -> mandates.page(session, scope, page)).map(rows -> Page.of(
                        rows, page, mandate -> List.of(mandate.id()))
                .map(MandateView::of));
    }

    /** From now on, which is when nobody is busy with something on its strength; an award that comes later leaves the enterprise out. */
    public Uni<MandateView> withdraw(Scope scope, UUID id, @Nullable String ifMatch) {
        return transactions.write(session -> mandates.lock(session, id)
                .invoke(mandate -> {
                    scope.requireOwn(mandate.enterpriseId());
                    Versions.require(ifMatch, mandate.version());
                })
                .chain(mandate -> clock.now(Statements.of(session))
                        .invoke(mandate::withdraw)
                        .call(session::flush)
                        .call(now -> note(session, scope, mandate, "withdraw", now))
                        .replaceWith(() -> MandateView.of(mandate))));
    }

    private Uni<Void> requireAbove(NewMandate wanted) {
        return unions.enterprisesUnder(wanted.toBodyId())
                .invoke(under -> {
                    if (!under.contains(wanted.enterpriseId()))
                        throw Refusal.field(ProblemType.INVALID_REQUEST, "/toBodyId", "not-a-body-above");
                })
                .replaceWithVoid();
    }

    private static void replace(Mandate earlier, Instant now, LocalDate today) {
        if (earlier.covers(earlier.toBodyId(), today)) throw Refusal.of(ProblemType.ALREADY_EXISTS);
        earlier.withdraw(now);
    }

    private Uni<Void> note(Mutiny.Session session, Scope scope, Mandate mandate, String move, Instant now) {
        String state = mandate.withdrawnAt() == null ? "given" : "withdrawn";
        return proceedings
                .put(
                        session,
                        new Move(
                                null,
                                mandate.id(),
                                move,
                                state,
                                scope.principal(),
                                scope.unionBody(),
                                null,
                                List.of(mandate.id()),
                                now))
                .chain(() -> proceedings.tell(
                        session,
                        scope,
                        Event.of(
                                "mandate-" + state,
                                mandate.id(),
                                Set.of(Audience.of(mandate.enterpriseId()), Audience.of(mandate.toBodyId())),
                                Map.of("enterpriseId", mandate.enterpriseId().toString()))));
    }
}
