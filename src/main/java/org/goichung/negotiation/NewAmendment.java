package org.goichung.negotiation;

import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Positive;
import jakarta.validation.constraints.PositiveOrZero;
import jakarta.validation.constraints.Size;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.goichung.platform.http.Legible;
import org.goichung.platform.identity.EnterpriseId;
import org.jspecify.annotations.Nullable;

/**
 * What the leading body changes on an open RFQ, and why.
 *
 * @param offerDeadline never earlier than the one that stands
 * @param lots what these lots ask for from now on
 * @param demand what these enterprises want of a lot, in place of what was counted
 * @param quorum how many have to say yes from now on, where others have left since
 */
public record NewAmendment(
        @NotBlank @Legible(lines = true) @Size(max = 1000) String reason,
        @NotNull Instant offerDeadline,
        @Size(max = 20) @Nullable List<@Valid @NotNull LotRequirements> lots,
        @Size(max = 5000) @Nullable List<@Valid @NotNull DemandCorrection> demand,
        @Positive @Nullable Integer quorum) {

    /** @param lines by present carrier's code */
    public record DemandCorrection(
            @NotNull EnterpriseId enterpriseId,
            @NotBlank @Size(max = 80) String lot,
            @NotEmpty @Size(max = 50) Map<@NotBlank String, @NotNull @PositiveOrZero @Max(1_000_000) Long> lines) {}

    @Override
    public List<LotRequirements> lots() {
        return lots == null ? List.of() : lots;
    }

    @Override
    public List<DemandCorrection> demand() {
        return demand == null ? List.of() : demand;
    }
}
