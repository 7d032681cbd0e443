package org.goichung.quota;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.util.UUID;
import org.goichung.platform.identity.CarrierId;
import org.jspecify.annotations.Nullable;

/**
 * A pool as it stands or stood: {@code limit = granted + carriedIn + transferredIn − carriedOut − transferredOut − returned} and
 * {@code available = limit − reserved − posted}.
 *
 * @param state {@code open}, {@code grace} or {@code closed}; null where the past is asked for
 * @param frozen true while its agreement is suspended, or since it ended; null where the past is asked for
 * @param at the instant that was asked for; null for the present
 * @param entry the number of the last entry that is in it; 0 before the first
 * @param overused usage beyond what was available; blocks nobody and reduces no other period
 * @param runsDry at its pace; null where there is too little to say, and for what is no open pool of the present
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record PoolView(
        UUID id,
        UUID agreementId,
        CarrierId carrierId,
        UUID packageVersionId,
        Period period,
        Unit unit,
        @Nullable String state,
        @Nullable Boolean frozen,
        @Nullable Instant at,
        long entry,
        long limit,
        long granted,
        long carriedIn,
        long transferredIn,
        long carriedOut,
        long transferredOut,
        long returned,
        long reserved,
        long posted,
        long overused,
        long available,
        @Nullable RunsDry runsDry) {}
