package org.goichung.quota.store;

import static org.goichung.quota.store.Columns.instants;
import static org.goichung.quota.store.Columns.longs;
import static org.goichung.quota.store.Columns.number;
import static org.goichung.quota.store.Columns.texts;
import static org.goichung.quota.store.Columns.uuids;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.goichung.platform.database.Statements;
import org.goichung.platform.identity.EnterpriseId;
import org.goichung.quota.PoolKey;
import org.goichung.quota.model.HoldKey;
import org.goichung.quota.model.Reservation;
import org.jspecify.annotations.Nullable;

/** Reservations, locked after their pools. */
@ApplicationScoped
public class ReservationStore {
    private static final String COLUMNS = "enterprise_id, reservation_id, pool_id, amount, posted, state, expires_at ";

    private static final String OF_THESE = """
              FROM quota_reservation r
              JOIN (SELECT unnest($1::uuid[]) AS enterprise_id, unnest($2::uuid[]) AS reservation_id) k
             USING (enterprise_id, reservation_id)
            """;

    /**
     * Which pool a reservation of this enterprise is in; that never changes, so no lock is needed. A transfer's hold is none of theirs,
     * nor one behind an enrolment: those end with the transfer, the enrolment, or by the carrier's answer.
     */
    public Uni<Optional<PoolKey>> poolOf(Statements sql, EnterpriseId enterprise, UUID id) {
        return sql.select("""
                        SELECT pool_id FROM quota_reservation r
                         WHERE enterprise_id = $1 AND reservation_id = $2 AND enrolment_id IS NULL
                           AND NOT EXISTS (SELECT FROM quota_transfer t
                                            WHERE t.enterprise_id = r.enterprise_id AND t.transfer_id = r.reservation_id)
                        """, enterprise.value(), id)
                .map(rows -> rows.stream().findFirst().map(row -> new PoolKey(enterprise, (UUID) row[0])));
    }

    public Uni<Map<UUID, Reservation>> lock(Statements sql, Collection<HoldKey> keys) {
        if (keys.isEmpty()) return Uni.createFrom().item(Map.of());
        return sql.select(
                        "SELECT " + COLUMNS + OF_THESE + " ORDER BY reservation_id FOR UPDATE OF r",
                        owners(keys),
                        ids(keys))
                .map(ReservationStore::byId);
    }

    /** Those of these that are pending and due; what another instance holds is left to it. */
    public Uni<Map<UUID, Reservation>> lockDue(Statements sql, Collection<HoldKey> keys) {
        return sql.select("SELECT " + COLUMNS + OF_THESE + """
                         WHERE state = 'pending' AND expires_at <= goichung_now()
                         ORDER BY reservation_id FOR UPDATE OF r SKIP LOCKED
                        """, owners(keys), ids(keys))
                .map(ReservationStore::byId);
    }

    private static UUID[] owners(Collection<HoldKey> keys) {
        return uuids(keys, key -> key.enterpriseId().value());
    }

    private static UUID[] ids(Collection<HoldKey> keys) {
        return uuids(keys, HoldKey::reservationId);
    }

    /** What ends with its pool's period: what is due though no job has seen it, and transfers that nobody has answered. */
    Uni<Map<UUID, Reservation>> lockEndingWith(Statements sql, PoolKey pool) {
        return sql.select("SELECT " + COLUMNS + """
                          FROM quota_reservation r
                         WHERE enterprise_id = $1 AND pool_id = $2 AND state = 'pending'
                           AND (expires_at <= goichung_now()
                                OR EXISTS (SELECT FROM quota_transfer t
                                            WHERE t.enterprise_id = r.enterprise_id AND t.transfer_id = r.reservation_id))
                         ORDER BY reservation_id FOR UPDATE OF r
                        """, pool.enterpriseId().value(), pool.poolId())
                .map(ReservationStore::byId);
    }

