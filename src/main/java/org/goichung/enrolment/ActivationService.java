package org.goichung.enrolment;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.goichung.enrolment.model.Activation;
import org.goichung.enrolment.model.EnrolmentMove;
import org.goichung.enrolment.store.ActivationStore;
import org.goichung.platform.database.Statements;
import org.goichung.platform.database.Transactions;
import org.goichung.platform.identity.Scope;
import org.goichung.platform.paging.Page;
import org.goichung.platform.paging.PageRequest;
import org.goichung.platform.problem.ProblemType;
import org.goichung.platform.problem.Refusal;
import org.goichung.platform.time.Clock;
import org.jspecify.annotations.Nullable;

/** A carrier's queue of orders. An order is answered once; the same answer again gets the same reply. */
@ApplicationScoped
public class ActivationService {
    private static final Scope SYSTEM = Scope.system("activation");

    private final Transactions transactions;
    private final ActivationStore activations;
    private final EnrolmentMoving moving;
    private final Clock clock;

    public ActivationService(
            Transactions transactions, ActivationStore activations, EnrolmentMoving moving, Clock clock) {
        this.transactions = transactions;
        this.activations = activations;
        this.moving = moving;
        this.clock = clock;
    }

    /** In the order they came. */
    public Uni<Page<ActivationView>> activations(Scope scope, @Nullable ActivationState state, PageRequest page) {
        return transactions
                .read(session -> activations.page(Statements.of(session), scope.requireCarrier(), state, page))
                .map(rows -> Page.of(rows, page, row -> List.of(row.id())).map(ActivationService::view));
    }

    /**
     * The carrier has activated it: the enrolment is active, and behind it the ledger posts the hold and opens the line.
     *
     * @param activatedAt when; now where the carrier does not say. Neither in the future nor before the order
     */
    public Uni<ActivationView> acknowledge(
            Scope scope, UUID id, String carrierReference, @Nullable Instant activatedAt) {
        Instant now = clock.instant();
        if (activatedAt != null && activatedAt.isAfter(now))
            throw Refusal.field(ProblemType.INVALID_REQUEST, "/activatedAt", "in-the-future");
        return transactions.write(session -> {
            var connection = Statements.of(session);
            return activations.lock(connection, id, scope.requireCarrier()).chain(order -> {
                if (order.acknowledgedAs(carrierReference))
                    return Uni.createFrom().item(view(order));
                Activation answered = order.acknowledged(carrierReference, activatedAt, now);
                Instant at = Objects.requireNonNull(answered.activatedAt());
                return activations
                        .answer(connection, answered)
                        .chain(() -> moving.lock(connection, SYSTEM, order.enrolmentId()))
                        .map(held -> held.acknowledged(at))
                        .chain(moved -> moving.save(
                                connection,
                                scope,
                                moved,
                                EnrolmentEvents.withCarrier(EnrolmentEvents.ACTIVATED, moved)))
                        .replaceWith(() -> view(answered));
            });
        });
    }

    /** The carrier does not take it: the enrolment ends, and behind it the ledger voids the hold. */
    public Uni<ActivationView> refuse(Scope scope, UUID id, String reason) {
        return transactions.write(session -> {
            var connection = Statements.of(session);
            return activations.lock(connection, id, scope.requireCarrier()).chain(order -> {
                if (order.refusedFor(reason)) return Uni.createFrom().item(view(order));
                Activation answered = order.refused(reason);
                Instant now = clock.instant();
                return activations
                        .answer(connection, answered)
                        .chain(() -> moving.lock(connection, SYSTEM, order.enrolmentId()))
                        .map(held -> held.ended(EnrolmentMove.REFUSE, "refused-by-carrier", now))
                        .chain(ended -> moving.save(connection, scope, ended, EnrolmentEvents.refused(ended, reason)))
                        .replaceWith(() -> view(answered));
            });
        });
    }

    private static ActivationView view(Activation order) {
        return new ActivationView(
                order.id(),
                order.state(),
                order.msisdn(),
                order.packageVersionId(),
                order.orderedAt(),
                order.carrierReference(),
                order.activatedAt(),
                order.refusal());
    }
}
