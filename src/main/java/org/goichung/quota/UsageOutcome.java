package org.goichung.quota;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Locale;

/** What became of one usage event. */
public enum UsageOutcome {
    POSTED,
    /** Known already, with the same content. */
    DUPLICATE,
    /** Known already, with other content. */
    CONFLICT,
    /** Kept, but matches no line (or no original) of this carrier yet. */
    PARKED;

    @JsonValue
    public String wireName() {
        return name().toLowerCase(Locale.ROOT);
    }
}
