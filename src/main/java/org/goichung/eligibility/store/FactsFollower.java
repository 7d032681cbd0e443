package org.goichung.eligibility.store;

import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.runtime.StartupEvent;
import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.infrastructure.Infrastructure;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.goichung.eligibility.model.FactsIndex;
import org.goichung.platform.time.Aside;
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
    private static final int BATCHES_AHEAD = 2;

    private final WorkforceService workforce;
    private final CriteriaBook criteria;
    private final Clock clock;
    private final FactsIndex index;
    private volatile FactsCursor cursor = FactsCursor.START;
    private int round;
    private volatile boolean loaded;
    private volatile Instant asOf = Instant.EPOCH;

    private volatile Duration built = Duration.ZERO;
    private int leftOut;

    /** @param mostPeople how many the index holds at most; absent for as many as fit in half of the heap with so many criteria */
    public FactsFollower(
            WorkforceService workforce,
            CriteriaBook criteria,
            Clock clock,
            @ConfigProperty(name = "goichung.eligibility.most-people") Optional<Integer> mostPeople,
            @ConfigProperty(name = "goichung.eligibility.most-criteria", defaultValue = "64") int mostCriteria,
            MeterRegistry metrics) {
        this.workforce = workforce;
        this.criteria = criteria;
        this.clock = clock;
        this.index = new FactsIndex(clock.today(), mostPeople.orElseGet(() -> fitting(mostCriteria)));
        metrics.gauge("goichung.eligibility.people", index, FactsIndex::size);
        metrics.gauge("goichung.eligibility.people.most", index, FactsIndex::most);
        metrics.gauge("goichung.eligibility.people.left.out", index, FactsIndex::leftOut);
        metrics.gauge("goichung.eligibility.index.bytes", index, FactsIndex::heapBytes);
        metrics.gauge("goichung.eligibility.age.seconds", this, follower -> follower.ageSeconds());
    }

    private static int fitting(int criteria) {
        long half = Runtime.getRuntime().maxMemory() / 2;
        return (int) Math.min(half / FactsIndex.bytesPerPerson(criteria), Integer.MAX_VALUE - 1);
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

    public LocalDate today() {
        return clock.today();
    }

    /** How old what is told may be. */
    public long ageSeconds() {
        return Math.max(0, Duration.between(asOf, clock.instant()).toSeconds());
    }

    /** How long it took to bring everybody in. */
    public Duration built() {
        return built;
    }

    void start(@Observes StartupEvent ready, Loops loops) {
        loops.every(PAUSE, "facts", () -> loaded ? follow() : load());
    }

    private Uni<Void> load() {
        long begun = System.nanoTime();
        Instant from = clock.instant();
        return aside(index::clear)
                .chain(criteria::refresh)
                .chain(() -> aside(this::useCriteria))
                .chain(workforce::factsHorizon)
                .invoke(horizon -> cursor = horizon)
                .chain(horizon -> workforce
                        .factsSnapshot()
                        .emitOn(Infrastructure.getDefaultWorkerPool(), BATCHES_AHEAD)
                        .invoke(index::apply)
                        .onItem()
                        .ignoreAsUni())
                .chain(this::catchUp)
                .invoke(() -> {
                    loaded = true;
                    if (asOf.equals(Instant.EPOCH)) asOf = from;
                    built = Duration.ofNanos(System.nanoTime() - begun);
                    LOG.infof(
                            "The facts of %d people are in memory after %d ms, in %d MB.",
                            index.size(), built.toMillis(), index.heapBytes() >> 20);
                })
                .replaceWithVoid();
    }

    private Uni<Void> follow() {
        return turnedDay().chain(this::newCriteria).chain(this::catchUp);
    }

    private Uni<Void> catchUp() {
        return workforce
                .factsAfter(cursor, BATCH)
                .call(this::taken)
                .chain(batch ->
                        batch.changes().size() < BATCH ? Uni.createFrom().voidItem() : catchUp());
    }

    /** Beside the event loops, since the writer may have to wait for a reader. */
    private Uni<Void> taken(FactsBatch batch) {
        if (!batch.changes().isEmpty()) return aside(() -> take(batch));
        take(batch);
        return Uni.createFrom().voidItem();
    }

    private void take(FactsBatch batch) {
        index.apply(batch.changes());
        tellLeftOut();
        cursor = batch.next();
        if (batch.changes().size() < BATCH) asOf = batch.asOf();
    }

    /** Once, and again when it doubles. */
    private void tellLeftOut() {
        if (index.leftOut() < Math.max(1, 2 * leftOut)) return;
        leftOut = index.leftOut();
        LOG.errorf(
                "%d people found no room in memory, which holds %d: their look-ups are refused. Give the service more heap, or raise"
                        + " goichung.eligibility.most-people, and start it again.",
                leftOut, index.most());
    }

    private Uni<Void> turnedDay() {
        var today = clock.today();
        return index.today().equals(today) ? Uni.createFrom().voidItem() : aside(() -> turn(today));
    }

    private Uni<Void> newCriteria() {
        if (round++ % CRITERIA_EVERY != 0) return Uni.createFrom().voidItem();
        return criteria.refresh()
                .chain(() -> criteria.isEvaluated() ? Uni.createFrom().voidItem() : aside(this::useCriteria));
    }

    private void useCriteria() {
        criteria.evaluate(index.today(), index::use);
    }

    /** At midnight people grow older, employments end, and other versions of criteria come in force. */
    private void turn(LocalDate today) {
        index.turnTo(today);
        useCriteria();
    }

    /** What takes long for millions runs beside the event loops. */
    private static Uni<Void> aside(Runnable work) {
        return Aside.ask(() -> {
                    work.run();
                    return true;
                })
                .replaceWithVoid();
    }
}
