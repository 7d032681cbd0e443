package org.goichung.quota;

import java.time.Duration;
import java.time.Instant;
import org.goichung.platform.identity.CarrierId;
import org.jspecify.annotations.Nullable;

/**
 * Which of the parked events are wanted; what is null does not matter.
 *
 * @param msisdn {@code +84xxxxxxxxx}; finds none whose number was purged
 * @param parkedFrom inclusive
 * @param parkedBefore exclusive
 * @param minAge parked so long ago or longer
 * @param maxAge parked so long ago or less
 */
public record ParkedFilter(
        @Nullable CarrierId carrier,
        @Nullable ParkedCause cause,
        @Nullable String msisdn,
        @Nullable Instant parkedFrom,
        @Nullable Instant parkedBefore,
        @Nullable Duration minAge,
        @Nullable Duration maxAge) {
    /** Nothing is kept as long as that. */
    public static final Duration OLDEST = Duration.ofDays(3_660);

    /** For the list's cursor. */
    public @Nullable Object[] parts() {
        return new @Nullable Object[] {"parked", carrier, cause, msisdn, parkedFrom, parkedBefore, minAge, maxAge};
    }

    public ParkedFilter of(CarrierId only) {
        return new ParkedFilter(only, cause, msisdn, parkedFrom, parkedBefore, minAge, maxAge);
    }

    /** The first instant that is wanted, at this time; null where all are. */
    public @Nullable Instant from(Instant now) {
        @Nullable Instant young = maxAge == null ? null : now.minus(maxAge);
        if (parkedFrom == null || young == null) return parkedFrom == null ? young : parkedFrom;
        return parkedFrom.isAfter(young) ? parkedFrom : young;
    }

    /** The first instant that is no longer wanted, at this time; null where all are. */
    public @Nullable Instant before(Instant now) {
        // as old as that exactly is old enough
        @Nullable Instant old = minAge == null ? null : now.minus(minAge).plusNanos(1_000);
        if (parkedBefore == null || old == null) return parkedBefore == null ? old : parkedBefore;
        return parkedBefore.isBefore(old) ? parkedBefore : old;
    }

    /** Says nothing of the person. */
    @Override
    public String toString() {
        return "ParkedFilter[…]";
    }
}
