package org.goichung.quota.store;

import static org.goichung.quota.store.Columns.longs;
import static org.goichung.quota.store.Columns.uuids;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
import java.util.Map;
import java.util.Set;
import org.goichung.platform.database.Statements;
import org.goichung.platform.identity.CarrierId;
import org.goichung.quota.model.UsageTally;

/** The daily totals, locked last and in the order of their keys. */
@ApplicationScoped
public class UsageDays {

    Uni<Void> add(Statements sql, CarrierId carrier, Map<UsageTally.Day, UsageTally.Added> days) {
        if (days.isEmpty()) return Uni.createFrom().voidItem();
        return lock(sql, carrier, days.keySet()).chain(() -> add(sql, days)).replaceWithVoid();
    }

    /** Makes those that are missing, and locks all. */
    private static Uni<Integer> lock(Statements sql, CarrierId carrier, Set<UsageTally.Day> days) {
        return sql.update(
                """
                INSERT INTO usage_daily AS d (enterprise_id, day, agreement_id, package_version_id, carrier_id, events, bytes)
                SELECT a.enterprise_id, a.day, a.agreement_id, a.package_version_id, $1, 0, 0
                  FROM unnest($2::uuid[], $3::date[], $4::uuid[], $5::uuid[])
                    AS a(enterprise_id, day, agreement_id, package_version_id)
                 ORDER BY a.enterprise_id, a.day, a.agreement_id, a.package_version_id
                ON CONFLICT (enterprise_id, day, agreement_id, package_version_id) DO UPDATE SET events = d.events
                """,
                carrier.value(),
                uuids(days, day -> day.enterprise().value()),
                days.stream().map(UsageTally.Day::day).toArray(LocalDate[]::new),
                uuids(days, UsageTally.Day::agreement),
                uuids(days, UsageTally.Day::packageVersion));
    }

    private static Uni<Integer> add(Statements sql, Map<UsageTally.Day, UsageTally.Added> days) {
        return sql.update(
                """
                UPDATE usage_daily d SET events = d.events + a.events, bytes = d.bytes + a.bytes
                  FROM unnest($1::uuid[], $2::date[], $3::uuid[], $4::uuid[], $5::bigint[], $6::bigint[])
                    AS a(enterprise_id, day, agreement_id, package_version_id, events, bytes)
                 WHERE d.enterprise_id = a.enterprise_id AND d.day = a.day AND d.agreement_id = a.agreement_id
                   AND d.package_version_id = a.package_version_id
                """,
                uuids(days.keySet(), day -> day.enterprise().value()),
                days.keySet().stream().map(UsageTally.Day::day).toArray(LocalDate[]::new),
                uuids(days.keySet(), UsageTally.Day::agreement),
                uuids(days.keySet(), UsageTally.Day::packageVersion),
                longs(days.values(), UsageTally.Added::events),
                longs(days.values(), UsageTally.Added::bytes));
    }
}
