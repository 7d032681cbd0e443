package org.goichung.eligibility.model;

import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** How many people of one place or enterprise qualify, do not, or are open, per carrier code. */
public final class Tally {
    /** Stands for a code where it is not known. */
    public static final String UNKNOWN = "unknown";

    private static final int VERDICTS = Verdict.values().length;

    private final Map<String, long[]> byCarrier = new HashMap<>();

    void add(@Nullable String carrier, Verdict verdict, long people) {
        byCarrier.computeIfAbsent(carrier == null ? UNKNOWN : carrier, code -> new long[VERDICTS])[verdict.ordinal()] +=
                people;
    }

    /** People of all carriers who stand so. */
    public long of(Verdict verdict) {
        return byCarrier.values().stream()
                .mapToLong(counts -> counts[verdict.ordinal()])
                .sum();
    }

    /** Those who qualify, per carrier in the order of codes; without the carriers that nobody has. */
    public Map<String, Long> qualifiedByCarrier() {
        Map<String, Long> qualified = new LinkedHashMap<>();
        byCarrier.entrySet().stream().sorted(Map.Entry.comparingByKey()).forEach(entry -> {
            long count = entry.getValue()[Verdict.YES.ordinal()];
            if (count > 0) qualified.put(entry.getKey(), count);
        });
        return qualified;
    }
}
