package org.goichung.platform.time;

import io.quarkus.runtime.StartupEvent;
import io.quarkus.scheduler.Scheduled;
import io.quarkus.vertx.VertxContextSupport;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.interceptor.Interceptor;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.temporal.ChronoUnit;
import org.goichung.platform.database.Statements;
import org.goichung.platform.database.Transactions;

/**
 * Follows the database's clock: between two looks at it, time goes on by this machine's monotonic counter. As exact as the database
 * keeps instants, so that what is answered is what is read later.
 */
@ApplicationScoped
public class DatabaseClock implements Clock {
    /**
     * @param asked when the database was asked for it, by this machine's counter
     * @param nanos when it answered
     */
    private record Sight(Instant instant, long asked, long nanos) {}

    private final Transactions transactions;
    private volatile Sight sight = new Sight(Instant.now(), System.nanoTime(), System.nanoTime());

    public DatabaseClock(Transactions transactions) {
        this.transactions = transactions;
    }

    @Override
    public Instant instant() {
        Sight seen = sight;
        return seen.instant().plusNanos(System.nanoTime() - seen.nanos()).truncatedTo(ChronoUnit.MICROS);
    }

    @Override
    public Uni<Instant> now(Statements connection) {
        return Uni.createFrom().deferred(() -> {
            long asked = System.nanoTime();
            return connection
                    .select("SELECT goichung_now()")
                    .map(rows -> ((OffsetDateTime) rows.getFirst()[0]).toInstant())
                    .invoke(instant -> saw(new Sight(instant, asked, System.nanoTime())));
        });
    }

    /** Looks at the database's clock at once, for instance after the demo moved it. */
    public Uni<Instant> look() {
        return now(transactions.app());
    }

    /** Moves the demo's clock for good, and for every instance within a second. */
    public Uni<Instant> advance(Duration by) {
        return Statements.of(transactions.systemPool())
                .update("UPDATE clock_offset SET seconds = seconds + $1", by.toSeconds())
                .chain(this::look);
    }

    /** Before anything is served: this machine's own clock is not the database's, and knows nothing of the demo's. */
    void start(@Observes @Priority(Interceptor.Priority.PLATFORM_BEFORE) StartupEvent starting) throws Throwable {
        VertxContextSupport.subscribeAndAwait(this::look);
    }

    @Scheduled(every = "1s", concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    Uni<Void> calibrate() {
        // while the database is away the clock goes on by the counter
        return look().replaceWithVoid().onFailure().recoverWithNull();
    }

    /** An answer that was asked for earlier may be from before the demo's clock was moved, and comes too late. */
    private synchronized void saw(Sight seen) {
        if (seen.asked() - sight.asked() >= 0) sight = seen;
    }
}
