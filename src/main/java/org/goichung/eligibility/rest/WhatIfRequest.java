package org.goichung.eligibility.rest;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.goichung.eligibility.WhatIfQuery;
import org.jspecify.annotations.Nullable;

/** What is asked for now, and what would be. */
public record WhatIfRequest(
        @Valid @NotNull Side before,
        @Valid @NotNull Side after,
        @Nullable @Size(max = 1000) Set<@NotNull UUID> enterpriseIds,
        @Nullable LocalDate on) {

    /** All must hold; none of either holds for everybody. */
    public record Side(
            @Nullable @Size(max = 20) List<@NotNull @Pattern(regexp = AudienceRequest.LINE) String> criteria,
            @Nullable @Size(max = 5) List<@NotBlank @Size(max = 1000) String> drafts) {

        WhatIfQuery.Side side() {
            return new WhatIfQuery.Side(AudienceRequest.orNone(criteria), AudienceRequest.orNone(drafts));
        }
    }

    WhatIfQuery query() {
        return new WhatIfQuery(before.side(), after.side(), AudienceRequest.ids(enterpriseIds), on);
    }
}
