package org.goichung.negotiation;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Positive;
import jakarta.validation.constraints.PositiveOrZero;

/**
 * An all-units price: every line costs this much once the volume is reached.
 *
 * @param fromLines the least volume, in lines
 * @param priceVnd per line and cycle of the package
 */
public record Tier(
        @Positive @Max(100_000_000) long fromLines,
        @PositiveOrZero @Max(1_000_000_000) long priceVnd) {}
