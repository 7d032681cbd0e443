package org.goichung.quota.store;

import static org.goichung.quota.store.Columns.instant;
import static org.goichung.quota.store.Columns.instants;
import static org.goichung.quota.store.Columns.longs;
import static org.goichung.quota.store.Columns.number;
import static org.goichung.quota.store.Columns.texts;
import static org.goichung.quota.store.Columns.timestamp;
import static org.goichung.quota.store.Columns.uuids;

import io.smallrye.mutiny.Uni;
import io.vertx.core.buffer.Buffer;
import io.vertx.pgclient.PgException;
import jakarta.enterprise.context.ApplicationScoped;
import java.nio.ByteBuffer;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.goichung.platform.database.Statements;
import org.goichung.platform.identity.CarrierId;
import org.goichung.platform.identity.EnterpriseId;
import org.goichung.platform.keys.PersonalData;
import org.goichung.quota.PoolKey;
import org.goichung.quota.UsageEvent;
import org.goichung.quota.model.UsageRow;
import org.jspecify.annotations.Nullable;

/** The statements of usage: events known once per carrier, what they match, and what waits. */
@ApplicationScoped
public class UsageBook {
    private static final String DEADLOCK = "40P01";
    private static final long CARRIER_LOCK = 0x7573_6167_6500_0000L;

    private final PersonalData personalData;
    private final SharedData sharedData;

    public UsageBook(PersonalData personalData, SharedData sharedData) {
        this.personalData = personalData;
        this.sharedData = sharedData;
    }

    /**
     * Chunks of a carrier run side by side; one that amends or replays runs alone, so that an amendment and its original never miss
     * each other.
     */
    Uni<Void> enter(Statements sql, CarrierId carrier, boolean alone) {
        return sql.select(
                        alone ? "SELECT pg_advisory_xact_lock($1)" : "SELECT pg_advisory_xact_lock_shared($1)",
                        CARRIER_LOCK ^ carrier.value().getLeastSignificantBits())
                .replaceWithVoid();
    }

    /** This carrier's lines of the numbers of these events, as far as they stood at the time. */
    Uni<UsageLines> linesOf(Statements sql, CarrierId carrier, List<UsageRow> rows) {
        if (rows.isEmpty()) return Uni.createFrom().item(new UsageLines(List.of()));
        Instant oldest = Instant.MAX;
        Instant newest = Instant.MIN;
        Set<ByteBuffer> numbers = HashSet.newHashSet(rows.size());
        for (UsageRow row : rows) {
            Instant startedAt = row.event().startedAt();
            if (startedAt.isBefore(oldest)) oldest = startedAt;
            if (startedAt.isAfter(newest)) newest = startedAt;
            numbers.add(ByteBuffer.wrap(row.msisdnIndex()));
        }
        return sql.select(
                        """
                        SELECT msisdn_index, from_at, to_at, enterprise_id, agreement_id, package_version_id, enrolment_id
                          FROM quota_line
                         WHERE carrier_id = $1 AND msisdn_index = ANY ($2) AND from_at <= $3 AND (to_at IS NULL OR to_at > $4)
                        """,
                        carrier.value(),
                        numbers.stream()
                                .map(index -> Buffer.buffer(index.array()))
                                .toArray(Buffer[]::new),
                        timestamp(newest),
                        timestamp(oldest))
                .map(UsageLines::new);
    }

    /** Joins each event with the line that stood at its start, and the shared data of that month. */
    Uni<List<UsageRow>> match(Statements sql, UsageLines lines, List<UsageRow> rows) {
        List<UsageLines.@Nullable Month> months = new ArrayList<>(rows.size());
        for (UsageRow row : rows) months.add(row.isAmendment() ? null : lines.at(row));
        return sharedData
                .poolsOf(sql, lines.months().stream().map(UsageLines.Month::of).toList())
                .map(pools -> {
                    for (UsageLines.Month month : lines.months()) {
                        PoolKey pool = pools.get(month.of());
                        if (pool != null) month.resolve(month.line().with(pool));
                    }
                    List<UsageRow> matched = new ArrayList<>(rows.size());
                    for (int i = 0; i < rows.size(); i++) {
                        var month = months.get(i);
                        matched.add(month == null ? rows.get(i) : rows.get(i).on(month.line()));
                    }
                    return matched;
                });
    }

