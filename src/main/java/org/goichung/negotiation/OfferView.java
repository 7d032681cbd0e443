package org.goichung.negotiation;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.goichung.negotiation.model.Bid;
import org.goichung.negotiation.model.Offer;
import org.goichung.negotiation.model.OfferContent;
import org.goichung.platform.identity.CarrierId;
import org.jspecify.annotations.Nullable;

/**
 * One offer of a bid as its two sides see it.
 *
 * @param side who made it: {@code carrier}, or {@code union} for a counter-offer
 * @param state of the bid it belongs to
 * @param standing true for the offer that the carrier stands by
 * @param misfits why an offer that stands cannot be awarded as it is; absent for others
 * @param packageVersionId what is offered; one made for the RFQ is found by it once there is an agreement
 * @param terms as the bidder sent them
 * @param proof what the digest is of
 * @param paper who entered it and who witnessed it, where it came on paper; its time is then that of the witness's confirmation
 * @param answerBy of a counter-offer: when the carrier has to have answered at the latest, where that was said
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record OfferView(
        UUID id,
        UUID bidId,
        CarrierId carrierId,
        int revision,
        String side,
        String state,
        boolean standing,
        @Nullable List<String> misfits,
        UUID packageVersionId,
        OfferTerms terms,
        Instant submittedAt,
        String digest,
        Proof proof,
        @Nullable Paper paper,
        @Nullable Instant answerBy) {

    /** Log-ins of two officials of the leading body. */
    public record Paper(String enteredBy, String witness) {}

    /** {@code digest} is SHA-256 of the salt, a line feed and the text. */
    public record Proof(String salt, String text) {}

    /**
     * The offers of an RFQ that the caller may see, bid by bid, oldest first.
     *
     * @param next opaque cursor of the page after; absent on the last
     * @param sealed true until the RFQ closes and while a round of last offers runs: others' offers, and whether there are any, are nobody's to know
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record Page(List<OfferView> items, @Nullable String next, boolean sealed) {}

    static OfferView of(Bid bid, Offer offer, OfferContent content, @Nullable List<String> misfits) {
        var paper = content.paper();
        return new OfferView(
                offer.id(),
                bid.id(),
                new CarrierId(content.carrierId()),
                offer.revision(),
                offer.side().word(),
                bid.state().word(),
                offer.id().equals(bid.standingOfferId()),
                misfits,
                content.terms().versionId(),
                content.terms().asSent(),
                offer.submittedAt(),
                offer.digest(),
                new Proof(content.salt(), content.text()),
                paper == null ? null : new Paper(paper.enteredBy(), paper.witness()),
                content.answerBy());
    }
}
