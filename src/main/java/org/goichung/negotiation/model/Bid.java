package org.goichung.negotiation.model;

import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.util.Objects;
import java.util.UUID;
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
    private @Nullable UUID carrierId;
    private @Nullable String lot;

    protected Bid() {}

    /** @param bidderIndex keyed fingerprint of carrier and lot under the RFQ's key */
    public static Bid submit(UUID id, UUID rfqId, String bidderIndex) {
        var bid = new Bid();
        bid.id = id;
        bid.rfqId = rfqId;
        bid.bidderIndex = bidderIndex;
        bid.state = BidState.SUBMITTED;
        return bid;
    }

    public void move(BidMove move) {
        state = state.after(move);
    }

    /** At the RFQ's close. */
    public void reveal(CarrierId carrier, String itsLot) {
        state = state.after(BidMove.REVEAL);
        carrierId = carrier.value();
        lot = itsLot;
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
