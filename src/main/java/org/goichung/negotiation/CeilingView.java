package org.goichung.negotiation;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.LocalDate;
import java.util.UUID;
import org.goichung.catalog.SubscriberKind;
import org.jspecify.annotations.Nullable;

/**
 * How far a promotion may go below the reference price.
 *
 * @param validUntil its last day, which may come from the next one of its kind; absent while none follows
 * @param source the rule it comes from
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record CeilingView(
        UUID id,
        SubscriberKind subscriberKind,
        int maxDiscountPercent,
        LocalDate validFrom,
        @Nullable LocalDate validUntil,
        String source) {}
