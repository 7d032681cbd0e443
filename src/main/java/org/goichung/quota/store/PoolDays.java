package org.goichung.quota.store;

import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
import java.util.Objects;
import org.goichung.platform.database.Statements;
import org.goichung.platform.database.Transactions;
import org.goichung.platform.time.Clock;

/** Sums what was taken out of each pool per day, each entry once. Several instances may run it: one at a time does the work. */
@ApplicationScoped
public class PoolDays {
    private static final long LOCK = 7_226_350_044L;
    private static final int AT_ONCE = 500;

    private final Transactions transactions;
    private final Clock clock;

    public PoolDays(Transactions transactions, Clock clock) {
        this.transactions = transactions;
        this.clock = clock;
    }

    /** All that was recorded before today. */
    public Uni<Void> sum() {
        return Multi.createBy()
                .repeating()
                .uni(() -> transactions.systemSql(connection -> sum(Statements.of(connection))))
                .whilst(pools -> pools == AT_ONCE)
                .collect()
                .last()
                .replaceWithVoid();
    }

    private Uni<Integer> sum(Statements sql) {
        return sql.select("SELECT pg_try_advisory_xact_lock($1)", LOCK)
                .chain(rows -> Objects.equals(rows.getFirst()[0], true)
                        ? clock.now(sql).chain(now -> sum(sql, LocalDate.ofInstant(now, Clock.VIETNAM)))
                        : Uni.createFrom().item(0));
    }

    /** An entry of yesterday that is committed only now is numbered behind those that were summed, so the next round finds it. */
    private static Uni<Integer> sum(Statements sql, LocalDate today) {
        return sql.update("""
                WITH due AS MATERIALIZED (
                    SELECT p.enterprise_id, p.pool_id, coalesce(s.entry, 0) AS summed
                      FROM quota_pool p LEFT JOIN quota_pool_summed s USING (enterprise_id, pool_id)
                     WHERE p.last_entry > coalesce(s.entry, 0) AND coalesce(s.until_day, '-infinity') < $1
                     LIMIT $3),
                fresh AS MATERIALIZED (
                    SELECT d.enterprise_id, d.pool_id, (e.recorded_at AT TIME ZONE 'Asia/Ho_Chi_Minh')::date AS day,
                           least(sum(e.posted::numeric + e.overused), 9223372036854775807)::bigint AS consumed, max(e.number) AS entry
                      FROM due d JOIN quota_entry e
                        ON e.enterprise_id = d.enterprise_id AND e.pool_id = d.pool_id AND e.number > d.summed
                       AND e.recorded_at < $2
                     GROUP BY 1, 2, 3),
                days AS (
                    INSERT INTO quota_pool_day (enterprise_id, pool_id, day, consumed)
                    SELECT enterprise_id, pool_id, day, consumed FROM fresh
                    ON CONFLICT (enterprise_id, pool_id, day)
                    DO UPDATE SET consumed = least(quota_pool_day.consumed::numeric + excluded.consumed, 9223372036854775807)::bigint)
                INSERT INTO quota_pool_summed (enterprise_id, pool_id, entry, until_day)
                SELECT d.enterprise_id, d.pool_id, coalesce(max(f.entry), d.summed), $1
                  FROM due d LEFT JOIN fresh f USING (enterprise_id, pool_id)
                 GROUP BY d.enterprise_id, d.pool_id, d.summed
                ON CONFLICT (enterprise_id, pool_id)
                DO UPDATE SET entry = excluded.entry, until_day = excluded.until_day
                """, today, today.atStartOfDay(Clock.VIETNAM).toInstant(), AT_ONCE);
    }
}
