package org.goichung.quota;

import java.time.Instant;
import java.util.UUID;

/** Limit that was given back; {@code id} stands as {@code reference} in the pool's entries. */
public record ReturnView(UUID id, UUID poolId, long amount, Instant recordedAt) {}
