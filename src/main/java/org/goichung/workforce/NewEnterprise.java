package org.goichung.workforce;

import org.jspecify.annotations.Nullable;

/**
 * An employer to be added.
 *
 * @param taxCode as a person wrote it
 * @param wifi whether it has wifi for its people
 */
public record NewEnterprise(
        String taxCode,
        String name,
        @Nullable String park,
        @Nullable String provinceCode,
        @Nullable String communeCode,
        boolean wifi) {}
