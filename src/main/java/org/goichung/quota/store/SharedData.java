package org.goichung.quota.store;

import static org.goichung.quota.store.Columns.uuids;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import org.goichung.platform.database.Statements;
import org.goichung.platform.identity.EnterpriseId;
import org.goichung.quota.PoolKey;

/** Which pool holds an enterprise's shared data of a month. A pool once made stays, so it is remembered; that there is none is not. */
@ApplicationScoped
public class SharedData {
    private static final int REMEMBERED = 200_000;

    private final Map<Month, PoolKey> known = new ConcurrentHashMap<>();

    /** @param firstDay of the month in Vietnam */
    record Month(EnterpriseId enterprise, UUID agreement, UUID packageVersion, LocalDate firstDay) {}

    /** Those of these months that have shared data. */
    Uni<Map<Month, PoolKey>> poolsOf(Statements sql, Collection<Month> months) {
        Map<Month, PoolKey> found = HashMap.newHashMap(months.size());
        List<Month> unknown = new ArrayList<>();
        for (Month month : months) {
            PoolKey pool = known.get(month);
            if (pool == null) unknown.add(month);
            else found.put(month, pool);
        }
        if (unknown.isEmpty()) return Uni.createFrom().item(found);
        return look(sql, unknown).invoke(this::remember).invoke(found::putAll).replaceWith(found);
    }

    private static Uni<Map<Month, PoolKey>> look(Statements sql, List<Month> months) {
        return sql.select(
                        """
                        SELECT p.enterprise_id, p.agreement_id, p.package_version_id, p.period, p.pool_id
                          FROM (SELECT unnest($1::uuid[]) AS enterprise_id, unnest($2::uuid[]) AS agreement_id,
                                       unnest($3::uuid[]) AS package_version_id, unnest($4::date[]) AS period) m
                          JOIN quota_pool p USING (enterprise_id, agreement_id, package_version_id, period)
                         WHERE p.unit = 'BYTE'
                        """,
                        uuids(months, month -> month.enterprise().value()),
                        uuids(months, Month::agreement),
                        uuids(months, Month::packageVersion),
                        months.stream().map(Month::firstDay).toArray(LocalDate[]::new))
                .map(rows -> {
                    Map<Month, PoolKey> pools = new HashMap<>();
                    for (Object[] row : rows) {
                        var enterprise = new EnterpriseId((UUID) row[0]);
                        pools.put(
                                new Month(enterprise, (UUID) row[1], (UUID) row[2], (LocalDate) row[3]),
                                new PoolKey(enterprise, (UUID) row[4]));
                    }
                    return pools;
                });
    }

    private void remember(Map<Month, PoolKey> pools) {
        if (known.size() > REMEMBERED) known.clear();
        known.putAll(pools);
    }
}
