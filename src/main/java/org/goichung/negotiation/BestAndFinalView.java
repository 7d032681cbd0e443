package org.goichung.negotiation;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.goichung.negotiation.model.Rfq;
import org.goichung.platform.identity.UnionBodyId;
import org.jspecify.annotations.Nullable;

/**
 * A round of last offers as far as the caller may see it.
 *
 * @param calledBy whose log-in; for the union side alone
 * @param endedAt when what had been handed in was opened
 * @param offers those that the caller's carrier has handed in, sealed; none of anybody else's until the round has ended
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record BestAndFinalView(
        UUID rfqId,
        UnionBodyId bodyId,
        Instant calledAt,
        @Nullable String calledBy,
        Instant deadline,
        @Nullable String reason,
        @Nullable Instant endedAt,
        List<OfferView> offers) {

    static BestAndFinalView of(Rfq rfq, boolean unionSide, List<OfferView> offers) {
        var round = rfq.bestAndFinal().orElseThrow();
        return new BestAndFinalView(
                rfq.id(),
                rfq.leadBodyId(),
                round.calledAt(),
                unionSide ? round.calledBy() : null,
                round.deadline(),
                round.reason(),
                round.endedAt(),
                offers);
    }
}
