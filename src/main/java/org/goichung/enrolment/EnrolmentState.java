package org.goichung.enrolment;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** Where an enrolment stands. Which moves may follow stands in {@code model/EnrolmentMoves}. */
public enum EnrolmentState {
    /** Something that a criterion needs is not known. */
    DRAFT,
    QUALIFIED,
    /** The worker agreed and a hold is in the ledger; the order is on its way. */
    CONSENTED,
    /** With the carrier. */
    ORDERED,
    ACTIVE,
    PAUSED,
    /** The package ran out and nothing followed. */
    LAPSED,
    /** Unused for 30 days; 15 days to use it. */
    NOTICE_OF_NON_USE,
    RECERTIFICATION_DUE,
    EXITED;

    /** Whether the worker has said yes, and it is not over. */
    public boolean isAgreed() {
        return this != DRAFT && this != QUALIFIED && this != EXITED;
    }

    @JsonValue
    public String wireName() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    public static Optional<EnrolmentState> read(String word) {
        return Arrays.stream(values())
                .filter(state -> state.wireName().equals(word))
                .findFirst();
    }

    /** Of a word that was stored. */
    public static EnrolmentState ofWireName(String word) {
        return read(word).orElseThrow(() -> new IllegalStateException("no such state: " + word));
    }
}