    /**
     * Events that were looked for and not known. Fails where one became known meanwhile: looking first and then inserting plainly costs
     * half of what {@code ON CONFLICT} does.
     */
    Uni<Void> insert(Statements sql, CarrierId carrier, List<UsageRow> rows) {
        if (rows.isEmpty()) return Uni.createFrom().voidItem();
        return sql.update(
                        """
                        INSERT INTO usage_event (carrier_id, event_id, content_hash, state, bytes, started_at, enterprise_id,
                                                 agreement_id, package_version_id, pool_id)
                        SELECT $1, event_id, content_hash, CASE WHEN enterprise_id IS NULL THEN 'parked' ELSE 'counted' END,
                               bytes, started_at, enterprise_id, agreement_id, package_version_id, pool_id
                          FROM (SELECT unnest($2::text[]) AS event_id, unnest($3::uuid[]) AS content_hash,
                                       unnest($4::bigint[]) AS bytes, unnest($5::timestamptz[]) AS started_at,
                                       unnest($6::uuid[]) AS enterprise_id, unnest($7::uuid[]) AS agreement_id,
                                       unnest($8::uuid[]) AS package_version_id, unnest($9::uuid[]) AS pool_id) e
                        """,
                        carrier.value(),
                        texts(rows, row -> row.event().eventId()),
                        uuids(rows, UsageRow::content),
                        longs(rows, row -> row.event().bytes()),
                        instants(rows, row -> row.event().startedAt()),
                        lines(rows, line -> line.enterprise().value()),
                        lines(rows, UsageRow.Line::agreement),
                        lines(rows, UsageRow.Line::packageVersion),
                        lines(
                                rows,
                                line -> line.pool() == null ? null : line.pool().poolId()))
                .replaceWithVoid();
    }

    /** Or two told the same events at the same moment in another order. */
    static boolean isKnownMeanwhile(Throwable failure) {
        return failure instanceof PgException pg
                && ("usage_event_pkey".equals(pg.getConstraint()) || DEADLOCK.equals(pg.getSqlState()));
    }

    /** The content that is known under these ids. */
    Uni<Map<String, UUID>> contents(Statements sql, CarrierId carrier, Collection<String> ids) {
        if (ids.isEmpty()) return Uni.createFrom().item(Map.of());
        return sql.select(
                        "SELECT event_id, content_hash FROM usage_event WHERE carrier_id = $1 AND event_id = ANY ($2)",
                        carrier.value(),
                        ids.toArray(String[]::new))
                .map(rows -> {
                    Map<String, UUID> contents = new HashMap<>();
                    for (Object[] row : rows) contents.put((String) row[0], (UUID) row[1]);
                    return contents;
                });
    }

    /** An event that may be amended, as it counts now. */
    record Original(
            String eventId, long bytes, @Nullable String amendedBy, Instant startedAt, UsageRow.@Nullable Line line) {}

    Uni<Map<String, Original>> lockOriginals(Statements sql, CarrierId carrier, Collection<String> ids) {
        return sql.select("""
                        SELECT event_id, bytes, amended_by, started_at, enterprise_id, agreement_id, package_version_id, pool_id
                          FROM usage_event
                         WHERE carrier_id = $1 AND event_id = ANY ($2) AND state <> 'amendment'
                           AND NOT EXISTS (SELECT FROM usage_quarantine q
                                            WHERE q.carrier_id = $1 AND q.event_id = usage_event.event_id AND q.amends IS NOT NULL)
                         ORDER BY event_id FOR UPDATE
                        """, carrier.value(), ids.toArray(String[]::new)).map(rows -> {
            Map<String, Original> originals = new HashMap<>();
            for (Object[] row : rows) originals.put((String) row[0], original(row));
            return originals;
        });
    }

    private static Original original(Object[] row) {
        return new Original(
                (String) row[0],
                number(row[1]),
                (@Nullable String) row[2],
                instant(row[3]),
                (@Nullable UUID) row[4] == null ? null : line(row, 4));
    }

    Uni<Integer> amend(Statements sql, CarrierId carrier, String original, UsageRow winner) {
        return sql.update(
                "UPDATE usage_event SET bytes = $3, amended_by = $4 WHERE carrier_id = $1 AND event_id = $2",
                carrier.value(),
                original,
                winner.event().bytes(),
                winner.event().eventId());
    }

    Uni<Integer> markAmendments(Statements sql, CarrierId carrier, Collection<String> applied) {
        return sql.update(
                        "UPDATE usage_event SET state = 'amendment' WHERE carrier_id = $1 AND event_id = ANY ($2)",
                        carrier.value(),
                        applied.toArray(String[]::new))
                .chain(() -> leaveQuarantine(sql, carrier, applied));
    }

