package org.goichung.bench.inside;

import java.util.List;
import java.util.UUID;

/**
 * Draws to be done inside one service.
 *
 * @param way {@code ledger}: through the service layer; {@code repeated}: the same, with keys that follow from the seed;
 *     {@code naive}: one guarded statement per draw; {@code bound}: the same rows in batches, with nothing decided; {@code row}: one row
 *     and nothing else
 * @param spread {@code hot}: all of the first pool; {@code even}: each pool as often as any other; {@code zipf}: the n-th of them
 *     1/n as often as the first
 * @param agreements whose line-cycle pools are drawn from
 * @param callers each waits for its answer before it asks again; of the naive way and of rows as many connections
 * @param perSecond 0: as fast as it goes; otherwise so many arrivals, whether the ones before were answered or not
 */
public record DrawOrder(
        String way,
        String spread,
        List<UUID> agreements,
        int callers,
        int perSecond,
        int warmMillis,
        int millis,
        long seed) {}
