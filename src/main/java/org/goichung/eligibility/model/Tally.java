package org.goichung.eligibility.model;

import java.util.LinkedHashMap;
import java.util.Map;

/** How many people of one place or enterprise qualify, do not, or are open, per carrier code. */
public final class Tally {
    /** Stands for a code where it is not known. */
    public static final String UNKNOWN = "unknown";

    static final int VERDICTS = Verdict.values().length;
    static final Tally NOBODY = new Tally(new String[0], new int[0], 0);

    /** In the order of codes. */
    private final String[] carriers;

    private final int[] counts;
    private final int from;

    /** @param counts per carrier and verdict, from there on */
    Tally(String[] carriers, int[] counts, int from) {
        this.carriers = carriers;
        this.counts = counts;
        this.from = from;
    }

    /** How many carriers there are, whether anybody has them or not. */
    int carriers() {
        return carriers.length;
    }

    String carrier(int number) {
        return carriers[number];
    }

    long of(int carrier, Verdict verdict) {
        return counts[from + carrier * VERDICTS + verdict.ordinal()];
    }

    /** People of all carriers who stand so. */
    public long of(Verdict verdict) {
        long all = 0;
        for (int carrier = 0; carrier < carriers.length; carrier++) all += of(carrier, verdict);
        return all;
    }

    /** Those who qualify, per carrier in the order of codes; without the carriers that nobody has. */
    public Map<String, Long> qualifiedByCarrier() {
        Map<String, Long> qualified = new LinkedHashMap<>();
        for (int carrier = 0; carrier < carriers.length; carrier++) {
            long count = of(carrier, Verdict.YES);
            if (count > 0) qualified.put(carriers[carrier], count);
        }
        return qualified;
    }
}
