package org.goichung.quota;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import org.goichung.platform.time.Clock;

/** A calendar month in Asia/Ho_Chi_Minh; on the wire {@code 2026-11}. */
public record Period(YearMonth month) {

    @JsonCreator
    public static Period parse(String text) {
        return new Period(YearMonth.parse(text));
    }

    /** The period that an instant falls in. */
    public static Period of(Instant instant) {
        return of(LocalDate.ofInstant(instant, Clock.VIETNAM));
    }

    public static Period of(LocalDate day) {
        return new Period(YearMonth.from(day));
    }

    public LocalDate firstDay() {
        return month.atDay(1);
    }

    /** The first instant that no longer belongs to it. */
    public Instant end() {
        return next().firstDay().atStartOfDay(Clock.VIETNAM).toInstant();
    }

    public Period next() {
        return new Period(month.plusMonths(1));
    }

    @Override
    @JsonValue
    public String toString() {
        return month.toString();
    }
}
