package org.goichung.quota.store;

import static org.goichung.quota.store.Columns.instant;
import static org.goichung.quota.store.Columns.instantOrNull;
import static org.goichung.quota.store.Columns.number;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.goichung.platform.database.Statements;
import org.goichung.platform.database.Transactions;
import org.goichung.platform.identity.EnterpriseId;
import org.goichung.platform.paging.PageRequest;
import org.goichung.platform.problem.Refusal;
import org.goichung.quota.Period;
import org.goichung.quota.PoolKey;
import org.goichung.quota.TransferTerms;
import org.goichung.quota.TransferView;
import org.goichung.quota.Unit;
import org.jspecify.annotations.Nullable;

/** Transfers as both sides see them, and what a step of one has to lock. */
@ApplicationScoped
public class TransferReader {
    /** A hold whose time is over has expired, though no job has seen it yet. */
    private static final String STATE =
            "CASE WHEN r.state <> 'pending' THEN r.state WHEN r.expires_at <= goichung_now() THEN 'expired' ELSE 'proposed' END";

    static final String TERMS = """
            SELECT t.transfer_id, t.enterprise_id, t.pool_id, t.to_enterprise_id, t.to_pool_id, p.agreement_id,
                   p.package_version_id, p.period, p.unit, t.rolled
              FROM quota_transfer t JOIN quota_pool p USING (enterprise_id, pool_id)
             """;

    private final Transactions transactions;

    public TransferReader(Transactions transactions) {
        this.transactions = transactions;
    }

    /** @param closesAt of the giver's period, behind which nothing is transferred */
    public record Proposal(TransferTerms terms, Instant closesAt) {}

    /** 404 where the giver has no such pool; the receiver's pool is the one of the same agreement, package version, period and unit. */
    public Uni<Proposal> proposal(PoolKey from, EnterpriseId to) {
        return sql().select("""
                        SELECT p.pool_id, p.enterprise_id, p.pool_id, $3::uuid, q.pool_id, p.agreement_id, p.package_version_id,
                               p.period, p.unit, p.grace_until
                          FROM quota_pool p
                          LEFT JOIN quota_pool q
                                 ON q.enterprise_id = $3 AND q.agreement_id = p.agreement_id
                                AND q.package_version_id = p.package_version_id AND q.period = p.period AND q.unit = p.unit
                         WHERE p.enterprise_id = $1 AND p.pool_id = $2
                        """, from.enterpriseId().value(), from.poolId(), to.value())
                .map(rows -> rows.stream()
                        .findFirst()
                        .map(row -> new Proposal(terms(row), instant(row[9])))
                        .orElseThrow(Refusal::notFound));
    }

    /** @param rolledPart how much of its amount had rolled over before */
    public record Proposed(TransferTerms terms, long rolledPart) {}

    /** 404 where this enterprise is not a side of it. */
    public Uni<Proposed> proposed(EnterpriseId side, UUID transfer) {
        return sql().select(
                        TERMS + "WHERE t.transfer_id = $1 AND (t.enterprise_id = $2 OR t.to_enterprise_id = $2)",
                        transfer,
                        side.value())
                .map(rows -> rows.stream()
                        .findFirst()
                        .map(row -> new Proposed(terms(row), number(row[9])))
                        .orElseThrow(Refusal::notFound));
    }

    /** Those given and those received, the oldest first; one more than the page. */
    public Uni<List<TransferView>> list(EnterpriseId side, @Nullable String state, PageRequest page) {
        return sql().select("""
                        SELECT s.transfer_id, s.enterprise_id, s.pool_id, s.to_enterprise_id, s.to_pool_id, p.agreement_id,
                               p.package_version_id, p.period, p.unit, s.amount, s.state, s.expires_at, s.created_at, s.ended_at
                          FROM (SELECT t.*, r.amount, r.expires_at, r.created_at, r.ended_at,
                        """ + STATE + """
                                   AS state
                                  FROM (SELECT * FROM quota_transfer WHERE enterprise_id = $1
                                        UNION ALL
                                        SELECT * FROM quota_transfer WHERE to_enterprise_id = $1) t
                                  JOIN quota_reservation r
                                    ON r.enterprise_id = t.enterprise_id AND r.reservation_id = t.transfer_id
                                 WHERE t.transfer_id > $2) s
                          JOIN quota_pool p USING (enterprise_id, pool_id)
                         WHERE $3::text IS NULL OR s.state = $3
                         ORDER BY s.transfer_id LIMIT $4
                        """, side.value(), Cursors.idAfter(page), state, page.fetchSize())
                .map(rows -> rows.stream().map(TransferReader::view).toList());
    }

    private static TransferView view(Object[] row) {
        TransferTerms terms = terms(row);
        String state = (String) row[10];
        return new TransferView(
                (UUID) row[0],
                terms.from().enterpriseId(),
                terms.toEnterprise(),
                terms.from().poolId(),
                (UUID) row[4],
                terms.agreementId(),
                terms.packageVersionId(),
                terms.period(),
                terms.unit(),
                number(row[9]),
                state,
                state.equals("proposed") ? instant(row[11]) : null,
                recordedAt(state, instant(row[12]), instant(row[11]), instantOrNull(row[13])));
    }

    /** One whose time was over may not have been seen by a job yet; one may also end before its time, with its period. */
    private static Instant recordedAt(String state, Instant proposedAt, Instant expiresAt, @Nullable Instant endedAt) {
        if (state.equals("proposed")) return proposedAt;
        if (endedAt == null || state.equals("expired") && expiresAt.isBefore(endedAt)) return expiresAt;
        return endedAt;
    }

    static TransferTerms terms(Object[] row) {
        var receiver = new EnterpriseId((UUID) row[3]);
        @Nullable UUID toPool = (UUID) row[4];
        return new TransferTerms(
                new PoolKey(new EnterpriseId((UUID) row[1]), (UUID) row[2]),
                receiver,
                toPool == null ? null : new PoolKey(receiver, toPool),
                (UUID) row[5],
                (UUID) row[6],
                Period.of((LocalDate) row[7]),
                Unit.valueOf((String) row[8]));
    }

    private Statements sql() {
        return transactions.app();
    }
}
