package org.goichung.enrolment.store;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.goichung.enrolment.model.Leaving;
import org.goichung.platform.database.Statements;
import org.goichung.platform.database.Transactions;
import org.jspecify.annotations.Nullable;

/** Which agreements have ended, how and when. */
@ApplicationScoped
public class AgreementEndStore {
    private final Transactions transactions;

    public AgreementEndStore(Transactions transactions) {
        this.transactions = transactions;
    }

    /**
     * Told again it changes nothing.
     *
     * @param at null for now
     */
    public Uni<Void> note(UUID agreementId, String reason, @Nullable Instant at) {
        return Statements.of(transactions.systemPool())
                .update("""
                        INSERT INTO enrolment_agreement_end (agreement_id, reason, ended_at)
                        VALUES ($1, $2, coalesce($3, goichung_now())) ON CONFLICT DO NOTHING
                        """, agreementId, reason, at == null ? null : at.atOffset(ZoneOffset.UTC))
                .replaceWithVoid();
    }

    /** Empty while it goes on. */
    public Uni<Optional<Leaving>> of(Statements connection, UUID agreementId) {
        return connection
                .select("SELECT reason, ended_at FROM enrolment_agreement_end WHERE agreement_id = $1", agreementId)
                .map(rows -> rows.stream()
                        .findFirst()
                        .map(row -> new Leaving(
                                (String) Objects.requireNonNull(row[0]),
                                ((OffsetDateTime) Objects.requireNonNull(row[1])).toInstant())));
    }
}
