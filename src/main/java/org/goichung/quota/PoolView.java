package org.goichung.quota;

import java.util.UUID;
import org.goichung.platform.identity.CarrierId;

/**
 * A pool as it stands: {@code limit = granted + carriedIn + transferredIn − carriedOut − transferredOut − returned} and
 * {@code available = limit − reserved − posted}.
 *
 * @param state {@code open}, {@code grace} or {@code closed}
 * @param frozen true while its agreement is suspended, or since it ended
 * @param overused usage beyond what was available; blocks nobody and reduces no other period
 */
public record PoolView(
        UUID id,
        UUID agreementId,
        CarrierId carrierId,
        UUID packageVersionId,
        Period period,
        Unit unit,
        String state,
        boolean frozen,
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
        long available) {}
