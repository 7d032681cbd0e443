package org.goichung.quota.store;

import static org.goichung.quota.store.Columns.number;
import static org.goichung.quota.store.Columns.uuids;

import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import org.goichung.platform.database.Statements;
import org.goichung.platform.identity.CarrierId;
import org.goichung.platform.identity.EnterpriseId;
import org.goichung.platform.identity.Scope;
import org.goichung.platform.outbox.Audience;
import org.goichung.platform.outbox.Event;
import org.goichung.platform.outbox.Journal;
import org.goichung.quota.Period;
import org.goichung.quota.PoolKey;
import org.goichung.quota.Unit;
import org.goichung.quota.model.Balances;
import org.goichung.quota.model.Pool;

/** Pools as they are locked, and written back with their entries and alerts. The only writer of balances. */
@ApplicationScoped
public class PoolStore {
    private static final Scope LEDGER = Scope.system("ledger");

    private final Journal journal;
    private final EntryStore entries;

    public PoolStore(Journal journal, EntryStore entries) {
        this.journal = journal;
        this.entries = entries;
    }

    /** Locks these pools, in the order of their ids like everybody, so that no two writers wait for each other. By id; the unknown are absent. */
    public Uni<Map<UUID, Pool>> lock(Statements sql, Collection<PoolKey> wanted) {
        Set<PoolKey> keys = new LinkedHashSet<>(wanted);
        if (keys.isEmpty()) return Uni.createFrom().item(Map.of());
        return sql.select("""
                        SELECT p.enterprise_id, p.pool_id, p.carrier_id, p.period, p.unit, p.state, p.frozen,
                               p.granted, p.carried_in, p.transferred_in, p.carried_out, p.transferred_out, p.returned,
                               p.reserved, p.posted, p.overused, p.last_entry, p.alerted, p.grace_until, p.rolled
                          FROM quota_pool p
                          JOIN (SELECT unnest($1::uuid[]) AS enterprise_id, unnest($2::uuid[]) AS pool_id) k
                         USING (enterprise_id, pool_id)
                         ORDER BY p.pool_id
                           FOR NO KEY UPDATE OF p
                        """, uuids(keys, key -> key.enterpriseId().value()), uuids(keys, PoolKey::poolId))
                .map(rows -> {
                    Map<UUID, Pool> pools = new LinkedHashMap<>();
                    for (Object[] row : rows) pools.put((UUID) row[1], pool(row));
                    return pools;
                });
    }

    /**
     * Writes what the entries made of these locked pools, and tells each threshold reached for the first time.
     *
     * @param at read after the locks, so that a pool's entries never go back in time
     */
    public Uni<Void> write(Statements sql, Collection<Pool> pools, Instant at) {
        return enter(sql, pools, at).chain(() -> alert(sql, pools, at));
    }

    /** Writes the entries alone, and the marks that are due; nothing is waited for between. */
    Uni<Void> enter(Statements sql, Collection<Pool> pools, Instant at) {
        return entries.write(sql, pools, at);
    }

    private record Alert(Pool pool, Pool.Crossing crossing) {}

    /** Tells the thresholds alone; waits for nothing where none was reached. */
    Uni<Void> alert(Statements sql, Collection<Pool> pools, Instant at) {
        List<Alert> alerts = pools.stream()
                .flatMap(pool -> pool.crossings().stream().map(each -> new Alert(pool, each)))
                .toList();
        if (alerts.isEmpty()) return Uni.createFrom().voidItem();
        return Multi.createFrom()
                .iterable(alerts)
                .onItem()
                .transformToUniAndConcatenate(alert -> alert(sql, alert, at))
                .collect()
                .last()
                .replaceWithVoid();
    }

    private Uni<Void> alert(Statements sql, Alert alert, Instant at) {
        Pool pool = alert.pool();
        Pool.Crossing crossing = alert.crossing();
        var key = pool.key();
        var event = new Event(
                "quota-threshold-reached",
                key.poolId(),
                key.poolId(),
                Set.of(Audience.of(key.enterpriseId()), Audience.of(pool.carrier())),
                Map.of(
                        "enterpriseId", key.enterpriseId().toString(),
                        "period", pool.period().toString(),
                        "unit", pool.unit().name(),
                        "threshold", crossing.threshold(),
                        "limit", crossing.balances().limit(),
                        "posted", crossing.balances().posted(),
                        "overused", crossing.balances().overused()));
        return sql.update(
                        "INSERT INTO quota_alert (enterprise_id, pool_id, threshold, entry, fired_at) VALUES ($1, $2, $3, $4, $5)",
                        key.enterpriseId().value(),
                        key.poolId(),
                        crossing.threshold(),
                        crossing.entry(),
                        at)
                .chain(() -> journal.record(sql, LEDGER, event));
    }

    private static Pool pool(Object[] row) {
        return new Pool(
                new Pool.Terms(
                        new PoolKey(new EnterpriseId((UUID) row[0]), (UUID) row[1]),
                        new CarrierId((UUID) row[2]),
                        Period.of((LocalDate) row[3]),
                        Unit.valueOf((String) row[4]),
                        Columns.instant(row[18])),
                Pool.State.valueOf(((String) row[5]).toUpperCase(Locale.ROOT)),
                Objects.equals(row[6], true),
                new Balances(
                        number(row[7]),
                        number(row[8]),
                        number(row[9]),
                        number(row[10]),
                        number(row[11]),
                        number(row[12]),
                        number(row[13]),
                        number(row[14]),
                        number(row[15])),
                new Pool.Marks(number(row[16]), (int) number(row[17]), number(row[19])));
    }
}
