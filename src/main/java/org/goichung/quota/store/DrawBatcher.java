package org.goichung.quota.store;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.runtime.ShutdownEvent;
import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.subscription.UniEmitter;
import io.vertx.core.Context;
import io.vertx.core.Vertx;
import io.vertx.core.impl.VertxInternal;
import io.vertx.pgclient.PgException;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.atomic.AtomicBoolean;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.goichung.platform.problem.ProblemType;
import org.goichung.platform.problem.Refusal;
import org.goichung.quota.model.Answered;
import org.goichung.quota.model.Claimed;
import org.goichung.quota.model.Settled;
import org.jspecify.annotations.Nullable;

/**
 * Natural batching: whatever waits when the writer is free leaves together; there is no timer to wait for. The queue has a bound
 * (429 beyond it), every order a deadline (503 behind it; its key tells later whether it was done). A batch that the database
 * refuses is split and tried again down to the order at fault.
 */
@ApplicationScoped
public class DrawBatcher {
    static final int MAX_BATCH = 1_024;
    private static final int MAX_RETRIES = 5;
    private static final Duration SWEEP = Duration.ofMillis(100);
    private static final Duration LONGEST_BATCH = Duration.ofSeconds(30);
    private static final Duration SHORTLY = Duration.ofSeconds(1);
    /** Deadlock and serialization: nothing is wrong with the orders. */
    private static final Set<String> TRY_AGAIN = Set.of("40P01", "40001");

    private final QuotaLedger ledger;
    private final Vertx vertx;
    private final Context writer;
    private final BlockingQueue<Ticket> queue;
    private final long patienceNanos;
    private final AtomicBoolean writing = new AtomicBoolean();
    private final Counter turnedAway;
    private final Counter late;
    private final long sweeper;
    private volatile List<Ticket> underWay = List.of();

    public DrawBatcher(
            QuotaLedger ledger,
            Vertx vertx,
            MeterRegistry metrics,
            @ConfigProperty(name = "goichung.quota.queue", defaultValue = "16384") int capacity,
            @ConfigProperty(name = "goichung.quota.patience", defaultValue = "PT3S") Duration patience) {
        this.ledger = ledger;
        this.vertx = vertx;
        this.writer = ((VertxInternal) vertx).createEventLoopContext();
        this.queue = new ArrayBlockingQueue<>(capacity);
        this.patienceNanos = patience.toNanos();
        this.turnedAway = metrics.counter("goichung.quota.draws.refused", "reason", "queue-full");
        this.late = metrics.counter("goichung.quota.draws.refused", "reason", "too-late");
        metrics.gaugeCollectionSize("goichung.quota.queue", List.of(), queue);
        this.sweeper = vertx.setPeriodic(SWEEP.toMillis(), tick -> sweep());
    }

    void end(@Observes ShutdownEvent shutdown) {
        vertx.cancelTimer(sweeper);
    }

    private record Ticket(
            Claimed claimed,
            UniEmitter<? super Settled> answer,
            @Nullable Context caller,
            long deadline) {

        void settle(Answered answered) {
            switch (answered) {
                case Answered.Stored stored -> on(() -> answer.complete(stored.settled()));
                case Answered.TurnedAway away -> fail(Refusal.of(away.type()));
            }
        }

        void fail(Throwable failure) {
            on(() -> answer.fail(failure));
        }

        /** The caller goes on where it waited. */
        private void on(Runnable step) {
            if (caller == null) step.run();
            else caller.runOnContext(ignored -> step.run());
        }
    }

    /** What came of the order; fails with a refusal where it was not taken. */
    public Uni<Settled> submit(Claimed claimed) {
        return Uni.createFrom().emitter(answer -> {
            var ticket = new Ticket(claimed, answer, Vertx.currentContext(), System.nanoTime() + patienceNanos);
            if (queue.offer(ticket)) {
                wake();
            } else {
                turnedAway.increment();
                answer.fail(Refusal.of(ProblemType.TOO_MANY_REQUESTS).retryAfter(SHORTLY));
            }
        });
    }

    private void wake() {
        if (writing.compareAndSet(false, true)) writer.runOnContext(ignored -> next());
    }

    private void next() {
        List<Ticket> batch = new ArrayList<>(Math.min(MAX_BATCH, queue.size()));
        queue.drainTo(batch, MAX_BATCH);
        underWay = batch;
        if (batch.isEmpty()) {
            writing.set(false);
            if (!queue.isEmpty()) wake();
            return;
        }
        write(batch, 0).ifNoItem().after(LONGEST_BATCH).fail().subscribe().with(done -> next(), failure -> {
            batch.forEach(ticket -> ticket.fail(unavailable()));
            next();
        });
    }

    private Uni<Void> write(List<Ticket> batch, int tries) {
        return ledger.settle(batch.stream().map(Ticket::claimed).toList())
                .invoke(answers -> {
                    for (int i = 0; i < answers.size(); i++) batch.get(i).settle(answers.get(i));
                })
                .replaceWithVoid()
                .onFailure()
                .recoverWithUni(failure -> mend(batch, tries, failure));
    }

    private Uni<Void> mend(List<Ticket> batch, int tries, Throwable failure) {
        if (!isOfTheOrders(failure)) {
            if (isToBeTriedAgain(failure) && tries < MAX_RETRIES) return write(batch, tries + 1);
            batch.forEach(ticket -> ticket.fail(unavailable()));
            return Uni.createFrom().voidItem();
        }
        if (batch.size() == 1) {
            batch.getFirst().fail(failure);
            return Uni.createFrom().voidItem();
        }
        int half = batch.size() / 2;
        return write(batch.subList(0, half), 0).chain(() -> write(batch.subList(half, batch.size()), 0));
    }

    /** A failure of data or rules, as opposed to one of the connection or the server. */
    private static boolean isOfTheOrders(Throwable failure) {
        if (failure instanceof PgException pg) {
            String state = String.valueOf(pg.getSqlState());
            return state.startsWith("22") || state.startsWith("23") || state.startsWith("42");
        }
        return failure instanceof RuntimeException && !(failure instanceof io.vertx.core.VertxException);
    }

    private static boolean isToBeTriedAgain(Throwable failure) {
        return failure instanceof PgException pg && TRY_AGAIN.contains(String.valueOf(pg.getSqlState()));
    }

    /** Answers what has waited too long, though the writer is stuck: in the queue for good, under way without taking it back. */
    private void sweep() {
        long now = System.nanoTime();
        for (Ticket head = queue.peek(); head != null && head.deadline() - now < 0; head = queue.peek())
            if (queue.remove(head)) fail(head);
        List<Ticket> overdue =
                underWay.stream().filter(each -> each.deadline() - now < 0).toList();
        if (overdue.isEmpty() || !writing.get()) return;
        underWay = underWay.stream().filter(each -> each.deadline() - now >= 0).toList();
        overdue.forEach(this::fail);
    }

    private void fail(Ticket ticket) {
        late.increment();
        ticket.fail(unavailable());
    }

    private static Refusal unavailable() {
        return Refusal.of(ProblemType.UNAVAILABLE).retryAfter(SHORTLY);
    }
}
