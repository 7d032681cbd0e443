package org.goichung.quota.rest;

import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Positive;
import java.util.UUID;

record ReturnRequest(
        @NotNull UUID poolId, @NotNull @Positive Long amount) {}
