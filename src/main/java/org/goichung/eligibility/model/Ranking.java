package org.goichung.eligibility.model;

import java.util.Arrays;
import java.util.List;

/**
 * Puts matches into their order. What decides most of it (standing, enough data, co-pay, change of carrier) fits into one number each;
 * only those alike in it are compared as a whole.
 */
final class Ranking {
    private static final int PLACE_BITS = 20;
    private static final int CO_PAY_BITS = 38;
    private static final long MOST_CO_PAY = (1L << CO_PAY_BITS) - 1;

    private Ranking() {}

    static List<Match> of(List<Match> matches) {
        int count = matches.size();
        if (count >> PLACE_BITS != 0)
            return matches.stream().sorted(Match::byStanding).toList();
        long[] order = new long[count];
        for (int i = 0; i < count; i++) order[i] = worth(matches.get(i)) << PLACE_BITS | i;
        Arrays.sort(order);
        Match[] ranked = new Match[count];
        for (int i = 0; i < count; i++) ranked[i] = matches.get((int) (order[i] & (1L << PLACE_BITS) - 1));
        for (int from = 0, to; from < count; from = to) {
            to = from + 1;
            while (to < count && order[to] >> PLACE_BITS == order[from] >> PLACE_BITS) to++;
            if (to - from > 1) Arrays.sort(ranked, from, to, Match::byStanding);
        }
        return List.of(ranked);
    }

    /** Never in another order than {@link Match#byStanding}; the same where that looks at more. */
    private static long worth(Match match) {
        Bill bill = match.bill();
        long first = 2L * match.verdict().ordinal() + (bill.enough() ? 0 : 1);
        long coPay = Math.min(bill.coPayVnd(), MOST_CO_PAY);
        boolean ports = coPay < MOST_CO_PAY && Boolean.TRUE.equals(bill.mustPort());
        return (first << CO_PAY_BITS | coPay) << 1 | (ports ? 1 : 0);
    }
}
