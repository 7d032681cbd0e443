package org.goichung.negotiation;

import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Positive;
import jakarta.validation.constraints.Size;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.goichung.platform.identity.EnterpriseId;
import org.jspecify.annotations.Nullable;

/**
 * Which offers win, and how many lines each enterprise takes from each.
 *
 * @param accepting enterprises that accept to pay more than alone
 * @param proposalId a proposal whose rules the award is to keep, whatever its search found; none binds where none is named
 */
public record NewAward(
        @NotEmpty @Size(max = 5000) List<@Valid @NotNull Line> lines,
        @Nullable Set<@NotNull EnterpriseId> accepting,
        @Nullable UUID proposalId) {

    /** @param fundVndPerMonth what a fund adds for the enterprise's workers, where one does */
    public record Line(
            @NotNull EnterpriseId enterpriseId,
            @NotNull UUID offerId,
            @Positive @Max(1_000_000) long lines,
            @Positive @Max(1_000_000_000_000L) @Nullable Long fundVndPerMonth) {}

    Set<EnterpriseId> acceptingLosses() {
        return accepting == null ? Set.of() : accepting;
    }
}
