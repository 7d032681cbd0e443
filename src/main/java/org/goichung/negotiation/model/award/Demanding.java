package org.goichung.negotiation.model.award;

/** What can stand against each member's whole demand being met. */
public enum Demanding {
    /** The offers take on too few lines. */
    CAPACITY,
    /** The offers' lowest tiers are not reached. */
    LOWEST_TIER,
    /** Somebody would pay more than alone. */
    NOBODY_LOSES,
    /** The offers that could be had do not serve where somebody lies. */
    PROVINCES,
    MAX_CARRIERS,
    MIN_LINES_PER_OFFER,
    /** Carriers would serve less of an enterprise than the least share. */
    MIN_SHARES,
    BUDGET
}
