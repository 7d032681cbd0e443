package org.goichung.platform.outbox;

import io.quarkus.runtime.StartupEvent;
import io.quarkus.scheduler.Scheduled;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.operators.multi.processors.BroadcastProcessor;
import io.smallrye.mutiny.operators.multi.processors.UnicastProcessor;
import io.smallrye.mutiny.subscription.Cancellable;
import io.vertx.core.json.JsonObject;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.Collectors;
import org.goichung.platform.database.Statements;
import org.goichung.platform.database.Transactions;
import org.goichung.platform.identity.Role;
import org.goichung.platform.identity.Scope;
import org.goichung.platform.time.Loops;
import org.jspecify.annotations.Nullable;

/**
 * The published events as streams. One look at the table per instance and moment serves all listeners; a listener that does not keep
 * up is ended and comes back with its {@code Last-Event-ID}.
 */
@ApplicationScoped
public class EventStream {
    private static final int PAGE = 500;
    private static final int LISTENER_BUFFER = 1_000;
    /** Days that events can be asked for again. */
    static final int RETENTION_DAYS = 7;

    private static final String PUBLISHED =
            "SELECT published_seq, id, type, subject, audience, data, occurred_at FROM outbox_event ";

    private final Transactions transactions;
    private final BroadcastProcessor<Published> live = BroadcastProcessor.create();
    private final AtomicLong seen = new AtomicLong(-1);

    public EventStream(Transactions transactions) {
        this.transactions = transactions;
    }

    /** @param seq the event's place in the published order; what {@code Last-Event-ID} names */
    public record Published(
            long seq,
            UUID id,
            String type,
            UUID subject,
            Set<String> audience,
            JsonObject data,
            OffsetDateTime occurredAt) {}

    /** Events this scope may see: those after {@code lastSeen} (stored ones first), or from now on where it is null. */
    public Multi<Published> follow(Scope scope, @Nullable Long lastSeen) {
        return Multi.createFrom()
                .deferred(() -> {
                    // listens before it reads the past, so that nothing falls between; what both have is told once
                    var queue = UnicastProcessor.<Published>create(new ArrayBlockingQueue<>(LISTENER_BUFFER), () -> {});
                    Cancellable listening = live.subscribe().with(queue::onNext, queue::onError, queue::onComplete);
                    Multi<Published> all = lastSeen == null
                            ? queue
                            : Multi.createBy()
                                    .concatenating()
                                    .streams(stored(lastSeen), queue)
                                    .filter(advancing());
                    return all.onTermination().invoke(listening::cancel);
                })
                .filter(event -> sees(scope, event));
    }

    /**
     * True where the follower has to start afresh: events after this one may have been deleted already, or no such event has been told
     * yet, so that it is another database's.
     */
    public Uni<Boolean> isUnknown(long lastSeen) {
        return sql().select("""
                        SELECT coalesce(min(published_seq), 0), coalesce(max(published_seq), 0)
                          FROM outbox_event
                         WHERE published_seq IS NOT NULL
                        """).map(rows -> {
            long oldest = (Long) rows.getFirst()[0];
            long latest = (Long) rows.getFirst()[1];
            return lastSeen + 1 < oldest || lastSeen > latest;
        });
    }

    private Multi<Published> stored(long lastSeen) {
        var reached = new AtomicLong(lastSeen);
        return Multi.createBy()
                .repeating()
                .uni(() -> after(reached.get()).invoke(page -> {
                    if (!page.isEmpty()) reached.set(page.getLast().seq());
                }))
                .whilst(page -> page.size() == PAGE)
                .onItem()
                .transformToMultiAndConcatenate(page -> Multi.createFrom().iterable(page));
    }

    private static java.util.function.Predicate<Published> advancing() {
        var last = new AtomicLong(Long.MIN_VALUE);
        return event -> last.getAndAccumulate(event.seq(), Math::max) < event.seq();
    }

    private static boolean sees(Scope scope, Published event) {
        if (scope.role() == Role.ADMIN || scope.role() == Role.WORKER) return false;
        for (String word : event.audience()) {
            int colon = word.indexOf(':');
            String id = word.substring(colon + 1);
            boolean mine =
                    switch (word.substring(0, colon)) {
                        case "enterprise" ->
                            scope.reaches(new org.goichung.platform.identity.EnterpriseId(UUID.fromString(id)));
                        case "carrier" ->
                            scope.carrier() != null
                                    && scope.carrier().toString().equals(id);
                        case "union" ->
                            scope.unionBody() != null
                                    && scope.unionBody().toString().equals(id);
                        default -> false;
                    };
            if (mine) return true;
        }
        return false;
    }

    void start(@Observes StartupEvent ready, Loops loops) {
        loops.every(Duration.ofMillis(150), "event stream", this::look);
    }

    private Uni<Void> first() {
        return sql().select("SELECT coalesce(max(published_seq), 0) FROM outbox_event")
                .invoke(rows -> seen.set((Long) rows.getFirst()[0]))
                .replaceWithVoid();
    }

    private Uni<Void> look() {
        if (seen.get() < 0) return first();
        return after(seen.get())
                .invoke(page -> page.forEach(event -> {
                    seen.set(event.seq());
                    live.onNext(event);
                }))
                .replaceWithVoid();
    }

    @Scheduled(every = "10m", delayed = "2m")
    Uni<Void> forget() {
        return sql().update("""
                        DELETE FROM outbox_event WHERE published_seq IS NOT NULL
                           AND occurred_at < goichung_now() - make_interval(days => $1)
                        """, RETENTION_DAYS).replaceWithVoid();
    }

    private Uni<List<Published>> after(long seq) {
        return sql().select(PUBLISHED + "WHERE published_seq > $1 ORDER BY published_seq LIMIT $2", seq, PAGE)
                .map(rows -> rows.stream().map(EventStream::published).toList());
    }

    private static Published published(Object[] row) {
        return new Published(
                (Long) row[0],
                (UUID) row[1],
                (String) row[2],
                (UUID) row[3],
                Arrays.stream((String[]) row[4]).collect(Collectors.toUnmodifiableSet()),
                (JsonObject) row[5],
                (OffsetDateTime) row[6]);
    }

    private Statements sql() {
        return Statements.of(transactions.systemPool());
    }
}
