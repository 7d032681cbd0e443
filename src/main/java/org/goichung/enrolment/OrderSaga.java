package org.goichung.enrolment;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Arrays;
import java.util.Set;
import java.util.UUID;
import java.util.function.BiFunction;
import org.goichung.enrolment.model.Enrolment;
import org.goichung.enrolment.model.EnrolmentMove;
import org.goichung.enrolment.store.ActivationStore;
import org.goichung.enrolment.store.EnrolmentStore;
import org.goichung.platform.database.Statements;
import org.goichung.platform.database.Transactions;
import org.goichung.platform.identity.Scope;
import org.goichung.platform.outbox.OutboxReceiver;
import org.goichung.platform.problem.ProblemType;
import org.goichung.platform.problem.Refusal;
import org.goichung.workforce.WorkerLine;

/**
 * The order behind a worker's yes: the hold is taken again where it had ended meanwhile, kept without an end, and only then does the
 * order stand in the carrier's queue. Each step looks where the enrolment stands, so that the event may come twice.
 */
@ApplicationScoped
public class OrderSaga implements OutboxReceiver {
    private static final Scope SYSTEM = Scope.system("enrolment");

    private final Transactions transactions;
    private final EnrolmentStore enrolments;
    private final ActivationStore activations;
    private final EnrolmentMoving moving;
    private final EnrolmentLedger ledger;
    private final Whereabouts whereabouts;

    public OrderSaga(
            Transactions transactions,
            EnrolmentStore enrolments,
            ActivationStore activations,
            EnrolmentMoving moving,
            EnrolmentLedger ledger,
            Whereabouts whereabouts) {
        this.transactions = transactions;
        this.enrolments = enrolments;
        this.activations = activations;
        this.moving = moving;
        this.ledger = ledger;
        this.whereabouts = whereabouts;
    }

    @Override
    public Set<String> types() {
        return Set.of(EnrolmentEvents.CONSENTED);
    }

    @Override
    public Uni<Void> receive(Delivery event) {
        UUID id = event.subject();
        return transactions
                .read(session -> enrolments.require(Statements.of(session), SYSTEM, id))
                .chain(held -> held.state() == EnrolmentState.CONSENTED
                        ? orderUnlessLeft(held)
                        : Uni.createFrom().voidItem());
    }

    private Uni<Void> orderUnlessLeft(Enrolment enrolment) {
        return whereabouts
                .leaving(enrolment)
                .chain(left -> left.isPresent()
                        ? whileConsented(
                                enrolment.id(), (connection, held) -> moving.end(connection, SYSTEM, held, left.get()))
                        : order(enrolment));
    }

    private Uni<Void> order(Enrolment held) {
        UUID id = held.id();
        return ledger.hold(held)
                .chain(() -> ledger.keep(id))
                .replaceWith(true)
                .onFailure(OrderSaga::saysNo)
                .recoverWithUni(no -> runShort(id, ((Refusal) no).type()).replaceWith(false))
                .chain(kept -> kept ? orderLine(held) : Uni.createFrom().voidItem());
    }

    private Uni<Void> orderLine(Enrolment held) {
        return whereabouts
                .lineOf(held)
                .chain(line -> send(held.id(), line))
                .onFailure(OrderSaga::isUnknown)
                .recoverWithUni(gone -> end(held.id()));
    }

    /**
     * The ledger has answered; whatever else fails is tried again. So is a hold that ended between being found and being kept: it can be
     * taken anew.
     */
    private static boolean saysNo(Throwable failure) {
        return failure instanceof Refusal refusal
                && refusal.type().status() == 409
                && refusal.type() != ProblemType.RESERVATION_ENDED;
    }

    private static boolean isUnknown(Throwable failure) {
        return failure instanceof Refusal refusal && refusal.type() == ProblemType.NOT_FOUND;
    }

    private Uni<Void> send(UUID id, WorkerLine line) {
        return transactions.write(session -> {
            var connection = Statements.of(session);
            return moving.lock(connection, SYSTEM, id).chain(held -> {
                if (held.state() != EnrolmentState.CONSENTED)
                    return Uni.createFrom().voidItem();
                return enrolments.numberOf(connection, id).chain(index -> {
                    if (!Arrays.equals(index, line.msisdnIndex()))
                        return moving.end(connection, SYSTEM, held, "number-changed")
                                .replaceWithVoid();
                    Enrolment ordered = held.moved(EnrolmentMove.ORDER);
                    var subject = ordered.subject();
                    return activations
                            .insert(connection, id, subject.carrier(), subject.packageVersionId(), line.msisdn())
                            .chain(() -> moving.save(
                                    connection,
                                    SYSTEM,
                                    ordered,
                                    EnrolmentEvents.withCarrier(EnrolmentEvents.ORDERED, ordered)))
                            .replaceWithVoid();
                });
            });
        });
    }

    /** The quota is gone: back to where the worker may say yes again. */
    private Uni<Void> runShort(UUID id, ProblemType why) {
        return whileConsented(id, (connection, held) -> {
            Enrolment back = held.moved(EnrolmentMove.RUN_SHORT);
            return moving.save(connection, SYSTEM, back, EnrolmentEvents.ranShort(back, why));
        });
    }

    /** The person is gone: it ends, and the hold goes back with it. */
    private Uni<Void> end(UUID id) {
        return whileConsented(id, (connection, held) -> moving.end(connection, SYSTEM, held, "person-gone"));
    }

    private Uni<Void> whileConsented(UUID id, BiFunction<Statements, Enrolment, Uni<Enrolment>> move) {
        return transactions.write(session -> {
            var connection = Statements.of(session);
            return moving.lock(connection, SYSTEM, id)
                    .chain(held -> held.state() == EnrolmentState.CONSENTED
                            ? move.apply(connection, held)
                            : Uni.createFrom().item(held))
                    .replaceWithVoid();
        });
    }
}
