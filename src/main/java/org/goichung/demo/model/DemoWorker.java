package org.goichung.demo.model;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * A made-up person as a roster's line tells of them; what is null is an empty cell.
 *
 * @param nationalId 12 digits
 * @param msisdn {@code 0xxxxxxxxx}
 */
public record DemoWorker(
        String fullName,
        String nationalId,
        String msisdn,
        @Nullable Integer birthYear,
        LocalDate employedFrom,
        @Nullable LocalDate employedTo,
        @Nullable Boolean unionMember,
        @Nullable Long monthlyWageVnd,
        @Nullable Long monthlyTelecomSpendVnd,
        @Nullable Boolean smartphone,
        @Nullable String commune,
        @Nullable String province,
        @Nullable String carrier,
        @Nullable Long monthlyDataMegabytes,
        @Nullable Integer lapses) {

    /** Says nothing that would look like a person in a log. */
    @Override
    public String toString() {
        return "DemoWorker[…]";
    }
}
