package org.goichung.negotiation;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import org.goichung.negotiation.model.AgreementAmendment;
import org.goichung.negotiation.model.AgreementAmendment.State;
import org.goichung.negotiation.model.AgreementWhole;
import org.goichung.negotiation.model.Move;
import org.goichung.negotiation.store.AgreementAmendmentStore;
import org.goichung.negotiation.store.AgreementStore;
import org.goichung.platform.database.Ids;
import org.goichung.platform.database.Statements;
import org.goichung.platform.database.Transactions;
import org.goichung.platform.identity.EnterpriseId;
import org.goichung.platform.identity.Scope;
import org.goichung.platform.outbox.Audience;
import org.goichung.platform.outbox.Event;
import org.goichung.platform.paging.Page;
import org.goichung.platform.paging.PageRequest;
import org.goichung.platform.problem.ProblemType;
import org.goichung.platform.problem.Refusal;
import org.goichung.platform.time.Clock;
import org.hibernate.reactive.mutiny.Mutiny;

/** What members of an agreement give each other in months to come, where both sides agree; what the agreement gives in all stays. */
@ApplicationScoped
public class AgreementAmendmentService {
    private final Transactions transactions;
    private final AgreementStore agreements;
    private final AgreementAmendmentStore amendments;
    private final Proceedings proceedings;
    private final Clock clock;

    AgreementAmendmentService(
            Transactions transactions,
            AgreementStore agreements,
            AgreementAmendmentStore amendments,
            Proceedings proceedings,
            Clock clock) {
        this.transactions = transactions;
        this.agreements = agreements;
        this.amendments = amendments;
        this.proceedings = proceedings;
        this.clock = clock;
    }

    /** By the giver's own union. */
    public Uni<AgreementAmendmentView> propose(Scope scope, UUID agreementId, NewAgreementAmendment wanted) {
        return transactions.write(session -> agreements
                .lock(session, agreementId)
                .invoke(whole -> {
                    whole.visibleTo(scope);
                    scope.requireOwn(wanted.fromEnterpriseId());
                    whole.agreement().requireNotEnded("amend");
                })
                .chain(whole -> clock.now(Statements.of(session)).chain(now -> {
                    var givers = whole.shares().requireMembers(wanted);
                    var amendment = AgreementAmendment.propose(Ids.next(), whole, wanted, givers, now);
                    whole.shares().requireRoomFor(amendment);
                    return session.persist(amendment)
                            .chain(session::flush)
                            .chain(() -> note(session, scope, whole, amendment, "propose", now))
                            .chain(() -> tell(session, scope, amendment, "agreement-amendment-proposed", now))
                            .replaceWith(() -> AgreementAmendmentView.of(amendment, now));
                })));
    }

    /** By the receiver's own union: the agreement's next revision. */
    public Uni<AgreementAmendmentView> accept(Scope scope, UUID agreementId, UUID id) {
        return answer(scope, agreementId, id, (whole, amendment, now) -> {
            requireSide(scope, amendment.to());
            whole.agreement().requireNotEnded("accept");
            amendment.requireUnanswered(now);
            whole.shares().requireRoomFor(amendment);
            amendment.accept(whole.revision() + 1, now);
            return "accept";
        });
    }

    /** By the receiver's own union. */
    public Uni<AgreementAmendmentView> decline(Scope scope, UUID agreementId, UUID id) {
        return answer(scope, agreementId, id, (whole, amendment, now) -> {
            requireSide(scope, amendment.to());
            amendment.answer(State.DECLINED, now);
            return "decline";
        });
    }

    /** By the giver's own union. */
    public Uni<AgreementAmendmentView> withdraw(Scope scope, UUID agreementId, UUID id) {
        return answer(scope, agreementId, id, (whole, amendment, now) -> {
            requireSide(scope, amendment.from());
            amendment.answer(State.WITHDRAWN, now);
            return "withdraw";
        });
    }

