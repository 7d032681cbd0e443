package org.goichung.negotiation.model;

/** What can be done with an RFQ; {@code CLOSE} is the deadline's, {@code CONCLUDE} and {@code REOPEN} are the vote's. */
public enum RfqMove {
    OPEN,
    AMEND,
    CLOSE,
    EVALUATE,
    AWARD,
    ASK_MEMBERS,
    CONCLUDE,
    REOPEN,
    CANCEL,
    FAIL
}
