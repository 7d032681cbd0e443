package org.goichung.quota.store;

import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.subscription.UniEmitter;
import io.vertx.core.Context;
import io.vertx.pgclient.PgException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.atomic.AtomicInteger;
import org.goichung.platform.identity.EnterpriseId;
import org.goichung.platform.problem.ProblemType;
import org.goichung.platform.problem.Refusal;
import org.goichung.quota.model.Answered;
import org.goichung.quota.model.Claimed;
import org.goichung.quota.model.Settled;
import org.jspecify.annotations.Nullable;

/**
 * One queue of orders and its writers. Where more wait than one batch takes, the next is with the database while one is committed, and
 * waits there for the pools that both need; so a hot pool never waits for us.
 */
final class DrawLane {
    static final int MAX_BATCH = 1_024;
    private static final int AT_ONCE = 2;
    private static final int MAX_RETRIES = 5;
    private static final Duration LONGEST_BATCH = Duration.ofSeconds(30);
    private static final Duration SHORTLY = Duration.ofSeconds(1);
    /** Deadlock, serialization, a key stored by another meanwhile: nothing is wrong with the orders. */
    private static final Set<String> TRY_AGAIN = Set.of("40P01", "40001");

    private final QuotaLedger ledger;
    private final Context writer;
    private final BlockingQueue<Ticket> queue;
    private final Waiting waiting;
    private final AtomicInteger writing = new AtomicInteger();
    /** Of the writer's context alone. */
    private final Set<List<Ticket>> underWay = Collections.newSetFromMap(new IdentityHashMap<>());

    /** @param waiting where each order of the queue has its place */
    DrawLane(QuotaLedger ledger, Context writer, Waiting waiting, int places) {
        this.ledger = ledger;
        this.writer = writer;
        this.waiting = waiting;
        this.queue = new ArrayBlockingQueue<>(places);
    }

    /** An order that waits for its outcome. */
    static final class Ticket {
        private final Claimed claimed;
        private final UniEmitter<? super Settled> answer;
        private final @Nullable Context caller;
        private final long deadline;
        private boolean told;

        Ticket(Claimed claimed, UniEmitter<? super Settled> answer, @Nullable Context caller, long deadline) {
            this.claimed = claimed;
            this.answer = answer;
            this.caller = caller;
            this.deadline = deadline;
        }

        EnterpriseId enterprise() {
            return claimed.order().pool().enterpriseId();
        }

        private void settle(Answered answered) {
            switch (answered) {
                case Answered.Stored stored -> on(() -> answer.complete(stored.settled()));
                case Answered.TurnedAway away -> fail(Refusal.of(away.type()));
            }
        }

        private void fail(Throwable failure) {
            on(() -> answer.fail(failure));
        }

        /** The caller goes on where it waited. */
        private void on(Runnable step) {
            if (told) return;
            told = true;
            if (caller == null) step.run();
            else caller.runOnContext(ignored -> step.run());
        }
    }

    /** One that was given a place. */
    void add(Ticket ticket) {
        queue.add(ticket);
        wake();
    }

    private void wake() {
        if (isWorthABatch()) writer.runOnContext(ignored -> next());
    }

    /** Whatever waits, where nothing is under way; beside a batch under way, a full one. */
    private boolean isWorthABatch() {
        int batches = writing.get();
        return batches < AT_ONCE && queue.size() >= (batches == 0 ? 1 : MAX_BATCH);
    }

    private void next() {
        if (!isWorthABatch()) return;
        List<Ticket> batch = new ArrayList<>(Math.min(MAX_BATCH, queue.size()));
        queue.drainTo(batch, MAX_BATCH);
        for (Ticket each : batch) waiting.leave(each.enterprise());
        writing.incrementAndGet();
        underWay.add(batch);
        write(batch, 0)
                .ifNoItem()
                .after(LONGEST_BATCH)
                .fail()
                .subscribe()
                .with(done -> end(batch), failure -> writer.runOnContext(ignored -> giveUp(batch)));
    }

    private void giveUp(List<Ticket> batch) {
        batch.forEach(ticket -> ticket.fail(unavailable()));
        end(batch);
    }

    private void end(List<Ticket> batch) {
        underWay.remove(batch);
        writing.decrementAndGet();
        next();
    }

    private Uni<Void> write(List<Ticket> batch, int tries) {
        return ledger.settle(batch.stream().map(ticket -> ticket.claimed).toList())
                .invoke(answers -> {
                    for (int i = 0; i < answers.size(); i++) batch.get(i).settle(answers.get(i));
                })
                .replaceWithVoid()
                .onFailure()
                .recoverWithUni(failure -> mend(batch, tries, failure));
    }

    private Uni<Void> mend(List<Ticket> batch, int tries, Throwable failure) {
        if (isToBeTriedAgain(failure) && tries < MAX_RETRIES) return write(batch, tries + 1);
        if (!isOfTheOrders(failure)) {
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
        return failure instanceof PgException pg
                && (TRY_AGAIN.contains(String.valueOf(pg.getSqlState())) || KeyStore.UNIQUE.equals(pg.getConstraint()));
    }

    /** Answers what has waited too long, though the writer is stuck: in the queue for good, under way without taking it back. */
    void sweep(Runnable late) {
        writer.runOnContext(ignored -> {
            long now = System.nanoTime();
            for (Ticket head = queue.peek(); head != null && head.deadline - now < 0; head = queue.peek())
                if (queue.remove(head)) {
                    waiting.leave(head.enterprise());
                    failLate(head, late);
                }
            for (List<Ticket> batch : underWay)
                for (Ticket each : batch) if (each.deadline - now < 0 && !each.told) failLate(each, late);
        });
    }

    private static void failLate(Ticket ticket, Runnable late) {
        late.run();
        ticket.fail(unavailable());
    }

    private static Refusal unavailable() {
        return Refusal.of(ProblemType.UNAVAILABLE).retryAfter(SHORTLY);
    }
}
