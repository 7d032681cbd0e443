package org.goichung.workforce;

import java.time.Instant;
import java.util.List;

/**
 * Some changes of facts, oldest transaction first.
 *
 * @param next where to go on from; the cursor asked with, where nothing followed it
 * @param asOf the database's time of the reading: with fewer rows than asked for, everything committed by then and not held back by
 *     an older transaction still open is in
 */
public record FactsBatch(List<WorkerFacts> changes, FactsCursor next, Instant asOf) {
    public FactsBatch {
        changes = List.copyOf(changes);
    }
}
