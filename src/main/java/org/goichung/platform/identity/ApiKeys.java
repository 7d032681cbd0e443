package org.goichung.platform.identity;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.time.OffsetDateTime;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.goichung.platform.database.Ids;
import org.goichung.platform.database.Statements;
import org.goichung.platform.database.Transactions;
import org.goichung.platform.keys.Keys;
import org.goichung.platform.problem.Refusal;
import org.jspecify.annotations.Nullable;

/** Machines' keys: shown once, stored as a keyed hash, bound to one carrier, revocable. */
@ApplicationScoped
public class ApiKeys {
    private static final SecureRandom RANDOM = new SecureRandom();

    private final Transactions transactions;
    private final Keys keys;
    private final boolean demoMode;

    public ApiKeys(
            Transactions transactions, Keys keys, @ConfigProperty(name = "goichung.demo.enabled") boolean demoMode) {
        this.transactions = transactions;
        this.keys = keys;
        this.demoMode = demoMode;
    }

    /** @param key the key itself; never to be read again */
    public record Issued(UUID id, CarrierId carrierId, String label, String key) {}

    public record Listed(UUID id, CarrierId carrierId, String label, boolean revoked) {}

    record Holder(UUID keyId, CarrierId carrier) {}

    public Uni<Issued> issue(CarrierId carrier, String label) {
        return issue(sql(), carrier, label);
    }

    public Uni<Issued> issue(Statements sql, CarrierId carrier, String label) {
        byte[] random = new byte[32];
        RANDOM.nextBytes(random);
        String key = "gck_" + Base64.getUrlEncoder().withoutPadding().encodeToString(random);
        return store(sql, Ids.next(), carrier, label, key, false);
    }

    /** A key known beforehand: the demo's, derived from its seed. Refused at the door outside demo mode. */
    public Uni<Issued> putDemo(UUID id, CarrierId carrier, String label, String key) {
        return store(sql(), id, carrier, label, key, true);
    }

    public Uni<Void> revoke(Statements sql, UUID id) {
        return sql.update("UPDATE api_key SET revoked_at = coalesce(revoked_at, now()) WHERE id = $1", id)
                .invoke(count -> {
                    if (count == 0) throw Refusal.notFound();
                })
                .replaceWithVoid();
    }

    public Uni<List<Listed>> list(@Nullable UUID after, int limit) {
        return sql().select("""
                        SELECT id, carrier_id, label, revoked_at FROM api_key
                         WHERE $1::uuid IS NULL OR id > $1 ORDER BY id LIMIT $2
                        """, after, limit).map(rows -> rows.stream()
                .map(row -> new Listed(
                        (UUID) row[0], new CarrierId((UUID) row[1]), (String) row[2], (OffsetDateTime) row[3] != null))
                .toList());
    }

    Uni<Optional<Holder>> holderOf(String key) {
        return sql().select(
                        "SELECT id, carrier_id FROM api_key WHERE key_hash = $1 AND revoked_at IS NULL AND (NOT demo OR $2)",
                        hash(key),
                        demoMode)
                .map(rows ->
                        rows.stream().findFirst().map(row -> new Holder((UUID) row[0], new CarrierId((UUID) row[1]))));
    }

    private Uni<Issued> store(Statements sql, UUID id, CarrierId carrier, String label, String key, boolean demo) {
        return sql.update("""
                        INSERT INTO api_key (id, key_hash, carrier_id, label, demo) VALUES ($1, $2, $3, $4, $5)
                        ON CONFLICT (id) DO NOTHING
                        """, id, hash(key), carrier.value(), label, demo)
                .replaceWith(new Issued(id, carrier, label, key));
    }

    private byte[] hash(String key) {
        return keys.requestHash(("api-key:" + key).getBytes(StandardCharsets.UTF_8));
    }

    private Statements sql() {
        return transactions.app();
    }
}
