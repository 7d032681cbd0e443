package org.goichung.quota.model;

import org.goichung.negotiation.RollOver;

/** What becomes of a period's unused limit at its close; moves once. */
public final class PeriodClose {
    private PeriodClose() {}

    /**
     * The amount that moves on. The oldest is consumed first, so what rolled over before is used before the period's own grant; what
     * is left of it rolls again only where the agreement says so. What is still reserved stays, as does what the next month's pool could
     * not hold: a close never fails for being rich.
     */
    public static long movesOn(Pool pool, RollOver rollOver, Pool next) {
        return Math.min(movesOn(pool, rollOver), next.room());
    }

    static long movesOn(Pool pool, RollOver rollOver) {
        return switch (rollOver) {
            case NONE -> 0;
            case ONE_PERIOD -> Math.max(0, pool.balances().available() - pool.rolledLeft());
            case UNTIL_END -> pool.balances().available();
        };
    }
}
