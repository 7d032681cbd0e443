package org.goichung.workforce;

import com.fasterxml.jackson.annotation.JsonInclude;
import org.jspecify.annotations.Nullable;

/**
 * A place of today that a search may mean.
 *
 * @param communeCode absent for a whole province
 * @param dataset the version of the official list that the codes are of: codes were reused in the merger of 2025
 * @param match {@code exact} with its accents, {@code unaccented}, or {@code former} by what it was called before the merger
 * @param former the old address that became this place, or part of it
 * @param settled whether it can be nothing else; otherwise the person has to be asked which of the found places it is
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record PlaceView(
        String provinceCode,
        @Nullable String communeCode,
        String name,
        String provinceName,
        String dataset,
        String match,
        @Nullable String former,
        boolean settled) {}
