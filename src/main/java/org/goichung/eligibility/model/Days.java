package org.goichung.eligibility.model;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.goichung.platform.problem.FieldError;
import org.goichung.platform.problem.ProblemType;
import org.goichung.platform.problem.Refusal;
import org.jspecify.annotations.Nullable;

/** Days that may be asked about: what is known now says little of days far away. */
public final class Days {
    private static final int YEARS = 2;

    private Days() {}

    /** The earliest that may be asked about. */
    public static LocalDate first(LocalDate today) {
        return today.minusYears(YEARS);
    }

    /** The day, or today; refuses one more than two years away. */
    public static LocalDate require(@Nullable LocalDate asked, LocalDate today, String pointer) {
        if (asked == null) return today;
        LocalDate first = first(today);
        LocalDate last = today.plusYears(YEARS);
        if (asked.isBefore(first) || asked.isAfter(last))
            throw Refusal.fields(
                    ProblemType.INVALID_REQUEST,
                    Map.of(),
                    List.of(new FieldError(pointer, "day-out-of-range", Map.of("first", first, "last", last))));
        return asked;
    }
}
