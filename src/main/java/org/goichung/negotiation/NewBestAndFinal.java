package org.goichung.negotiation;

import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.Instant;
import org.goichung.platform.http.Legible;
import org.jspecify.annotations.Nullable;

/**
 * A call for last offers.
 *
 * @param deadline a day from now at least; a last offer at this very instant is in time
 * @param reason read by all bidders
 */
public record NewBestAndFinal(
        @NotNull Instant deadline,

        @Legible(lines = true) @Size(min = 1, max = 1000) @Nullable
        String reason) {}
