package org.goichung.negotiation;

import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Positive;
import jakarta.validation.constraints.PositiveOrZero;
import jakarta.validation.constraints.Size;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.goichung.platform.http.Legible;
import org.goichung.platform.identity.EnterpriseId;
import org.jspecify.annotations.Nullable;

/**
 * What a leading body asks carriers for.
 *
 * @param ratificationWindowHours how long the members may vote on an award
 * @param quorum the least number of enterprises whose union has to say yes
 * @param graceDays how long a period stays open for late usage after its month; none where nothing is said
 */
public record NewRfq(
        @NotBlank @Legible @Size(max = 200) String title,
        @NotEmpty @Size(max = 20) List<@Valid @NotNull Lot> lots,
        @NotEmpty @Size(max = 500) Set<@NotNull EnterpriseId> enterpriseIds,
        @NotNull Instant offerDeadline,
        @Min(1) @Max(24 * 60) int ratificationWindowHours,
        @Positive int quorum,
        @PositiveOrZero @Max(31) @Nullable Integer graceDays,
        @Nullable RollOver rollOver) {

    @Override
    public Integer graceDays() {
        return graceDays == null ? 0 : graceDays;
    }

    /** What becomes of unused limits; they end where nothing is said. */
    @Override
    public RollOver rollOver() {
        return rollOver == null ? RollOver.NONE : rollOver;
    }
}
