package org.goichung.quota.rest;

import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Positive;
import java.util.UUID;

/** Nulls are told by the validator before they are read. */
record DrawRequest(@NotNull UUID poolId, @NotNull @Positive Long amount) {}
