package org.goichung.quota.model;

import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Which of several amendments of one event counts: the one with the greatest event id, whatever the order they came in. */
public final class Amendments {
    private Amendments() {}

    /**
     * Whether an amendment is of the number of the event that it names. Where either is no longer kept it is taken to be.
     *
     * @param original the blind index; null or empty where it is not kept
     */
    public static boolean isOf(UsageRow amendment, byte @Nullable [] original) {
        byte[] own = amendment.msisdnIndex();
        return own.length == 0 || original == null || original.length == 0 || Arrays.equals(own, original);
    }

    /** Of those that just came, the one that replaces what counts now; empty where none does. */
    public static Optional<UsageRow> winner(List<UsageRow> came, @Nullable String countsNow) {
        return came.stream()
                .max(Comparator.comparing((UsageRow row) -> row.event().eventId()))
                .filter(row -> countsNow == null || row.event().eventId().compareTo(countsNow) > 0);
    }
}
