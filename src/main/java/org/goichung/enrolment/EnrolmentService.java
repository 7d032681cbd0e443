package org.goichung.enrolment;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.EnumSet;
import java.util.List;
import java.util.UUID;
import java.util.function.UnaryOperator;
import org.goichung.enrolment.EnrolmentPlanner.Plan;
import org.goichung.enrolment.model.Enrolment;
import org.goichung.enrolment.model.EnrolmentMove;
import org.goichung.enrolment.model.EnrolmentMoves;
import org.goichung.enrolment.store.EnrolmentStore;
import org.goichung.platform.database.Ids;
import org.goichung.platform.database.Statements;
import org.goichung.platform.database.Transactions;
import org.goichung.platform.database.Violations;
import org.goichung.platform.http.Versions;
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
    public Uni<EnrolmentView> create(Scope scope, NewEnrolment wanted) {
        return transactions
                .write(session -> planner.plan(scope, wanted).chain(plan -> planner.decide(
                                plan.subject().worker(), wanted.packageVersionId())
                        .chain(decision -> insert(Statements.of(session), scope, plan, decision.requireNotRefused()))))
                .onFailure(failure -> Violations.of(failure, "enrolment_one_per_person"))
                .transform(second -> Refusal.of(ProblemType.ALREADY_ENROLLED))
                .onFailure(failure -> Violations.of(failure, "enrolment_one_per_number"))
                .transform(second -> Refusal.of(ProblemType.NUMBER_ALREADY_ENROLLED));
    }

    public Uni<EnrolmentView> enrolment(Scope scope, UUID id) {
        return transactions
                .read(session -> enrolments.require(Statements.of(session), scope, id))
                .map(EnrolmentView::of);
    }

    /** A worker's own, or those at the enterprises whose people the caller may see; oldest first. */
    public Uni<Page<EnrolmentView>> enrolments(Scope scope, @Nullable EnrolmentState state, PageRequest page) {
        return transactions
                .read(session ->
                        enrolments.page(Statements.of(session), scope.enterprises(), scope.worker(), state, page))
                .map(rows -> Page.of(rows, page, row -> List.of(row.id())).map(EnrolmentView::of));
    }

    /**
     * Records the worker's yes and takes the hold. The hold comes first and in the ledger's own transaction: should this one fail, the
     * hold ends by itself.
     */
    public Uni<EnrolmentView> consent(Scope scope, UUID id, @Nullable String ifMatch, Consent consent) {
        requireWholeYes(consent);
        return transactions.write(session -> {
            var connection = Statements.of(session);
            return moving.lock(connection, scope, id)
                    .invoke(held -> Versions.require(ifMatch, held.version()))
                    .chain(this::decidedOfLate)
                    .map(held -> held.moved(EnrolmentMove.CONSENT))
                    .call(ledger::hold)
                    .call(moved -> enrolments.insertConsents(
                            connection, scope, id, consent.purposes(), consent.textVersion(), consent.witness()))
                    .chain(moved ->
                            moving.save(connection, scope, moved, EnrolmentEvents.of(EnrolmentEvents.CONSENTED, moved)))
                    .map(EnrolmentView::of);
        });
    }

    public Uni<EnrolmentView> pause(Scope scope, UUID id, @Nullable String ifMatch) {
        return move(scope, id, ifMatch, EnrolmentEvents.PAUSED, held -> held.moved(EnrolmentMove.PAUSE));
    }

    public Uni<EnrolmentView> resume(Scope scope, UUID id, @Nullable String ifMatch) {
        return move(scope, id, ifMatch, EnrolmentEvents.RESUMED, held -> held.moved(EnrolmentMove.RESUME));
    }

    /** Ends it; what the ledger holds for it, or its line, is closed behind. */
    public Uni<EnrolmentView> exit(Scope scope, UUID id, @Nullable String ifMatch) {
        return transactions.write(session -> {
            var connection = Statements.of(session);
            return moving.lock(connection, scope, id)
                    .invoke(held -> Versions.require(ifMatch, held.version()))
                    .chain(held -> moving.end(connection, scope, held, "left"))
                    .map(EnrolmentView::of);
        });
    }

    private Uni<EnrolmentView> move(
            Scope scope, UUID id, @Nullable String ifMatch, String event, UnaryOperator<Enrolment> move) {
        return transactions.write(session -> {
            var connection = Statements.of(session);
            return moving.lock(connection, scope, id)
                    .invoke(held -> Versions.require(ifMatch, held.version()))
                    .map(move)
                    .chain(moved -> moving.save(connection, scope, moved, EnrolmentEvents.withCarrier(event, moved)))
                    .map(EnrolmentView::of);
        });
    }

    private Uni<EnrolmentView> insert(Statements connection, Scope scope, Plan plan, Decision decision) {
        Instant now = clock.instant();
        var enrolment = new Enrolment(
                Ids.next(),
                plan.subject(),
                decision.qualified() ? EnrolmentState.QUALIFIED : EnrolmentState.DRAFT,
                plan.shares(),
                plan.fundVnd(),
                decision.reasonsJson(),
                now,
                null,
                null,
                null,
                now,
                1);
        return moving.begin(connection, scope, enrolment, plan.line().msisdnIndex())
                .map(EnrolmentView::of);
    }

    private Uni<Enrolment> decidedOfLate(Enrolment held) {
        EnrolmentMoves.requireNotBegun(held.state());
        Instant now = clock.instant();
        if (!held.decisionDue(now)) return Uni.createFrom().item(held);
        return planner.decide(held.subject().worker(), held.subject().packageVersionId())
                .map(decision -> held.qualified(decision.requireQualified().reasonsJson(), now));
    }

    private static void requireWholeYes(Consent consent) {
        if (!consent.given()) throw Refusal.field(ProblemType.CONSENT_NEEDED, "/given", "not-given");
        if (!consent.purposes().containsAll(EnumSet.allOf(ConsentPurpose.class)))
            throw Refusal.field(ProblemType.CONSENT_NEEDED, "/purposes", "purpose-missing");
    }
}
