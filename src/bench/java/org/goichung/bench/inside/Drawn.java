package org.goichung.bench.inside;

/**
 * What came of an order.
 *
 * @param acknowledged all, the warm-up's too: so many entries must be there
 * @param inWindow those of the measured time
 * @param seconds the measured time
 * @param p50Micros from the intended start to the answer; 0 where there were no arrivals
 */
public record Drawn(
        long acknowledged,
        long refused,
        long failed,
        long inWindow,
        double seconds,
        long p50Micros,
        long p99Micros,
        long maxMicros) {}
