package org.goichung.negotiation;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import org.goichung.catalog.Allowance;
import org.goichung.catalog.Cycle;
import org.goichung.catalog.NewVersion;
import org.goichung.platform.http.Legible;

/**
 * A package made for this RFQ, which stands in no catalogue: whoever meets the lot's criteria may have it, and nobody else can buy it.
 *
 * @param code as the carrier calls it
 */
public record CustomPackage(
        @NotNull @Pattern(regexp = "[A-Z0-9][A-Z0-9_.-]{0,39}")
        String code,

        @NotBlank @Legible @Size(max = 200) String name,
        @Valid @NotNull Cycle cycle,
        @Valid @NotNull Allowance allowance) {

    /** As it is known once the offer is open: for those whom the lot is for. */
    NewVersion version(OfferTerms terms, Lot lot, LocalDate day) {
        return new NewVersion(
                name,
                terms.referencePriceVnd(),
                cycle,
                allowance,
                lot.criteria(),
                terms.subscriberKind(),
                day.toString(),
                "RFQ: " + lot.name(),
                null,
                null,
                null,
                null);
    }
}
