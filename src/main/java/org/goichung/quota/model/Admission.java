package org.goichung.quota.model;

/** Whether a pool lets something be taken out of it. */
public enum Admission {
    ADMITTED,
    EXHAUSTED,
    PERIOD_CLOSED,
    /** Its agreement is suspended or ended. */
    POOL_FROZEN
}
