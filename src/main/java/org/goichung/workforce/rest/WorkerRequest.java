package org.goichung.workforce.rest;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.PositiveOrZero;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import java.util.Optional;
import org.goichung.platform.http.Legible;
import org.goichung.platform.identity.EnterpriseId;
import org.goichung.workforce.NewWorker;
import org.goichung.workforce.PhoneKind;
import org.goichung.workforce.WorkerPatch;
import org.jspecify.annotations.Nullable;

/** A person to be registered at an enterprise, with what is known of them. */
record WorkerRequest(
        @NotNull EnterpriseId enterpriseId,
        @NotBlank @Legible @Size(max = 120) String fullName,
        @NotBlank @Size(max = 30) String nationalId,
        @NotBlank @Size(max = 30) String msisdn,
        @NotNull LocalDate employedFrom,
        @Nullable LocalDate employedTo,
        @Min(1900) @Max(2200) @Nullable Integer birthYear,
        @Nullable Boolean unionMember,
        @PositiveOrZero @Max(10_000_000_000L) @Nullable Long monthlyWageVnd,
        @PositiveOrZero @Max(100_000_000) @Nullable Long monthlyTelecomSpendVnd,

        @PositiveOrZero @Max(1_000_000_000_000_000L) @Nullable
        Long monthlyDataBytes,

        @Nullable PhoneKind phoneKind,
        @PositiveOrZero @Max(90) @Nullable Integer lapsesLast90Days,
        @Nullable String carrierCode,
        @Nullable String provinceCode,
        @Nullable String communeCode) {

    NewWorker wanted() {
        var facts = new WorkerPatch(
                null,
                null,
                Optional.ofNullable(birthYear),
                Optional.ofNullable(unionMember),
                Optional.ofNullable(monthlyWageVnd),
                Optional.ofNullable(monthlyTelecomSpendVnd),
                Optional.ofNullable(monthlyDataBytes),
                Optional.ofNullable(phoneKind),
                Optional.ofNullable(lapsesLast90Days),
                Optional.ofNullable(carrierCode),
                Optional.ofNullable(provinceCode),
                Optional.ofNullable(communeCode),
                null);
        return new NewWorker(enterpriseId, fullName.strip(), nationalId, msisdn, employedFrom, employedTo, facts);
    }

    /** Says nothing of the person. */
    @Override
    public String toString() {
        return "WorkerRequest[…]";
    }
}