    /** The reservations made for an enrolment; the pools have to be locked. Those that were posted or still stand come first. */
    public Uni<List<Reservation>> ofEnrolment(Statements sql, UUID enrolment) {
        return sql.select("SELECT " + COLUMNS + """
                          FROM quota_reservation WHERE enrolment_id = $1
                         ORDER BY state IN ('pending', 'posted') DESC, reservation_id FOR UPDATE
                        """, enrolment)
                .map(rows -> rows.stream().map(ReservationStore::reservation).toList());
    }

    public Uni<List<PoolKey>> poolsOfEnrolment(Statements sql, UUID enrolment) {
        return sql.select(
                        "SELECT DISTINCT enterprise_id, pool_id FROM quota_reservation WHERE enrolment_id = $1",
                        enrolment)
                .map(rows -> rows.stream()
                        .map(row -> new PoolKey(new EnterpriseId((UUID) row[0]), (UUID) row[1]))
                        .toList());
    }

    public Uni<Void> insert(Statements sql, Collection<Reservation> made, @Nullable UUID enrolment, Instant at) {
        if (made.isEmpty()) return Uni.createFrom().voidItem();
        return sql.update(
                        """
                        INSERT INTO quota_reservation (enterprise_id, reservation_id, pool_id, amount, state, posted,
                                                       expires_at, ended_at, enrolment_id, created_at)
                        SELECT r.enterprise_id, r.reservation_id, r.pool_id, r.amount, r.state, r.posted, r.expires_at,
                               CASE WHEN r.state = 'pending' THEN NULL ELSE $9::timestamptz END, $8, $9
                          FROM unnest($1::uuid[], $2::uuid[], $3::uuid[], $4::bigint[], $5::text[], $6::bigint[],
                                      $7::timestamptz[])
                            AS r(enterprise_id, reservation_id, pool_id, amount, state, posted, expires_at)
                        """,
                        uuids(made, each -> each.pool().enterpriseId().value()),
                        uuids(made, Reservation::id),
                        uuids(made, each -> each.pool().poolId()),
                        longs(made, Reservation::amount),
                        texts(made, each -> each.state().wireName()),
                        longs(made, Reservation::posted),
                        instants(made, Reservation::expiresAt),
                        enrolment,
                        at)
                .replaceWithVoid();
    }

    /** Writes the end of those that ended. */
    public Uni<Void> end(Statements sql, Collection<Reservation> locked, Instant at) {
        List<Reservation> ended = locked.stream().filter(Reservation::changed).toList();
        if (ended.isEmpty()) return Uni.createFrom().voidItem();
        return sql.update(
                        """
                        UPDATE quota_reservation r SET state = e.state, posted = e.posted, ended_at = $5
                          FROM unnest($1::uuid[], $2::uuid[], $3::text[], $4::bigint[])
                            AS e(enterprise_id, reservation_id, state, posted)
                         WHERE r.enterprise_id = e.enterprise_id AND r.reservation_id = e.reservation_id
                        """,
                        uuids(ended, each -> each.pool().enterpriseId().value()),
                        uuids(ended, Reservation::id),
                        texts(ended, each -> each.state().wireName()),
                        longs(ended, Reservation::posted),
                        at)
                .replaceWithVoid();
    }

    /** From here on only the carrier's answer ends it. The number of reservations that still stood. */
    public Uni<Integer> keep(Statements sql, UUID enrolment) {
        return sql.update("""
                UPDATE quota_reservation SET expires_at = NULL
                 WHERE enrolment_id = $1 AND state = 'pending' AND (expires_at IS NULL OR expires_at > goichung_now())
                """, enrolment);
    }

    private static Map<UUID, Reservation> byId(List<Object[]> rows) {
        Map<UUID, Reservation> found = new LinkedHashMap<>();
        for (Object[] row : rows) found.put((UUID) row[1], reservation(row));
        return found;
    }

    private static Reservation reservation(Object[] row) {
        return new Reservation(
                (UUID) row[1],
                new PoolKey(new EnterpriseId((UUID) row[0]), (UUID) row[2]),
                number(row[3]),
                number(row[4]),
                Reservation.stateOf((String) row[5]),
                Columns.instantOrNull(row[6]));
    }
}
