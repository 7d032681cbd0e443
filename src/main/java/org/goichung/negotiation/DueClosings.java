package org.goichung.negotiation;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.UUID;
import org.goichung.negotiation.store.RfqStore;
import org.goichung.platform.database.Statements;
import org.goichung.platform.database.Transactions;
import org.goichung.platform.identity.Scope;
import org.goichung.platform.time.Clock;
import org.hibernate.reactive.mutiny.Mutiny;

/** Closes RFQs past their deadline, and rounds of last offers past theirs. */
@ApplicationScoped
class DueClosings {
    private static final Scope JOB = Scope.system("rfq-deadline");

    private final RfqStore rfqs;
    private final Closing closing;
    private final FinalService finals;
    private final Clock clock;
    private final DueWork work;

    DueClosings(Transactions transactions, RfqStore rfqs, Closing closing, FinalService finals, Clock clock) {
        this.rfqs = rfqs;
        this.closing = closing;
        this.finals = finals;
        this.clock = clock;
        this.work = new DueWork("this RFQ could not be closed:", transactions, clock, rfqs::dueToClose, this::close);
    }

    Uni<Void> closeAllDue() {
        return work.doAll().chain(finals::endAllDue);
    }

    private Uni<Void> close(Mutiny.Session session, UUID id) {
        return rfqs.lockDueToClose(session, id)
                .chain(due -> due
                        ? rfqs.read(session, id).chain(coalition -> clock.now(Statements.of(session))
                                .chain(now -> closing.close(session, JOB, coalition, now)))
                        : Uni.createFrom().voidItem());
    }
}
