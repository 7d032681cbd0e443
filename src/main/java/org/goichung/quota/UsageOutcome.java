package org.goichung.quota;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * What became of one usage event.
 *
 * @param reason a word in kebab case; null where the status says it all
 */
public record UsageOutcome(Status status, @Nullable String reason) {
    public static final UsageOutcome POSTED = new UsageOutcome(Status.POSTED, null);
    public static final UsageOutcome DUPLICATE = new UsageOutcome(Status.DUPLICATE, null);
    public static final UsageOutcome CONFLICT = new UsageOutcome(Status.CONFLICT, null);
    public static final UsageOutcome PARKED = new UsageOutcome(Status.PARKED, null);
    /** What its pool or day has used would be more than can be counted. */
    public static final UsageOutcome BEYOND_SUMS = rejected("total-out-of-range");

    /** It is of another number than the event it names. */
    public static final UsageOutcome ANOTHER_NUMBER = rejected("amends-another-number");

    /** How an event ends. */
    public enum Status {
        POSTED,
        /** Known already, with the same content. */
        DUPLICATE,
        /** Known already, with other content. */
        CONFLICT,
        /** Kept, but matches no line (or no original) of this carrier yet. */
        PARKED,
        /** Not kept: mend it and send it again. */
        REJECTED;

        @JsonValue
        public String wireName() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    public static UsageOutcome rejected(String reason) {
        return new UsageOutcome(Status.REJECTED, reason);
    }
}
