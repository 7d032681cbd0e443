package org.goichung.negotiation;

import com.fasterxml.jackson.annotation.JsonProperty;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import org.jspecify.annotations.Nullable;

/**
 * What a carrier answers as it lies on the table on paper.
 *
 * @param witnessLogin of a second official of the leading body, who sees the same paper
 * @param terms of a revision; of nothing else
 */
public record NewPaperAnswer(
        @NotNull Answer answer,
        @NotBlank @Size(max = 100) String witnessLogin,
        @Valid @Nullable OfferTerms terms) {

    /** As the carrier's own moves are called. */
    public enum Answer {
        @JsonProperty("revise")
        REVISE,
        @JsonProperty("accept")
        ACCEPT,
        @JsonProperty("decline")
        DECLINE
    }
}
