package org.goichung.workforce.model;

import java.util.Arrays;

/** Fingerprints met before, in 16 bytes each: whether a person or a number stands twice in a roster. */
public final class Seen {
    private long[] slots = new long[1024];
    private int size;

    /** Whether it is new; a fingerprint of eight bytes of a keyed hash has no practical twin. */
    public boolean add(long fingerprint) {
        long value = fingerprint == 0 ? 1 : fingerprint;
        if (size * 2 >= slots.length) grow();
        if (!place(slots, value)) return false;
        size++;
        return true;
    }

    private void grow() {
        long[] larger = new long[slots.length * 2];
        Arrays.stream(slots).filter(value -> value != 0).forEach(value -> place(larger, value));
        slots = larger;
    }

    private static boolean place(long[] slots, long value) {
        int mask = slots.length - 1;
        int at = Long.hashCode(value) & mask;
        while (slots[at] != 0) {
            if (slots[at] == value) return false;
            at = (at + 1) & mask;
        }
        slots[at] = value;
        return true;
    }
}
