package org.goichung.quota;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A reservation behind a move.
 *
 * @param posted the part that was posted; the rest went back
 * @param state {@code pending}, {@code posted}, {@code voided}, or {@code expired} where it was voided behind the close of its period
 * @param recordedAt when the move was made
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record ReservationView(
        UUID id,
        UUID poolId,
        long amount,
        long posted,
        String state,
        @Nullable Instant expiresAt,
        Instant recordedAt) {}
