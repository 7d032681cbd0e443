package org.goichung.quota.store;

import static org.goichung.quota.store.Columns.number;

import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import org.goichung.platform.database.Ids;
import org.goichung.platform.database.Statements;
import org.goichung.platform.database.Transactions;
import org.goichung.platform.identity.EnterpriseId;
import org.goichung.platform.identity.Scope;
import org.goichung.platform.outbox.Audience;
import org.goichung.platform.outbox.Event;
import org.goichung.platform.outbox.Journal;
import org.goichung.platform.time.Clock;
import org.goichung.quota.Period;
import org.goichung.quota.PoolKey;
import org.goichung.quota.Unit;
import org.goichung.quota.model.Pool;
import org.jspecify.annotations.Nullable;

/** Grants under locked allotments: each month once, and never more than the agreement allots. */
@ApplicationScoped
public class GrantLedger {
    private static final Scope GRANTS = Scope.system("grants");

    private final Transactions transactions;
    private final PoolStore pools;
    private final PoolChanges changes;
    private final Journal journal;
    private final Clock clock;

    public GrantLedger(Transactions transactions, PoolStore pools, PoolChanges changes, Journal journal, Clock clock) {
        this.transactions = transactions;
        this.pools = pools;
        this.changes = changes;
        this.journal = journal;
        this.clock = clock;
    }

    /**
     * Grants every month that has come (or comes within ten minutes) and was not granted yet, of one agreement or all. An agreement
     * waits while an amendment of it is on its way here, so that no month is granted as it was before.
     */
    public Uni<Void> grantDue(@Nullable UUID agreement) {
        return Statements.of(transactions.systemPool())
                .select("""
                        SELECT a.agreement_id, month::date
                          FROM quota_agreement a,
                               generate_series(a.first_period::timestamp,
                                               least(a.until_day, ((goichung_now() + interval '10 minutes') AT TIME ZONE 'Asia/Ho_Chi_Minh')::date)::timestamp,
                                               interval '1 month') AS month
                         WHERE a.state = 'in-force' AND ($1::uuid IS NULL OR a.agreement_id = $1)
                           AND NOT EXISTS (SELECT FROM quota_allotment t
                                            WHERE t.agreement_id = a.agreement_id AND t.period = month::date)
                           AND EXISTS (SELECT FROM quota_term t WHERE t.agreement_id = a.agreement_id)
                           AND NOT EXISTS (SELECT FROM outbox_event e
                                            WHERE e.published_seq IS NULL AND e.type = 'agreement-amended' AND e.key = a.agreement_id)
                         ORDER BY month, a.agreement_id
                        """, agreement)
                .onItem()
                .transformToMulti(rows -> Multi.createFrom().iterable(rows))
                .onItem()
                .transformToUniAndConcatenate(row -> grant((UUID) row[0], Period.of((LocalDate) row[1])))
                .collect()
                .last()
                .replaceWithVoid();
    }

    private record Allotment(EnterpriseId enterprise, UUID packageVersion, Map<Unit, Long> left) {}

    private Uni<Void> grant(UUID agreement, Period period) {
        List<Pool> granted = new ArrayList<>();
        return transactions
                .systemSql(connection -> {
                    Statements sql = Statements.of(connection);
                    return allot(sql, agreement, period)
                            .chain(() -> lockAllotments(sql, agreement, period))
                            .chain(allotments -> makePools(sql, agreement, period)
                                    .chain(() -> poolsOf(sql, agreement, period))
                                    .chain(found -> grant(sql, agreement, allotments, found))
                                    .invoke(granted::addAll)
                                    .call(() -> markGranted(sql, agreement, period))
                                    .call(() -> tell(sql, agreement, period, allotments)));
                })
                .invoke(() -> changes.note(granted))
                .replaceWithVoid();
    }

    private static Uni<Integer> allot(Statements sql, UUID agreement, Period period) {
        return sql.update("""
                INSERT INTO quota_allotment (enterprise_id, agreement_id, package_version_id, period, lines, bytes, vnd)
                SELECT t.enterprise_id, t.agreement_id, t.package_version_id, $2, t.lines + c.lines,
                       CASE WHEN t.shared_bytes IS NOT NULL OR c.bytes > 0 THEN coalesce(t.shared_bytes, 0) + c.bytes END,
                       CASE WHEN t.fund_vnd IS NOT NULL OR c.vnd > 0 THEN coalesce(t.fund_vnd, 0) + c.vnd END
                  FROM quota_term t
                 CROSS JOIN LATERAL (SELECT coalesce(sum(lines), 0)::bigint AS lines, coalesce(sum(shared_bytes), 0)::bigint AS bytes,
                                            coalesce(sum(fund_vnd), 0)::bigint AS vnd
                                       FROM quota_term_change c
                                      WHERE c.agreement_id = t.agreement_id AND c.enterprise_id = t.enterprise_id
                                        AND c.package_version_id = t.package_version_id
                                        AND $2 BETWEEN c.first_period AND c.last_period) c
                 WHERE t.agreement_id = $1
                 ORDER BY t.enterprise_id, t.package_version_id
                ON CONFLICT DO NOTHING
                """, agreement, period.firstDay());
    }

