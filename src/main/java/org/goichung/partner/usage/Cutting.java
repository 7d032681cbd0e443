package org.goichung.partner.usage;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/** Cuts plain bytes into records. A record over the bound is told as such and not kept. */
abstract sealed class Cutting permits Lines, Elements {
    /** Of one record. */
    static final int MAX_BYTES = 64 * 1024;

    private byte[] record = new byte[256];
    private int kept;
    private boolean tooLong;
    byte[] block = new byte[0];
    int position;
    int limit;

    /**
     * @param line from 1: of a line its place among all lines, of an array's element its place in the array
     * @param bytes null where there are more than {@link #MAX_BYTES}
     */
    @SuppressWarnings("ArrayRecordComponent")
    record Cut(long line, byte @Nullable [] bytes) {}

    /** The next block; the one before has to be cut to its end. */
    final void feed(byte[] bytes, int length) {
        block = bytes;
        position = 0;
        limit = length;
    }

    /** The next record; null where it needs the next block. */
    abstract @Nullable Cut next();

    /** No block follows: the record that this ends, if any; throws where that is too early. */
    abstract @Nullable Cut end();

    /** Keeps a part of the block. */
    final void keep(int from, int to) {
        int count = Math.min(to - from, MAX_BYTES - kept);
        if (count < to - from) tooLong = true;
        if (kept + count > record.length)
            record = Arrays.copyOf(record, Math.min(MAX_BYTES, Math.max(kept + count, 2 * record.length)));
        System.arraycopy(block, from, record, kept, count);
        kept += count;
    }

    final boolean nothingKept() {
        return kept == 0;
    }

    final Cut cut(long line) {
        var cut = new Cut(line, tooLong ? null : Arrays.copyOf(record, kept));
        kept = 0;
        tooLong = false;
        return cut;
    }

    static boolean isBlank(byte octet) {
        return octet == ' ' || octet == '\t' || octet == '\r' || octet == '\n';
    }
}
