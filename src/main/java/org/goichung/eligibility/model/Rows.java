package org.goichung.eligibility.model;

import java.util.Arrays;
import java.util.UUID;
import org.goichung.platform.identity.EnterpriseId;
import org.goichung.workforce.EnrolledPackage;
import org.goichung.workforce.WorkerFacts;
import org.jspecify.annotations.Nullable;

/**
 * Everybody's facts as columns, a row per person. Rows are numbered densely from 0 and come in chunks, so that growing copies nothing.
 * One writer; readers stand behind the index's lock.
 */
final class Rows {
    /** The keys that a row is found by. */
    static final int WORKER = 0;

    static final int NUMBER = 1;
    static final int NATIONAL_ID = 2;
    static final int KEYS = 3;

    static final int CHUNK = 1 << 14;
    private static final int SHIFT = 14;
    static final int MASK = CHUNK - 1;
    /** What one row takes: three keys, four longs, six ints, two chars, two bytes, and the bit of who is there. */
    static final int BYTES_PER_ROW = KEYS * 16 + 4 * 8 + 6 * 4 + 2 * 2 + 2;

    final Words<EnterpriseId> enterprises = new Words<>(Integer.MAX_VALUE);
    final Words<String> carriers = new Words<>(Byte.MAX_VALUE);
    final Words<String> provinces = new Words<>(Character.MAX_VALUE);
    final Words<String> communes = new Words<>(Character.MAX_VALUE);
    final Words<EnrolledPackage> packages = new Words<>(Integer.MAX_VALUE);
    private Chunk[] chunks = {};

    static final class Chunk {
        /** Per key, high and low half of each row side by side: both are read at once. */
        final long[][] keys = new long[KEYS][2 * CHUNK];

        final long[] wageVnd = new long[CHUNK];
        final long[] spendVnd = new long[CHUNK];
        final long[] dataBytes = new long[CHUNK];
        final long[] version = new long[CHUNK];
        final int[] enterprise = new int[CHUNK];
        final int[] employedFrom = new int[CHUNK];
        final int[] employedTo = new int[CHUNK];
        final int[] birthYear = new int[CHUNK];
        final int[] lapses = new int[CHUNK];
        final int[] enrolled = new int[CHUNK];
        final char[] province = new char[CHUNK];
        final char[] commune = new char[CHUNK];
        final byte[] carrier = new byte[CHUNK];
        final byte[] marks = new byte[CHUNK];
    }

    Facts facts(int row) {
        return new Facts(this, chunk(row), row & MASK);
    }

    long high(int key, int row) {
        return chunk(row).keys[key][2 * (row & MASK)];
    }

    long low(int key, int row) {
        return chunk(row).keys[key][2 * (row & MASK) + 1];
    }

    boolean has(int key, int row, long high, long low) {
        long[] keys = chunk(row).keys[key];
        int at = 2 * (row & MASK);
        return keys[at] == high && keys[at + 1] == low;
    }

    long version(int row) {
        return chunk(row).version[row & MASK];
    }

    int enterprise(int row) {
        return chunk(row).enterprise[row & MASK];
    }

    UUID workerId(int row) {
        return new UUID(high(WORKER, row), low(WORKER, row));
    }

    void write(int row, WorkerFacts facts, long[] keys) {
        if (row >> SHIFT == chunks.length) {
            Chunk[] more = Arrays.copyOf(chunks, chunks.length + 1);
            more[chunks.length] = new Chunk();
            chunks = more;
        }
        Chunk chunk = chunk(row);
        int at = row & MASK;
        for (int key = 0; key < KEYS; key++) {
            chunk.keys[key][2 * at] = keys[2 * key];
            chunk.keys[key][2 * at + 1] = keys[2 * key + 1];
        }
        chunk.wageVnd[at] = Facts.number(facts.monthlyWageVnd());
        chunk.spendVnd[at] = Facts.number(facts.monthlyTelecomSpendVnd());
        chunk.dataBytes[at] = Facts.number(facts.monthlyDataBytes());
        chunk.version[at] = facts.version();
        chunk.enterprise[at] = enterprises.number(facts.enterpriseId());
        chunk.employedFrom[at] = Facts.day(facts.employedFrom());
        chunk.employedTo[at] = Facts.day(facts.employedTo());
        chunk.birthYear[at] = Facts.number(facts.birthYear());
        chunk.lapses[at] = Facts.number(facts.lapsesLast90Days());
        chunk.enrolled[at] = packages.number(facts.enrolled());
        chunk.province[at] = (char) provinces.number(facts.provinceCode());
        chunk.commune[at] = (char) communes.number(facts.communeCode());
        chunk.carrier[at] = (byte) carriers.number(facts.carrierCode());
        chunk.marks[at] = Facts.Marks.of(facts);
    }

    /** What the columns take. */
    long heapBytes() {
        return (long) chunks.length * CHUNK * BYTES_PER_ROW;
    }

    Chunk chunk(int row) {
        return chunks[row >> SHIFT];
    }

    /** High and low half of each key; two noughts stand for none, which no blind index is. */
    static long[] keys(WorkerFacts facts) {
        long[] keys = new long[2 * KEYS];
        UUID id = facts.workerId().value();
        keys[0] = id.getMostSignificantBits();
        keys[1] = id.getLeastSignificantBits();
        put(keys, NUMBER, facts.msisdnIndex());
        put(keys, NATIONAL_ID, facts.nationalIdIndex());
        return keys;
    }

    private static void put(long[] keys, int key, byte @Nullable [] index) {
        if (index == null) return;
        keys[2 * key] = longAt(index, 0);
        keys[2 * key + 1] = longAt(index, 8);
    }

    /** The first half of a blind index are two longs: 128 bits tell twelve million people apart. */
    static long longAt(byte[] index, int from) {
        long number = 0;
        for (int i = from; i < from + 8; i++) number = number << 8 | index[i] & 0xff;
        return number;
    }
}
