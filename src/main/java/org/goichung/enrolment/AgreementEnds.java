package org.goichung.enrolment;

import io.quarkus.scheduler.Scheduled;
import io.quarkus.scheduler.Scheduled.ConcurrentExecution;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.goichung.enrolment.model.Enrolment;
import org.goichung.enrolment.store.AgreementEndStore;
import org.goichung.enrolment.store.EnrolmentStore;
import org.goichung.platform.database.Statements;
import org.goichung.platform.database.Transactions;
import org.goichung.platform.identity.Scope;
import org.goichung.platform.outbox.OutboxReceiver;
import org.jboss.logging.Logger;

/**
 * What hangs on an agreement ends with it: the enterprise and the carrier are told of each enrolment, and the ledger gives back what was
 * held or closes the line. An order that is with the carrier is the carrier's to end; it follows once it is acknowledged, and so does
 * what was begun while the agreement ended. An agreement may have thousands, so the event only leaves a note for a job.
 */
@ApplicationScoped
public class AgreementEnds implements OutboxReceiver {
    private static final Logger LOG = Logger.getLogger(AgreementEnds.class);
    private static final Scope SYSTEM = Scope.system("agreement-ends");
    private static final int AT_ONCE = 200;

    private final Transactions transactions;
    private final AgreementEndStore ends;
    private final EnrolmentStore enrolments;
    private final EnrolmentMoving moving;

    public AgreementEnds(
            Transactions transactions, AgreementEndStore ends, EnrolmentStore enrolments, EnrolmentMoving moving) {
        this.transactions = transactions;
        this.ends = ends;
        this.enrolments = enrolments;
        this.moving = moving;
    }

    @Override
    public Set<String> types() {
        return Set.of("agreement-expired", "agreement-terminated");
    }

    @Override
    public Uni<Void> receive(Delivery event) {
        // the version before this one did not say when
        String at = event.data().getString("at");
        return ends.note(event.subject(), event.type(), at == null ? null : Instant.parse(at));
    }

    /** Two instances at once do no harm: each enrolment is looked at again under its lock. */
    @Scheduled(identity = "agreement-ends", every = "2s", concurrentExecution = ConcurrentExecution.SKIP)
    Uni<Void> endThoseLeft() {
        return transactions
                .read(session -> enrolments.openUnderEndedAgreements(Statements.of(session), AT_ONCE))
                .chain(this::end)
                .chain(ended ->
                        ended == AT_ONCE ? endThoseLeft() : Uni.createFrom().voidItem());
    }

    /** How many did end; one that could not is tried again by the next look. */
    private Uni<Integer> end(List<Enrolment> open) {
        return Multi.createFrom()
                .iterable(open)
                .onItem()
                .transformToUniAndConcatenate(
                        each -> end(each).replaceWith(1).onFailure().recoverWithItem(failure -> {
                            LOG.warnf("enrolment %s could not be ended, tried again later: %s", each.id(), failure);
                            return 0;
                        }))
                .collect()
                .asList()
                .map(ended -> ended.stream().mapToInt(Integer::intValue).sum());
    }

    private Uni<Void> end(Enrolment open) {
        return transactions.write(session -> {
            var connection = Statements.of(session);
            return moving.lock(connection, SYSTEM, open.id()).chain(held -> ends.of(
                            connection, held.subject().agreementId())
                    .chain(end -> end.isPresent()
                            ? moving.end(connection, SYSTEM, held, end.get()).replaceWithVoid()
                            : Uni.createFrom().voidItem()));
        });
    }
}
