package org.goichung.quota.model;

import java.math.BigInteger;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.stream.LongStream;
import org.goichung.quota.RunsDry;

/**
 * What was taken in whole weeks that end with yesterday.
 *
 * @param since the day of the first entry, which may have been a part of a day only
 * @param weeks the last one first
 */
public record Pace(LocalDate since, List<Long> weeks) {
    private static final int FOUR_WEEKS = 4;
    private static final int TWO_WEEKS = 2;
    private static final int DAYS = 7;
    private static final BigInteger TEN_YEARS = BigInteger.valueOf(3_660);

    /** Empty where there is too little to say: fewer than fourteen whole days, nothing taken in them, or more than ten years to go. */
    public Optional<RunsDry> runsDry(long available, LocalDate today) {
        long wholeDays = ChronoUnit.DAYS.between(since, today) - 1;
        int looked = wholeDays >= FOUR_WEEKS * DAYS ? FOUR_WEEKS : TWO_WEEKS;
        if (wholeDays < (long) looked * DAYS) return Optional.empty();
        long[] taken = weeks.stream().mapToLong(Long::longValue).limit(looked).toArray();
        String method = looked * DAYS + "-days";
        return day(available, looked * DAYS, sum(taken), today)
                .map(day -> new RunsDry(
                        day,
                        day(available, DAYS, max(taken), today).orElse(day),
                        day(available, DAYS, min(taken), today).orElse(null),
                        method));
    }

    /** Days go by in which so much is taken; in the last, broken one the rest is. */
    private static Optional<LocalDate> day(long available, int days, BigInteger taken, LocalDate today) {
        if (taken.signum() <= 0) return Optional.empty();
        BigInteger left =
                BigInteger.valueOf(available).multiply(BigInteger.valueOf(days)).divide(taken);
        return left.compareTo(TEN_YEARS) > 0 ? Optional.empty() : Optional.of(today.plusDays(left.longValueExact()));
    }

    private static BigInteger sum(long[] weeks) {
        return LongStream.of(weeks).mapToObj(BigInteger::valueOf).reduce(BigInteger.ZERO, BigInteger::add);
    }

    private static BigInteger max(long[] weeks) {
        return BigInteger.valueOf(LongStream.of(weeks).max().orElse(0));
    }

    private static BigInteger min(long[] weeks) {
        return BigInteger.valueOf(LongStream.of(weeks).min().orElse(0));
    }
}
