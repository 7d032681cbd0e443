package org.goichung.enrolment;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * An order in a carrier's queue.
 *
 * @param msisdn the number to activate, {@code +84xxxxxxxxx}; absent once its holder is erased
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record ActivationView(
        UUID id,
        ActivationState state,
        @Nullable String msisdn,
        UUID packageVersionId,
        Instant orderedAt,
        @Nullable String carrierReference,
        @Nullable Instant activatedAt,
        @Nullable String refusal) {

    /** Says nothing of the person. */
    @Override
    public String toString() {
        return "ActivationView[" + id + "]";
    }
}
