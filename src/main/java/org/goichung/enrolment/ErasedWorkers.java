package org.goichung.enrolment;

import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Set;
import java.util.UUID;
import org.goichung.enrolment.store.ActivationStore;
import org.goichung.enrolment.store.EnrolmentStore;
import org.goichung.platform.database.Statements;
import org.goichung.platform.database.Transactions;
import org.goichung.platform.identity.Scope;
import org.goichung.platform.outbox.OutboxReceiver;
import org.goichung.quota.UsageService;

/**
 * Where a person is to be forgotten: their enrolments end, their numbers leave the carriers' queues, and their usage counts on without
 * them. An order that a carrier has in hand stays, without its number, until the carrier answers.
 */
@ApplicationScoped
public class ErasedWorkers implements OutboxReceiver {
    private static final Scope SYSTEM = Scope.system("erasure");

    private final Transactions transactions;
    private final EnrolmentStore enrolments;
    private final ActivationStore activations;
    private final EnrolmentMoving moving;
    private final UsageService usage;

    public ErasedWorkers(
            Transactions transactions,
            EnrolmentStore enrolments,
            ActivationStore activations,
            EnrolmentMoving moving,
            UsageService usage) {
        this.transactions = transactions;
        this.enrolments = enrolments;
        this.activations = activations;
        this.moving = moving;
        this.usage = usage;
    }

    @Override
    public Set<String> types() {
        return Set.of("worker-erased");
    }

    @Override
    public Uni<Void> receive(Delivery event) {
        UUID worker = event.subject();
        return transactions
                .write(session -> {
                    var connection = Statements.of(session);
                    // the order before its enrolment, as a carrier's answer locks them
                    return activations
                            .forgetNumbersOf(connection, worker)
                            .chain(() -> enrolments.lockOpenOf(connection, worker))
                            .onItem()
                            .transformToMulti(open -> Multi.createFrom().iterable(open))
                            .filter(held -> held.state() != EnrolmentState.ORDERED)
                            .onItem()
                            .transformToUniAndConcatenate(held -> moving.end(connection, SYSTEM, held, "person-erased"))
                            .collect()
                            .last()
                            .chain(() -> enrolments.idsOf(connection, worker));
                })
                .chain(usage::forgetEnrolments);
    }
}
