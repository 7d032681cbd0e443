package org.goichung.negotiation;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Positive;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import org.goichung.platform.http.Legible;
import org.jspecify.annotations.Nullable;

/**
 * What a line must offer, for whom, where and when.
 *
 * @param criteria names of criteria; workers who meet all of them are the demand
 * @param minMinutesPerCycle calls to any carrier
 * @param provinces official codes of where the lines are wanted; empty for anywhere
 * @param startMonth the first month in force, {@code 2026-12}
 */
public record Lot(
        @NotBlank @Legible @Size(max = 80) String name,
        @NotEmpty @Size(max = 20) List<@NotBlank String> criteria,
        @Positive @Max(1_000_000_000_000_000L) @Nullable Long minDataBytesPerDay,
        @Positive @Max(1_000_000_000_000_000L) @Nullable Long minDataBytesPerCycle,
        @Positive @Max(1_000_000) @Nullable Long minMinutesPerCycle,
        @Size(max = 63) @Nullable List<@NotBlank String> provinces,
        @NotNull YearMonth startMonth,
        @Positive @Max(36) int months) {

    /** Where the lines are wanted; empty for anywhere. */
    public List<String> provinceCodes() {
        return provinces == null ? List.of() : provinces;
    }

    /** Whether somebody there wants it; of whom it is not known where they lie, may lie where it is for. */
    public boolean isFor(@Nullable String province) {
        return provinceCodes().isEmpty() || province == null || provinceCodes().contains(province);
    }

    public LocalDate firstDay() {
        return startMonth.atDay(1);
    }

    public LocalDate lastDay() {
        return startMonth.plusMonths(months - 1L).atEndOfMonth();
    }
}
