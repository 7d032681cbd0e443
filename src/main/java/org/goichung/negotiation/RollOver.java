package org.goichung.negotiation;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Locale;

/** What becomes of a period's unused limit at its close. */
public enum RollOver {
    /** It ends. */
    NONE,
    /** It moves to the next period once and does not roll again. */
    ONE_PERIOD,
    /** It moves on from period to period until the agreement ends. */
    UNTIL_END;

    @JsonValue
    public String wireName() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
