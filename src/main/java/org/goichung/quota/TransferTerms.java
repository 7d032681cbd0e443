package org.goichung.quota;

import java.util.UUID;
import org.goichung.platform.identity.EnterpriseId;
import org.jspecify.annotations.Nullable;

/**
 * What a transfer goes by; none of it ever changes.
 *
 * @param from the giver's pool
 * @param to the receiver's pool of the same agreement, package version, period and unit; null where it has none
 */
public record TransferTerms(
        PoolKey from,
        EnterpriseId toEnterprise,
        @Nullable PoolKey to,
        UUID agreementId,
        UUID packageVersionId,
        Period period,
        Unit unit) {}
