package org.goichung.quota.store;

import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.goichung.negotiation.RollOver;
import org.goichung.platform.database.Statements;
import org.goichung.platform.database.Transactions;
import org.goichung.platform.identity.EnterpriseId;
import org.goichung.quota.PoolKey;
import org.goichung.quota.store.PoolClosing.Due;
import org.jspecify.annotations.Nullable;

/** Moves pools on by the calendar: open → grace → closed, with what rolls over. Several instances may run it. */
@ApplicationScoped
public class PeriodLedger {
    private static final int AT_ONCE = 500;

    private final Transactions transactions;
    private final PoolClosing closing;
    private final PoolChanges changes;

    public PeriodLedger(Transactions transactions, PoolClosing closing, PoolChanges changes) {
        this.transactions = transactions;
        this.closing = closing;
        this.changes = changes;
    }

    /**
     * Closes all that is due, however long nobody looked: month by month, since what rolls over may roll on. One that fails holds up
     * only the later months of its own agreement, package version and unit.
     */
    public Uni<Void> advance() {
        return beginGrace().chain(() -> Multi.createBy()
                .repeating()
                .uni(this::closeDue)
                .whilst(closed -> closed > 0)
                .collect()
                .last()
                .replaceWithVoid());
    }

    private Uni<Integer> beginGrace() {
        return sql().update("""
                UPDATE quota_pool SET state = 'grace'
                 WHERE (enterprise_id, pool_id) IN
                       (SELECT enterprise_id, pool_id FROM quota_pool
                         WHERE state = 'open' AND period + interval '1 month'
                               <= goichung_now() AT TIME ZONE 'Asia/Ho_Chi_Minh'
                         ORDER BY pool_id FOR NO KEY UPDATE)
                """);
    }

    /** Fails behind the last where any failed. */
    private Uni<Integer> closeDue() {
        return due().chain(due -> Multi.createFrom()
                .iterable(due)
                .onItem()
                .transformToUni(this::close)
                .collectFailures()
                .concatenate()
                .collect()
                .last()
                .replaceWith(due.size()));
    }

    /** The oldest of each; one that rolls over waits for the next month's grant. */
    private Uni<List<Due>> due() {
        return sql().select("""
                        SELECT p.enterprise_id, p.pool_id, p.agreement_id, a.roll_over, n.pool_id
                          FROM quota_pool p
                          JOIN quota_agreement a USING (agreement_id)
                          LEFT JOIN quota_pool n
                                 ON n.enterprise_id = p.enterprise_id AND n.agreement_id = p.agreement_id
                                AND n.package_version_id = p.package_version_id AND n.unit = p.unit
                                AND n.period = (p.period + interval '1 month')::date
                         WHERE p.state = 'grace' AND p.grace_until <= goichung_now()
                           AND (n.pool_id IS NOT NULL OR a.roll_over = 'none' OR a.state = 'ended'
                                OR a.until_day < (p.period + interval '1 month')::date)
                           AND NOT EXISTS (SELECT FROM quota_pool b
                                            WHERE b.enterprise_id = p.enterprise_id AND b.agreement_id = p.agreement_id
                                              AND b.package_version_id = p.package_version_id AND b.unit = p.unit
                                              AND b.period < p.period AND b.state <> 'closed')
                         ORDER BY p.period, p.pool_id LIMIT $1
                        """, AT_ONCE)
                .map(rows -> rows.stream().map(PeriodLedger::due).toList());
    }

    private static Due due(Object[] row) {
        var enterprise = new EnterpriseId((UUID) row[0]);
        @Nullable UUID next = (UUID) row[4];
        return new Due(
                new PoolKey(enterprise, (UUID) row[1]),
                next == null ? null : new PoolKey(enterprise, next),
                (UUID) row[2],
                rollOver((String) row[3]));
    }

    private static RollOver rollOver(String word) {
        return RollOver.valueOf(word.toUpperCase(Locale.ROOT).replace('-', '_'));
    }

    private Uni<Void> close(Due due) {
        return transactions
                .systemSql(connection -> closing.close(Statements.of(connection), due))
                .invoke(changes::note)
                .replaceWithVoid();
    }

    private Statements sql() {
        return Statements.of(transactions.systemPool());
    }
}
