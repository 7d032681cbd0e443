package org.goichung.catalog;

import com.fasterxml.jackson.annotation.JsonProperty;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.PositiveOrZero;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import java.util.List;
import org.goichung.platform.http.Legible;
import org.jspecify.annotations.Nullable;

/**
 * What a carrier says of a package when it publishes it or changes it.
 *
 * @param validAsOf a year or an ISO date: when the source said so
 * @param verifiedOn the day somebody checked it against the carrier; absent where nobody did
 */
public record NewVersion(
        @NotBlank @Legible @Size(max = 200) String name,

        @JsonProperty(required = true) @PositiveOrZero @Max(100_000_000)
        long priceVnd,

        @Valid @NotNull Cycle cycle,
        @Valid @NotNull Allowance allowance,
        @Size(max = 20) List<@NotNull @Pattern(regexp = LINE) String> criteria,
        @NotNull SubscriberKind kind,

        @NotNull @Pattern(regexp = "\\d{4}(-\\d{2}-\\d{2})?")
        String validAsOf,

        @NotBlank @Legible @Size(max = 300) String source,
        @Nullable LocalDate verifiedOn,
        @Nullable @Pattern(regexp = "\\d{2,8}") String shortCode,
        @Nullable @Legible @Size(min = 1, max = 40) String registerSms,
        @Nullable @Legible @Size(min = 1, max = 40) String cancelSms) {

    /** A criterion's name, one with {@code !} before it that must not hold, or several with {@code |} of which one is enough. */
    private static final String LINE = "!?[A-Za-z][A-Za-z0-9_-]{0,79}( ?\\| ?!?[A-Za-z][A-Za-z0-9_-]{0,79}){0,9}";

    @SuppressWarnings("ConstantValue")
    public NewVersion {
        criteria = criteria == null ? List.of() : List.copyOf(criteria);
    }
}
