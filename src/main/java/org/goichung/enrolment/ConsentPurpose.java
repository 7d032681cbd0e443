package org.goichung.enrolment;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Locale;

/**
 * What a worker agrees to, one by one (law on personal data protection, in force since 2026-01-01: consent per purpose; the tracking
 * of phone usage is sensitive). An enrolment cannot do without either.
 */
public enum ConsentPurpose {
    /** The carrier is given the number, to activate the package on it. */
    NUMBER_TO_CARRIER,
    /** The carrier reports how much data the number used, for the enterprise's quota; never what for. */
    USAGE_FOR_QUOTA;

    @JsonValue
    public String wireName() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
