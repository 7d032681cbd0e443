package org.goichung.quota.store;

import static org.goichung.quota.store.Columns.longs;
import static org.goichung.quota.store.Columns.number;
import static org.goichung.quota.store.Columns.uuids;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.goichung.platform.database.Statements;
import org.goichung.platform.database.Transactions;
import org.goichung.platform.identity.CarrierId;
import org.goichung.platform.identity.EnterpriseId;
import org.goichung.platform.problem.ProblemType;
import org.goichung.platform.problem.Refusal;
import org.goichung.platform.time.Clock;
import org.goichung.quota.EntryView;
import org.goichung.quota.Period;
import org.goichung.quota.PoolKey;
import org.goichung.quota.StatementView.Section;
import org.goichung.quota.StatementView.Sums;
import org.goichung.quota.Unit;
import org.jspecify.annotations.Nullable;

/** Which entries stand in a month's statement, and what they add up to. */
@ApplicationScoped
public class StatementReader {
    private static final int ENTRIES_AT_ONCE = 1_000;

    private final Transactions transactions;
    private final Clock clock;

    public StatementReader(Transactions transactions, Clock clock) {
        this.transactions = transactions;
        this.clock = clock;
    }

    /** @param isFinal true where nothing can be added to it any more */
    public record Plan(boolean isFinal, Instant asOf, List<Section> pools) {}

    private record Part(Object[] pool, long first, long last, boolean closed) {}

    public Uni<Plan> plan(EnterpriseId enterprise, Period period) {
        return transactions
                .systemSqlInTime(connection -> parts(Statements.of(connection), enterprise, period))
                .call(found -> requireThere(enterprise, found.parts()))
                .chain(found -> sums(enterprise, found.parts())
                        .map(sums -> new Plan(
                                found.isFinal(period),
                                found.asOf(),
                                found.parts().stream()
                                        .map(part -> section(part, sums))
                                        .toList())));
    }

    private record Found(List<Part> parts, Instant asOf) {
        boolean isFinal(Period period) {
            return !asOf.isBefore(period.end()) && parts.stream().allMatch(Part::closed);
        }
    }

    /** Behind the pools' locks nobody with an earlier time is still writing, so what was recorded in a month that is over is all there. */
    private Uni<Found> parts(Statements sql, EnterpriseId enterprise, Period period) {
        return sql.select("""
                        SELECT pool_id FROM quota_pool WHERE enterprise_id = $1 AND period <= $2 ORDER BY pool_id FOR SHARE
                        """, enterprise.value(), period.firstDay())
                .chain(() -> clock.now(sql))
                .chain(now -> sql.select(
                                """
                                SELECT p.pool_id, p.agreement_id, p.carrier_id, p.package_version_id, p.period, p.unit,
                                       e.first_entry, e.last_entry, p.state = 'closed'
                                  FROM quota_pool p
                                 CROSS JOIN LATERAL (
                                       SELECT 1 AS first_entry, coalesce(p.closed_entry, p.last_entry) AS last_entry
                                        WHERE p.period = $2
                                       UNION ALL
                                       SELECT min(first_entry), max(number) FROM quota_booked
                                        WHERE p.period < $2 AND enterprise_id = p.enterprise_id AND pool_id = p.pool_id
                                          AND number > p.closed_entry AND recorded_at >= $3 AND recorded_at < $4
                                       HAVING count(*) > 0) AS e
                                 WHERE p.enterprise_id = $1
                                   AND (p.period = $2 OR p.period < $2 AND p.closed_entry < p.last_entry)
                                 ORDER BY p.period DESC, p.pool_id
                                """,
                                enterprise.value(),
                                period.firstDay(),
                                period.firstDay().atStartOfDay(Clock.VIETNAM).toInstant(),
                                period.end())
                        .map(rows -> new Found(
                                rows.stream()
                                        .map(row -> new Part(
                                                row, number(row[6]), number(row[7]), Objects.equals(row[8], true)))
                                        .toList(),
                                now)));
    }

