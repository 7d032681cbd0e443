package org.goichung.eligibility;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A criterion's version; it never changes.
 *
 * @param km absent where nobody wrote it in Khmer
 * @param effectiveFrom the first day it is in force, until the next version's
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record CriterionView(
        UUID id,
        String name,
        int version,
        String expression,
        Sentences vi,
        Sentences en,
        @Nullable Sentences km,
        LocalDate effectiveFrom) {}
