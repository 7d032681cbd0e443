package org.goichung.negotiation.model;

import java.util.Map;

/** Where an RFQ stands, and which moves may follow. Generated picture: docs/state-machines.md. */
public enum RfqState {
    DRAFT,
    OPEN,
    CLOSED,
    BEST_AND_FINAL,
    EVALUATED,
    AWARDED,
    RATIFYING,
    CONCLUDED,
    CANCELLED,
    FAILED;

    private static final Map<RfqState, Map<RfqMove, RfqState>> NEXT = Map.of(
            DRAFT, Map.of(RfqMove.OPEN, OPEN, RfqMove.CANCEL, CANCELLED),
            OPEN, Map.of(RfqMove.AMEND, OPEN, RfqMove.CLOSE, CLOSED, RfqMove.CANCEL, CANCELLED),
            CLOSED,
                    Map.of(
                            RfqMove.CALL_BEST_AND_FINAL, BEST_AND_FINAL,
                            RfqMove.EVALUATE, EVALUATED,
                            RfqMove.CANCEL, CANCELLED,
                            RfqMove.FAIL, FAILED),
            BEST_AND_FINAL, Map.of(RfqMove.END_BEST_AND_FINAL, EVALUATED, RfqMove.CANCEL, CANCELLED),
            EVALUATED,
                    Map.of(
                            RfqMove.CALL_BEST_AND_FINAL, BEST_AND_FINAL,
                            RfqMove.AWARD, AWARDED,
                            RfqMove.CANCEL, CANCELLED,
                            RfqMove.FAIL, FAILED),
            AWARDED, Map.of(RfqMove.ASK_MEMBERS, RATIFYING, RfqMove.CANCEL, CANCELLED),
            RATIFYING, Map.of(RfqMove.CONCLUDE, CONCLUDED, RfqMove.REOPEN, EVALUATED));

    public RfqState after(RfqMove move) {
        return Machine.next(NEXT, this, move);
    }

    public String word() {
        return Machine.word(this);
    }

    public static String mermaid() {
        return Machine.mermaid(NEXT, DRAFT);
    }
}
