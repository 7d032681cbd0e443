package org.goichung.eligibility.store;

import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.infrastructure.Infrastructure;
import io.smallrye.mutiny.vertx.MutinyHelper;
import io.vertx.core.Context;
import io.vertx.core.Vertx;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.time.LocalDate;
import java.util.function.Function;
import org.goichung.eligibility.model.FactsIndex;
import org.goichung.platform.problem.ProblemType;
import org.goichung.platform.problem.Refusal;

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

    /**
     * Going over everybody takes milliseconds for thousands and longer for millions: beside the event loops. The answer comes back
     * where the question was asked, since the caller may be in the middle of a transaction of its own.
     */
    public <T> Uni<T> ask(Function<FactsIndex, T> question) {
        Uni<T> elsewhere = Uni.createFrom()
                .item(() -> question.apply(index()))
                .runSubscriptionOn(Infrastructure.getDefaultWorkerPool());
        return Uni.createFrom().deferred(() -> {
            Context here = Vertx.currentContext();
            return here == null ? elsewhere : elsewhere.emitOn(MutinyHelper.executor(here));
        });
    }
}
