package org.goichung.quota.store;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.goichung.platform.database.Statements;
import org.goichung.platform.database.Transactions;
import org.goichung.platform.identity.EnterpriseId;
import org.goichung.platform.time.Clock;
import org.goichung.quota.PoolKey;
import org.goichung.quota.model.HoldKey;
import org.goichung.quota.model.Pool;
import org.goichung.quota.model.Reservation;

/** Gives back what was reserved and never posted. Several instances may run it. */
@ApplicationScoped
public class ReservationExpiry {
    private static final int AT_ONCE = 500;

    private final Transactions transactions;
    private final PoolStore pools;
    private final ReservationStore reservations;
    private final PoolChanges changes;
    private final TransferStore transfers;
    private final Clock clock;

    public ReservationExpiry(
            Transactions transactions,
            PoolStore pools,
            ReservationStore reservations,
            PoolChanges changes,
            TransferStore transfers,
            Clock clock) {
        this.transactions = transactions;
        this.pools = pools;
        this.reservations = reservations;
        this.changes = changes;
        this.transfers = transfers;
        this.clock = clock;
    }

    private record Due(PoolKey pool, UUID reservation) {
        private HoldKey key() {
            return new HoldKey(pool.enterpriseId(), reservation);
        }
    }

    /** The number that expired. */
    public Uni<Integer> expire() {
        return Statements.of(transactions.systemPool())
                .select("""
                        SELECT enterprise_id, pool_id, reservation_id FROM quota_reservation
                         WHERE state = 'pending' AND expires_at <= goichung_now() ORDER BY expires_at LIMIT $1
                        """, AT_ONCE)
                .map(rows -> rows.stream()
                        .map(row -> new Due(new PoolKey(new EnterpriseId((UUID) row[0]), (UUID) row[1]), (UUID) row[2]))
                        .toList())
                .chain(due -> due.isEmpty() ? Uni.createFrom().item(0) : expire(due));
    }

    private Uni<Integer> expire(List<Due> due) {
        List<Pool> touched = new ArrayList<>();
        return transactions
                .systemSql(connection -> {
                    Statements sql = Statements.of(connection);
                    return pools.lock(sql, due.stream().map(Due::pool).toList())
                            .invoke(found -> touched.addAll(found.values()))
                            .chain(found -> reservations
                                    .lockDue(sql, due.stream().map(Due::key).toList())
                                    .chain(held -> expire(sql, found, held.values())));
                })
                .invoke(() -> changes.note(touched));
    }

    private Uni<Integer> expire(Statements sql, Map<UUID, Pool> found, Collection<Reservation> held) {
        for (Reservation each : held) {
            Pool pool = found.get(each.pool().poolId());
            if (pool != null) each.expire(pool);
        }
        return clock.now(sql)
                .chain(now -> pools.write(sql, found.values(), now).chain(() -> reservations.end(sql, held, now)))
                .chain(() -> transfers.tellExpired(sql, held))
                .replaceWith(held.size());
    }
}
