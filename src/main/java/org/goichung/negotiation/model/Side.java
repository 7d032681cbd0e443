package org.goichung.negotiation.model;

/** Who made an offer: the bidding carrier, or the union by a counter-offer. */
public enum Side {
    CARRIER,
    UNION;

    public String word() {
        return Machine.word(this);
    }
}
