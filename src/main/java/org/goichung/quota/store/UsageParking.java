package org.goichung.quota.store;

import static org.goichung.quota.store.Columns.instant;
import static org.goichung.quota.store.Columns.instantOrNull;
import static org.goichung.quota.store.Columns.instants;
import static org.goichung.quota.store.Columns.longs;
import static org.goichung.quota.store.Columns.number;
import static org.goichung.quota.store.Columns.texts;

import io.smallrye.mutiny.Uni;
import io.vertx.core.buffer.Buffer;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.goichung.platform.database.Statements;
import org.goichung.platform.database.Transactions;
import org.goichung.platform.identity.CarrierId;
import org.goichung.platform.keys.PersonalData;
import org.goichung.platform.paging.PageRequest;
import org.goichung.platform.time.Clock;
import org.goichung.quota.ParkedCause;
import org.goichung.quota.ParkedFilter;
import org.goichung.quota.ParkedUsageView;
import org.goichung.quota.UsageEvent;
import org.goichung.quota.model.UsageRow;
import org.jspecify.annotations.Nullable;

/** Usage that matches nothing yet: it waits, can be looked through, and loses its number where that is a stranger's. */
@ApplicationScoped
public class UsageParking {
    private static final int PURGED_AT_ONCE = 1_000;

    private final Transactions transactions;
    private final PersonalData personalData;
    private final Clock clock;

    @ConfigProperty(name = "goichung.usage.strangers-days", defaultValue = "30")
    int strangersDays;

    public UsageParking(Transactions transactions, PersonalData personalData, Clock clock) {
        this.transactions = transactions;
        this.personalData = personalData;
        this.clock = clock;
    }

    /** Whether any amendment waits for its original; none comes while we are in. */
    Uni<Boolean> anyWaiting(Statements sql, CarrierId carrier) {
        return sql.select(
                        "SELECT EXISTS (SELECT FROM usage_quarantine WHERE carrier_id = $1 AND amends IS NOT NULL AND cause = $2)",
                        carrier.value(),
                        ParkedCause.AWAITING_ORIGINAL.wireName())
                .map(rows -> Boolean.TRUE.equals(rows.getFirst()[0]));
    }

    /** Amendments that came before one of these originals. */
    Uni<List<UsageRow>> waitingFor(Statements sql, CarrierId carrier, Collection<String> originals) {
        if (originals.isEmpty()) return Uni.createFrom().item(List.of());
        return sql.select("""
                        SELECT event_id, bytes, started_at, amends, coalesce(msisdn_index, '') FROM usage_quarantine
                         WHERE carrier_id = $1 AND amends = ANY ($2)
                        """, carrier.value(), originals.toArray(String[]::new))
                .map(rows -> rows.stream()
                        .map(row -> new UsageRow(
                                new UsageEvent(
                                        (String) row[0], "", number(row[1]), instant(row[2]), null, (String) row[3]),
                                new UUID(0, 0),
                                (byte[]) row[4],
                                null,
                                null))
                        .toList());
    }

    /** They have waited for an original of another number. */
    Uni<Integer> markMisnamed(Statements sql, CarrierId carrier, Collection<String> ids) {
        return sql.update(
                "UPDATE usage_quarantine SET cause = 'amends-another-number' WHERE carrier_id = $1 AND event_id = ANY ($2)",
                carrier.value(),
                ids.toArray(String[]::new));
    }

    /** Numbers are sealed: parked ones may be strangers'. */
    Uni<Void> park(Statements sql, CarrierId carrier, List<UsageRow> rows, Instant now) {
        if (rows.isEmpty()) return Uni.createFrom().voidItem();
        return sql.update(
                        """
                        INSERT INTO usage_quarantine (carrier_id, event_id, msisdn_index, msisdn_sealed, bytes, started_at,
                                                      amends, cause, parked_at)
                        SELECT $1, q.*, CASE WHEN q.amends IS NULL THEN 'no-line' ELSE 'awaiting-original' END, $8
                          FROM unnest($2::text[], $3::bytea[], $4::bytea[], $5::bigint[], $6::timestamptz[], $7::text[])
                            AS q(event_id, msisdn_index, msisdn_sealed, bytes, started_at, amends)
                        """,
                        carrier.value(),
                        texts(rows, row -> row.event().eventId()),
                        rows.stream()
                                .map(row -> Buffer.buffer(row.msisdnIndex()))
                                .toArray(Buffer[]::new),
                        rows.stream()
                                .map(row -> Buffer.buffer(personalData.seal(
                                        PersonalData.Kind.MSISDN, row.event().msisdn())))
                                .toArray(Buffer[]::new),
                        longs(rows, row -> row.event().bytes()),
                        instants(rows, row -> row.event().startedAt()),
                        texts(rows, row -> row.event().amends()),
                        now)
                .replaceWithVoid();
    }

    Uni<Integer> leave(Statements sql, CarrierId carrier, Collection<String> ids) {
        return sql.update(
                "DELETE FROM usage_quarantine WHERE carrier_id = $1 AND event_id = ANY ($2)",
                carrier.value(),
                ids.toArray(String[]::new));
    }

