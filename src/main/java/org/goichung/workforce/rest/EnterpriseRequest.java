package org.goichung.workforce.rest;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import org.goichung.platform.http.Legible;
import org.goichung.workforce.NewEnterprise;
import org.jspecify.annotations.Nullable;

/** An employer to be added; codes of places are of the list in force since 2025-07-01. */
record EnterpriseRequest(
        @NotBlank @Size(max = 30) String taxCode,
        @NotBlank @Legible @Size(max = 200) String name,
        @Legible @Size(min = 1, max = 100) @Nullable String park,
        @Size(max = 5) @Nullable String provinceCode,
        @Size(max = 5) @Nullable String communeCode,
        @Nullable Boolean wifi) {

    NewEnterprise wanted() {
        return new NewEnterprise(taxCode, name.strip(), park, provinceCode, communeCode, Boolean.TRUE.equals(wifi));
    }
}
