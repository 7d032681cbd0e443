package org.goichung.negotiation;

import com.fasterxml.jackson.annotation.JsonProperty;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.PositiveOrZero;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import org.goichung.catalog.SubscriberKind;
import org.goichung.platform.http.Legible;

/**
 * A ceiling as the law sets it anew.
 *
 * @param validFrom its first day, which is yet to come
 * @param source the rule it comes from
 */
public record NewCeiling(
        @NotNull SubscriberKind subscriberKind,

        @JsonProperty(required = true) @PositiveOrZero @Max(100)
        int maxDiscountPercent,

        @NotNull LocalDate validFrom,
        @NotBlank @Legible @Size(max = 500) String source) {}
