package org.goichung.quota.model;

import java.nio.ByteBuffer;
import java.util.UUID;
import org.goichung.platform.http.Language;
import org.goichung.platform.idempotency.Claim;

/**
 * An order with its idempotency key, both hashes cut to 16 bytes: half the index, and still no two meet by chance.
 *
 * @param language of the texts, should the answer be a refusal; a repeat gets the first one's
 */
public record Claimed(UUID key, UUID body, Language language, Order order) {

    public static Claimed of(Claim claim, Language language, Order order) {
        return new Claimed(cut(claim.scopeHash()), cut(claim.bodyHash()), language, order);
    }

    private static UUID cut(byte[] hash) {
        var bytes = ByteBuffer.wrap(hash);
        return new UUID(bytes.getLong(), bytes.getLong());
    }
}
