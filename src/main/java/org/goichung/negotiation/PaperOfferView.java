package org.goichung.negotiation;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.util.UUID;
import org.goichung.negotiation.model.OfferContent;
import org.goichung.negotiation.model.PaperOffer;
import org.goichung.platform.identity.CarrierId;
import org.jspecify.annotations.Nullable;

/**
 * An offer on paper as the two who entered it see it; nobody else does before the close.
 *
 * @param enteredBy the log-in of the official who entered it
 * @param witness the log-in of the second, who confirms it
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record PaperOfferView(
        UUID id,
        UUID rfqId,
        CarrierId carrierId,
        String state,
        OfferTerms terms,
        String enteredBy,
        String witness,
        Instant enteredAt,
        @Nullable Instant confirmedAt,
        String digest,
        OfferView.Proof proof) {

    static PaperOfferView of(PaperOffer offer, OfferContent content) {
        var paper = content.requirePaper();
        return new PaperOfferView(
                offer.id(),
                offer.rfqId(),
                new CarrierId(content.carrierId()),
                offer.state().word(),
                content.terms().asSent(),
                paper.enteredBy(),
                paper.witness(),
                offer.enteredAt(),
                offer.confirmedAt(),
                offer.digest(),
                new OfferView.Proof(content.salt(), content.text()));
    }
}
