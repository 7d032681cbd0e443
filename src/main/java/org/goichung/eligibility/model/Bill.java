package org.goichung.eligibility.model;

import org.jspecify.annotations.Nullable;

/**
 * What a candidate does to a person's bill over 30 days. Prices are rounded up to the đồng, data down to the byte, so that nothing
 * looks better than it is.
 *
 * @param savingVnd null where the person's spending is not known
 * @param dataUseBytes what they use; null where it is not known
 * @param daysOfCover null where their use is not known
 * @param mustPort null where their carrier is not known
 * @param idleData whether their phone can do nothing with data
 * @param enough whether the data covers their use; where that is not known, whether it covers a modest one; whether there is time to
 *     talk where data is idle
 */
public record Bill(
        long priceVnd,
        long coPayVnd,
        @Nullable Long savingVnd,
        long dataBytes,
        @Nullable Long dataUseBytes,
        @Nullable Integer daysOfCover,
        @Nullable Boolean mustPort,
        boolean idleData,
        boolean enough) {
    static final int DAYS = 30;
    /** What somebody is taken to use of whom nothing is known: 3 GB. */
    static final long MODEST_BYTES = 3_000_000_000L;

    public static Bill of(Candidate candidate, Facts person) {
        long coPay = candidate.coPay30Vnd();
        long data = candidate.data30Bytes();
        Long spend = person.monthlyTelecomSpendVnd();
        Long use = person.monthlyDataBytes();
        Integer cover = use == null ? null : (Integer) daysOfCover(data, use);
        String carrier = person.carrier();
        boolean idle = Facts.FEATURE.equals(person.text(Fact.PHONE_KIND));
        return new Bill(
                candidate.price30Vnd(),
                coPay,
                spend == null ? null : (Long) (spend - coPay),
                data,
                use,
                cover,
                carrier == null
                        ? null
                        : (Boolean) !carrier.equals(candidate.version().carrierCode()),
                idle,
                idle ? candidate.talks() : cover == null ? data >= MODEST_BYTES : cover >= DAYS);
    }

    private static int daysOfCover(long data, long use) {
        return data >= use ? DAYS : (int) (Math.multiplyExact(data, DAYS) / use);
    }
}
