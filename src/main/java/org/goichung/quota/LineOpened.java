package org.goichung.quota;

import java.time.Instant;
import java.util.UUID;
import org.goichung.platform.identity.CarrierId;
import org.goichung.platform.identity.EnterpriseId;
import org.jspecify.annotations.Nullable;

/**
 * A number that now stands under a package, for usage to be matched with.
 *
 * @param msisdnIndex the number's blind index
 * @param to exclusive; null while it is open
 */
@SuppressWarnings("ArrayRecordComponent")
public record LineOpened(
        CarrierId carrierId,
        byte[] msisdnIndex,
        Instant from,
        @Nullable Instant to,
        EnterpriseId enterpriseId,
        UUID agreementId,
        UUID packageVersionId,
        UUID enrolmentId) {}