    /** Whether any amendment waits for its original; none comes while we are in. */
    Uni<Boolean> anyWaiting(Statements sql, CarrierId carrier) {
        return sql.select(
                        "SELECT EXISTS (SELECT FROM usage_quarantine WHERE carrier_id = $1 AND amends IS NOT NULL)",
                        carrier.value())
                .map(rows -> Boolean.TRUE.equals(rows.getFirst()[0]));
    }

    /** Amendments that came before one of these originals. */
    Uni<List<UsageRow>> waitingFor(Statements sql, CarrierId carrier, Collection<String> originals) {
        if (originals.isEmpty()) return Uni.createFrom().item(List.of());
        return sql.select("""
                        SELECT event_id, bytes, started_at, amends FROM usage_quarantine
                         WHERE carrier_id = $1 AND amends = ANY ($2)
                        """, carrier.value(), originals.toArray(String[]::new))
                .map(rows -> rows.stream()
                        .map(row -> new UsageRow(
                                new UsageEvent(
                                        (String) row[0], "", number(row[1]), instant(row[2]), null, (String) row[3]),
                                new UUID(0, 0),
                                new byte[0],
                                null))
                        .toList());
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

    Uni<Integer> leaveQuarantine(Statements sql, CarrierId carrier, Collection<String> ids) {
        return sql.update(
                "DELETE FROM usage_quarantine WHERE carrier_id = $1 AND event_id = ANY ($2)",
                carrier.value(),
                ids.toArray(String[]::new));
    }

    /** A page of what waits for a line, with the bytes as amended. */
    Uni<List<UsageRow>> parked(Statements sql, CarrierId carrier, String after, int limit) {
        return sql.select("""
                        SELECT q.event_id, e.bytes, q.started_at, q.msisdn_index
                          FROM usage_quarantine q JOIN usage_event e USING (carrier_id, event_id)
                         WHERE q.carrier_id = $1 AND q.event_id > $2 AND q.cause = 'no-line'
                         ORDER BY q.event_id LIMIT $3
                        """, carrier.value(), after, limit).map(rows -> rows.stream()
                .map(row -> new UsageRow(
                        new UsageEvent((String) row[0], "", number(row[1]), instant(row[2]), null, null),
                        new UUID(0, 0),
                        (byte[]) row[3],
                        null))
                .toList());
    }

    /** What was parked counts from now on. */
    Uni<Integer> count(Statements sql, CarrierId carrier, List<UsageRow> matched) {
        return sql.update(
                        """
                        UPDATE usage_event e
                           SET state = 'counted', enterprise_id = m.enterprise_id, agreement_id = m.agreement_id,
                               package_version_id = m.package_version_id, pool_id = m.pool_id
                          FROM unnest($2::text[], $3::uuid[], $4::uuid[], $5::uuid[], $6::uuid[])
                            AS m(event_id, enterprise_id, agreement_id, package_version_id, pool_id)
                         WHERE e.carrier_id = $1 AND e.event_id = m.event_id
                        """,
                        carrier.value(),
                        texts(matched, row -> row.event().eventId()),
                        lines(matched, line -> line.enterprise().value()),
                        lines(matched, UsageRow.Line::agreement),
                        lines(matched, UsageRow.Line::packageVersion),
                        lines(
                                matched,
                                line -> line.pool() == null ? null : line.pool().poolId()))
                .chain(() -> leaveQuarantine(
                        sql,
                        carrier,
                        matched.stream().map(row -> row.event().eventId()).toList()));
    }

    private interface OfLine {
        @Nullable
        UUID value(UsageRow.Line line);
    }

    private static @Nullable UUID[] lines(List<UsageRow> rows, OfLine column) {
        @Nullable UUID[] values = new UUID[rows.size()];
        for (int i = 0; i < values.length; i++) {
            UsageRow.Line line = rows.get(i).line();
            if (line != null) values[i] = column.value(line);
        }
        return values;
    }

    private static UsageRow.Line line(Object[] row, int from) {
        var enterprise = new EnterpriseId((UUID) row[from]);
        @Nullable UUID pool = (UUID) row[from + 3];
        return new UsageRow.Line(
                enterprise,
                (UUID) row[from + 1],
                (UUID) row[from + 2],
                pool == null ? null : new PoolKey(enterprise, pool));
    }
}
