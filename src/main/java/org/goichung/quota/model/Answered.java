package org.goichung.quota.model;

import org.goichung.platform.problem.ProblemType;

/** How one order of a batch ends: settled, which is stored under its key, or turned away, which is not. */
public sealed interface Answered {
    Answered UNKNOWN_POOL = new TurnedAway(ProblemType.NOT_FOUND);
    Answered KEY_REUSED = new TurnedAway(ProblemType.IDEMPOTENCY_KEY_REUSED);

    record Stored(Settled settled) implements Answered {}

    record TurnedAway(ProblemType type) implements Answered {}

    /** For a repeat in the same batch. */
    default Answered again() {
        return switch (this) {
            case Stored(Settled first) -> new Stored(new Settled(first.outcome(), first.language(), true));
            case TurnedAway away -> away;
        };
    }
}
