package org.goichung.negotiation.walk;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import org.goichung.platform.time.Clock;

/**
 * A walk counts minutes from a day long past, when nothing of anybody else's falls due. Moves are made at multiples of five, deadlines lie one
 * minute behind, ends of offers and days two: so what little time a walk itself takes decides nothing.
 */
final class Times {
    private static final Instant BEGIN =
            LocalDate.of(2025, 3, 10).atTime(12, 3).atZone(Clock.VIETNAM).toInstant();

    static final int DAY = 24 * 60;
    /** Behind these a walk does not go. */
    static final int MOST = 150 * DAY;

    private Times() {}

    static Instant at(long minute) {
        return BEGIN.plusSeconds(60 * minute);
    }

    static long minute(Instant at) {
        return Duration.between(BEGIN, at).toMinutes();
    }

    static Instant begin() {
        return BEGIN;
    }

    static LocalDate day(long minute) {
        return LocalDate.ofInstant(at(minute), Clock.VIETNAM);
    }

    static YearMonth month(long minute) {
        return YearMonth.from(day(minute));
    }

    /** When a day begins. */
    static long startOf(LocalDate day) {
        return (day.atStartOfDay(Clock.VIETNAM).toEpochSecond() - BEGIN.getEpochSecond()) / 60;
    }

    static long deadline(long minute) {
        return minute / 5 * 5 + 1;
    }

    static long validity(long minute) {
        return minute / 5 * 5 + 2;
    }
}
