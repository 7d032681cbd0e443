package org.goichung.quota.store;

import static org.goichung.quota.store.Columns.instant;
import static org.goichung.quota.store.Columns.number;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.goichung.platform.database.Statements;
import org.goichung.platform.database.Transactions;
import org.goichung.platform.identity.CarrierId;
import org.goichung.platform.identity.EnterpriseId;
import org.goichung.platform.paging.PageRequest;
import org.goichung.platform.problem.Refusal;
import org.goichung.quota.EntryView;
import org.goichung.quota.Period;
import org.goichung.quota.PoolKey;
import org.goichung.quota.PoolView;
import org.goichung.quota.RunsDry;
import org.goichung.quota.Unit;
import org.goichung.quota.UsageDayView;
import org.goichung.quota.model.Pace;
import org.jspecify.annotations.Nullable;

/** What is asked of the ledger without changing it; every query by one enterprise. Each fetches one row more than the page. */
@ApplicationScoped
public class QuotaReader {
    /** With what was taken in the last four whole weeks, of this month's pool and those before it. */
    private static final String POOL = """
            SELECT p.pool_id, p.agreement_id, p.carrier_id, p.package_version_id, p.period, p.unit,
                   CASE WHEN p.state = 'closed' OR p.grace_until <= t.now THEN 'closed'
                        WHEN p.period + interval '1 month' <= t.now AT TIME ZONE 'Asia/Ho_Chi_Minh' THEN 'grace'
                        ELSE 'open' END, p.frozen, p.last_entry, p.quota_limit,
                   p.granted, p.carried_in, p.transferred_in, p.carried_out, p.transferred_out, p.returned,
                   p.reserved, p.posted, p.overused, p.available, t.today, w.since, w.weeks
              FROM quota_pool p
             CROSS JOIN (SELECT n.now, (n.now AT TIME ZONE 'Asia/Ho_Chi_Minh')::date AS today
                           FROM (SELECT goichung_now() AS now OFFSET 0) n OFFSET 0) t
              LEFT JOIN LATERAL (
                   SELECT min(d.day) AS since,
                          ARRAY(SELECT least(greatest(week, -9223372036854775807), 9223372036854775807)::bigint
                                  FROM unnest(ARRAY[
                                       coalesce(sum(d.consumed) FILTER (WHERE d.day >= t.today - 7), 0),
                                       coalesce(sum(d.consumed) FILTER (WHERE d.day < t.today - 7 AND d.day >= t.today - 14), 0),
                                       coalesce(sum(d.consumed) FILTER (WHERE d.day < t.today - 14 AND d.day >= t.today - 21), 0),
                                       coalesce(sum(d.consumed) FILTER (WHERE d.day < t.today - 21 AND d.day >= t.today - 28), 0)])
                                    AS week) AS weeks
                     FROM quota_pool q JOIN quota_pool_day d USING (enterprise_id, pool_id)
                    WHERE q.enterprise_id = p.enterprise_id AND q.agreement_id = p.agreement_id
                      AND q.package_version_id = p.package_version_id AND q.unit = p.unit AND d.day < t.today) w
                ON p.state = 'open'
            """;

    static final String ENTRY = """
            SELECT pool_id, number, recorded_at, kind, limit_delta, reserved, posted, overused, reference, first_entry
              FROM quota_booked
            """;

    private final Transactions transactions;

    public QuotaReader(Transactions transactions) {
        this.transactions = transactions;
    }

    public Uni<List<PoolView>> pools(EnterpriseId enterprise, @Nullable Period period, PageRequest page) {
        return sql().select(
                        POOL + """
                         WHERE p.enterprise_id = $1 AND p.pool_id > $2 AND ($3::date IS NULL OR p.period = $3)
                         ORDER BY p.pool_id LIMIT $4
                        """,
                        enterprise.value(),
                        Cursors.idAfter(page),
                        period == null ? null : period.firstDay(),
                        page.fetchSize())
                .map(rows -> rows.stream().map(row -> pool(row, null)).toList());
    }

    /** 404 for an unknown pool and for another enterprise's. */
    public Uni<PoolView> pool(PoolKey key) {
        return sql().select(
                        POOL + "WHERE p.enterprise_id = $1 AND p.pool_id = $2",
                        key.enterpriseId().value(),
                        key.poolId())
                .map(rows ->
                        rows.stream().findFirst().map(row -> pool(row, null)).orElseThrow(Refusal::notFound));
    }

