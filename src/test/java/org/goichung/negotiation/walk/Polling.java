package org.goichung.negotiation.walk;

import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;

/** Asks again and again, for a minute at most. */
final class Polling {
    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final Duration PAUSE = Duration.ofMillis(5);

    private Polling() {}

    static void until(BooleanSupplier so) {
        Instant giveUp = Instant.now().plus(PATIENCE);
        while (!so.getAsBoolean()) {
            if (Instant.now().isAfter(giveUp)) throw new AssertionError("waited for a minute");
            LockSupport.parkNanos(PAUSE.toNanos());
        }
    }
}
