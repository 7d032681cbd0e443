package org.goichung.platform.outbox;

import io.quarkus.arc.All;
import io.quarkus.runtime.StartupEvent;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import io.vertx.core.json.JsonObject;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import org.goichung.platform.database.Statements;
import org.goichung.platform.database.Transactions;
import org.goichung.platform.time.Loops;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/**
 * Hands each event to its receivers in order per key, then gives it its place in the published order that event streams follow. One
 * relay works at a time over all instances (an advisory lock); a receiver that fails holds up its own key only.
 */
@ApplicationScoped
public class Relay {
    private static final Logger LOG = Logger.getLogger(Relay.class);
    private static final int BATCH = 200;
    private static final long LOCK = 0x676f_6963_6875_6e67L;
    private static final Duration RECEIVER_PATIENCE = Duration.ofSeconds(20);

    private final Transactions transactions;
    private final RelayBell bell;
    private final List<OutboxReceiver> receivers;
    private final AtomicInteger idle = new AtomicInteger();

    public Relay(Transactions transactions, RelayBell bell, @All List<OutboxReceiver> receivers) {
        this.transactions = transactions;
        this.bell = bell;
        this.receivers = receivers;
    }

    /** Looks at once when an event was written here, else every second for what other instances wrote or what is due again. */
    void start(@Observes StartupEvent ready, Loops loops) {
        loops.every(Duration.ofMillis(50), "relay", this::relay);
    }

    private Uni<Void> relay() {
        if (!bell.answer() && idle.incrementAndGet() < 20)
            return Uni.createFrom().voidItem();
        idle.set(0);
        return transactions
                .systemSql(connection -> batch(Statements.of(connection)))
                .invoke(count -> {
                    if (count == BATCH) bell.ring();
                })
                .replaceWithVoid();
    }

    private Uni<Integer> batch(Statements sql) {
        return sql.select("SELECT pg_try_advisory_xact_lock($1)", LOCK).chain(rows -> {
            if (!Boolean.TRUE.equals(rows.getFirst()[0]))
                return Uni.createFrom().item(0);
            return sql.select("""
                            SELECT id, type, key, subject, data, retry_at IS NOT NULL AND retry_at > clock_timestamp(), attempts
                              FROM outbox_event WHERE published_seq IS NULL ORDER BY seq LIMIT $1
                            """, BATCH).chain(events -> deliver(sql, events));
        });
    }

    private Uni<Integer> deliver(Statements sql, List<Object[]> events) {
        Set<Object> heldUp = new HashSet<>();
        List<UUID> done = new ArrayList<>();
        return Multi.createFrom()
                .iterable(events)
                .onItem()
                .transformToUniAndConcatenate(row -> {
                    var event = new OutboxReceiver.Delivery(
                            (UUID) row[0], (String) row[1], (UUID) row[2], (UUID) row[3], (JsonObject) row[4]);
                    if (heldUp.contains(event.key())) return Uni.createFrom().voidItem();
                    if (Boolean.TRUE.equals(row[5])) {
                        heldUp.add(event.key());
                        return Uni.createFrom().voidItem();
                    }
                    return receive(event)
                            .invoke(() -> done.add(event.id()))
                            .onFailure()
                            .recoverWithUni(failure -> {
                                heldUp.add(event.key());
                                return postpone(sql, event, (Integer) row[6], failure);
                            });
                })
                .collect()
                .last()
                .chain(() -> publish(sql, done))
                .replaceWith(events.size());
    }

    private Uni<Void> receive(OutboxReceiver.Delivery event) {
        return Multi.createFrom()
                .iterable(receivers)
                .filter(receiver -> receiver.types().contains(event.type()))
                .onItem()
                .transformToUniAndConcatenate(receiver -> receiver.receive(event)
                        .ifNoItem()
                        .after(RECEIVER_PATIENCE)
                        .fail())
                .collect()
                .last();
    }

    private static Uni<Void> postpone(
            Statements sql, OutboxReceiver.Delivery event, @Nullable Integer attempts, Throwable failure) {
        int tries = (attempts == null ? 0 : attempts) + 1;
        LOG.warnf("event %s of type %s was not received (try %d): %s", event.id(), event.type(), tries, failure);
        long seconds = Math.min(60, 1L << Math.min(tries, 6));
        return sql.update("""
                        UPDATE outbox_event SET attempts = $2, retry_at = clock_timestamp() + make_interval(secs => $3)
                         WHERE id = $1
                        """, event.id(), tries, (double) seconds).replaceWithVoid();
    }

    private static Uni<Integer> publish(Statements sql, List<UUID> done) {
        if (done.isEmpty()) return Uni.createFrom().item(0);
        return sql.update("""
                UPDATE outbox_event e SET published_seq = n.place
                  FROM (SELECT id, nextval('outbox_published') AS place
                          FROM (SELECT id FROM outbox_event WHERE id = ANY ($1) ORDER BY seq) o) n
                 WHERE e.id = n.id
                """, (Object) done.toArray(UUID[]::new));
    }
}
