package org.goichung.quota.store;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.goichung.negotiation.RollOver;
import org.goichung.platform.database.Statements;
import org.goichung.platform.identity.Scope;
import org.goichung.platform.outbox.Audience;
import org.goichung.platform.outbox.Event;
import org.goichung.platform.outbox.Journal;
import org.goichung.platform.time.Clock;
import org.goichung.quota.PoolKey;
import org.goichung.quota.model.PeriodClose;
import org.goichung.quota.model.Pool;
import org.goichung.quota.model.Reservation;
import org.jspecify.annotations.Nullable;

/** Closes one pool's period: ends what nobody can wait for any more, moves the unused limit on, once. */
@ApplicationScoped
public class PoolClosing {
    private static final Scope PERIODS = Scope.system("periods");

    private final PoolStore pools;
    private final ReservationStore reservations;
    private final TransferStore transfers;
    private final Journal journal;
    private final Clock clock;

    public PoolClosing(
            PoolStore pools, ReservationStore reservations, TransferStore transfers, Journal journal, Clock clock) {
        this.pools = pools;
        this.reservations = reservations;
        this.transfers = transfers;
        this.journal = journal;
        this.clock = clock;
    }

    /**
     * @param next the pool of the month after; null where the agreement has ended by then
     */
    record Due(PoolKey pool, @Nullable PoolKey next, UUID agreement, RollOver rollOver) {}

    /** The pools it changed; none where another instance was first. */
    Uni<Collection<Pool>> close(Statements sql, Due due) {
        List<PoolKey> keys = due.next() == null ? List.of(due.pool()) : List.of(due.pool(), due.next());
        return pools.lock(sql, keys).chain(found -> {
            Pool pool = found.get(due.pool().poolId());
            if (pool == null || pool.state() != Pool.State.GRACE)
                return Uni.createFrom().item(List.<Pool>of());
            return reservations
                    .lockEndingWith(sql, due.pool())
                    .chain(ending -> clock.now(sql).chain(now -> close(sql, due, found, ending.values(), now)))
                    .replaceWith(found.values());
        });
    }

    private Uni<Void> close(
            Statements sql, Due due, Map<UUID, Pool> found, Collection<Reservation> ending, Instant now) {
        Pool pool = requireLocked(found, due.pool());
        ending.forEach(each -> each.expire(pool));
        long rolled = rollOver(due, found, pool);
        return pools.write(sql, found.values(), now)
                .chain(() -> reservations.end(sql, ending, now))
                .chain(() -> transfers.tellExpired(sql, ending))
                .chain(() -> sql.update(
                        """
                        UPDATE quota_pool SET state = 'closed', closed_entry = last_entry
                         WHERE enterprise_id = $1 AND pool_id = $2
                        """, due.pool().enterpriseId().value(), due.pool().poolId()))
                .chain(() -> journal.record(sql, PERIODS, closed(pool, rolled)));
    }

    private static long rollOver(Due due, Map<UUID, Pool> found, Pool pool) {
        if (due.next() == null) return 0;
        Pool next = requireLocked(found, due.next());
        long rolled = PeriodClose.movesOn(pool, due.rollOver(), next);
        if (rolled == 0) return 0;
        pool.carryOut(rolled, due.agreement());
        next.carryIn(rolled, due.agreement());
        return rolled;
    }

    private static Pool requireLocked(Map<UUID, Pool> found, PoolKey key) {
        Pool pool = found.get(key.poolId());
        if (pool == null) throw new IllegalStateException("a pool to be closed is not locked");
        return pool;
    }

    private static Event closed(Pool pool, long rolled) {
        UUID id = pool.key().poolId();
        return new Event(
                "quota-period-closed",
                id,
                id,
                Set.of(Audience.of(pool.key().enterpriseId()), Audience.of(pool.carrier())),
                Map.of(
                        "enterpriseId", pool.key().enterpriseId().toString(),
                        "period", pool.period().toString(),
                        "unit", pool.unit().name(),
                        "carriedOut", rolled));
    }
}
