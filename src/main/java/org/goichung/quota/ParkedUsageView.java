package org.goichung.quota;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import org.goichung.platform.identity.CarrierId;
import org.jspecify.annotations.Nullable;

/**
 * A usage event that matches nothing yet.
 *
 * @param id the carrier's own event id
 * @param msisdn told only to the carrier that sent it, until it is purged
 * @param cause {@code no-line} or {@code awaiting-original}
 * @param numberPurgedAt since when nobody knows the number any more
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record ParkedUsageView(
        String id,
        CarrierId carrierId,
        @Nullable String msisdn,
        long bytes,
        Instant startedAt,
        @Nullable String amends,
        String cause,
        Instant parkedAt,
        long ageSeconds,
        @Nullable Instant numberPurgedAt) {

    /** As those see it who see no people. */
    public ParkedUsageView withoutNumber() {
        return new ParkedUsageView(
                id, carrierId, null, bytes, startedAt, amends, cause, parkedAt, ageSeconds, numberPurgedAt);
    }

    /** Says nothing of the person. */
    @Override
    public String toString() {
        return "ParkedUsageView[" + id + "]";
    }
}
