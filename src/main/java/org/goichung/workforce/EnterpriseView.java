package org.goichung.workforce;

import com.fasterxml.jackson.annotation.JsonInclude;
import org.goichung.platform.identity.EnterpriseId;
import org.jspecify.annotations.Nullable;

/**
 * An employer.
 *
 * @param park the industrial park it lies in
 * @param placeDataset the version of the official list that the codes of its place are of
 * @param wifi whether it has wifi for its people
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record EnterpriseView(
        EnterpriseId id,
        TaxCode taxCode,
        String name,
        @Nullable String park,
        @Nullable String provinceCode,
        @Nullable String communeCode,
        @Nullable String placeDataset,
        boolean wifi,
        long version) {}
