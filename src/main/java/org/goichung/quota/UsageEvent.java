package org.goichung.quota;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What a carrier says a number used.
 *
 * @param eventId at most 128 characters; the carrier's own, the same on a retry
 * @param msisdn {@code +84xxxxxxxxx}
 * @param bytes whole, not negative
 * @param amends the event whose bytes this one replaces; of several amendments the one with the greatest event id counts
 */
public record UsageEvent(
        String eventId,
        String msisdn,
        long bytes,
        Instant startedAt,
        @Nullable Instant endedAt,
        @Nullable String amends) {

    /** Says nothing of the person. */
    @Override
    public String toString() {
        return "UsageEvent[" + eventId + "]";
    }
}
