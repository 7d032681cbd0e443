package org.goichung.enrolment;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** Whether a carrier has answered an order, and how. */
public enum ActivationState {
    PENDING,
    ACKNOWLEDGED,
    REFUSED;

    @JsonValue
    public String wireName() {
        return name().toLowerCase(Locale.ROOT);
    }

    public static Optional<ActivationState> ofWireName(String word) {
        return Arrays.stream(values())
                .filter(state -> state.wireName().equals(word))
                .findFirst();
    }
}
