package org.goichung.negotiation.store;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.goichung.negotiation.model.VoteLink;
import org.goichung.negotiation.model.VoteSecret;
import org.goichung.platform.database.Statements;
import org.goichung.platform.identity.EnterpriseId;
import org.goichung.platform.identity.UnionBodyId;
import org.goichung.platform.keys.Keys;
import org.jspecify.annotations.Nullable;

/** Vote links by the hash of their secret; the secret itself is kept, wrapped, until its notice is sent. */
@ApplicationScoped
public class VoteLinkStore {
    private static final String COLUMNS =
            "id, award_id, rfq_id, enterprise_id, union_body_id, account_id, login, valid_until, used_at";

    private final Keys keys;

    public VoteLinkStore(Keys keys) {
        this.keys = keys;
    }

    /** A link whose notice is to be sent. */
    public record ToSend(VoteLink link, VoteSecret secret, int attempts) {}

    /** Made once for each award, enterprise and officer. */
    public Uni<Void> add(Statements connection, VoteLink link) {
        VoteSecret secret = VoteSecret.random();
        return connection
                .update(
                        """
                        INSERT INTO vote_link (id, award_id, rfq_id, enterprise_id, union_body_id, account_id, login, secret_hash,
                                               wrapped_secret, valid_until)
                        VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10)
                        ON CONFLICT DO NOTHING
                        """,
                        link.id(),
                        link.awardId(),
                        link.rfqId(),
                        link.enterpriseId().value(),
                        link.unionBodyId().value(),
                        link.accountId(),
                        link.login(),
                        secret.hash(),
                        keys.wrap(secret.bytes(), purpose(link.id())),
                        link.validUntil())
                .replaceWithVoid();
    }

    public Uni<Optional<VoteLink>> bySecret(Statements connection, VoteSecret secret) {
        return connection
                .select("SELECT " + COLUMNS + " FROM vote_link WHERE secret_hash = $1", secret.hash())
                .map(VoteLinkStore::first);
    }

    /** The same, locked until the transaction ends. */
    public Uni<Optional<VoteLink>> lockBySecret(Statements connection, VoteSecret secret) {
        return connection
                .select("SELECT " + COLUMNS + " FROM vote_link WHERE secret_hash = $1 FOR UPDATE", secret.hash())
                .map(VoteLinkStore::first);
    }

    public Uni<Void> use(Statements connection, UUID id) {
        return connection
                .update("UPDATE vote_link SET used_at = goichung_now(), wrapped_secret = NULL WHERE id = $1", id)
                .replaceWithVoid();
    }

    /** One whose notice is due, locked; empty when there is none that nobody else is sending. */
    public Uni<Optional<ToSend>> lockOneToSend(Statements connection) {
        return connection
                .select("SELECT " + COLUMNS + """
                        , wrapped_secret, attempts
                          FROM vote_link
                         WHERE wrapped_secret IS NOT NULL AND retry_at <= goichung_now()
                         ORDER BY retry_at
                         LIMIT 1
                           FOR UPDATE SKIP LOCKED
                        """)
                .map(rows -> rows.stream().findFirst().map(row -> {
                    VoteLink link = link(row);
                    byte[] wrapped = (byte[]) Objects.requireNonNull(row[9]);
                    return new ToSend(link, VoteSecret.of(keys.unwrap(wrapped, purpose(link.id()))), (Integer)
                            Objects.requireNonNull(row[10]));
                }));
    }

    /** Nobody has the secret any longer but whoever got the notice. */
    public Uni<Void> sent(Statements connection, UUID id) {
        return connection.update("""
                        UPDATE vote_link SET sent_at = goichung_now(), wrapped_secret = NULL, attempts = attempts + 1 WHERE id = $1
                        """, id).replaceWithVoid();
    }

    public Uni<Void> retry(Statements connection, UUID id, long afterSeconds) {
        return connection.update("""
                        UPDATE vote_link SET attempts = attempts + 1, retry_at = goichung_now() + make_interval(secs => $2) WHERE id = $1
                        """, id, (double) afterSeconds).replaceWithVoid();
    }

    public Uni<Void> giveUp(Statements connection, UUID id) {
        return connection
                .update("UPDATE vote_link SET wrapped_secret = NULL, attempts = attempts + 1 WHERE id = $1", id)
                .replaceWithVoid();
    }

    private static String purpose(UUID id) {
        return "vote-link:" + id;
    }

    private static Optional<VoteLink> first(List<Object[]> rows) {
        return rows.stream().findFirst().map(VoteLinkStore::link);
    }

    private static VoteLink link(@Nullable Object[] row) {
        return new VoteLink(
                (UUID) some(row[0]),
                (UUID) some(row[1]),
                (UUID) some(row[2]),
                new EnterpriseId((UUID) some(row[3])),
                new UnionBodyId((UUID) some(row[4])),
                (UUID) row[5],
                (String) row[6],
                ((OffsetDateTime) some(row[7])).toInstant(),
                instant(row[8]));
    }

    private static @Nullable Instant instant(@Nullable Object value) {
        return value == null ? null : ((OffsetDateTime) value).toInstant();
    }

    private static Object some(@Nullable Object value) {
        return Objects.requireNonNull(value);
    }
}