    private static Uni<List<Allotment>> lockAllotments(Statements sql, UUID agreement, Period period) {
        return sql.select("""
                        SELECT enterprise_id, package_version_id, lines - granted_lines,
                               coalesce(bytes, 0) - granted_bytes, coalesce(vnd, 0) - granted_vnd
                          FROM quota_allotment WHERE agreement_id = $1 AND period = $2
                         ORDER BY enterprise_id, package_version_id FOR UPDATE
                        """, agreement, period.firstDay()).map(rows -> rows.stream()
                .map(row -> new Allotment(
                        new EnterpriseId((UUID) row[0]),
                        (UUID) row[1],
                        Map.of(
                                Unit.LINE_CYCLE, number(row[2]),
                                Unit.BYTE, number(row[3]),
                                Unit.VND, number(row[4]))))
                .toList());
    }

    /** A pool for the lines always, for data and money where the terms have such. */
    private static Uni<Integer> makePools(Statements sql, UUID agreement, Period period) {
        return sql.select("""
                        SELECT t.enterprise_id, t.package_version_id, u.unit, a.carrier_id, a.grace_days
                          FROM quota_allotment t
                          JOIN quota_agreement a USING (agreement_id)
                         CROSS JOIN LATERAL (VALUES ('LINE_CYCLE', true), ('BYTE', t.bytes IS NOT NULL),
                                                    ('VND', t.vnd IS NOT NULL)) AS u(unit, wanted)
                         WHERE t.agreement_id = $1 AND t.period = $2 AND u.wanted
                         ORDER BY t.enterprise_id, t.package_version_id, u.unit
                        """, agreement, period.firstDay())
                .chain(rows -> sql.update(
                        """
                        INSERT INTO quota_pool (enterprise_id, pool_id, agreement_id, carrier_id, package_version_id, period,
                                                unit, grace_until)
                        SELECT w.enterprise_id, w.pool_id, $1, w.carrier_id, w.package_version_id, $2, w.unit,
                               $3::timestamptz + make_interval(days => w.grace_days)
                          FROM unnest($4::uuid[], $5::uuid[], $6::uuid[], $7::uuid[], $8::text[], $9::int[])
                            AS w(enterprise_id, pool_id, carrier_id, package_version_id, unit, grace_days)
                        ON CONFLICT ON CONSTRAINT quota_pool_once DO NOTHING
                        """,
                        agreement,
                        period.firstDay(),
                        period.end().atOffset(ZoneOffset.UTC),
                        Columns.uuids(rows, row -> (UUID) row[0]),
                        Columns.uuids(rows, row -> Ids.next()),
                        Columns.uuids(rows, row -> (UUID) row[3]),
                        Columns.uuids(rows, row -> (UUID) row[1]),
                        Columns.texts(rows, row -> (String) row[2]),
                        rows.stream().map(row -> (Integer) row[4]).toArray(Integer[]::new)));
    }

    private static Uni<Map<PoolKey, UUID>> poolsOf(Statements sql, UUID agreement, Period period) {
        return sql.select(
                        "SELECT enterprise_id, pool_id, package_version_id FROM quota_pool WHERE agreement_id = $1 AND period = $2",
                        agreement,
                        period.firstDay())
                .map(rows -> {
                    Map<PoolKey, UUID> versions = new LinkedHashMap<>();
                    for (Object[] row : rows)
                        versions.put(new PoolKey(new EnterpriseId((UUID) row[0]), (UUID) row[1]), (UUID) row[2]);
                    return versions;
                });
    }

    private Uni<List<Pool>> grant(
            Statements sql, UUID agreement, List<Allotment> allotments, Map<PoolKey, UUID> versions) {
        return pools.lock(sql, versions.keySet()).chain(locked -> clock.now(sql).chain(now -> {
            for (Pool pool : locked.values())
                for (Allotment allotment : allotments)
                    if (allotment.enterprise().equals(pool.key().enterpriseId())
                            && allotment.packageVersion().equals(versions.get(pool.key()))) {
                        long left = Objects.requireNonNullElse(allotment.left().get(pool.unit()), 0L);
                        if (left > 0) pool.grant(left, agreement);
                    }
            List<Pool> granted = List.copyOf(locked.values());
            return pools.write(sql, granted, now).replaceWith(granted);
        }));
    }

    private static Uni<Integer> markGranted(Statements sql, UUID agreement, Period period) {
        return sql.update("""
                UPDATE quota_allotment SET granted_lines = lines, granted_bytes = coalesce(bytes, 0),
                                           granted_vnd = coalesce(vnd, 0)
                 WHERE agreement_id = $1 AND period = $2
                """, agreement, period.firstDay());
    }

    private Uni<Void> tell(Statements sql, UUID agreement, Period period, List<Allotment> allotments) {
        Set<EnterpriseId> told = new LinkedHashSet<>();
        for (Allotment each : allotments)
            if (each.left().values().stream().anyMatch(left -> left > 0)) told.add(each.enterprise());
        return Multi.createFrom()
                .iterable(told)
                .onItem()
                .transformToUniAndConcatenate(enterprise -> journal.record(
                        sql,
                        GRANTS,
                        new Event(
                                "quota-granted",
                                agreement,
                                agreement,
                                Set.of(Audience.of(enterprise)),
                                Map.of("enterpriseId", enterprise.toString(), "period", period.toString()))))
                .collect()
                .last()
                .replaceWithVoid();
    }
}
