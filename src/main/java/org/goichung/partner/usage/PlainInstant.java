package org.goichung.partner.usage;

import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import org.jspecify.annotations.Nullable;

/** {@code 2026-11-24T02:10:00Z}, with up to nine digits of a second and an offset in place of the Z. */
final class PlainInstant {
    private static final int SECONDS_END = 19;
    private static final int SHORTEST = 20;
    private static final int OFFSET = 6;
    private static final int LARGEST_OFFSET_HOUR = 17;
    private static final int[] NANOS_OF_DIGIT = {100_000_000, 10_000_000, 1_000_000, 100_000, 10_000, 1_000, 100, 10, 1
    };

    private PlainInstant() {}

    /** As exact as the database keeps it; null where it is not of that form, right or wrong. */
    static @Nullable Instant read(byte[] text, int from, int to) {
        if (to - from < SHORTEST || !isForm(text, from)) return null;
        int year = number(text, from, 4);
        int month = number(text, from + 5, 2);
        int day = number(text, from + 8, 2);
        int hour = number(text, from + 11, 2);
        int minute = number(text, from + 14, 2);
        int second = number(text, from + 17, 2);
        if (year < 1 || month < 1 || month > 12 || day < 1 || hour < 0 || hour > 23) return null;
        if (minute < 0 || minute > 59 || second < 0 || second > 59) return null;
        if (day > 28 && day > YearMonth.of(year, month).lengthOfMonth()) return null;
        int at = from + SECONDS_END;
        int nanos = 0;
        if (text[at] == '.') {
            int digits = 0;
            for (at++; at < to && PlainRecord.isDigit(text[at]); at++) {
                if (digits == NANOS_OF_DIGIT.length) return null;
                nanos += (text[at] - '0') * NANOS_OF_DIGIT[digits++];
            }
            if (digits == 0) return null;
        }
        int offset = offset(text, at, to);
        if (offset == Integer.MIN_VALUE) return null;
        long seconds = LocalDate.of(year, month, day).toEpochDay() * 86_400 + hour * 3_600L + minute * 60L + second;
        return Instant.ofEpochSecond(seconds - offset, nanos / 1_000 * 1_000);
    }

    private static boolean isForm(byte[] text, int from) {
        return text[from + 4] == '-'
                && text[from + 7] == '-'
                && text[from + 10] == 'T'
                && text[from + 13] == ':'
                && text[from + 16] == ':';
    }

    /** In seconds. */
    private static int offset(byte[] text, int at, int to) {
        if (at == to - 1 && text[at] == 'Z') return 0;
        if (at != to - OFFSET || text[at + 3] != ':' || text[at] != '+' && text[at] != '-') return Integer.MIN_VALUE;
        int hours = number(text, at + 1, 2);
        int minutes = number(text, at + 4, 2);
        if (hours < 0 || hours > LARGEST_OFFSET_HOUR || minutes < 0 || minutes > 59) return Integer.MIN_VALUE;
        int seconds = hours * 3_600 + minutes * 60;
        return text[at] == '-' ? -seconds : seconds;
    }

    /** -1 where it is none. */
    private static int number(byte[] text, int from, int digits) {
        int number = 0;
        for (int i = from; i < from + digits; i++) {
            if (!PlainRecord.isDigit(text[i])) return -1;
            number = number * 10 + text[i] - '0';
        }
        return number;
    }
}
