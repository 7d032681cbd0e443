package org.goichung.quota;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A usage event that matches nothing yet; told only to the carrier that sent it.
 *
 * @param id the carrier's own event id
 * @param cause {@code no-line} or {@code awaiting-original}
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record ParkedUsageView(
        String id,
        String msisdn,
        long bytes,
        Instant startedAt,
        @Nullable String amends,
        String cause,
        Instant parkedAt,
        long ageSeconds) {

    /** Says nothing of the person. */
    @Override
    public String toString() {
        return "ParkedUsageView[" + id + "]";
    }
}
