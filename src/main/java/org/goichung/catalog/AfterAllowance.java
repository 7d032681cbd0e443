package org.goichung.catalog;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Positive;
import jakarta.validation.constraints.PositiveOrZero;

/** What happens when the data is used up before the day or the cycle ends. On the wire told apart by {@code kind}. */
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "kind")
@JsonSubTypes({
    @JsonSubTypes.Type(value = AfterAllowance.Stop.class, name = "stop"),
    @JsonSubTypes.Type(value = AfterAllowance.Throttle.class, name = "throttle"),
    @JsonSubTypes.Type(value = AfterAllowance.PerBlock.class, name = "per-block"),
    @JsonSubTypes.Type(value = AfterAllowance.Unstated.class, name = "unstated")
})
public sealed interface AfterAllowance {

    /** Nothing more until the next day or cycle. */
    record Stop() implements AfterAllowance {}

    /** Goes on at no charge, at this speed at most. */
    record Throttle(
            @JsonProperty(required = true) @Positive @Max(100_000_000)
            int kbps) implements AfterAllowance {}

    /** Goes on at a charge for each block begun. */
    record PerBlock(
            @JsonProperty(required = true) @Positive @Max(1_000_000_000_000_000L)
            long blockBytes,

            @JsonProperty(required = true) @PositiveOrZero @Max(100_000_000)
            long priceVnd)
            implements AfterAllowance {}

    /** The source does not say. */
    record Unstated() implements AfterAllowance {}
}
