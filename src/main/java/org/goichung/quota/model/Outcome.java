package org.goichung.quota.model;

import java.time.Instant;
import java.util.UUID;
import org.goichung.platform.problem.ProblemType;
import org.jspecify.annotations.Nullable;

/** What came of an order: all that its answer is made of, so that a repeat is answered byte for byte. */
public sealed interface Outcome {

    /**
     * @param amount drawn or reserved
     * @param posted of a reservation
     * @param expiresAt of a reservation that was just made
     * @param state that a reservation or transfer ended in; null where something was made
     */
    record Done(
            Order.Kind kind,
            UUID subject,
            UUID poolId,
            long amount,
            long posted,
            @Nullable Instant expiresAt,
            Instant at,
            @Nullable String state)
            implements Outcome {}

    /**
     * @param amount what was asked for
     * @param available what there was: of the pool, or pending in the reservation
     * @param state of the reservation or period that stood in the way
     */
    record Refused(
            ProblemType type,
            UUID poolId,
            long amount,
            long available,
            @Nullable String state) implements Outcome {}
}
