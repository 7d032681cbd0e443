package org.goichung.quota.model;

import java.util.UUID;
import org.goichung.quota.PoolKey;

/**
 * One change of one pool; the pool's balances are the sums of these.
 *
 * @param number from 1, without gaps per pool
 * @param reference the draw, return, reservation, transfer, usage chunk or agreement it is of
 */
public record Entry(
        PoolKey pool,
        long number,
        EntryKind kind,
        long limitDelta,
        long reserved,
        long posted,
        long overused,
        UUID reference) {}
