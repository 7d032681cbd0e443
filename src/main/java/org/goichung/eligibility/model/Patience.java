package org.goichung.eligibility.model;

import java.time.Duration;
import java.util.Map;
import org.goichung.platform.problem.ProblemType;
import org.goichung.platform.problem.Refusal;

/** How long a question about many may go on. Asked again and again while people are judged, outside of every lock. */
@FunctionalInterface
public interface Patience {
    Patience ENDLESS = people -> {};

    /**
     * @param people how many were judged since it was asked last
     * @throws Refusal {@link ProblemType#QUESTION_TOO_LARGE} where it is at its end
     */
    void judged(int people);

    /** From now on. */
    static Patience of(Duration most) {
        long begun = System.nanoTime();
        return people -> {
            if (System.nanoTime() - begun > most.toNanos())
                throw Refusal.of(ProblemType.QUESTION_TOO_LARGE, Map.of("seconds", most.toSeconds()));
        };
    }
}
