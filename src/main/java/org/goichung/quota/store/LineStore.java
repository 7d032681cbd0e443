package org.goichung.quota.store;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.UUID;
import org.goichung.platform.database.Statements;
import org.goichung.platform.database.Transactions;
import org.goichung.quota.LineOpened;

/** Numbers under packages. Both steps may be asked for again. */
@ApplicationScoped
public class LineStore {
    private final Transactions transactions;

    public LineStore(Transactions transactions) {
        this.transactions = transactions;
    }

    public Uni<Void> open(LineOpened line) {
        return sql().update(
                        """
                        INSERT INTO quota_line (enterprise_id, enrolment_id, from_at, to_at, carrier_id, msisdn_index,
                                                agreement_id, package_version_id)
                        SELECT $1, $2, $3, $4, $5, $6, $7, $8
                         WHERE NOT EXISTS (SELECT FROM quota_line
                                            WHERE enterprise_id = $1 AND enrolment_id = $2
                                              AND (to_at IS NULL OR to_at > $3))
                        ON CONFLICT DO NOTHING
                        """,
                        line.enterpriseId().value(),
                        line.enrolmentId(),
                        line.from(),
                        line.to(),
                        line.carrierId().value(),
                        line.msisdnIndex(),
                        line.agreementId(),
                        line.packageVersionId())
                .replaceWithVoid();
    }

    public Uni<Void> close(UUID enrolment, Instant at) {
        return sql().update("""
                        UPDATE quota_line SET to_at = greatest(from_at, $2)
                         WHERE enrolment_id = $1 AND (to_at IS NULL OR to_at > $2)
                        """, enrolment, at).replaceWithVoid();
    }

    private Statements sql() {
        return Statements.of(transactions.systemPool());
    }
}
