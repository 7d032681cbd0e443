package org.goichung.catalog;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Locale;

/** How a subscriber pays. */
public enum SubscriberKind {
    PREPAID,
    POSTPAID;

    @JsonValue
    public String wireName() {
        return name().toLowerCase(Locale.ROOT);
    }
}
