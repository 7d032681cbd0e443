package org.goichung.subsidy.model;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.goichung.platform.problem.ProblemType;
import org.goichung.platform.problem.Refusal;
import org.goichung.subsidy.Payer;
import org.goichung.subsidy.Share;
import org.goichung.subsidy.Split;

/**
 * Shares a price out. Reckoned in ten-thousandths of a đồng, so exactly; each part is rounded down, and the đồng left over go to the
 * largest remainders (on a tie to the earlier share; the rest comes last).
 */
public final class Apportionment {

    private Apportionment() {}

    /** @throws Refusal with {@link ProblemType#NUMBER_OUT_OF_RANGE} for a price that cannot be reckoned with */
    public static Split split(List<Share> shares, Payer restBorneBy, long priceVnd) {
        if (priceVnd < 0 || priceVnd > Long.MAX_VALUE / Share.WHOLE) throw Refusal.of(ProblemType.NUMBER_OUT_OF_RANGE);
        List<Payer> payers = new ArrayList<>();
        List<Long> exact = new ArrayList<>();
        long left = priceVnd * Share.WHOLE;
        for (Share share : shares) {
            long part = Math.min(left, wish(share, priceVnd));
            payers.add(share.payer());
            exact.add(part);
            left -= part;
        }
        payers.add(restBorneBy);
        exact.add(left);
        return splitOf(payers, wholeDong(exact, priceVnd));
    }

    private static long wish(Share share, long priceVnd) {
        if (share.vnd() != null) return Math.multiplyExact(share.vnd(), Share.WHOLE);
        long part = share.basisPoints() == null ? 0 : priceVnd * share.basisPoints();
        return share.capVnd() == null ? part : Math.min(part, Math.multiplyExact(share.capVnd(), Share.WHOLE));
    }

    private static long[] wholeDong(List<Long> exact, long priceVnd) {
        long[] whole = exact.stream().mapToLong(part -> part / Share.WHOLE).toArray();
        long over = priceVnd
                - IntStream.range(0, whole.length).mapToLong(i -> whole[i]).sum();
        IntStream.range(0, whole.length)
                .boxed()
                .sorted(Comparator.comparingLong((Integer i) -> -(exact.get(i) % Share.WHOLE)))
                .limit(over)
                .forEach(i -> whole[i]++);
        return whole;
    }

    private static Split splitOf(List<Payer> payers, long[] vnd) {
        Map<Payer, Long> sums = new EnumMap<>(Payer.class);
        for (int i = 0; i < vnd.length; i++) sums.merge(payers.get(i), vnd[i], Math::addExact);
        return new Split(
                sums.getOrDefault(Payer.CARRIER, 0L),
                sums.getOrDefault(Payer.UNION, 0L),
                sums.getOrDefault(Payer.EMPLOYER, 0L),
                sums.getOrDefault(Payer.WORKER, 0L));
    }
}
