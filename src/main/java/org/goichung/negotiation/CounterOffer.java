package org.goichung.negotiation;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The union's answer to an offer: the same at other prices.
 *
 * @param sumsMembers left as the carrier offered it where nothing is said
 */
public record CounterOffer(
        @NotEmpty @Size(max = 20) List<@Valid @NotNull Tier> tiers,
        @Nullable Boolean sumsMembers) {

    OfferTerms appliedTo(OfferTerms offered) {
        return offered.with(tiers, sumsMembers == null ? offered.sumsMembers() : sumsMembers);
    }
}
