package org.goichung.eligibility.store;

import io.smallrye.mutiny.Uni;
import jakarta.annotation.PreDestroy;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.time.LocalDate;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.function.BiFunction;
import java.util.function.Function;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.goichung.eligibility.model.FactsAge;
import org.goichung.eligibility.model.FactsIndex;
import org.goichung.eligibility.model.Patience;
import org.goichung.platform.problem.ProblemType;
import org.goichung.platform.problem.Refusal;
import org.goichung.platform.time.Aside;

/** The index for questions about many: a count that leaves people out is worse than none. */
@ApplicationScoped
public class Everybody {
    /** How many wait for their turn at length; more would not have it in time. */
    private static final int WAITING = 32;

    private final FactsFollower facts;
    private final Duration patience;
    /** Few, so that processors are left for look-ups and for the feed. */
    private final ThreadPoolExecutor atLength;

    /** @param patience how long counting by expressions that are not kept goes on */
    public Everybody(
            FactsFollower facts,
            @ConfigProperty(name = "goichung.eligibility.question-timeout", defaultValue = "10s") Duration patience) {
        this.facts = facts;
        this.patience = patience;
        int threads = Math.max(1, Runtime.getRuntime().availableProcessors() / 2);
        this.atLength = new ThreadPoolExecutor(
                threads, threads, 1, TimeUnit.MINUTES, new ArrayBlockingQueue<>(WAITING), Everybody::daemon);
        atLength.allowCoreThreadTimeOut(true);
    }

    public LocalDate today() {
        return facts.index().today();
    }

    public FactsAge age() {
        return new FactsAge(facts.asOf(), facts.ageSeconds());
    }

    /** Refuses while not everybody is in it. */
    public FactsIndex index() {
        if (!facts.loaded()) throw Refusal.of(ProblemType.UNAVAILABLE).retryAfter(Duration.ofSeconds(1));
        FactsIndex index = facts.index();
        if (index.leftOut() > 0) throw Refusal.of(ProblemType.INDEX_FULL);
        return index;
    }

    /** What is counted by bits alone: milliseconds for a million. */
    public <T> Uni<T> ask(Function<FactsIndex, T> question) {
        return Aside.ask(() -> question.apply(index()));
    }

    /**
     * What may have to ask an expression about everybody: one after the other, each for so long and no longer; 503 where too many wait.
     */
    public <T> Uni<T> askAtLength(BiFunction<FactsIndex, Patience, T> question) {
        long asked = System.nanoTime();
        return Aside.ask(atLength, () -> {
                    if (System.nanoTime() - asked > patience.toNanos()) throw busy();
                    return question.apply(index(), Patience.of(patience));
                })
                .onFailure(RejectedExecutionException.class)
                .transform(full -> busy());
    }

    @PreDestroy
    void stop() {
        atLength.shutdownNow();
    }

    private Refusal busy() {
        return Refusal.of(ProblemType.UNAVAILABLE).retryAfter(patience);
    }

    private static Thread daemon(Runnable question) {
        var thread = new Thread(question, "questions-at-length");
        thread.setDaemon(true);
        return thread;
    }
}
