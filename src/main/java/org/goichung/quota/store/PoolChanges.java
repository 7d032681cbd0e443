package org.goichung.quota.store;

import static org.goichung.quota.store.Columns.uuids;

import io.quarkus.runtime.StartupEvent;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Duration;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import org.goichung.platform.database.Statements;
import org.goichung.platform.database.Transactions;
import org.goichung.platform.identity.CarrierId;
import org.goichung.platform.identity.EnterpriseId;
import org.goichung.platform.outbox.Audience;
import org.goichung.platform.outbox.Event;
import org.goichung.platform.outbox.Journal;
import org.goichung.platform.time.Loops;
import org.goichung.quota.Period;
import org.goichung.quota.PoolKey;
import org.goichung.quota.model.Pool;

/**
 * Tells that a pool moved: one {@code pool-changed} per pool and second, however many draws there were. A hint for who watches; what
 * must not be lost are the entries and the alerts.
 */
@ApplicationScoped
public class PoolChanges {
    private static final int AT_ONCE = 2_000;

    private final Transactions transactions;
    private final Journal journal;
    private final Set<PoolKey> changed = ConcurrentHashMap.newKeySet();

    public PoolChanges(Transactions transactions, Journal journal) {
        this.transactions = transactions;
        this.journal = journal;
    }

    void start(@Observes StartupEvent ready, Loops loops) {
        loops.every(Duration.ofSeconds(1), "pool-changed", this::tell);
    }

    /** Those of these pools that have new entries, after their transaction was committed. */
    public void note(Collection<Pool> written) {
        for (Pool pool : written) if (!pool.entries().isEmpty()) changed.add(pool.key());
    }

    Uni<Void> tell() {
        List<PoolKey> keys = changed.stream().limit(AT_ONCE).toList();
        if (keys.isEmpty()) return Uni.createFrom().voidItem();
        keys.forEach(changed::remove);
        return transactions.systemSql(connection -> {
            Statements sql = Statements.of(connection);
            return sql.select("""
                            SELECT pool_id, enterprise_id, carrier_id, period, unit, quota_limit, reserved, posted, overused, available
                              FROM quota_pool
                              JOIN (SELECT unnest($1::uuid[]) AS enterprise_id, unnest($2::uuid[]) AS pool_id) k
                             USING (enterprise_id, pool_id)
                             ORDER BY pool_id
                            """, uuids(keys, key -> key.enterpriseId().value()), uuids(keys, PoolKey::poolId))
                    .chain(rows -> journal.announce(
                            sql, rows.stream().map(PoolChanges::event).toList()));
        });
    }

    private static Event event(Object[] row) {
        UUID pool = (UUID) row[0];
        var enterprise = new EnterpriseId((UUID) row[1]);
        return new Event(
                "pool-changed",
                pool,
                pool,
                Set.of(Audience.of(enterprise), Audience.of(new CarrierId((UUID) row[2]))),
                Map.of(
                        "enterpriseId", enterprise.toString(),
                        "period", Period.of((LocalDate) row[3]).toString(),
                        "unit", row[4],
                        "limit", row[5],
                        "reserved", row[6],
                        "posted", row[7],
                        "overused", row[8],
                        "available", row[9]));
    }
}
