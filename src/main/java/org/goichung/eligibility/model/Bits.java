package org.goichung.eligibility.model;

import java.util.Arrays;

/** A bit per row. One writer; readers stand behind the index's lock. */
final class Bits {
    private long[] words = new long[64];

    boolean get(int row) {
        int word = row >> 6;
        return word < words.length && (words[word] & 1L << row) != 0;
    }

    void set(int row, boolean on) {
        int word = row >> 6;
        if (word >= words.length) words = Arrays.copyOf(words, Math.max(word + 1, words.length + words.length / 2));
        if (on) words[word] |= 1L << row;
        else words[word] &= ~(1L << row);
    }

    /** 64 rows at once; none beyond the end. */
    long word(int word) {
        return word < words.length ? words[word] : 0;
    }

    long heapBytes() {
        return 8L * words.length;
    }
}
