package org.goichung.workforce.rest;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import org.goichung.platform.identity.EnterpriseId;
import org.jspecify.annotations.Nullable;

/** Whole words of a name, with or without accents. */
record WorkerSearchRequest(
        @NotBlank @Size(max = 120) String name,
        @Nullable EnterpriseId enterpriseId,
        @Nullable String after,
        @Nullable Integer limit) {}
