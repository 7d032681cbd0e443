package org.goichung.negotiation.model;

/**
 * What can be done with a bid, and by whom: {@code REVISE}, {@code WITHDRAW}, {@code ACCEPT} and {@code REFUSE_COUNTER} are the
 * carrier's, {@code COUNTER}, {@code TAKE_BACK_COUNTER}, {@code DECLINE}, {@code INVITE} and {@code AWARD} the union's, the rest follow from the RFQ.
 */
public enum BidMove {
    REVISE,
    WITHDRAW,
    REVEAL,
    COUNTER,
    TAKE_BACK_COUNTER,
    ACCEPT,
    REFUSE_COUNTER,
    DECLINE,
    INVITE,
    STAND_BY,
    AWARD,
    PASS_OVER,
    REOPEN,
    EXPIRE;

    /** The verb {@code decline} says two things: the carrier refuses a counter-offer, the union a bid. */
    public static BidMove decline(Side by) {
        return by == Side.CARRIER ? REFUSE_COUNTER : DECLINE;
    }

    /** The verb {@code withdraw} says two things: the carrier withdraws its bid, the union its counter-offer. */
    public static BidMove withdraw(Side by) {
        return by == Side.CARRIER ? WITHDRAW : TAKE_BACK_COUNTER;
    }
}
