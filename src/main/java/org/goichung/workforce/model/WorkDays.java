package org.goichung.workforce.model;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.goichung.platform.problem.FieldError;
import org.goichung.platform.problem.ProblemType;
import org.goichung.platform.problem.Refusal;
import org.jspecify.annotations.Nullable;

/** First and last days of work as they can be meant. */
public final class WorkDays {
    /** As for rosters: nobody at work began earlier. */
    private static final LocalDate EARLIEST = LocalDate.of(1940, 1, 1);

    private WorkDays() {}

    /** Not in another age, nor more than a year ahead. */
    public static LocalDate requirePlausible(LocalDate from, LocalDate today) {
        LocalDate latest = today.plusYears(1);
        if (from.isBefore(EARLIEST) || from.isAfter(latest))
            throw Refusal.fields(
                    ProblemType.INVALID_REQUEST,
                    Map.of(),
                    List.of(new FieldError(
                            "/employedFrom", "day-out-of-range", Map.of("first", EARLIEST, "last", latest))));
        return from;
    }

    public static @Nullable LocalDate requireAfter(LocalDate from, @Nullable LocalDate to) {
        if (to != null && to.isBefore(from))
            throw Refusal.field(ProblemType.INVALID_REQUEST, "/employedTo", "ends-before-start");
        return to;
    }
}
