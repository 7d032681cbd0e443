package org.goichung.quota.rest;

import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Positive;
import java.util.UUID;

/** @param poolId the giver's */
record TransferRequest(
        @NotNull UUID poolId,
        @NotNull UUID toEnterpriseId,
        @NotNull @Positive Long amount) {}
