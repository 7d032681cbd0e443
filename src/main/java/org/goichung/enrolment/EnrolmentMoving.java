package org.goichung.enrolment;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.UUID;
import org.goichung.enrolment.model.Enrolment;
import org.goichung.enrolment.model.EnrolmentMove;
import org.goichung.enrolment.model.EnrolmentMoves;
import org.goichung.enrolment.model.Leaving;
import org.goichung.enrolment.store.EnrolmentStore;
import org.goichung.platform.database.Statements;
import org.goichung.platform.identity.Scope;
import org.goichung.platform.outbox.Event;
import org.goichung.platform.outbox.Journal;
import org.goichung.platform.time.Clock;
import org.goichung.workforce.EnrolledPackage;
import org.goichung.workforce.WorkforceService;

/** Stores a moved enrolment with its event, in the transaction at hand. */
@ApplicationScoped
public class EnrolmentMoving {
    private final EnrolmentStore enrolments;
    private final WorkforceService workforce;
    private final Journal journal;
    private final Clock clock;

    public EnrolmentMoving(EnrolmentStore enrolments, WorkforceService workforce, Journal journal, Clock clock) {
        this.enrolments = enrolments;
        this.workforce = workforce;
        this.journal = journal;
        this.clock = clock;
    }

    Uni<Enrolment> lock(Statements connection, Scope scope, UUID id) {
        return enrolments.lock(connection, scope, id);
    }

    Uni<Enrolment> save(Statements connection, Scope scope, Enrolment moved, Event event) {
        var subject = moved.subject();
        return enrolments
                .update(connection, moved)
                .call(() -> workforce.enrolment(
                        connection,
                        subject.worker(),
                        new EnrolledPackage(
                                subject.packageVersionId(),
                                subject.enterprise(),
                                subject.agreementId(),
                                subject.programmeId(),
                                moved.shares().priceVnd(),
                                moved.shares().workerVnd()),
                        moved.state().isAgreed()))
                .call(() -> journal.record(connection, scope, event));
    }

    Uni<Enrolment> begin(Statements connection, Scope scope, Enrolment begun, byte[] msisdnIndex) {
        return enrolments
                .insert(connection, begun, msisdnIndex)
                .call(() -> journal.record(connection, scope, EnrolmentEvents.of(EnrolmentEvents.CREATED, begun)));
    }

    /** Ends it now; the event says what it was before, for the ledger to be put right. */
    Uni<Enrolment> end(Statements connection, Scope scope, Enrolment held, String reason) {
        return end(connection, scope, held, held.ended(EnrolmentMove.EXIT, reason, clock.instant()));
    }

    /** Ends it from when on the person no longer works there. An order that is with the carrier is the carrier's to end. */
    Uni<Enrolment> end(Statements connection, Scope scope, Enrolment held, Leaving leaving) {
        return EnrolmentMoves.mayExit(held.state())
                ? end(connection, scope, held, held.left(leaving))
                : Uni.createFrom().item(held);
    }

    private Uni<Enrolment> end(Statements connection, Scope scope, Enrolment held, Enrolment ended) {
        return save(connection, scope, ended, EnrolmentEvents.exited(held, ended));
    }
}
