package org.goichung.negotiation;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.goichung.platform.problem.FieldError;
import org.goichung.platform.problem.ProblemType;
import org.goichung.platform.problem.Refusal;
import org.jspecify.annotations.Nullable;

/**
 * The union's answer to an offer: the same at other prices.
 *
 * @param sumsMembers left as the carrier offered it where nothing is said
 * @param answerBy when the carrier has to have answered at the latest; until the union takes it back where nothing is said
 */
public record CounterOffer(
        @NotEmpty @Size(max = 20) List<@Valid @NotNull Tier> tiers,
        @Nullable Boolean sumsMembers,
        @Nullable Instant answerBy) {

    /** There has to be time to answer, and something that stands for as long. */
    void check(OfferTerms offered, Instant now) {
        if (answerBy == null) return;
        if (!answerBy.isAfter(now)) throw Refusal.field(ProblemType.INVALID_REQUEST, "/answerBy", "in-the-past");
        if (answerBy.isAfter(offered.validUntil()))
            throw Refusal.fields(
                    ProblemType.INVALID_REQUEST,
                    Map.of(),
                    List.of(new FieldError(
                            "/answerBy", "after-the-offers-end", Map.of("until", offered.validUntil()))));
    }

    OfferTerms appliedTo(OfferTerms offered) {
        return offered.with(tiers, sumsMembers == null ? offered.sumsMembers() : sumsMembers);
    }
}
