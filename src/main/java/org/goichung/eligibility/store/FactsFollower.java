package org.goichung.eligibility.store;

import io.quarkus.runtime.StartupEvent;
import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.infrastructure.Infrastructure;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Duration;
import java.time.Instant;
import org.goichung.eligibility.model.FactsIndex;
import org.goichung.platform.time.Clock;
import org.goichung.platform.time.Loops;
import org.goichung.workforce.FactsBatch;
import org.goichung.workforce.FactsCursor;
import org.goichung.workforce.WorkforceService;
import org.jboss.logging.Logger;

/** Keeps the index behind the workforce's facts: once everybody, then every fifth of a second what changed. Its only writer. */
@ApplicationScoped
public class FactsFollower {
    private static final Logger LOG = Logger.getLogger(FactsFollower.class);
    private static final Duration PAUSE = Duration.ofMillis(200);
    private static final int CRITERIA_EVERY = 4;
    private static final int BATCH = 2_000;

    private final WorkforceService workforce;
    private final CriteriaBook criteria;
    private final Clock clock;
    private final FactsIndex index;
    private FactsCursor cursor = FactsCursor.START;
    private int round;
    private volatile boolean loaded;
    private volatile Instant asOf = Instant.EPOCH;

    public FactsFollower(WorkforceService workforce, CriteriaBook criteria, Clock clock) {
        this.workforce = workforce;
        this.criteria = criteria;
        this.clock = clock;
        this.index = new FactsIndex(clock.today());
    }

    public FactsIndex index() {
        return index;
    }

    /** Whether everybody is in. */
    public boolean loaded() {
        return loaded;
    }

    /** Everything that was committed by then is in. */
    public Instant asOf() {
        return asOf;
    }

    void start(@Observes StartupEvent ready, Loops loops) {
        loops.every(PAUSE, "facts", () -> loaded ? follow() : load());
    }

    private Uni<Void> load() {
        long begun = System.nanoTime();
        Instant from = clock.instant();
        index.clear();
        return criteria.refresh()
                .invoke(news -> useCriteria())
                .chain(workforce::factsHorizon)
                .invoke(horizon -> cursor = horizon)
                .chain(horizon -> workforce
                        .factsSnapshot()
                        .group()
                        .intoLists()
                        .of(BATCH)
                        .invoke(index::apply)
                        .onItem()
                        .ignoreAsUni())
                .chain(this::catchUp)
                .invoke(() -> {
                    loaded = true;
                    if (asOf.equals(Instant.EPOCH)) asOf = from;
                    LOG.infof(
                            "The facts of %d people are in memory after %d ms.",
                            index.size(),
                            Duration.ofNanos(System.nanoTime() - begun).toMillis());
                })
                .replaceWithVoid();
    }

    private Uni<Void> follow() {
        return turnedDay().chain(this::newCriteria).chain(this::catchUp);
    }

    private Uni<Void> catchUp() {
        return workforce
                .factsAfter(cursor, BATCH)
                .invoke(this::take)
                .chain(batch ->
                        batch.changes().size() < BATCH ? Uni.createFrom().voidItem() : catchUp());
    }

    private void take(FactsBatch batch) {
        index.apply(batch.changes());
        cursor = batch.next();
        if (batch.changes().size() < BATCH) asOf = batch.asOf();
    }

    private Uni<Void> turnedDay() {
        var today = clock.today();
        return index.today().equals(today) ? Uni.createFrom().voidItem() : aside(() -> index.turnTo(today));
    }

    private Uni<Void> newCriteria() {
        if (round++ % CRITERIA_EVERY != 0) return Uni.createFrom().voidItem();
        return criteria.refresh()
                .chain(news ->
                        news ? aside(this::useCriteria) : Uni.createFrom().voidItem());
    }

    private void useCriteria() {
        index.use(criteria.all());
    }

    /** What takes long for millions runs beside the event loops. */
    private static Uni<Void> aside(Runnable work) {
        return Uni.createFrom().voidItem().invoke(work).runSubscriptionOn(Infrastructure.getDefaultWorkerPool());
    }
}
