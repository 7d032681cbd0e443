package org.goichung.negotiation;

import java.util.UUID;
import org.goichung.negotiation.model.Bid;

/** Where a bid stands after a move. */
public record BidView(UUID bidId, UUID rfqId, String state, UUID standingOfferId) {

    static BidView of(Bid bid) {
        return new BidView(bid.id(), bid.rfqId(), bid.state().word(), bid.standingOfferId());
    }
}
