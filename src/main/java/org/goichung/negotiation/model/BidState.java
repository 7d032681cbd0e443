package org.goichung.negotiation.model;

import java.util.Map;

/** Where the thread between one carrier and the union on a lot stands. Generated picture: docs/state-machines.md. */
public enum BidState {
    SUBMITTED,
    WITHDRAWN,
    REVEALED,
    COUNTERED,
    REVISED,
    COUNTER_ACCEPTED,
    INVITED,
    AWARDED,
    NOT_AWARDED,
    DECLINED,
    EXPIRED;

    private static final Map<BidState, Map<BidMove, BidState>> NEXT = Map.of(
            SUBMITTED,
                    Map.of(
                            BidMove.REVISE, SUBMITTED,
                            BidMove.WITHDRAW, WITHDRAWN,
                            BidMove.REVEAL, REVEALED,
                            BidMove.EXPIRE, EXPIRED),
            REVEALED,
                    Map.of(
                            BidMove.COUNTER, COUNTERED,
                            BidMove.INVITE, INVITED,
                            BidMove.DECLINE, DECLINED,
                            BidMove.AWARD, AWARDED,
                            BidMove.PASS_OVER, NOT_AWARDED,
                            BidMove.EXPIRE, EXPIRED),
            COUNTERED,
                    Map.of(
                            BidMove.REVISE, REVISED,
                            BidMove.ACCEPT, COUNTER_ACCEPTED,
                            BidMove.REFUSE_COUNTER, REVEALED,
                            BidMove.TAKE_BACK_COUNTER, REVEALED,
                            BidMove.PASS_OVER, NOT_AWARDED,
                            BidMove.EXPIRE, EXPIRED),
            REVISED,
                    Map.of(
                            BidMove.COUNTER, COUNTERED,
                            BidMove.INVITE, INVITED,
                            BidMove.DECLINE, DECLINED,
                            BidMove.AWARD, AWARDED,
                            BidMove.PASS_OVER, NOT_AWARDED,
                            BidMove.EXPIRE, EXPIRED),
            COUNTER_ACCEPTED,
                    Map.of(
                            BidMove.INVITE, INVITED,
                            BidMove.DECLINE, DECLINED,
                            BidMove.AWARD, AWARDED,
                            BidMove.PASS_OVER, NOT_AWARDED,
                            BidMove.EXPIRE, EXPIRED),
            INVITED, Map.of(BidMove.REVISE, REVISED, BidMove.STAND_BY, REVEALED, BidMove.EXPIRE, EXPIRED),
            AWARDED, Map.of(BidMove.REOPEN, REVEALED, BidMove.PASS_OVER, NOT_AWARDED, BidMove.EXPIRE, EXPIRED));

    public BidState after(BidMove move) {
        return Machine.next(NEXT, this, move);
    }

    /** True where the union may award the last offer that the carrier stands by. */
    public boolean standing() {
        return this == REVEALED || this == REVISED || this == COUNTER_ACCEPTED;
    }

    /** True where it may still come to an award. */
    public boolean onTheTable() {
        return this == SUBMITTED || this == COUNTERED || this == INVITED || standing();
    }

    /** True where nothing follows any more. */
    public boolean ended() {
        return !NEXT.containsKey(this);
    }

    public String word() {
        return Machine.word(this);
    }

    public static String mermaid() {
        return Machine.mermaid(NEXT, SUBMITTED);
    }
}
