package org.goichung.negotiation;

import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import org.goichung.platform.database.Transactions;
import org.goichung.platform.time.Clock;
import org.hibernate.reactive.mutiny.Mutiny;
import org.jboss.logging.Logger;

/** Does what has fallen due, each by itself in its own transaction: one that fails is told of, tried again later, and holds up no other. */
final class DueWork {
    private static final Logger LOG = Logger.getLogger(DueWork.class);
    private static final int MOST_AT_ONCE = 200;
    private static final Duration BEFORE_ANOTHER_TRY = Duration.ofMinutes(1);

    /** What is due now but for these, the longest due first. */
    interface Finder {
        Uni<List<UUID>> due(Mutiny.Session session, Instant now, Set<UUID> without, int most);
    }

    /** Does one that was found; nothing where it is due no longer, or somebody else is at it. */
    interface Work {
        Uni<Void> on(Mutiny.Session session, UUID id);
    }

    private final String what;
    private final Transactions transactions;
    private final Clock clock;
    private final Finder finder;
    private final Work work;

    /** Those that failed here, and until when they are left alone. */
    private final Map<UUID, Instant> failed = new ConcurrentHashMap<>();

    /** @param what the log says of one that failed, before its id */
    DueWork(String what, Transactions transactions, Clock clock, Finder finder, Work work) {
        this.what = what;
        this.transactions = transactions;
        this.clock = clock;
        this.finder = finder;
        this.work = work;
    }

    Uni<Void> doAll() {
        Instant now = clock.instant();
        failed.values().removeIf(until -> !now.isBefore(until));
        return transactions
                .read(session -> finder.due(session, now, Set.copyOf(failed.keySet()), MOST_AT_ONCE))
                .chain(due -> Multi.createFrom()
                        .iterable(due)
                        .onItem()
                        .transformToUniAndConcatenate(this::doOne)
                        .collect()
                        .asList())
                .replaceWithVoid();
    }

    private Uni<Void> doOne(UUID id) {
        return transactions.write(session -> work.on(session, id)).onFailure().recoverWithItem(failure -> {
            failed.put(id, clock.instant().plus(BEFORE_ANOTHER_TRY));
            LOG.errorf(failure, "%s %s; it is tried again in a minute", what, id);
            return null;
        });
    }
}
