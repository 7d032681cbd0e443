package org.goichung.workforce.rest;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.PositiveOrZero;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import java.util.Optional;
import org.goichung.platform.http.Legible;
import org.goichung.workforce.PhoneKind;
import org.goichung.workforce.WorkerPatch;
import org.jspecify.annotations.Nullable;

/**
 * Changes of a person: what is absent stays, what is {@code null} is forgotten. Public fields and no record, since only so does an
 * absent member differ from a null one.
 */
@SuppressWarnings({"OptionalUsedAsFieldOrParameterType", "NullableOptional"})
public class WorkerPatchRequest {
    @Legible
    @Size(min = 1, max = 120)
    public @Nullable String fullName;

    @Size(max = 30)
    public @Nullable String msisdn;

    public @Nullable Optional<@Min(1900) @Max(2200) Integer> birthYear;
    public @Nullable Optional<Boolean> unionMember;
    public @Nullable Optional<@PositiveOrZero @Max(10_000_000_000L) Long> monthlyWageVnd;
    public @Nullable Optional<@PositiveOrZero @Max(100_000_000) Long> monthlyTelecomSpendVnd;
    public @Nullable Optional<@PositiveOrZero @Max(1_000_000_000_000_000L) Long> monthlyDataBytes;
    public @Nullable Optional<PhoneKind> phoneKind;
    public @Nullable Optional<@PositiveOrZero @Max(90) Integer> lapsesLast90Days;
    public @Nullable Optional<String> carrierCode;
    public @Nullable Optional<String> provinceCode;
    public @Nullable Optional<String> communeCode;
    public @Nullable Optional<LocalDate> employedTo;

    WorkerPatch patch() {
        return new WorkerPatch(
                fullName == null ? null : fullName.strip(),
                msisdn,
                birthYear,
                unionMember,
                monthlyWageVnd,
                monthlyTelecomSpendVnd,
                monthlyDataBytes,
                phoneKind,
                lapsesLast90Days,
                carrierCode,
                provinceCode,
                communeCode,
                employedTo);
    }
}
