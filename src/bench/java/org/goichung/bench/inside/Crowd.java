package org.goichung.bench.inside;

import java.util.SplittableRandom;
import java.util.UUID;

/** Made-up people by number: the same one for the same number, in the service and outside it. */
public final class Crowd {
    private static final String[] BLOCKS = {"091", "097", "090", "098", "094", "096"};
    private static final int PER_BLOCK = 10_000_000;
    /** How many work at one enterprise. */
    public static final int PER_ENTERPRISE = 100;

    private Crowd() {}

    public static UUID id(int person) {
        long mixed = new SplittableRandom(person).nextLong();
        return new UUID(0x0190_0000_0000_7000L | (long) person << 16, mixed >>> 2 | 1L << 63);
    }

    public static UUID enterprise(int number) {
        return new UUID(0x0190_0000_0001_7000L | (long) number << 16, 1L << 63 | number);
    }

    /** {@code 0xxxxxxxxx}. */
    public static String number(int person) {
        return BLOCKS[person / PER_BLOCK] + "%07d".formatted(person % PER_BLOCK);
    }

    public static String nationalId(int person) {
        return "0921%02d%06d".formatted(person / 1_000_000 % 100, person % 1_000_000);
    }
}
