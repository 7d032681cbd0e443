package org.goichung.quota.rest;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.regex.Pattern;
import org.goichung.platform.problem.ProblemType;
import org.goichung.platform.problem.Refusal;
import org.goichung.quota.Period;

/** What stands in an address, read; of years of four digits. */
final class Asked {
    private static final Pattern MONTH = Pattern.compile("\\d{4}-\\d{2}");
    private static final Pattern DAY = Pattern.compile("\\d{4}-\\d{2}-\\d{2}");
    private static final Pattern INSTANT = Pattern.compile("\\d{4}-\\d{2}-\\d{2}T\\S{1,40}");
    private static final Pattern COUNT = Pattern.compile("\\d{1,18}");

    private Asked() {}

    static Period period(String pointer, String text) {
        return read(pointer, text, MONTH, Period::parse, "not-a-date");
    }

    static LocalDate day(String pointer, String text) {
        return read(pointer, text, DAY, LocalDate::parse, "not-a-date");
    }

    static Instant instant(String pointer, String text) {
        return read(pointer, text, INSTANT, each -> OffsetDateTime.parse(each).toInstant(), "not-an-instant");
    }

    static long count(String pointer, String text) {
        return read(pointer, text, COUNT, Long::parseLong, "not-a-count");
    }

    private interface Reading<T> {
        T of(String text);
    }

    private static <T> T read(String pointer, String text, Pattern form, Reading<T> reading, String code) {
        try {
            if (form.matcher(text).matches()) return reading.of(text);
        } catch (DateTimeException none) {
            // told below
        }
        throw Refusal.field(ProblemType.INVALID_REQUEST, pointer, code);
    }
}