    /** All for the leading body and the carrier, else those that concern enterprises in reach; oldest first. */
    public Uni<Page<AgreementAmendmentView>> list(Scope scope, UUID agreementId, PageRequest page) {
        Instant now = clock.instant();
        return transactions.read(
                session -> agreements.require(session, agreementId).chain(whole -> {
                    whole.visibleTo(scope);
                    return amendments
                            .page(session, agreementId, whole.seesAll(scope) ? null : scope, page)
                            .map(rows -> Page.of(rows, page, amendment -> List.of(amendment.id()))
                                    .map(amendment -> AgreementAmendmentView.of(amendment, now)));
                }));
    }

    /** In-house: what an amendment that was accepted moves. */
    public Uni<AgreementAmendmentTerms> terms(UUID id) {
        return transactions
                .read(session -> amendments.require(session, id))
                .map(amendment -> new AgreementAmendmentTerms(
                        amendment.id(),
                        amendment.agreementId(),
                        amendment.from(),
                        amendment.to(),
                        amendment.packageVersionId(),
                        amendment.fromMonth(),
                        amendment.untilMonth(),
                        amendment.linesPerMonth(),
                        Objects.requireNonNullElse(amendment.sharedBytesPerMonth(), 0L),
                        Objects.requireNonNullElse(amendment.fundVndPerMonth(), 0L)));
    }

    /** Whoever sees an amendment may still not answer for the other side. */
    private static void requireSide(Scope scope, EnterpriseId side) {
        if (!scope.ownEnterprises().contains(side)) throw Refusal.of(ProblemType.FORBIDDEN);
    }

    private interface Answer {
        /** @return the move's name on record */
        String decide(AgreementWhole whole, AgreementAmendment amendment, Instant now);
    }

    private Uni<AgreementAmendmentView> answer(Scope scope, UUID agreementId, UUID id, Answer answer) {
        return transactions.write(
                session -> agreements.lock(session, agreementId).chain(whole -> {
                    whole.visibleTo(scope);
                    return amendments
                            .visible(session, agreementId, id, whole.seesAll(scope) ? null : scope)
                            .chain(amendment -> clock.now(Statements.of(session))
                                    .chain(now -> {
                                        String move = answer.decide(whole, amendment, now);
                                        return session.flush()
                                                .chain(() -> note(session, scope, whole, amendment, move, now))
                                                .chain(() -> move.equals("accept")
                                                        ? tellAmended(session, scope, whole, amendment)
                                                        : tell(
                                                                session,
                                                                scope,
                                                                amendment,
                                                                "agreement-amendment-answered",
                                                                now))
                                                .replaceWith(() -> AgreementAmendmentView.of(amendment, now));
                                    }));
                }));
    }

    private Uni<Void> note(
            Mutiny.Session session,
            Scope scope,
            AgreementWhole whole,
            AgreementAmendment amendment,
            String move,
            Instant now) {
        return proceedings.put(
                session,
                new Move(
                        whole.agreement().rfqId(),
                        amendment.id(),
                        move,
                        amendment.word(now),
                        scope.principal(),
                        scope.unionBody(),
                        null,
                        List.of(),
                        now));
    }

    /** To the two it is between. */
    private Uni<Void> tell(
            Mutiny.Session session, Scope scope, AgreementAmendment amendment, String type, Instant now) {
        return proceedings.tell(
                session,
                scope,
                new Event(
                        type,
                        amendment.agreementId(),
                        amendment.id(),
                        Set.of(audience(amendment.from()), audience(amendment.to())),
                        Map.of(
                                "agreementId", amendment.agreementId().toString(),
                                "state", amendment.word(now))));
    }

    private static Audience audience(EnterpriseId enterprise) {
        return Audience.of(enterprise);
    }

    /** To all parties, since what they have signed has a new revision. */
    private Uni<Void> tellAmended(
            Mutiny.Session session, Scope scope, AgreementWhole whole, AgreementAmendment amendment) {
        return proceedings.tell(
                session,
                scope,
                Event.of(
                        "agreement-amended",
                        amendment.agreementId(),
                        whole.audience(),
                        Map.of(
                                "amendmentId", amendment.id().toString(),
                                "revision", Objects.requireNonNull(amendment.revision()))));
    }
}
