package org.goichung.quota.store;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.UUID;
import org.goichung.negotiation.AgreementAmendmentTerms;
import org.goichung.negotiation.AgreementTerms;
import org.goichung.negotiation.Allocation;
import org.goichung.platform.database.Statements;
import org.goichung.platform.database.Transactions;
import org.goichung.quota.Period;

/** What the ledger remembers of agreements: what each month is granted by, and whether anything new may be taken. */
@ApplicationScoped
public class TermStore {
    private final Transactions transactions;

    public TermStore(Transactions transactions) {
        this.transactions = transactions;
    }

    /**
     * Remembers the terms of an agreement that came into force; the first ones stay.
     *
     * @param since when it did, which may be a while ago: the month of then is its first, or the one it is to begin in
     */
    public Uni<Void> remember(AgreementTerms terms, Instant since) {
        return transactions.systemSql(connection -> {
            Statements sql = Statements.of(connection);
            return sql.update(
                            """
                            INSERT INTO quota_agreement (agreement_id, carrier_id, first_period, until_day, grace_days, roll_over)
                            VALUES ($1, $2, $3, $4, $5, $6) ON CONFLICT DO NOTHING
                            """,
                            terms.agreementId(),
                            terms.carrierId().value(),
                            firstPeriod(terms, since).firstDay(),
                            terms.until(),
                            terms.graceDays(),
                            terms.rollOver().wireName())
                    .chain(made -> made == 0 ? Uni.createFrom().item(0) : insertShares(sql, terms))
                    .replaceWithVoid();
        });
    }

    private static Period firstPeriod(AgreementTerms terms, Instant since) {
        Period then = Period.of(since);
        return terms.from().isAfter(then.firstDay()) ? Period.of(terms.from()) : then;
    }

    private static Uni<Integer> insertShares(Statements sql, AgreementTerms terms) {
        return sql.update(
                """
                INSERT INTO quota_term (agreement_id, enterprise_id, package_version_id, lines, shared_bytes, fund_vnd)
                SELECT $1, * FROM unnest($2::uuid[], $3::uuid[], $4::bigint[], $5::bigint[], $6::bigint[])
                """,
                terms.agreementId(),
                Columns.uuids(terms.allocations(), share -> share.enterpriseId().value()),
                Columns.uuids(terms.allocations(), Allocation::packageVersionId),
                Columns.longs(terms.allocations(), Allocation::linesPerMonth),
                terms.allocations().stream()
                        .map(Allocation::sharedBytesPerMonth)
                        .toArray(Long[]::new),
                terms.allocations().stream().map(Allocation::fundVndPerMonth).toArray(Long[]::new));
    }

    /** Remembers what an amendment moves between two enterprises' months to come; told again it changes nothing. */
    public Uni<Void> amend(AgreementAmendmentTerms terms) {
        return transactions
                .systemSql(connection -> Statements.of(connection)
                        .update(
                                """
                                INSERT INTO quota_term_change (amendment_id, agreement_id, enterprise_id, package_version_id, first_period,
                                                               last_period, lines, shared_bytes, fund_vnd)
                                SELECT $1, $2, side.enterprise_id, $5, $6, $7, side.sign * $8, side.sign * $9, side.sign * $10
                                  FROM (VALUES ($3::uuid, -1::bigint), ($4::uuid, 1::bigint)) AS side(enterprise_id, sign)
                                ON CONFLICT DO NOTHING
                                """,
                                terms.amendmentId(),
                                terms.agreementId(),
                                terms.from().value(),
                                terms.to().value(),
                                terms.packageVersionId(),
                                terms.fromMonth().atDay(1),
                                terms.untilMonth().atDay(1),
                                terms.lines(),
                                terms.sharedBytes(),
                                terms.fundVnd()))
                .replaceWithVoid();
    }

    /** @param state {@code in-force}, {@code suspended} or {@code ended}; only one in force lets anything new be taken */
    public Uni<Void> move(UUID agreement, String state) {
        return transactions.systemSql(connection -> {
            Statements sql = Statements.of(connection);
            return sql.update(
                            "UPDATE quota_agreement SET state = $2 WHERE agreement_id = $1 AND state <> 'ended'",
                            agreement,
                            state)
                    .chain(() -> sql.update("""
                            UPDATE quota_pool p SET frozen = a.state <> 'in-force'
                              FROM quota_agreement a
                             WHERE a.agreement_id = $1 AND p.agreement_id = $1
                               AND p.pool_id IN (SELECT pool_id FROM quota_pool WHERE agreement_id = $1
                                                  ORDER BY pool_id FOR NO KEY UPDATE)
                            """, agreement))
                    .replaceWithVoid();
        });
    }
}
