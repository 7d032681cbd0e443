package org.goichung.subsidy;

import com.fasterxml.jackson.annotation.JsonInclude;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Positive;
import jakarta.validation.constraints.PositiveOrZero;
import org.jspecify.annotations.Nullable;

/**
 * A part of the price: so many hundredths of a percent, or so many đồng, as far as the price reaches after the shares before it.
 *
 * @param basisPoints 10,000 are the whole price; absent where {@code vnd} stands
 * @param vnd absent where {@code basisPoints} stands
 * @param capVnd the most that a share in basis points may come to
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record Share(
        @NotNull Payer payer,
        @Nullable @Positive @Max(WHOLE) Integer basisPoints,
        @Nullable @Positive @Max(100_000_000) Long vnd,
        @Nullable @PositiveOrZero @Max(100_000_000) Long capVnd) {
    /** The whole price in basis points. */
    public static final int WHOLE = 10_000;

    public static Share ofPrice(Payer payer, int basisPoints) {
        return new Share(payer, basisPoints, null, null);
    }

    public static Share ofPriceUpTo(Payer payer, int basisPoints, long capVnd) {
        return new Share(payer, basisPoints, null, capVnd);
    }

    public static Share ofVnd(Payer payer, long vnd) {
        return new Share(payer, null, vnd, null);
    }
}
