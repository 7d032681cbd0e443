package org.goichung.platform.outbox;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.concurrent.atomic.AtomicBoolean;

/** Rung when an event was written on this instance, so that the relay looks soon; without it the relay looks anyway. */
@ApplicationScoped
public class RelayBell {
    private final AtomicBoolean rung = new AtomicBoolean(true);

    void ring() {
        rung.set(true);
    }

    boolean answer() {
        return rung.getAndSet(false);
    }
}
