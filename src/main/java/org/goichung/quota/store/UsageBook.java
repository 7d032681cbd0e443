package org.goichung.quota.store;

import static org.goichung.quota.store.Columns.instant;
import static org.goichung.quota.store.Columns.instants;
import static org.goichung.quota.store.Columns.longs;
import static org.goichung.quota.store.Columns.number;
import static org.goichung.quota.store.Columns.texts;
import static org.goichung.quota.store.Columns.uuids;

import io.smallrye.mutiny.Uni;
import io.vertx.pgclient.PgException;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.goichung.platform.database.Statements;
import org.goichung.platform.identity.CarrierId;
import org.goichung.platform.identity.EnterpriseId;
import org.goichung.quota.PoolKey;
import org.goichung.quota.model.UsageRow;
import org.jspecify.annotations.Nullable;

/** The statements of usage: events known once per carrier, and what they count. */
@ApplicationScoped
public class UsageBook {
    private static final String DEADLOCK = "40P01";
    private static final String OUT_OF_RANGE = "22003";
    private static final long CARRIER_LOCK = 0x7573_6167_6500_0000L;

    private final UsageMatching matching;
    private final UsageParking parking;

    public UsageBook(UsageMatching matching, UsageParking parking) {
        this.matching = matching;
        this.parking = parking;
    }

    UsageMatching matching() {
        return matching;
    }

    UsageParking parking() {
        return parking;
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

    /**
     * Events that were looked for and not known. Fails where one became known meanwhile: looking first and then inserting plainly costs
     * half of what {@code ON CONFLICT} does.
     */
    Uni<Void> insert(Statements sql, CarrierId carrier, List<UsageRow> rows) {
        if (rows.isEmpty()) return Uni.createFrom().voidItem();
        return sql.update(
                        """
                        INSERT INTO usage_event (carrier_id, event_id, content_hash, state, bytes, started_at, enterprise_id,
                                                 agreement_id, package_version_id, pool_id, enrolment_id)
                        SELECT $1, event_id, content_hash, CASE WHEN enterprise_id IS NULL THEN 'parked' ELSE 'counted' END,
                               bytes, started_at, enterprise_id, agreement_id, package_version_id, pool_id, enrolment_id
                          FROM (SELECT unnest($2::text[]) AS event_id, unnest($3::uuid[]) AS content_hash,
                                       unnest($4::bigint[]) AS bytes, unnest($5::timestamptz[]) AS started_at,
                                       unnest($6::uuid[]) AS enterprise_id, unnest($7::uuid[]) AS agreement_id,
                                       unnest($8::uuid[]) AS package_version_id, unnest($9::uuid[]) AS pool_id,
                                       unnest($10::uuid[]) AS enrolment_id) e
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
                                line -> line.pool() == null ? null : line.pool().poolId()),
                        enrolments(rows))
                .replaceWithVoid();
    }

    /** Or two told the same events at the same moment in another order. */
    static boolean isKnownMeanwhile(Throwable failure) {
        return failure instanceof PgException pg
                && ("usage_event_pkey".equals(pg.getConstraint()) || DEADLOCK.equals(pg.getSqlState()));
    }

    /** A pool or a day would hold more than a {@code long} does. */
    static boolean isBeyondSums(Throwable failure) {
        return failure instanceof ArithmeticException
                || failure instanceof PgException pg && OUT_OF_RANGE.equals(pg.getSqlState());
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
    @SuppressWarnings("ArrayRecordComponent")
    record Original(
            String eventId,
            long bytes,
            @Nullable String amendedBy,
            Instant startedAt,
            UsageRow.@Nullable Line line,
            byte @Nullable [] msisdnIndex) {}

    Uni<Map<String, Original>> lockOriginals(Statements sql, CarrierId carrier, Collection<String> ids) {
        return sql.select("""
                        SELECT event_id, bytes, amended_by, started_at, enterprise_id, agreement_id, package_version_id, pool_id,
                               coalesce((SELECT l.msisdn_index FROM quota_line l
                                          WHERE l.enterprise_id = usage_event.enterprise_id AND l.enrolment_id = usage_event.enrolment_id
                                            AND l.from_at <= started_at AND (l.to_at IS NULL OR l.to_at > started_at)
                                          ORDER BY l.from_at DESC LIMIT 1),
                                        (SELECT p.msisdn_index FROM usage_quarantine p
                                          WHERE p.carrier_id = $1 AND p.event_id = usage_event.event_id))
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
                (@Nullable UUID) row[4] == null ? null : line(row, 4),
                (byte @Nullable []) row[8]);
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
                .chain(() -> parking.leave(sql, carrier, applied));
    }

    /** Refused amendments, but for those that were acknowledged before and are parked. */
    Uni<Integer> forget(Statements sql, CarrierId carrier, Collection<String> refused) {
        return sql.update("""
                DELETE FROM usage_event e
                 WHERE carrier_id = $1 AND event_id = ANY ($2)
                   AND NOT EXISTS (SELECT FROM usage_quarantine q WHERE q.carrier_id = $1 AND q.event_id = e.event_id)
                """, carrier.value(), refused.toArray(String[]::new));
    }

    /** What was parked counts from now on. */
    Uni<Integer> count(Statements sql, CarrierId carrier, List<UsageRow> matched) {
        return sql.update(
                        """
                        UPDATE usage_event e
                           SET state = 'counted', enterprise_id = m.enterprise_id, agreement_id = m.agreement_id,
                               package_version_id = m.package_version_id, pool_id = m.pool_id, enrolment_id = m.enrolment_id
                          FROM unnest($2::text[], $3::uuid[], $4::uuid[], $5::uuid[], $6::uuid[], $7::uuid[])
                            AS m(event_id, enterprise_id, agreement_id, package_version_id, pool_id, enrolment_id)
                         WHERE e.carrier_id = $1 AND e.event_id = m.event_id
                        """,
                        carrier.value(),
                        texts(matched, row -> row.event().eventId()),
                        lines(matched, line -> line.enterprise().value()),
                        lines(matched, UsageRow.Line::agreement),
                        lines(matched, UsageRow.Line::packageVersion),
                        lines(
                                matched,
                                line -> line.pool() == null ? null : line.pool().poolId()),
                        enrolments(matched))
                .chain(() -> parking.leave(
                        sql,
                        carrier,
                        matched.stream().map(row -> row.event().eventId()).toList()));
    }

    private static @Nullable UUID[] enrolments(List<UsageRow> rows) {
        @Nullable UUID[] values = new UUID[rows.size()];
        for (int i = 0; i < values.length; i++) values[i] = rows.get(i).enrolment();
        return values;
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