    /** A page of what waits for a line, with the bytes as amended; the page is cut before anything is looked up for it. */
    Uni<List<UsageRow>> parked(Statements sql, CarrierId carrier, String after, int limit) {
        return sql.select("""
                        WITH page AS MATERIALIZED (
                            SELECT event_id, started_at, msisdn_index FROM usage_quarantine
                             WHERE carrier_id = $1 AND event_id > $2 AND cause = 'no-line' AND msisdn_index IS NOT NULL
                             ORDER BY event_id LIMIT $3)
                        SELECT p.event_id, e.bytes, p.started_at, p.msisdn_index
                          FROM page p JOIN usage_event e ON e.carrier_id = $1 AND e.event_id = p.event_id
                         ORDER BY p.event_id
                        """, carrier.value(), after, limit).map(rows -> rows.stream()
                .map(row -> new UsageRow(
                        new UsageEvent((String) row[0], "", number(row[1]), instant(row[2]), null, null),
                        new UUID(0, 0),
                        (byte[]) row[3],
                        null,
                        null))
                .toList());
    }

    /** The oldest first. */
    public Uni<List<ParkedUsageView>> find(ParkedFilter wanted, PageRequest page) {
        Instant now = clock.instant();
        List<String> after = Cursors.parts(page, 3);
        @Nullable
        UUID carrier = wanted.carrier() == null ? null : wanted.carrier().value();
        byte @Nullable [] index =
                wanted.msisdn() == null ? null : personalData.blindIndex(PersonalData.Kind.MSISDN, wanted.msisdn());
        return app().select(
                        """
                        SELECT event_id, carrier_id, msisdn_sealed, bytes, started_at, amends, cause, parked_at, number_purged_at
                          FROM usage_quarantine
                         WHERE (parked_at, carrier_id, event_id) > ($1, $2, $3)
                           AND ($4::uuid IS NULL OR carrier_id = $4)
                           AND ($5::text IS NULL OR cause = $5)
                           AND ($6::bytea IS NULL OR msisdn_index = $6)
                           AND ($7::timestamptz IS NULL OR parked_at >= $7)
                           AND ($8::timestamptz IS NULL OR parked_at < $8)
                         ORDER BY parked_at, carrier_id, event_id LIMIT $9
                        """,
                        page.first() ? Instant.EPOCH : Cursors.time(after.get(0)),
                        page.first() ? Cursors.FIRST : Cursors.uuid(after.get(1)),
                        page.first() ? "" : after.get(2),
                        carrier,
                        wanted.cause() == null ? null : wanted.cause().wireName(),
                        index,
                        wanted.from(now),
                        wanted.before(now),
                        page.fetchSize())
                .map(rows -> rows.stream().map(row -> view(row, now)).toList());
    }

    public Uni<Long> count(CarrierId carrier) {
        return app().select("SELECT count(*) FROM usage_quarantine WHERE carrier_id = $1", carrier.value())
                .map(rows -> number(rows.getFirst()[0]));
    }

    /**
     * Takes away the numbers that no line of their carrier has had, once they have waited long enough; the rest of the row stays. In
     * batches that wait for nobody, so that several instances may do it at once. How many were taken away.
     */
    public Uni<Long> purgeStrangers() {
        return purgeStrangers(clock.instant().minus(Duration.ofDays(strangersDays)), 0);
    }

    private Uni<Long> purgeStrangers(Instant parkedBefore, long soFar) {
        return Statements.of(transactions.systemPool())
                .update("""
                        UPDATE usage_quarantine
                           SET msisdn_index = NULL, msisdn_sealed = NULL, number_purged_at = goichung_now()
                         WHERE (carrier_id, event_id) IN
                               (SELECT carrier_id, event_id FROM usage_quarantine q
                                 WHERE number_purged_at IS NULL AND parked_at < $1
                                   AND NOT EXISTS (SELECT FROM quota_line l
                                                    WHERE l.carrier_id = q.carrier_id AND l.msisdn_index = q.msisdn_index)
                                 ORDER BY parked_at LIMIT $2 FOR UPDATE SKIP LOCKED)
                        """, parkedBefore, PURGED_AT_ONCE)
                .chain(purged -> purged < PURGED_AT_ONCE
                        ? Uni.createFrom().item(soFar + purged)
                        : purgeStrangers(parkedBefore, soFar + purged));
    }

    private ParkedUsageView view(@Nullable Object[] row, Instant now) {
        Instant parkedAt = instant(some(row[7]));
        byte @Nullable [] sealed = (byte @Nullable []) row[2];
        return new ParkedUsageView(
                (String) some(row[0]),
                new CarrierId((UUID) some(row[1])),
                sealed == null ? null : personalData.open(PersonalData.Kind.MSISDN, sealed),
                number(some(row[3])),
                instant(some(row[4])),
                (@Nullable String) row[5],
                (String) some(row[6]),
                parkedAt,
                Math.max(0, Duration.between(parkedAt, now).toSeconds()),
                instantOrNull(row[8]));
    }

    private static Object some(@Nullable Object column) {
        return Objects.requireNonNull(column);
    }

    private Statements app() {
        return transactions.app();
    }
}
