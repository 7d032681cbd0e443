package org.goichung.eligibility;

import java.time.LocalDate;
import java.util.UUID;
import org.goichung.platform.http.Language;
import org.jspecify.annotations.Nullable;

/**
 * Whom a look-up is about, by exactly one of three.
 *
 * @param msisdn as written: {@code 0…}, {@code 84…} or {@code +84…}
 * @param nationalId 12 digits
 * @param language of the texts
 * @param on the day that is asked about, by the facts that are known now; null for today
 */
public record LookupQuery(
        @Nullable String msisdn,
        @Nullable UUID workerId,
        @Nullable String nationalId,
        Language language,
        @Nullable LocalDate on) {

    /** Today. */
    public LookupQuery(
            @Nullable String msisdn, @Nullable UUID workerId, @Nullable String nationalId, Language language) {
        this(msisdn, workerId, nationalId, language, null);
    }

    /** Says nothing of the person. */
    @Override
    public String toString() {
        return "LookupQuery[…]";
    }
}
