package org.goichung.demo.model;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.UUID;

/**
 * What a line's phone does on line: once when it is switched on, then four times a day. It follows from the order's id alone, so a
 * carrier's machine that was stopped tells the same records again.
 */
public final class Sessions {
    private static final Duration APART = Duration.ofHours(6);
    private static final long LEAST_BYTES = 2_000_000;
    private static final long MOST_BYTES = 20_000_000;

    private Sessions() {}

    /** @param id the same whenever it is told */
    public record Session(String id, Instant startedAt, long bytes) {}

    /** Those of a line that started after one instant, and up to another. */
    public static List<Session> between(UUID order, Instant switchedOn, Instant after, Instant until) {
        var sessions = new ArrayList<Session>();
        Instant from = after.isBefore(switchedOn) ? switchedOn : after;
        long number = Math.max(0, Duration.between(switchedOn, from).dividedBy(APART));
        for (Session next = session(order, switchedOn, number);
                !next.startedAt().isAfter(until);
                next = session(order, switchedOn, ++number))
            if (next.startedAt().isAfter(after)) sessions.add(next);
        return sessions;
    }

    private static Session session(UUID order, Instant switchedOn, long number) {
        var chance = new SplittableRandom(order.getLeastSignificantBits() + number);
        return new Session(
                "sim-" + order + "-" + number,
                switchedOn.plus(APART.multipliedBy(number)),
                chance.nextLong(LEAST_BYTES, MOST_BYTES));
    }
}
