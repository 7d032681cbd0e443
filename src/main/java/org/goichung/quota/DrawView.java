package org.goichung.quota;

import java.time.Instant;
import java.util.UUID;

/** A draw that was done; {@code id} stands as {@code reference} in the pool's entries. */
public record DrawView(UUID id, UUID poolId, long amount, Instant recordedAt) {}
