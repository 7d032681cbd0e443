package org.goichung.quota.rest;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Positive;
import java.util.UUID;

/** @param expiresInSeconds at most 31 days */
record ReserveRequest(
        @NotNull UUID poolId,
        @NotNull @Positive Long amount,
        @NotNull @Positive @Max(2_678_400) Long expiresInSeconds) {}
