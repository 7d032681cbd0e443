package org.goichung.quota.model;

import java.math.BigInteger;
import java.util.List;

/** The shares of a limit, in per cent, that are told when usage reaches them. */
public final class Threshold {
    public static final List<Integer> ALL = List.of(50, 75, 90, 100);

    private static final long SAFE = Long.MAX_VALUE / 100;

    private Threshold() {}

    /** The greatest threshold that the use has reached; 0 for none. Any use of no limit is beyond it. */
    public static int reached(long used, long limit) {
        if (used <= 0) return 0;
        int reached = 0;
        for (int threshold : ALL) if (isReached(used, limit, threshold)) reached = threshold;
        return reached;
    }

    private static boolean isReached(long used, long limit, int threshold) {
        if (used <= SAFE && limit <= SAFE) return used * 100 >= limit * threshold;
        return BigInteger.valueOf(used)
                        .multiply(BigInteger.valueOf(100))
                        .compareTo(BigInteger.valueOf(limit).multiply(BigInteger.valueOf(threshold)))
                >= 0;
    }
}
