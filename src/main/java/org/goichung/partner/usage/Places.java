package org.goichung.partner.usage;

import java.util.HashMap;
import java.util.Map;
import org.goichung.platform.identity.CarrierId;

/** The bodies that are taken at once. A carrier may have no more of them than it leaves free, so that none takes the last places. */
final class Places {
    private final Map<CarrierId, Integer> takenBy = new HashMap<>();
    private int free;

    Places(int all) {
        free = all;
    }

    /** False where there is none for this carrier. */
    synchronized boolean take(CarrierId carrier) {
        int own = takenBy.getOrDefault(carrier, 0);
        if (own >= free) return false;
        takenBy.put(carrier, own + 1);
        free--;
        return true;
    }

    synchronized void release(CarrierId carrier) {
        takenBy.computeIfPresent(carrier, (key, own) -> own == 1 ? null : own - 1);
        free++;
    }
}
