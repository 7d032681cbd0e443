package org.goichung.platform.idempotency;

/**
 * What a request with an {@code Idempotency-Key} lays claim to, as keyed hashes.
 *
 * @param scopeHash 32 bytes over principal, method, path and key
 * @param bodyHash 32 bytes over what the client sent
 */
@SuppressWarnings("ArrayRecordComponent")
public record Claim(byte[] scopeHash, byte[] bodyHash) {}
