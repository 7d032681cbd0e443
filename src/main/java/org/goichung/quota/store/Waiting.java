package org.goichung.quota.store;

import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.concurrent.atomic.AtomicInteger;
import org.goichung.platform.identity.EnterpriseId;

/**
 * The places of orders that wait. An enterprise may have no more of them than it leaves free: so one that is hot never has more than
 * half, two no more than two thirds, and whoever has none waiting finds one.
 */
final class Waiting {
    static final int NO_PLACE = -1;

    private final int places;
    private final AtomicInteger taken = new AtomicInteger();
    private final ConcurrentMap<EnterpriseId, Integer> takenBy = new ConcurrentHashMap<>();

    Waiting(int places) {
        this.places = places;
    }

    /** How many orders of the enterprise waited before this one; {@link #NO_PLACE} where it was given none. */
    int enter(EnterpriseId enterprise) {
        int before = taken.getAndIncrement();
        int own = takenBy.merge(enterprise, 1, Integer::sum) - 1;
        if (own < places - before) return own;
        leave(enterprise);
        return NO_PLACE;
    }

    void leave(EnterpriseId enterprise) {
        takenBy.computeIfPresent(enterprise, (key, own) -> own == 1 ? null : own - 1);
        taken.decrementAndGet();
    }

    int all() {
        return taken.get();
    }
}
