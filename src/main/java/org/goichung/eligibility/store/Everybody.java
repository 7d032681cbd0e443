package org.goichung.eligibility.store;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.time.LocalDate;
import java.util.function.Function;
import org.goichung.eligibility.model.FactsIndex;
import org.goichung.platform.problem.ProblemType;
import org.goichung.platform.problem.Refusal;
import org.goichung.platform.time.Aside;

/** The index for questions about many: a count that leaves people out is worse than none. */
@ApplicationScoped
public class Everybody {
    private final FactsFollower facts;

    public Everybody(FactsFollower facts) {
        this.facts = facts;
    }

    public LocalDate today() {
        return facts.index().today();
    }

    /** Refuses while not everybody is in it. */
    public FactsIndex index() {
        if (!facts.loaded()) throw Refusal.of(ProblemType.UNAVAILABLE).retryAfter(Duration.ofSeconds(1));
        FactsIndex index = facts.index();
        if (index.leftOut() > 0) throw Refusal.of(ProblemType.INDEX_FULL);
        return index;
    }

    /** Going over everybody takes milliseconds for thousands and longer for millions. */
    public <T> Uni<T> ask(Function<FactsIndex, T> question) {
        return Aside.ask(() -> question.apply(index()));
    }
}
