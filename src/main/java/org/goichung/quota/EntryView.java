package org.goichung.quota;

import java.time.Instant;
import java.util.UUID;

/**
 * One entry of a pool. The sums of a pool's entries are its balances.
 *
 * @param number from 1, without gaps per pool
 * @param limitDelta what it changed of the limit, and so on
 * @param reference the draw, return, reservation, transfer, usage chunk or agreement it is of
 */
public record EntryView(
        String id,
        UUID poolId,
        long number,
        Instant recordedAt,
        String kind,
        long limitDelta,
        long reserved,
        long posted,
        long overused,
        UUID reference) {}
