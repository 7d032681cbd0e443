package org.goichung.enrolment;

import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.util.Set;
import org.goichung.platform.http.Legible;
import org.jspecify.annotations.Nullable;

/**
 * What a worker said.
 *
 * @param purposes what for, one by one
 * @param textVersion the wording that was read, by its month, for instance {@code 2026-11}
 * @param given false where the worker said no: then nothing happens
 * @param witness name of who was there, where somebody else recorded it
 */
public record Consent(
        @NotNull @Size(min = 1, max = 10) Set<@NotNull ConsentPurpose> purposes,
        @NotNull @Pattern(regexp = "\\d{4}-\\d{2}") String textVersion,
        @NotNull Boolean given,
        @Nullable @Legible @Size(min = 2, max = 120) String witness) {

    /** Says nothing of the witness. */
    @Override
    public String toString() {
        return "Consent[" + purposes + "]";
    }
}
