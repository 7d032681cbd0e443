package org.goichung.catalog;

import com.fasterxml.jackson.annotation.JsonProperty;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Positive;

/** How long one purchase lasts: so many days, or so many calendar months. */
public record Cycle(
        @NotNull Unit unit,
        @JsonProperty(required = true) @Positive @Max(366) int length) {
    private static final int DAYS_OF_A_MONTH = 30;

    /** What a cycle is counted in. */
    public enum Unit {
        @JsonProperty("day")
        DAY,
        @JsonProperty("calendar-month")
        CALENDAR_MONTH
    }

    public static Cycle ofDays(int days) {
        return new Cycle(Unit.DAY, days);
    }

    /** For comparing prices: a calendar month counts as 30 days. */
    public int days() {
        return unit == Unit.DAY ? length : length * DAYS_OF_A_MONTH;
    }
}
