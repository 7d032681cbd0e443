package org.goichung.quota;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.LocalDate;
import java.util.UUID;
import org.goichung.platform.identity.CarrierId;
import org.jspecify.annotations.Nullable;

/**
 * What an enterprise's lines of one package used on one day.
 *
 * @param day of the use's start, in Asia/Ho_Chi_Minh
 * @param poolId the shared data it was posted to; absent where the agreement has none
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record UsageDayView(
        LocalDate day,
        CarrierId carrierId,
        UUID agreementId,
        UUID packageVersionId,
        @Nullable UUID poolId,
        long events,
        long bytes) {}
