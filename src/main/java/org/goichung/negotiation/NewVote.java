package org.goichung.negotiation;

import com.fasterxml.jackson.annotation.JsonProperty;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Positive;
import jakarta.validation.constraints.PositiveOrZero;
import org.goichung.platform.identity.EnterpriseId;
import org.jspecify.annotations.Nullable;

/**
 * A member union's answer to an award: either a counted ballot (voters, yes, no) or what its committee resolved (vote).
 *
 * @param vote {@code yes} or {@code no}, where no ballot was counted
 */
public record NewVote(
        @NotNull EnterpriseId enterpriseId,
        @Positive @Nullable Integer voters,
        @PositiveOrZero @Nullable Integer yes,
        @PositiveOrZero @Nullable Integer no,
        @Nullable Resolution vote) {

    /** A committee's word. */
    public enum Resolution {
        @JsonProperty("yes")
        YES,
        @JsonProperty("no")
        NO
    }
}
