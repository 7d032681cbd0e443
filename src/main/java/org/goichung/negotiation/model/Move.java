package org.goichung.negotiation.model;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.goichung.platform.identity.CarrierId;
import org.goichung.platform.identity.UnionBodyId;
import org.jspecify.annotations.Nullable;

/**
 * A move as it is put on record.
 *
 * @param principal who made it
 * @param mandates on whose mandate; empty for a carrier's move
 */
public record Move(
        @Nullable UUID rfqId,
        UUID subject,
        String move,
        String state,
        String principal,
        @Nullable UnionBodyId body,
        @Nullable CarrierId carrier,
        List<UUID> mandates,
        Instant happenedAt) {}
