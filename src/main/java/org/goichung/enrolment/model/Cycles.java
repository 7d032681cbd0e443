package org.goichung.enrolment.model;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.goichung.catalog.Cycle;

/** The cycles of a package behind its activation: one follows the other, each from the day of the activation on. */
public final class Cycles {
    private Cycles() {}

    /**
     * One cycle, in days of Vietnam.
     *
     * @param number from 1
     * @param until its last day
     */
    public record Span(int number, LocalDate from, LocalDate until) {
        public boolean holds(LocalDate day) {
            return !day.isBefore(from) && !day.isAfter(until);
        }
    }

    /** Those that end on {@code since} or later and have begun on {@code today}; the newest first. */
    public static List<Span> between(Cycle cycle, LocalDate activated, LocalDate since, LocalDate today) {
        List<Span> spans = new ArrayList<>();
        int number = 1;
        // a month's last days are counted from the first day, so that the 31st is not lost in February
        for (LocalDate from = activated; !from.isAfter(today); number++) {
            LocalDate next = start(cycle, activated, number);
            var span = new Span(number, from, next.minusDays(1));
            if (!span.until().isBefore(since)) spans.addFirst(span);
            from = next;
        }
        return spans;
    }

    private static LocalDate start(Cycle cycle, LocalDate activated, int cyclesBefore) {
        long length = (long) cycle.length() * cyclesBefore;
        return switch (cycle.unit()) {
            case DAY -> activated.plusDays(length);
            case CALENDAR_MONTH -> activated.plusMonths(length);
        };
    }
}
