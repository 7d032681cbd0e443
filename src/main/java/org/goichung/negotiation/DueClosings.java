package org.goichung.negotiation;

import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import org.goichung.negotiation.store.RfqStore;
import org.goichung.platform.database.Statements;
import org.goichung.platform.database.Transactions;
import org.goichung.platform.identity.Scope;
import org.goichung.platform.time.Clock;
import org.jboss.logging.Logger;

/** Closes RFQs past their deadline, each by itself: one that cannot be closed is told of, tried again later, and holds up no other. */
@ApplicationScoped
class DueClosings {
    private static final Logger LOG = Logger.getLogger(DueClosings.class);
    private static final Scope JOB = Scope.system("rfq-deadline");
    private static final int MOST_AT_ONCE = 200;
    private static final Duration BEFORE_ANOTHER_TRY = Duration.ofMinutes(1);

    private final Transactions transactions;
    private final RfqStore rfqs;
    private final Closing closing;
    private final Clock clock;

    /** Those that failed here, and until when they are left alone. */
    private final Map<UUID, Instant> failed = new ConcurrentHashMap<>();

    DueClosings(Transactions transactions, RfqStore rfqs, Closing closing, Clock clock) {
        this.transactions = transactions;
        this.rfqs = rfqs;
        this.closing = closing;
        this.clock = clock;
    }

    Uni<Void> closeAllDue() {
        Instant now = clock.instant();
        failed.values().removeIf(until -> !now.isBefore(until));
        return transactions
                .read(session -> rfqs.dueToClose(session, now, Set.copyOf(failed.keySet()), MOST_AT_ONCE))
                .chain(due -> Multi.createFrom()
                        .iterable(due)
                        .onItem()
                        .transformToUniAndConcatenate(this::close)
                        .collect()
                        .asList())
                .replaceWithVoid();
    }

    private Uni<Void> close(UUID id) {
        return transactions
                .write(session -> rfqs.lockDueToClose(session, id)
                        .chain(due -> due
                                ? rfqs.read(session, id).chain(coalition -> clock.now(Statements.of(session))
                                        .chain(now -> closing.close(session, JOB, coalition, now)))
                                : Uni.createFrom().voidItem()))
                .onFailure()
                .recoverWithItem(failure -> {
                    failed.put(id, clock.instant().plus(BEFORE_ANOTHER_TRY));
                    LOG.errorf(failure, "the RFQ %s could not be closed; it is tried again in a minute", id);
                    return null;
                });
    }
}