    public Uni<List<EntryView>> entries(EnterpriseId enterprise, @Nullable UUID pool, PageRequest page) {
        return sql().select(
                        ENTRY + """
                         WHERE enterprise_id = $1 AND (pool_id, number) > ($2, $3) AND ($4::uuid IS NULL OR pool_id = $4)
                         ORDER BY pool_id, number LIMIT $5
                        """,
                        enterprise.value(),
                        Cursors.idAfter(page),
                        page.first() ? 0L : Cursors.whole(Cursors.parts(page, 2).getLast()),
                        pool,
                        page.fetchSize())
                .map(rows -> rows.stream().map(QuotaReader::entry).toList());
    }

    public Uni<List<UsageDayView>> usage(EnterpriseId enterprise, LocalDate from, LocalDate to, PageRequest page) {
        List<String> after = Cursors.parts(page, 3);
        return sql().select(
                        """
                        SELECT d.day, d.carrier_id, d.agreement_id, d.package_version_id, p.pool_id, d.events, d.bytes
                          FROM usage_daily d
                          LEFT JOIN quota_pool p
                                 ON p.enterprise_id = d.enterprise_id AND p.agreement_id = d.agreement_id
                                AND p.package_version_id = d.package_version_id AND p.unit = 'BYTE'
                                AND p.period = date_trunc('month', d.day::timestamp)::date
                         WHERE d.enterprise_id = $1 AND d.day BETWEEN $2 AND $3
                           AND (d.day, d.agreement_id, d.package_version_id) > ($4, $5, $6)
                         ORDER BY d.day, d.agreement_id, d.package_version_id LIMIT $7
                        """,
                        enterprise.value(),
                        from,
                        to,
                        page.first() ? from.minusDays(1) : Cursors.day(after.getFirst()),
                        page.first() ? Cursors.FIRST : Cursors.uuid(after.get(1)),
                        page.first() ? Cursors.FIRST : Cursors.uuid(after.getLast()),
                        page.fetchSize())
                .map(rows -> rows.stream()
                        .map(row -> new UsageDayView(
                                (LocalDate) row[0],
                                new CarrierId((UUID) row[1]),
                                (UUID) row[2],
                                (UUID) row[3],
                                (@Nullable UUID) row[4],
                                number(row[5]),
                                number(row[6])))
                        .toList());
    }

    static EntryView entry(Object[] row) {
        return new EntryView(
                row[0] + "-" + row[1],
                (UUID) row[0],
                number(row[1]),
                instant(row[2]),
                (String) row[3],
                number(row[4]),
                number(row[5]),
                number(row[6]),
                number(row[7]),
                (UUID) row[8],
                row[3].equals("closing") ? number(row[9]) : null);
    }

    /** @param at the instant that it is told of; a pool of the past has neither state nor pace */
    static PoolView pool(@Nullable Object[] row, @Nullable Instant at) {
        return new PoolView(
                (UUID) some(row[0]),
                (UUID) some(row[1]),
                new CarrierId((UUID) some(row[2])),
                (UUID) some(row[3]),
                Period.of((LocalDate) some(row[4])),
                Unit.valueOf((String) some(row[5])),
                (@Nullable String) row[6],
                (@Nullable Boolean) row[7],
                at,
                sum(row, 8),
                sum(row, 9),
                sum(row, 10),
                sum(row, 11),
                sum(row, 12),
                sum(row, 13),
                sum(row, 14),
                sum(row, 15),
                sum(row, 16),
                sum(row, 17),
                sum(row, 18),
                sum(row, 19),
                runsDry(row));
    }

    private static long sum(@Nullable Object[] row, int column) {
        return number(some(row[column]));
    }

    private static Object some(@Nullable Object column) {
        return Objects.requireNonNull(column);
    }

    private static @Nullable RunsDry runsDry(@Nullable Object[] row) {
        if (!"open".equals(row[6])) return null;
        @Nullable LocalDate since = (LocalDate) row[21];
        if (since == null) return null;
        return new Pace(since, List.of((Long[]) some(row[22])))
                .runsDry(sum(row, 19), (LocalDate) some(row[20]))
                .orElse(null);
    }

    private Statements sql() {
        return transactions.app();
    }
}
