package org.goichung.workforce;

import java.time.LocalDate;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Changes of what is known of a person: an absent component stays as it is, an empty one is forgotten.
 *
 * @param fullName a name cannot be forgotten, nor can the number: see {@code WorkforceService.erase}
 * @param carrierCode a carrier that somebody knows; forgotten, the number's prefix is asked again
 * @param communeCode lies in {@code provinceCode}, which has to be given with it
 * @param employedTo the last day of the present employment; forgotten, it lasts
 */
@SuppressWarnings({"OptionalUsedAsFieldOrParameterType", "NullableOptional"})
public record WorkerPatch(
        @Nullable String fullName,
        @Nullable String msisdn,
        @Nullable Optional<Integer> birthYear,
        @Nullable Optional<Boolean> unionMember,
        @Nullable Optional<Long> monthlyWageVnd,
        @Nullable Optional<Long> monthlyTelecomSpendVnd,
        @Nullable Optional<Long> monthlyDataBytes,
        @Nullable Optional<PhoneKind> phoneKind,
        @Nullable Optional<Integer> lapsesLast90Days,
        @Nullable Optional<String> carrierCode,
        @Nullable Optional<String> provinceCode,
        @Nullable Optional<String> communeCode,
        @Nullable Optional<LocalDate> employedTo) {

    /** Says nothing of the person. */
    @Override
    public String toString() {
        return "WorkerPatch[…]";
    }
}
