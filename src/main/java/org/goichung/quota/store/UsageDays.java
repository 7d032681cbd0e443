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
        Uni<Integer> added = days.values().stream().allMatch(each -> each.bytes() >= 0)
                ? put(sql, carrier, days)
                : lock(sql, carrier, days.keySet()).chain(() -> change(sql, days));
        return added.replaceWithVoid();
    }

    private static Uni<Integer> put(Statements sql, CarrierId carrier, Map<UsageTally.Day, UsageTally.Added> days) {
        return sql.update(
                """
                INSERT INTO usage_daily AS d (enterprise_id, day, agreement_id, package_version_id, carrier_id, events, bytes)
                SELECT unnest($2::uuid[]), unnest($3::date[]), unnest($4::uuid[]), unnest($5::uuid[]), $1,
                       unnest($6::bigint[]), unnest($7::bigint[])
                ON CONFLICT (enterprise_id, day, agreement_id, package_version_id)
                DO UPDATE SET events = d.events + excluded.events, bytes = d.bytes + excluded.bytes
                """,
                carrier.value(),
                uuids(days.keySet(), day -> day.enterprise().value()),
                days.keySet().stream().map(UsageTally.Day::day).toArray(LocalDate[]::new),
                uuids(days.keySet(), UsageTally.Day::agreement),
                uuids(days.keySet(), UsageTally.Day::packageVersion),
                longs(days.values(), UsageTally.Added::events),
                longs(days.values(), UsageTally.Added::bytes));
    }

    /** Makes those that are missing, and locks all. */
    private static Uni<Integer> lock(Statements sql, CarrierId carrier, Set<UsageTally.Day> days) {
        return sql.update(
                """
                INSERT INTO usage_daily AS d (enterprise_id, day, agreement_id, package_version_id, carrier_id, events, bytes)
                SELECT unnest($2::uuid[]), unnest($3::date[]), unnest($4::uuid[]), unnest($5::uuid[]), $1, 0, 0
                ON CONFLICT (enterprise_id, day, agreement_id, package_version_id) DO UPDATE SET events = d.events
                """,
                carrier.value(),
                uuids(days, day -> day.enterprise().value()),
                days.stream().map(UsageTally.Day::day).toArray(LocalDate[]::new),
                uuids(days, UsageTally.Day::agreement),
                uuids(days, UsageTally.Day::packageVersion));
    }

    /** A sum that goes down by more than the row's own bytes would not pass as a row that is inserted. */
    private static Uni<Integer> change(Statements sql, Map<UsageTally.Day, UsageTally.Added> days) {
        return sql.update(
                """
                UPDATE usage_daily d SET events = d.events + a.events, bytes = d.bytes + a.bytes
                  FROM (SELECT unnest($1::uuid[]) AS enterprise_id, unnest($2::date[]) AS day,
                               unnest($3::uuid[]) AS agreement_id, unnest($4::uuid[]) AS package_version_id,
                               unnest($5::bigint[]) AS events, unnest($6::bigint[]) AS bytes) a
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
