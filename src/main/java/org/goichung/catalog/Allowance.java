package org.goichung.catalog;

import com.fasterxml.jackson.annotation.JsonProperty;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Positive;
import jakarta.validation.constraints.PositiveOrZero;
import jakarta.validation.constraints.Size;
import java.time.LocalTime;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What one cycle of a package gives. Bytes are whole and decimal (1 GB = 1,000,000,000).
 *
 * @param dataBytesPerCycle all data of the cycle; with a daily cap, the sum of its days
 * @param dataBytesPerDay the daily cap; absent where the data is free to use over the cycle
 * @param dayParts how the data is split by time of the day; empty where it is not
 * @param minutesOnNet calls within the carrier, per cycle
 * @param minutesAny calls to any carrier, per cycle
 * @param zeroRatedApps applications whose data is not counted
 * @param commitment absent where the subscriber may leave at any time
 */
public record Allowance(
        @JsonProperty(required = true) @PositiveOrZero @Max(MOST_BYTES)
        long dataBytesPerCycle,

        @Nullable @Positive @Max(MOST_BYTES) Long dataBytesPerDay,
        @Size(max = 8) List<@Valid @NotNull DayPart> dayParts,
        @Valid @NotNull AfterAllowance afterAllowance,
        @PositiveOrZero @Max(1_000_000) long minutesOnNet,
        @PositiveOrZero @Max(1_000_000) long minutesAny,
        @PositiveOrZero @Max(1_000_000) long sms,
        @Size(max = 30) List<@NotNull @Pattern(regexp = "[\\p{L}\\p{N} ._+-]{1,40}") String> zeroRatedApps,
        @NotNull Renewal renewal,
        @Valid @Nullable Commitment commitment) {
    /** One petabyte: more than a line can carry in a year. */
    static final long MOST_BYTES = 1_000_000_000_000_000L;

    @SuppressWarnings("ConstantValue")
    public Allowance {
        dayParts = dayParts == null ? List.of() : List.copyOf(dayParts);
        zeroRatedApps = zeroRatedApps == null ? List.of() : List.copyOf(zeroRatedApps);
    }

    /** Data, free within the cycle, and nothing else. */
    public static Allowance ofData(long bytesPerCycle) {
        return new Allowance(
                bytesPerCycle, null, List.of(), new AfterAllowance.Stop(), 0, 0, 0, List.of(), Renewal.NONE, null);
    }

    /** Nothing of any kind, which no package gives. */
    public boolean empty() {
        return dataBytesPerCycle == 0 && minutesOnNet == 0 && minutesAny == 0 && sms == 0 && zeroRatedApps.isEmpty();
    }

    /**
     * A share of the data that may be used only between two times of the day; over midnight where it ends before it begins.
     *
     * @param per whether the bytes are those of each day or of the whole cycle
     */
    public record DayPart(
            @NotNull LocalTime from,
            @NotNull LocalTime until,
            @NotNull Per per,

            @JsonProperty(required = true) @Positive @Max(MOST_BYTES)
            long dataBytes) {

        /** What the bytes of a part are counted over. */
        public enum Per {
            @JsonProperty("day")
            DAY,
            @JsonProperty("cycle")
            CYCLE
        }
    }

    /** What happens at the cycle's end. */
    public enum Renewal {
        /** It ends. */
        @JsonProperty("none")
        NONE,
        /** Renewed from the balance; ends where the balance does not suffice. */
        @JsonProperty("from-balance")
        FROM_BALANCE,
        /** Renewed from the balance; where it does not suffice, data is charged as it is used. */
        @JsonProperty("from-balance-else-pay-as-you-go")
        FROM_BALANCE_ELSE_PAY_AS_YOU_GO,
        /** On the monthly bill. */
        @JsonProperty("billed")
        BILLED,
        /** The source does not say. */
        @JsonProperty("unstated")
        UNSTATED
    }

    /** How long the subscriber is bound, and whether the number may be ported out meanwhile. */
    public record Commitment(
            @JsonProperty(required = true) @Positive @Max(60)
            int months,

            @JsonProperty(required = true) boolean portOutAllowed) {}
}
