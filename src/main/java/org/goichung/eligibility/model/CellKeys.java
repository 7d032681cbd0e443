package org.goichung.eligibility.model;

import org.jspecify.annotations.Nullable;

/**
 * Tells counts to those who may not see the people, as statistical offices do it (the cell-key method, Australian Bureau of Statistics;
 * random rounding, Statistics Canada): a multiple of 5 near the count, of which a secret and the people counted choose whether it is
 * above or below. The same people give the same answer, so that asking again or in other words tells nothing new; and nobody can say
 * where one person more or less makes it step.
 */
public final class CellKeys {
    static final int STEP = 5;

    private final long first;
    private final long second;

    /** @param secret 16 bytes at least */
    public CellKeys(byte[] secret) {
        this.first = Rows.longAt(secret, 0);
        this.second = Rows.longAt(secret, 8);
    }

    /** The key of somebody: SipHash-1-3 of their id, as hash tables use it against those who choose what is put in. */
    long of(long high, long low) {
        return hash(1, 3, high, low);
    }

    long hash(int rounds, int lastRounds, long high, long low) {
        var state = new Sip(first, second, rounds);
        state.take(high);
        state.take(low);
        return state.end(16L << 56, lastRounds);
    }

    /** How a count is told: nought for nobody; otherwise moved by up to 4 and then rounded to the nearest multiple of 5. */
    long told(Cell cell) {
        if (cell.people() == 0) return 0;
        long chance = of(cell.key(), cell.people());
        long moved = cell.people() + Math.floorMod(chance, STEP) - Math.floorMod(chance >>> 32, STEP);
        return Math.max(0, Math.floorDiv(moved + STEP / 2, STEP) * STEP);
    }

    /** @param keys null where it is told as it is */
    static long told(Cell cell, @Nullable CellKeys keys) {
        return keys == null ? cell.people() : keys.told(cell);
    }

    /** SipHash (Aumasson and Bernstein, 2012) over whole words. */
    private static final class Sip {
        private final int rounds;
        private long v0;
        private long v1;
        private long v2;
        private long v3;

        Sip(long first, long second, int rounds) {
            this.rounds = rounds;
            v0 = first ^ 0x736f6d6570736575L;
            v1 = second ^ 0x646f72616e646f6dL;
            v2 = first ^ 0x6c7967656e657261L;
            v3 = second ^ 0x7465646279746573L;
        }

        void take(long word) {
            v3 ^= word;
            for (int i = 0; i < rounds; i++) round();
            v0 ^= word;
        }

        long end(long length, int lastRounds) {
            take(length);
            v2 ^= 0xff;
            for (int i = 0; i < lastRounds; i++) round();
            return v0 ^ v1 ^ v2 ^ v3;
        }

        private void round() {
            v0 += v1;
            v1 = Long.rotateLeft(v1, 13) ^ v0;
            v0 = Long.rotateLeft(v0, 32);
            v2 += v3;
            v3 = Long.rotateLeft(v3, 16) ^ v2;
            v0 += v3;
            v3 = Long.rotateLeft(v3, 21) ^ v0;
            v2 += v1;
            v1 = Long.rotateLeft(v1, 17) ^ v2;
            v2 = Long.rotateLeft(v2, 32);
        }
    }
}
