package org.goichung.negotiation;

import com.fasterxml.jackson.annotation.JsonInclude;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Positive;
import jakarta.validation.constraints.Size;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.OptionalLong;
import java.util.UUID;
import org.goichung.catalog.SubscriberKind;
import org.goichung.platform.database.Ids;
import org.jspecify.annotations.Nullable;

/**
 * What a carrier offers on a lot: a package of its catalogue, or one made for the RFQ.
 *
 * @param packageVersionId of the catalogue; a package made for the RFQ is given one when its offer is taken in
 * @param customPackage absent for a package of the catalogue
 * @param sumsMembers true when the volume is that of all enterprises together, false when each enterprise's own counts
 * @param capacity the most lines the carrier takes on, over all enterprises
 * @param referencePriceVnd the public price that a promotion is measured against
 * @param sharedBytesPerLine data the enterprise's lines may share, per line and month, where the offer has such
 * @param provinces official codes of where it serves; everywhere where none is named
 * @param conditions what else the carrier makes its offer subject to, in its own words
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record OfferTerms(
        @NotBlank String lot,
        @Nullable UUID packageVersionId,
        @Valid @Nullable CustomPackage customPackage,
        @NotEmpty @Size(max = 20) List<@Valid @NotNull Tier> tiers,
        boolean sumsMembers,
        @Positive @Max(1_000_000_000) long capacity,
        @NotNull Instant validUntil,
        @NotNull LegalBasis legalBasis,
        @Positive @Max(1_000_000_000) long referencePriceVnd,
        @NotNull SubscriberKind subscriberKind,
        @Positive @Max(1_000_000_000_000L) @Nullable Long sharedBytesPerLine,
        @Size(min = 1, max = 63) @Nullable List<@NotBlank String> provinces,

        @Size(max = 2_000) @Pattern(regexp = ".*\\S.*", flags = Pattern.Flag.DOTALL) @Nullable
        String conditions) {

    /** The version that is offered; of terms that were taken in. */
    public UUID versionId() {
        return Objects.requireNonNull(packageVersionId);
    }

    /** As they are taken in: a package made for the RFQ is one of its own from now on. */
    public OfferTerms takenIn() {
        return customPackage == null || packageVersionId != null ? this : naming(Ids.next());
    }

    /** As their bidder sends them. */
    public OfferTerms asSent() {
        return customPackage == null ? this : naming(null);
    }

    private OfferTerms naming(@Nullable UUID version) {
        return new OfferTerms(
                lot,
                version,
                customPackage,
                tiers,
                sumsMembers,
                capacity,
                validUntil,
                legalBasis,
                referencePriceVnd,
                subscriberKind,
                sharedBytesPerLine,
                provinces,
                conditions);
    }

    /** The price per line at a volume; empty below the lowest tier, where the offer is void. */
    public OptionalLong priceAt(long volume) {
        OptionalLong price = OptionalLong.empty();
        for (Tier tier : tiers) if (tier.fromLines() <= volume) price = OptionalLong.of(tier.priceVnd());
        return price;
    }

    /** Whether it serves an enterprise there; where it is not known whose province it is, only what serves everywhere does. */
    public boolean serves(@Nullable String province) {
        return provinces == null || province != null && provinces.contains(province);
    }

    /** Whether it serves at least one of a lot's provinces. */
    public boolean servesSomeOf(Lot lot) {
        return lot.provinceCodes().isEmpty() || lot.provinceCodes().stream().anyMatch(this::serves);
    }

    /** The same offer at other prices. */
    public OfferTerms with(List<Tier> otherTiers, boolean sums) {
        return new OfferTerms(
                lot,
                packageVersionId,
                customPackage,
                otherTiers,
                sums,
                capacity,
                validUntil,
                legalBasis,
                referencePriceVnd,
                subscriberKind,
                sharedBytesPerLine,
                provinces,
                conditions);
    }
}
