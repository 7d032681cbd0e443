package org.goichung.negotiation;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import org.goichung.platform.identity.CarrierId;

/**
 * A carrier's offer as it lies on the table on paper.
 *
 * @param witnessLogin of a second official of the leading body, who sees the same paper
 */
public record NewPaperOffer(
        @NotNull CarrierId carrierId,
        @NotBlank @Size(max = 100) String witnessLogin,
        @Valid @NotNull OfferTerms terms) {}
