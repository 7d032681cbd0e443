package org.goichung.enrolment;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.EnumSet;
import java.util.List;
import java.util.UUID;
import org.goichung.enrolment.EnrolmentPlanner.Plan;
import org.goichung.enrolment.model.Enrolment;
import org.goichung.enrolment.model.EnrolmentMove;
import org.goichung.enrolment.model.EnrolmentMoves;
import org.goichung.enrolment.store.EnrolmentStore;
import org.goichung.platform.database.Ids;
import org.goichung.platform.database.Statements;
import org.goichung.platform.database.Transactions;
import org.goichung.platform.database.Violations;
import org.goichung.platform.http.Language;
import org.goichung.platform.http.Versions;
import org.goichung.platform.identity.Role;
import org.goichung.platform.identity.Scope;
import org.goichung.platform.paging.Page;
import org.goichung.platform.paging.PageRequest;
import org.goichung.platform.problem.ProblemType;
import org.goichung.platform.problem.Refusal;
import org.goichung.platform.time.Clock;
import org.jspecify.annotations.Nullable;

/** Enrolments, for the worker and for those who help them. Orders and the ledger follow in {@link OrderSaga} and {@link LedgerSaga}. */
@ApplicationScoped
public class EnrolmentService {
    private final Transactions transactions;
    private final EnrolmentStore enrolments;
    private final EnrolmentPlanner planner;
    private final EnrolmentLedger ledger;
    private final EnrolmentMoving moving;
    private final Clock clock;

    public EnrolmentService(
            Transactions transactions,
            EnrolmentStore enrolments,
            EnrolmentPlanner planner,
            EnrolmentLedger ledger,
            EnrolmentMoving moving,
            Clock clock) {
        this.transactions = transactions;
        this.enrolments = enrolments;
        this.planner = planner;
        this.ledger = ledger;
        this.moving = moving;
        this.clock = clock;
    }

    /** Begins one: qualified, or a draft where something is not known; refused with the reasons where a criterion says no. */
    public Uni<EnrolmentView> create(Scope scope, NewEnrolment wanted, Language language) {
        return transactions
                .write(session -> planner.plan(scope, wanted).chain(plan -> planner.decide(
                                plan.subject().worker(), wanted.packageVersionId(), plan.criteria())
                        .map(decision -> decision.requireNotRefused(language))
                        .chain(decision -> insert(Statements.of(session), scope, plan, decision))))
                .map(begun -> EnrolmentView.of(begun, language))
                .onFailure(failure -> Violations.of(failure, "enrolment_one_per_person"))
                .transform(second -> Refusal.of(ProblemType.ALREADY_ENROLLED))
                .onFailure(failure -> Violations.of(failure, "enrolment_one_per_number"))
                .transform(second -> Refusal.of(ProblemType.NUMBER_ALREADY_ENROLLED));
    }

    public Uni<EnrolmentView> enrolment(Scope scope, UUID id, Language language) {
        return transactions
                .read(session -> enrolments.require(Statements.of(session), scope, id))
                .map(found -> EnrolmentView.of(found, language));
    }

    /** A worker's own, or those at the enterprises whose people the caller may see; oldest first. */
    public Uni<Page<EnrolmentView>> enrolments(
            Scope scope, @Nullable EnrolmentState state, PageRequest page, Language language) {
        return transactions
                .read(session ->
                        enrolments.page(Statements.of(session), scope.enterprises(), scope.worker(), state, page))
                .map(rows -> Page.of(rows, page, row -> List.of(row.id()))
                        .map(enrolment -> EnrolmentView.of(enrolment, language)));
    }

