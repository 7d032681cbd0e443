package org.goichung.workforce.model;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.goichung.platform.problem.FieldError;
import org.goichung.platform.problem.ProblemType;
import org.goichung.platform.problem.Refusal;
import org.goichung.workforce.WorkerPatch;

/** Birth years as they can be meant: nobody at work is younger than 13 or older than 110. */
public final class BirthYear {
    private static final int OLDEST = 110;
    private static final int YOUNGEST = 13;

    private BirthYear() {}

    static boolean isPlausible(int year, LocalDate today) {
        return year >= first(today) && year <= last(today);
    }

    /** Refuses a year that nobody at work can be born in. */
    public static WorkerPatch requirePlausible(WorkerPatch patch, LocalDate today) {
        Optional<Integer> year = patch.birthYear();
        if (year != null && year.isPresent() && !isPlausible(year.get(), today))
            throw Refusal.fields(
                    ProblemType.INVALID_REQUEST,
                    Map.of(),
                    List.of(new FieldError(
                            "/birthYear", "year-out-of-range", Map.of("first", first(today), "last", last(today)))));
        return patch;
    }

    private static int first(LocalDate today) {
        return today.getYear() - OLDEST;
    }

    private static int last(LocalDate today) {
        return today.getYear() - YOUNGEST;
    }
}
