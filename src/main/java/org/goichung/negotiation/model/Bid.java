package org.goichung.negotiation.model;

import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Instant;
import java.util.Objects;
import java.util.UUID;
import org.goichung.negotiation.OfferTerms;
import org.goichung.platform.identity.CarrierId;
import org.jspecify.annotations.Nullable;

/** The thread between one carrier and the union on a lot. Until it is revealed it does not know whose it is. */
@Entity
@Table(name = "bid")
@SuppressWarnings("NullAway.Init")
public class Bid {
    @Id
    private UUID id;

    @Version
    private long version;

    private UUID rfqId;

    @Enumerated(EnumType.STRING)
    private BidState state;

    private String bidderIndex;
    private UUID standingOfferId;
    private @Nullable UUID carrierId;
    private @Nullable String lot;
    private @Nullable Instant validUntil;

    protected Bid() {}

    /** @param bidderIndex keyed fingerprint of carrier and lot under the RFQ's key */
    public static Bid submit(UUID id, UUID rfqId, String bidderIndex, UUID offerId) {
        var bid = new Bid();
        bid.id = id;
        bid.rfqId = rfqId;
        bid.bidderIndex = bidderIndex;
        bid.standingOfferId = offerId;
        bid.state = BidState.SUBMITTED;
        return bid;
    }

    public void move(BidMove move) {
        state = state.after(move);
    }

    /** At the RFQ's close. */
    public void reveal(CarrierId carrier, OfferTerms terms) {
        state = state.after(BidMove.REVEAL);
        carrierId = carrier.value();
        lot = terms.lot();
        validUntil = terms.validUntil();
    }

    /** A better offer of the carrier: before the deadline in place of its last, later in answer to a counter-offer. */
    public void revise(UUID offerId, OfferTerms terms) {
        state = state.after(BidMove.REVISE);
        stand(offerId, terms);
    }

    /** The carrier accepts a counter-offer, which it now stands by. */
    public void accept(UUID counterOfferId, OfferTerms terms) {
        state = state.after(BidMove.ACCEPT);
        stand(counterOfferId, terms);
    }

    private void stand(UUID offerId, OfferTerms terms) {
        standingOfferId = offerId;
        if (revealed()) validUntil = terms.validUntil();
    }

    /** The offer the carrier stands by. */
    public UUID standingOfferId() {
        return standingOfferId;
    }

    /** Until when the offer that stands is good; of a revealed bid. */
    public Instant validUntil() {
        return Objects.requireNonNull(validUntil);
    }

    public UUID id() {
        return id;
    }

    public UUID rfqId() {
        return rfqId;
    }

    public BidState state() {
        return state;
    }

    public String bidderIndex() {
        return bidderIndex;
    }

    public boolean revealed() {
        return carrierId != null;
    }

    /** Of a revealed bid. */
    public CarrierId carrierId() {
        return new CarrierId(Objects.requireNonNull(carrierId));
    }

    /** Of a revealed bid. */
    public String lot() {
        return Objects.requireNonNull(lot);
    }
}
