package org.goichung.quota.store;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.goichung.platform.database.Statements;
import org.goichung.platform.database.Transactions;
import org.goichung.platform.identity.EnterpriseId;
import org.goichung.platform.paging.PageRequest;
import org.goichung.platform.problem.FieldError;
import org.goichung.platform.problem.ProblemType;
import org.goichung.platform.problem.Refusal;
import org.goichung.platform.time.Clock;
import org.goichung.quota.Period;
import org.goichung.quota.PoolKey;
import org.goichung.quota.PoolView;
import org.jspecify.annotations.Nullable;

/** Balances as they stood, from entries alone. */
@ApplicationScoped
public class BalanceReader {
    /**
     * What a pool was is told by its entries: those behind its last mark before the moment asked for, up to the next mark at most; what
     * it is called never changes. The columns are those of {@link QuotaReader}.
     */
    private static final String SUMS = """
            SELECT p.pool_id, p.agreement_id, p.carrier_id, p.package_version_id, p.period, p.unit, NULL::text, NULL::boolean,
                   e.*, e.quota_limit - e.reserved - e.posted
              FROM quota_pool p
              LEFT JOIN LATERAL (
                   SELECT * FROM quota_standing_mark
                    WHERE enterprise_id = p.enterprise_id AND pool_id = p.pool_id
                      AND (recorded_at <= $2 OR $2 IS NULL) AND (entry <= $3 OR $3 IS NULL)
                    ORDER BY entry DESC LIMIT 1) m ON true
              LEFT JOIN LATERAL (
                   SELECT entry FROM quota_standing_mark
                    WHERE enterprise_id = p.enterprise_id AND pool_id = p.pool_id AND entry > coalesce(m.entry, 0)
                    ORDER BY entry LIMIT 1) next ON true
             CROSS JOIN LATERAL (
                   SELECT greatest(m.entry, max(b.number), 0),
                          coalesce(m.granted + m.carried_in + m.transferred_in - m.carried_out - m.transferred_out - m.returned, 0)
                          + coalesce(sum(b.limit_delta), 0)::bigint,
                          coalesce(m.granted, 0) + coalesce(sum(b.granted), 0)::bigint,
                          coalesce(m.carried_in, 0) + coalesce(sum(b.carried_in), 0)::bigint,
                          coalesce(m.transferred_in, 0) + coalesce(sum(b.transferred_in), 0)::bigint,
                          coalesce(m.carried_out, 0) + coalesce(sum(b.carried_out), 0)::bigint,
                          coalesce(m.transferred_out, 0) + coalesce(sum(b.transferred_out), 0)::bigint,
                          coalesce(m.returned, 0) + coalesce(sum(b.returned), 0)::bigint,
                          coalesce(m.reserved, 0) + coalesce(sum(b.reserved), 0)::bigint,
                          coalesce(m.posted, 0) + coalesce(sum(b.posted), 0)::bigint,
                          coalesce(m.overused, 0) + coalesce(sum(b.overused), 0)::bigint
                     FROM quota_booked b
                    WHERE b.enterprise_id = p.enterprise_id AND b.pool_id = p.pool_id
                      AND b.number > coalesce(m.entry, 0) AND b.number <= coalesce(next.entry, p.last_entry)
                      AND (b.recorded_at <= $2 OR $2 IS NULL) AND (b.number <= $3 OR $3 IS NULL))
                   AS e (entry, quota_limit, granted, carried_in, transferred_in, carried_out, transferred_out, returned,
                         reserved, posted, overused)
             WHERE p.enterprise_id = $1
             """;

    private final Transactions transactions;
    private final QuotaReader present;
    private final Clock clock;

    public BalanceReader(Transactions transactions, QuotaReader present, Clock clock) {
        this.transactions = transactions;
        this.present = present;
        this.clock = clock;
    }

    public Uni<PoolView> pool(PoolKey key) {
        return present.pool(key);
    }

