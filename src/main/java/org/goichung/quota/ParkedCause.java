package org.goichung.quota;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** Why an event is parked. */
public enum ParkedCause {
    /** No line of the carrier had the number at the start. */
    @JsonProperty("no-line")
    NO_LINE,
    /** It amends an event that is not known. */
    @JsonProperty("awaiting-original")
    AWAITING_ORIGINAL,
    /** It waited for its original, which came and is of another number. It stays so. */
    @JsonProperty("amends-another-number")
    AMENDS_ANOTHER_NUMBER;

    public String wireName() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    public static Optional<ParkedCause> ofWireName(String word) {
        return Arrays.stream(values())
                .filter(each -> each.wireName().equals(word))
                .findFirst();
    }
}