    /**
     * Records the worker's yes and takes the hold. The hold comes first and in the ledger's own transaction: should this one fail, the
     * hold ends by itself.
     */
    public Uni<EnrolmentView> consent(
            Scope scope, UUID id, @Nullable String ifMatch, Consent consent, Language language) {
        requireWholeYes(consent);
        return transactions.write(session -> {
            var connection = Statements.of(session);
            return held(connection, scope, id, ifMatch)
                    .chain(held -> decidedOfLate(held, language))
                    .map(held -> held.moved(EnrolmentMove.CONSENT))
                    .call(ledger::hold)
                    .call(moved -> enrolments.insertConsents(
                            connection, scope, id, consent.purposes(), consent.textVersion(), consent.witness()))
                    .chain(moved ->
                            moving.save(connection, scope, moved, EnrolmentEvents.of(EnrolmentEvents.CONSENTED, moved)))
                    .map(moved -> EnrolmentView.of(moved, language));
        });
    }

    public Uni<EnrolmentView> pause(Scope scope, UUID id, @Nullable String ifMatch, Language language) {
        return move(scope, id, ifMatch, EnrolmentMove.PAUSE, EnrolmentEvents.PAUSED)
                .map(moved -> EnrolmentView.of(moved, language));
    }

    public Uni<EnrolmentView> resume(Scope scope, UUID id, @Nullable String ifMatch, Language language) {
        return move(scope, id, ifMatch, EnrolmentMove.RESUME, EnrolmentEvents.RESUMED)
                .map(moved -> EnrolmentView.of(moved, language));
    }

    /** Ends it; what the ledger holds for it, or its line, is closed behind. */
    public Uni<EnrolmentView> exit(Scope scope, UUID id, @Nullable String ifMatch, Language language) {
        return transactions.write(session -> {
            var connection = Statements.of(session);
            return held(connection, scope, id, ifMatch)
                    .chain(held -> moving.end(connection, scope, held, "left"))
                    .map(ended -> EnrolmentView.of(ended, language));
        });
    }

    private Uni<Enrolment> move(Scope scope, UUID id, @Nullable String ifMatch, EnrolmentMove move, String event) {
        return transactions.write(session -> {
            var connection = Statements.of(session);
            return held(connection, scope, id, ifMatch)
                    .map(held -> held.moved(move))
                    .chain(moved -> moving.save(connection, scope, moved, EnrolmentEvents.withCarrier(event, moved)));
        });
    }

    /** Locked, for a move: a superior union sees it, but only the enterprise's own, its steward and the worker move it. */
    private Uni<Enrolment> held(Statements connection, Scope scope, UUID id, @Nullable String ifMatch) {
        return moving.lock(connection, scope, id).invoke(held -> {
            if (scope.role() == Role.UNION_OFFICER)
                scope.requireOwn(held.subject().enterprise());
            Versions.require(ifMatch, held.version());
        });
    }

    private Uni<Enrolment> insert(Statements connection, Scope scope, Plan plan, Decision decision) {
        Instant now = clock.instant();
        var enrolment = new Enrolment(
                Ids.next(),
                plan.subject(),
                decision.qualified() ? EnrolmentState.QUALIFIED : EnrolmentState.DRAFT,
                plan.shares(),
                plan.fundVnd(),
                decision.reasons(),
                now,
                null,
                null,
                null,
                now,
                1);
        return moving.begin(connection, scope, enrolment, plan.line().msisdnIndex());
    }

    /** What is offered has to stand still; a decision is kept for a while, a draft is decided now. */
    private Uni<Enrolment> decidedOfLate(Enrolment held, Language language) {
        EnrolmentMoves.requireNotBegun(held.state());
        var subject = held.subject();
        Instant now = clock.instant();
        return planner.stillOffered(subject).chain(criteria -> {
            if (!held.decisionDue(now)) return Uni.createFrom().item(held);
            return planner.decide(subject.worker(), subject.packageVersionId(), criteria)
                    .map(decision ->
                            held.qualified(decision.requireQualified(language).reasons(), now));
        });
    }

    private static void requireWholeYes(Consent consent) {
        if (!consent.given()) throw Refusal.field(ProblemType.CONSENT_NEEDED, "/given", "not-given");
        if (!consent.purposes().containsAll(EnumSet.allOf(ConsentPurpose.class)))
            throw Refusal.field(ProblemType.CONSENT_NEEDED, "/purposes", "purpose-missing");
    }
}
