package org.goichung.quota.store;

import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.goichung.negotiation.RollOver;
import org.goichung.platform.database.Statements;
import org.goichung.platform.database.Transactions;
import org.goichung.platform.identity.EnterpriseId;
import org.goichung.platform.identity.Scope;
import org.goichung.platform.outbox.Audience;
import org.goichung.platform.outbox.Event;
import org.goichung.platform.outbox.Journal;
import org.goichung.platform.time.Clock;
import org.goichung.quota.PoolKey;
import org.goichung.quota.model.PeriodClose;
import org.goichung.quota.model.Pool;
import org.jspecify.annotations.Nullable;

/** Moves pools on by the calendar: open → grace → closed, with what rolls over. Several instances may run it. */
@ApplicationScoped
public class PeriodLedger {
    private static final int AT_ONCE = 500;
    private static final Scope PERIODS = Scope.system("periods");

    private final Transactions transactions;
    private final PoolStore pools;
    private final PoolChanges changes;
    private final Journal journal;
    private final Clock clock;

    public PeriodLedger(Transactions transactions, PoolStore pools, PoolChanges changes, Journal journal, Clock clock) {
        this.transactions = transactions;
        this.pools = pools;
        this.changes = changes;
        this.journal = journal;
        this.clock = clock;
    }

    /**
     * @param next the pool of the month after; null where the agreement has ended by then
     */
    private record Due(PoolKey pool, @Nullable PoolKey next, UUID agreement, RollOver rollOver) {}

    /** Closes what is due, the oldest period first. One that rolls over waits for the next month's grant. */
    public Uni<Void> advance() {
        return beginGrace()
                .chain(this::due)
                .onItem()
                .transformToMulti(due -> Multi.createFrom().iterable(due))
                .onItem()
                .transformToUniAndConcatenate(this::close)
                .collect()
                .last()
                .replaceWithVoid();
    }

    private Uni<Integer> beginGrace() {
        return sql().update("""
                UPDATE quota_pool SET state = 'grace'
                 WHERE pool_id IN (SELECT pool_id FROM quota_pool
                                    WHERE state = 'open' AND period + interval '1 month'
                                          <= goichung_now() AT TIME ZONE 'Asia/Ho_Chi_Minh'
                                    ORDER BY pool_id FOR NO KEY UPDATE)
                """);
    }

    private Uni<List<Due>> due() {
        return sql().select("""
                        SELECT p.enterprise_id, p.pool_id, p.agreement_id, a.roll_over, n.pool_id
                          FROM quota_pool p
                          JOIN quota_agreement a USING (agreement_id)
                          LEFT JOIN quota_pool n
                                 ON n.enterprise_id = p.enterprise_id AND n.agreement_id = p.agreement_id
                                AND n.package_version_id = p.package_version_id AND n.unit = p.unit
                                AND n.period = (p.period + interval '1 month')::date
                         WHERE p.state = 'grace' AND p.grace_until <= goichung_now()
                           AND (n.pool_id IS NOT NULL OR a.roll_over = 'none' OR a.state = 'ended'
                                OR a.until_day < (p.period + interval '1 month')::date)
                         ORDER BY p.period, p.pool_id LIMIT $1
                        """, AT_ONCE)
                .map(rows -> rows.stream().map(PeriodLedger::due).toList());
    }

    private static Due due(Object[] row) {
        var enterprise = new EnterpriseId((UUID) row[0]);
        @Nullable UUID next = (UUID) row[4];
        return new Due(
                new PoolKey(enterprise, (UUID) row[1]),
                next == null ? null : new PoolKey(enterprise, next),
                (UUID) row[2],
                rollOver((String) row[3]));
    }

    private static RollOver rollOver(String word) {
        return RollOver.valueOf(word.toUpperCase(Locale.ROOT).replace('-', '_'));
    }

    private Uni<Void> close(Due due) {
        List<Pool> touched = new ArrayList<>();
        List<PoolKey> keys = due.next() == null ? List.of(due.pool()) : List.of(due.pool(), due.next());
        return transactions
                .systemSql(connection -> {
                    Statements sql = Statements.of(connection);
                    return pools.lock(sql, keys)
                            .invoke(found -> touched.addAll(found.values()))
                            .chain(found -> close(sql, due, found));
                })
                .invoke(() -> changes.note(touched));
    }

    private Uni<Void> close(Statements sql, Due due, Map<UUID, Pool> found) {
        Pool pool = found.get(due.pool().poolId());
        // another instance was first
        if (pool == null || pool.state() != Pool.State.GRACE)
            return Uni.createFrom().voidItem();
        Pool next = due.next() == null ? null : found.get(due.next().poolId());
        long rolled = next == null ? 0 : PeriodClose.movesOn(pool.balances(), due.rollOver());
        if (next != null && rolled > 0) {
            pool.carryOut(rolled, due.agreement());
            next.carryIn(rolled, due.agreement());
        }
        return clock.now(sql)
                .chain(now -> pools.write(sql, found.values(), now))
                .chain(() -> sql.update(
                        "UPDATE quota_pool SET state = 'closed', closed_entry = last_entry WHERE enterprise_id = $1 AND pool_id = $2",
                        due.pool().enterpriseId().value(),
                        due.pool().poolId()))
                .chain(() -> journal.record(sql, PERIODS, closed(pool, rolled)));
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

    private Statements sql() {
        return Statements.of(transactions.systemPool());
    }
}
