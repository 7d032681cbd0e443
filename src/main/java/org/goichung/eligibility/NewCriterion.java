package org.goichung.eligibility;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * A criterion to add; of a known name it is that criterion's next version.
 *
 * @param expression CEL over {@code worker}, {@code employment}, {@code enterprise} and {@code today}, giving yes or no
 * @param km the same in Khmer; absent where nobody wrote it, and then it is told in Vietnamese
 * @param effectiveFrom the first day it is in force; absent for today
 */
public record NewCriterion(
        @NotNull @Pattern(regexp = "[A-Za-z][A-Za-z0-9_-]{0,79}")
        String name,

        @NotBlank @Size(max = 1000) String expression,
        @Valid @NotNull Sentences vi,
        @Valid @NotNull Sentences en,
        @Valid @Nullable Sentences km,
        @Nullable LocalDate effectiveFrom) {}
