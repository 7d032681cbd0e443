package org.goichung.eligibility.model;

import org.jspecify.annotations.Nullable;

/**
 * What a candidate does to a person's bill over 30 days. Prices are rounded up to the đồng, data down to the byte, so that nothing
 * looks better than it is.
 *
 * @param savingVnd against what they pay now; null where that is not known
 * @param dataUseBytes what they use; null where it is not known
 * @param daysOfCover for how long the data lasts that can be used at any time; null where their use is not known, or they use none
 * @param mustPort null where their carrier is not known
 * @param idleData whether their phone can do nothing with data
 * @param talkOnly whether all they pay is for calls: data is idle, or they use none
 * @param anyPhone whether it is not known which kind of phone it is
 * @param enough whether the data covers their use; where that is not known, whether it covers a modest one; whether there is time to
 *     talk for half of the bill where that is for calls alone
 * @param benefitVnd what it does for them: the part of today's bill whose use it covers, less what it costs; a modest bill and use stand
 *     for those not known
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
        boolean talkOnly,
        boolean anyPhone,
        boolean enough,
        long benefitVnd) {
    static final int DAYS = 30;
    /** What somebody is taken to use of whom nothing is known: 3 GB. */
    static final long MODEST_BYTES = 3_000_000_000L;
    /** What somebody is taken to pay of whom nothing is known. */
    static final long MODEST_VND = 100_000;
    /** The same of somebody whose phone is for calls alone; an estimate. */
    static final long MODEST_TALK_VND = 50_000;

    /** What a minute of calls costs about where no package covers it; no đồng of it is told to anybody. */
    static final long MINUTE_VND = 1_500;

    private static final int PERMILLE = 1_000;

    /** @param pays what they pay now; null where it is not known */
    static Bill of(Candidate candidate, Facts person, @Nullable Long pays) {
        long coPay = candidate.coPay30Vnd();
        long data = candidate.usable30Bytes();
        Long use = person.monthlyDataBytes();
        String phone = person.text(Fact.PHONE_KIND);
        boolean idle = Facts.FEATURE.equals(phone);
        boolean talkOnly = idle || use != null && use == 0;
        Integer cover = talkOnly || use == null ? null : (Integer) daysOfCover(data, use);
        String carrier = person.carrier();
        long modest = talkOnly ? MODEST_TALK_VND : MODEST_VND;
        long paid = pays == null ? modest : pays;
        long covered = covered(candidate, paid, use == null ? MODEST_BYTES : use, talkOnly);
        return new Bill(
                candidate.price30Vnd(),
                coPay,
                pays == null ? null : (Long) (pays - coPay),
                candidate.data30Bytes(),
                use,
                cover,
                carrier == null
                        ? null
                        : (Boolean) !carrier.equals(candidate.version().carrierCode()),
                idle,
                talkOnly,
                phone == null,
                enough(candidate, cover, talkOnly, 2 * covered >= paid, idle),
                covered - coPay);
    }

    private static boolean enough(
            Candidate candidate, @Nullable Integer cover, boolean talkOnly, boolean halfOfTheCalls, boolean idle) {
        if (cover != null) return cover >= DAYS;
        boolean modest = candidate.usable30Bytes() >= MODEST_BYTES;
        if (!talkOnly) return modest;
        // whoever uses no data may begin to where it costs nothing
        return candidate.talks() && halfOfTheCalls || !idle && modest && candidate.coPay30Vnd() == 0;
    }

    private static int daysOfCover(long data, long use) {
        return data >= use ? DAYS : (int) (Math.multiplyExact(data, DAYS) / use);
    }

    /** The part of a bill whose use it covers. */
    private static long covered(Candidate candidate, long bill, long use, boolean talkOnly) {
        if (talkOnly) return candidate.talk30Vnd(bill);
        long data = candidate.usable30Bytes();
        return data >= use ? bill : Math.multiplyExact(bill, data * PERMILLE / use) / PERMILLE;
    }
}
