package org.goichung.negotiation.model.award;

/** What can stand against each member's whole demand being met. */
public enum Demanding {
    /** The offers take on too few lines. */
    CAPACITY,
    /** The offers' lowest tiers are not reached. */
    LOWEST_TIER,
    /** Somebody would pay more than alone. */
    NOBODY_LOSES,
    MAX_CARRIERS,
    MIN_LINES_PER_OFFER,
    BUDGET
}