    private Uni<Void> requireThere(EnterpriseId enterprise, List<Part> parts) {
        return sql().select(
                        """
                        SELECT to_char(max(c.month), 'YYYY-MM')
                          FROM unnest($2::uuid[], $3::bigint[], $4::bigint[]) AS k(pool_id, first_entry, last_entry)
                          JOIN quota_closing c
                            ON c.enterprise_id = $1 AND c.pool_id = k.pool_id
                           AND c.first_entry <= k.last_entry AND k.first_entry <= c.last_entry
                        """,
                        enterprise.value(),
                        uuids(parts, part -> (UUID) part.pool()[0]),
                        longs(parts, Part::first),
                        longs(parts, Part::last))
                .invoke(rows -> {
                    @Nullable String month = (String) rows.getFirst()[0];
                    if (month != null) throw Refusal.of(ProblemType.ENTRIES_DETACHED, Map.of("month", month));
                })
                .replaceWithVoid();
    }

    private record Balance(Sums opening, Sums closing) {}

    private Uni<Map<UUID, Balance>> sums(EnterpriseId enterprise, List<Part> parts) {
        if (parts.isEmpty()) return Uni.createFrom().item(Map.of());
        return sql().select(
                        """
                        SELECT k.pool_id,
                               coalesce(sum(e.limit_delta) FILTER (WHERE e.number < k.first_entry), 0)::bigint,
                               coalesce(sum(e.reserved) FILTER (WHERE e.number < k.first_entry), 0)::bigint,
                               coalesce(sum(e.posted) FILTER (WHERE e.number < k.first_entry), 0)::bigint,
                               coalesce(sum(e.overused) FILTER (WHERE e.number < k.first_entry), 0)::bigint,
                               coalesce(sum(e.limit_delta), 0)::bigint, coalesce(sum(e.reserved), 0)::bigint,
                               coalesce(sum(e.posted), 0)::bigint, coalesce(sum(e.overused), 0)::bigint
                          FROM unnest($2::uuid[], $3::bigint[], $4::bigint[]) AS k(pool_id, first_entry, last_entry)
                          LEFT JOIN quota_booked e
                                 ON e.enterprise_id = $1 AND e.pool_id = k.pool_id AND e.number <= k.last_entry
                         GROUP BY k.pool_id
                        """,
                        enterprise.value(),
                        uuids(parts, part -> (UUID) part.pool()[0]),
                        longs(parts, Part::first),
                        longs(parts, Part::last))
                .map(rows -> {
                    Map<UUID, Balance> sums = new HashMap<>();
                    for (Object[] row : rows) sums.put((UUID) row[0], new Balance(sums(row, 1), sums(row, 5)));
                    return sums;
                });
    }

    private static Sums sums(Object[] row, int from) {
        return Sums.of(number(row[from]), number(row[from + 1]), number(row[from + 2]), number(row[from + 3]));
    }

    private static Section section(Part part, Map<UUID, Balance> sums) {
        Object[] row = part.pool();
        Balance balance = Objects.requireNonNull(sums.get((UUID) row[0]));
        return new Section(
                (UUID) row[0],
                (UUID) row[1],
                new CarrierId((UUID) row[2]),
                (UUID) row[3],
                Period.of((LocalDate) row[4]),
                Unit.valueOf((String) row[5]),
                part.first(),
                part.last(),
                balance.opening(),
                balance.closing());
    }

    /** A page; entries are never changed, so the pages of a plan belong together however long a reader takes. */
    public Uni<List<EntryView>> entries(PoolKey pool, long after, long last) {
        return sql().select(
                        QuotaReader.ENTRY + """
                         WHERE enterprise_id = $1 AND pool_id = $2 AND number > $3 AND number <= $4
                         ORDER BY number LIMIT $5
                        """,
                        pool.enterpriseId().value(),
                        pool.poolId(),
                        after,
                        last,
                        ENTRIES_AT_ONCE)
                .map(rows -> rows.stream().map(QuotaReader::entry).toList());
    }

    private Statements sql() {
        return transactions.app();
    }
}
