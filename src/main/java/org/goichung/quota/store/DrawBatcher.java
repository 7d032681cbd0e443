package org.goichung.quota.store;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.runtime.ShutdownEvent;
import io.smallrye.mutiny.Uni;
import io.vertx.core.Vertx;
import io.vertx.core.impl.VertxInternal;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Duration;
import java.util.List;
import java.util.stream.IntStream;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.goichung.platform.identity.EnterpriseId;
import org.goichung.platform.problem.ProblemType;
import org.goichung.platform.problem.Refusal;
import org.goichung.quota.model.Claimed;
import org.goichung.quota.model.Settled;

/**
 * Natural batching: whatever waits when a writer is free leaves together, of whatever enterprises; there is no timer to wait for. Where
 * many wait an enterprise has its lane, so that two batches side by side seldom want the same pool; what a hot enterprise has beyond that
 * waits in a lane for such crowds, and never before others' orders.
 * The queues have a bound (429 beyond it), every order a deadline (503 behind it; its key tells later whether it was done). A batch
 * that the database refuses is split and tried again down to the order at fault.
 */
@ApplicationScoped
public class DrawBatcher {
    private static final int LANES = 4;
    /** So many waiting are few. */
    private static final int FEW = 256;
    /** So many of one enterprise are a crowd. */
    private static final int CROWD = 256;

    private static final Duration SWEEP = Duration.ofMillis(100);
    private static final Duration SHORTLY = Duration.ofSeconds(1);

    private final Vertx vertx;
    private final List<DrawLane> lanes;
    private final Waiting waiting;
    private final long patienceNanos;
    private final Counter turnedAway;
    private final Counter late;
    private final long sweeper;

    /** @param capacity of all lanes together */
    public DrawBatcher(
            QuotaLedger ledger,
            Vertx vertx,
            MeterRegistry metrics,
            @ConfigProperty(name = "goichung.quota.queue", defaultValue = "16384") int capacity,
            @ConfigProperty(name = "goichung.quota.patience", defaultValue = "PT3S") Duration patience) {
        this.vertx = vertx;
        this.waiting = new Waiting(capacity);
        this.lanes = IntStream.rangeClosed(0, LANES)
                .mapToObj(lane ->
                        new DrawLane(ledger, ((VertxInternal) vertx).createEventLoopContext(), waiting, capacity))
                .toList();
        this.patienceNanos = patience.toNanos();
        this.turnedAway = metrics.counter("goichung.quota.draws.refused", "reason", "queue-full");
        this.late = metrics.counter("goichung.quota.draws.refused", "reason", "too-late");
        metrics.gauge("goichung.quota.queue", waiting, Waiting::all);
        this.sweeper = vertx.setPeriodic(SWEEP.toMillis(), tick -> lanes.forEach(lane -> lane.sweep(late::increment)));
    }

    void end(@Observes ShutdownEvent shutdown) {
        vertx.cancelTimer(sweeper);
    }

    public Uni<Settled> submit(Claimed claimed) {
        return submit(claimed, System.nanoTime());
    }

    /**
     * What came of the order; fails with a refusal where it was not taken.
     *
     * @param since when it was asked for: who waited too long to be let in is not made to wait again
     */
    public Uni<Settled> submit(Claimed claimed, long since) {
        return Uni.createFrom().emitter(answer -> {
            long deadline = since + patienceNanos;
            if (deadline - System.nanoTime() <= 0) {
                late.increment();
                answer.fail(Refusal.of(ProblemType.UNAVAILABLE).retryAfter(SHORTLY));
                return;
            }
            var ticket = new DrawLane.Ticket(claimed, answer, Vertx.currentContext(), deadline);
            int ownBefore = waiting.enter(ticket.enterprise());
            if (ownBefore == Waiting.NO_PLACE) {
                turnedAway.increment();
                answer.fail(Refusal.of(ProblemType.TOO_MANY_REQUESTS).retryAfter(SHORTLY));
            } else laneOf(ticket.enterprise(), ownBefore).add(ticket);
        });
    }

    /** While few wait they leave in one batch, of whatever lane they are: a small batch costs the database nearly what a large one does. */
    private DrawLane laneOf(EnterpriseId enterprise, int ownBefore) {
        if (ownBefore >= CROWD) return lanes.getLast();
        return waiting.all() < FEW ? lanes.getFirst() : lanes.get(Math.floorMod(enterprise.hashCode(), LANES));
    }
}
