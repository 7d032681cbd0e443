package org.goichung.quota;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.util.UUID;
import org.goichung.platform.identity.EnterpriseId;
import org.jspecify.annotations.Nullable;

/**
 * Limit that one enterprise offers another of the same agreement; its id stands as {@code reference} in the entries of both pools.
 *
 * @param state {@code proposed}, {@code accepted}, {@code declined}, {@code withdrawn} or {@code expired}
 * @param expiresAt while it is proposed
 * @param recordedAt when it came to its state
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record TransferView(
        UUID id,
        EnterpriseId fromEnterpriseId,
        EnterpriseId toEnterpriseId,
        UUID fromPoolId,
        UUID toPoolId,
        UUID agreementId,
        UUID packageVersionId,
        Period period,
        Unit unit,
        long amount,
        String state,
        @Nullable Instant expiresAt,
        Instant recordedAt) {}
