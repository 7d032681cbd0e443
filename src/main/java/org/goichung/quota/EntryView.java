package org.goichung.quota;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * One entry of a pool. The sums of a pool's entries are its balances.
 *
 * @param number from 1, without gaps per pool
 * @param kind {@code closing} for what stands for a month of entries that was taken away
 * @param limitDelta what it changed of the limit, and so on
 * @param reference the draw, return, reservation, transfer, usage chunk or agreement it is of; of a closing entry the pool
 * @param firstNumber of a closing entry: it stands for the numbers from this one on
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
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
        UUID reference,
        @Nullable Long firstNumber) {}
