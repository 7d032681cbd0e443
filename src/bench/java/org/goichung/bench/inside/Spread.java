package org.goichung.bench.inside;

import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import org.goichung.quota.PoolKey;

/** Which pool comes next. */
final class Spread {
    private final List<PoolKey> pools;
    private final double[] upTo;

    /** @param name of {@link DrawOrder#spread} */
    Spread(String name, List<PoolKey> pools) {
        this.pools = name.equals("hot") ? pools.subList(0, 1) : pools;
        upTo = new double[this.pools.size()];
        double sum = 0;
        for (int i = 0; i < upTo.length; i++) {
            sum += name.equals("zipf") ? 1.0 / (i + 1) : 1.0;
            upTo[i] = sum;
        }
    }

    PoolKey next(SplittableRandom random) {
        if (upTo.length == 1) return pools.getFirst();
        int place = Arrays.binarySearch(upTo, random.nextDouble() * upTo[upTo.length - 1]);
        return pools.get(Math.min(place < 0 ? -place - 1 : place, upTo.length - 1));
    }
}
