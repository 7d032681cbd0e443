package org.goichung.workforce;

import org.jspecify.annotations.Nullable;

/**
 * An employer to be added.
 *
 * @param taxCode as a person wrote it
 */
public record NewEnterprise(
        String taxCode,
        String name,
        @Nullable String park,
        @Nullable String provinceCode,
        @Nullable String communeCode) {}
