package org.goichung.negotiation.model;

/** What can be done with an RFQ; {@code CLOSE} and {@code END_BEST_AND_FINAL} are a deadline's, {@code CONCLUDE} and {@code REOPEN} are the vote's. */
public enum RfqMove {
    OPEN,
    AMEND,
    CLOSE,
    CALL_BEST_AND_FINAL,
    END_BEST_AND_FINAL,
    EVALUATE,
    AWARD,
    ASK_MEMBERS,
    CONCLUDE,
    REOPEN,
    CANCEL,
    FAIL
}
