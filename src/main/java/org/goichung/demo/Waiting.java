package org.goichung.demo;

import java.time.Duration;
import java.util.function.BooleanSupplier;

/** Waits for what the service's own jobs do. For the loader's thread. */
final class Waiting {
    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final long POLL_MILLIS = 50;

    private Waiting() {}

    static void until(String what, BooleanSupplier holds) throws InterruptedException {
        long giveUp = System.nanoTime() + PATIENCE.toNanos();
        while (!holds.getAsBoolean()) {
            if (System.nanoTime() > giveUp) throw new IllegalStateException("waited in vain until " + what);
            Thread.sleep(POLL_MILLIS);
        }
    }
}
