package org.goichung.eligibility.model;

import java.util.LinkedHashMap;
import java.util.Map;

/** How many people of one place or enterprise qualify, do not, or are open, per carrier code. */
public final class Tally {
    /** Stands for a code where it is not known. */
    public static final String UNKNOWN = "unknown";

    static final int VERDICTS = Verdict.values().length;
    static final Tally NOBODY = new Tally(new String[0], new int[0], new long[0], 0);

    /** In the order of codes. */
    private final String[] carriers;

    private final int[] counts;
    private final long[] keys;
    private final int from;

    /**
     * @param counts per carrier and verdict, from there on
     * @param keys of the people, in the same places; empty where nobody asks for them
     */
    Tally(String[] carriers, int[] counts, long[] keys, int from) {
        this.carriers = carriers;
        this.counts = counts;
        this.keys = keys;
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

    Cell cell(int carrier, Verdict verdict) {
        int at = from + carrier * VERDICTS + verdict.ordinal();
        return new Cell(counts[at], keys.length == 0 ? 0 : keys[at]);
    }

    /** All carriers together. */
    Cell cell(Verdict verdict) {
        Cell all = Cell.NOBODY;
        for (int carrier = 0; carrier < carriers.length; carrier++) all = all.plus(cell(carrier, verdict));
        return all;
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
