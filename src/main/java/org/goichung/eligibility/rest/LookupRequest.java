package org.goichung.eligibility.rest;

import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Stream;
import org.goichung.eligibility.LookupQuery;
import org.goichung.platform.http.Language;
import org.goichung.platform.problem.ProblemType;
import org.goichung.platform.problem.Refusal;
import org.jspecify.annotations.Nullable;

/** Whom to look up, by exactly one of three, and for which day. */
public record LookupRequest(
        @Nullable @Size(min = 1, max = 40) String msisdn,
        @Nullable UUID workerId,
        @Nullable @Size(min = 1, max = 40) String nationalId,
        @Nullable LocalDate on) {

    LookupQuery query(Language language) {
        long given =
                Stream.of(msisdn, workerId, nationalId).filter(Objects::nonNull).count();
        if (given != 1) throw Refusal.field(ProblemType.INVALID_REQUEST, "", "exactly-one-of-three");
        return new LookupQuery(msisdn, workerId, nationalId, language, on);
    }

    /** Says nothing of the person. */
    @Override
    public String toString() {
        return "LookupRequest[…]";
    }
}
