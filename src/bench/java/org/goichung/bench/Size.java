package org.goichung.bench;

/**
 * How much is measured.
 *
 * @param rounds each side so often, in turn
 * @param events of one round of usage
 * @param longBody lines of the body that memory is watched under
 */
record Size(
        String name,
        int rounds,
        int warmMillis,
        int millis,
        int latencyRounds,
        int latencyMillis,
        int enterprises,
        int lines,
        int events,
        int longBody) {
    static final Size FULL = new Size("full", 5, 1_500, 4_000, 3, 8_000, 10_000, 100_000, 500_000, 10_000_000);
    static final Size QUICK = new Size("quick", 2, 500, 1_500, 1, 3_000, 10_000, 100_000, 150_000, 1_000_000);
}