    public Uni<PoolView> poolAt(PoolKey key, Instant at) {
        return requireCome(key.enterpriseId(), key.poolId(), at)
                .chain(() -> requireThere(key.enterpriseId(), key.poolId(), at, null))
                .chain(() -> one(key, at, null))
                .onItem()
                .ifNull()
                .failWith(Refusal::notFound);
    }

    public Uni<PoolView> poolBehind(PoolKey key, long entry) {
        return present.pool(key)
                .invoke(pool -> {
                    if (entry > pool.entry()) throw notYet("?entry", "entry-in-the-future");
                })
                .chain(() -> requireThere(key.enterpriseId(), key.poolId(), null, entry))
                .chain(() -> one(key, null, entry));
    }

    public Uni<List<PoolView>> poolsAt(EnterpriseId enterprise, @Nullable Period period, Instant at, PageRequest page) {
        return requireCome(enterprise, null, at)
                .chain(() -> requireThere(enterprise, null, at, null))
                .chain(() -> sql().select(
                                SUMS + """
                                       AND e.entry > 0 AND p.pool_id > $4 AND ($5::date IS NULL OR p.period = $5)
                                 ORDER BY p.pool_id LIMIT $6
                                """,
                                enterprise.value(),
                                at,
                                null,
                                Cursors.idAfter(page),
                                period == null ? null : period.firstDay(),
                                page.fetchSize()))
                .map(rows -> rows.stream().map(row -> QuotaReader.pool(row, at)).toList());
    }

    private Uni<PoolView> one(PoolKey key, @Nullable Instant at, @Nullable Long entry) {
        return sql().select(SUMS + "AND p.pool_id = $4", key.enterpriseId().value(), at, entry, key.poolId())
                .map(rows -> rows.isEmpty() ? null : QuotaReader.pool(rows.getFirst(), at));
    }

    /**
     * Entries carry the time read behind their pool's lock. So behind a lock of one's own, an instant that has come is one that every
     * writer with an earlier time has committed for, and its balance can never change again.
     */
    private Uni<Void> requireCome(EnterpriseId enterprise, @Nullable UUID pool, Instant at) {
        return transactions.systemSqlInTime(connection -> {
            Statements sql = Statements.of(connection);
            return sql.select("""
                            SELECT pool_id FROM quota_pool WHERE enterprise_id = $1 AND ($2::uuid IS NULL OR pool_id = $2)
                             ORDER BY pool_id FOR SHARE
                            """, enterprise.value(), pool)
                    .chain(() -> clock.now(sql))
                    .invoke(now -> {
                        if (at.isAfter(now)) throw notYet("?at", "instant-in-the-future");
                    })
                    .replaceWithVoid();
        });
    }

    /** A closing entry tells what the month it stands for ended with, nothing of what was between. */
    private Uni<Void> requireThere(
            EnterpriseId enterprise, @Nullable UUID pool, @Nullable Instant at, @Nullable Long entry) {
        return sql().select("""
                        SELECT to_char(max(month), 'YYYY-MM') FROM quota_closing
                         WHERE enterprise_id = $1 AND ($2::uuid IS NULL OR pool_id = $2)
                           AND (first_recorded_at <= $3 AND $3 < last_recorded_at OR first_entry <= $4 AND $4 < last_entry)
                        """, enterprise.value(), pool, at, entry)
                .invoke(rows -> {
                    @Nullable String month = (String) rows.getFirst()[0];
                    if (month != null) throw Refusal.of(ProblemType.ENTRIES_DETACHED, Map.of("month", month));
                })
                .replaceWithVoid();
    }

    private static Refusal notYet(String pointer, String code) {
        return Refusal.fields(ProblemType.BALANCE_NOT_YET, Map.of(), List.of(FieldError.of(pointer, code)));
    }

    private Statements sql() {
        return transactions.app();
    }
}
