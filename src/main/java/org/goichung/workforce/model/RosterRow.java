package org.goichung.workforce.model;

import java.time.LocalDate;
import org.goichung.workforce.Msisdn;
import org.goichung.workforce.NationalId;
import org.jspecify.annotations.Nullable;

/**
 * One person at one enterprise, as its roster has it.
 *
 * @param employedTo the last day; null while employed
 */
public record RosterRow(
        String fullName,
        NationalId nationalId,
        Msisdn msisdn,
        LocalDate employedFrom,
        @Nullable LocalDate employedTo,
        Facts facts) {

    public RosterRow with(Facts known) {
        return new RosterRow(fullName, nationalId, msisdn, employedFrom, employedTo, known);
    }

    /** Says nothing of the person. */
    @Override
    public String toString() {
        return "RosterRow[…]";
    }
}
