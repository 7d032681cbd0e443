package org.goichung.enrolment;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.Set;
import java.util.UUID;
import org.goichung.enrolment.model.EnrolmentMoves;
import org.goichung.enrolment.store.EnrolmentStore;
import org.goichung.platform.database.Statements;
import org.goichung.platform.database.Transactions;
import org.goichung.platform.identity.Scope;
import org.goichung.platform.outbox.OutboxReceiver;

/** The ledger behind a carrier's answer and an enrolment's end. What it does there may be done twice. */
@ApplicationScoped
public class LedgerSaga implements OutboxReceiver {
    private static final Scope SYSTEM = Scope.system("enrolment");

    private final Transactions transactions;
    private final EnrolmentStore enrolments;
    private final EnrolmentLedger ledger;

    public LedgerSaga(Transactions transactions, EnrolmentStore enrolments, EnrolmentLedger ledger) {
        this.transactions = transactions;
        this.enrolments = enrolments;
        this.ledger = ledger;
    }

    @Override
    public Set<String> types() {
        return Set.of(EnrolmentEvents.ACTIVATED, EnrolmentEvents.REFUSED, EnrolmentEvents.EXITED);
    }

    @Override
    public Uni<Void> receive(Delivery event) {
        UUID id = event.subject();
        return switch (event.type()) {
            case EnrolmentEvents.ACTIVATED -> openLine(id);
            case EnrolmentEvents.EXITED ->
                close(
                        id,
                        EnrolmentState.ofWireName(event.data().getString("from")),
                        Instant.parse(event.data().getString("at")));
            default -> ledger.release(id);
        };
    }

    private Uni<Void> openLine(UUID id) {
        return transactions
                .read(session -> {
                    var connection = Statements.of(session);
                    return enrolments.require(connection, SYSTEM, id).chain(active -> enrolments
                            .numberOf(connection, id)
                            .map(number -> EnrolmentLedger.lineOf(active, number)));
                })
                .chain(line -> ledger.post(id).chain(() -> ledger.openLine(line)));
    }

    private Uni<Void> close(UUID id, EnrolmentState from, Instant at) {
        if (EnrolmentMoves.hasLine(from)) return ledger.closeLine(id, at);
        return from == EnrolmentState.CONSENTED
                ? ledger.release(id)
                : Uni.createFrom().voidItem();
    }
}
