package org.goichung.negotiation;

import com.fasterxml.jackson.annotation.JsonProperty;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Positive;
import jakarta.validation.constraints.PositiveOrZero;
import java.time.LocalDate;
import org.goichung.platform.identity.EnterpriseId;
import org.goichung.platform.identity.UnionBodyId;

/**
 * A mandate as its enterprise's union gives it.
 *
 * @param toBodyId who shall bargain: the union itself or one above it
 * @param voters how many had a vote
 * @param validUntil the last day it holds
 */
public record NewMandate(
        @NotNull EnterpriseId enterpriseId,
        @NotNull UnionBodyId toBodyId,
        @Positive int voters,
        @JsonProperty(required = true) @PositiveOrZero int yes,
        @JsonProperty(required = true) @PositiveOrZero int no,
        @NotNull LocalDate validUntil) {}
