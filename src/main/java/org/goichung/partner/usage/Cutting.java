package org.goichung.partner.usage;

import java.io.ByteArrayOutputStream;
import org.jspecify.annotations.Nullable;

/** Cuts plain bytes into records. A record over the bound is told as such and not kept. */
abstract sealed class Cutting permits Lines, Elements {
    /** Of one record. */
    static final int MAX_BYTES = 64 * 1024;

    private final ByteArrayOutputStream record = new ByteArrayOutputStream(256);
    private byte[] block = new byte[0];
    private int position;
    private int limit;
    private boolean tooLong;

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
    final @Nullable Cut next() {
        while (position < limit) {
            Cut cut = take(block[position++]);
            if (cut != null) return cut;
        }
        return null;
    }

    abstract @Nullable Cut take(byte octet);

    /** No block follows: the record that this ends, if any; throws where that is too early. */
    abstract @Nullable Cut end();

    final void keep(byte octet) {
        if (record.size() < MAX_BYTES) record.write(octet);
        else tooLong = true;
    }

    /** Takes the octet just taken back, to look at it again. */
    final void again() {
        position--;
    }

    final boolean nothingKept() {
        return record.size() == 0;
    }

    final Cut cut(long line) {
        var cut = new Cut(line, tooLong ? null : record.toByteArray());
        record.reset();
        tooLong = false;
        return cut;
    }

    static boolean isBlank(byte octet) {
        return octet == ' ' || octet == '\t' || octet == '\r' || octet == '\n';
    }
}
