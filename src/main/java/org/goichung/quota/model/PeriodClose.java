package org.goichung.quota.model;

/** What becomes of a period's unused limit at its close; moves once. */
public final class PeriodClose {
    private PeriodClose() {}

    /**
     * The amount that moves on. The oldest is consumed first, so what was carried in is used before the period's own grant; what
     * is left of it rolls again only where the agreement says so. What is still reserved stays.
     *
     * @param rollOver {@code none}, {@code one-period} or {@code until-end}
     */
    public static long movesOn(Balances pool, String rollOver) {
        return switch (rollOver) {
            case "none" -> 0;
            case "one-period" -> {
                long oldLeft = Math.max(0, pool.carriedIn() - pool.reserved() - pool.posted());
                yield Math.max(0, pool.available() - oldLeft);
            }
            case "until-end" -> pool.available();
            default -> throw new IllegalArgumentException("unknown roll-over " + rollOver);
        };
    }
}
