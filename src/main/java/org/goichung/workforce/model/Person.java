package org.goichung.workforce.model;

import java.time.LocalDate;
import java.util.UUID;
import org.goichung.workforce.Msisdn;
import org.goichung.workforce.NationalId;
import org.goichung.workforce.model.EmploymentPlan.Held;
import org.jspecify.annotations.Nullable;

/**
 * A person as the database has them, opened.
 *
 * @param carrierCode known, or guessed from the number; {@code facts} has it only where it is known
 * @param employment the latest
 */
public record Person(
        UUID id,
        String fullName,
        NationalId nationalId,
        Msisdn msisdn,
        Facts facts,
        @Nullable String carrierCode,
        @Nullable Held employment,
        long version) {

    /** Where the person works on this day. */
    public @Nullable UUID employedAt(LocalDate day) {
        if (employment == null || !employment.openOn(day) || employment.from().isAfter(day)) return null;
        return employment.enterpriseId();
    }

    /** The enterprise whose people they are among: the one they work at, or are about to. */
    public @Nullable UUID belongsTo(LocalDate day) {
        return employment == null || !employment.openOn(day) ? null : employment.enterpriseId();
    }

    /** The same, as the enterprise of this employment sees them. */
    public Person at(@Nullable Held own) {
        return new Person(id, fullName, nationalId, msisdn, facts, carrierCode, own, version);
    }

    /** Says nothing of the person. */
    @Override
    public String toString() {
        return "Person[" + id + "]";
    }
}
