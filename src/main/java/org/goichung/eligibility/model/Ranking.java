package org.goichung.eligibility.model;

import java.util.Arrays;
import java.util.List;

/**
 * Puts matches into their order. What decides most of it (standing, what it does for the person, change of carrier) fits into one number each;
 * only those alike in it are compared as a whole.
 */
final class Ranking {
    private static final int PLACE_BITS = 20;
    private static final int BENEFIT_BITS = 40;
    private static final long MOST_BENEFIT = (1L << BENEFIT_BITS - 1) - 1;

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
        long behind = Math.clamp(MOST_BENEFIT - bill.benefitVnd(), 0, 2 * MOST_BENEFIT);
        boolean ports = behind > 0 && behind < 2 * MOST_BENEFIT && Boolean.TRUE.equals(bill.mustPort());
        return ((long) match.verdict().ordinal() << BENEFIT_BITS | behind) << 1 | (ports ? 1 : 0);
    }
}
