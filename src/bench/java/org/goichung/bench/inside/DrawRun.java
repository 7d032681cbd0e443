package org.goichung.bench.inside;

import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.subscription.UniEmitter;
import io.vertx.core.Context;
import io.vertx.core.Vertx;
import io.vertx.core.impl.VertxInternal;
import java.util.Arrays;
import java.util.SplittableRandom;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.LongAdder;
import java.util.concurrent.locks.LockSupport;

/** One order being done, on event loops as the server's requests are. */
final class DrawRun {
    private static final int LOOPS = 2;
    private static final long ANSWERED_WITHIN = 60_000_000_000L;

    private final DrawOrder order;
    private final Way way;
    private final Spread spread;
    private final Context[] loops = new Context[LOOPS];
    private final LongAdder acknowledged = new LongAdder();
    private final LongAdder refused = new LongAdder();
    private final LongAdder failed = new LongAdder();
    private final LongAdder inWindow = new LongAdder();
    private final AtomicInteger left = new AtomicInteger();
    private long from;
    private long until;

    DrawRun(DrawOrder order, Way way, Spread spread, Vertx vertx) {
        this.order = order;
        this.way = way;
        this.spread = spread;
        for (int i = 0; i < LOOPS; i++) loops[i] = ((VertxInternal) vertx).createEventLoopContext();
    }

    Uni<Drawn> run() {
        from = System.nanoTime() + order.warmMillis() * 1_000_000L;
        until = from + order.millis() * 1_000_000L;
        return order.perSecond() > 0 ? arrivals() : callers();
    }

    private Uni<Drawn> callers() {
        return Uni.createFrom().emitter(ended -> {
            left.set(order.callers());
            var random = new SplittableRandom(order.seed());
            for (int i = 0; i < order.callers(); i++) {
                SplittableRandom own = random.split();
                loops[i % LOOPS].runOnContext(start -> ask(own, ended));
            }
        });
    }

    private void ask(SplittableRandom random, UniEmitter<? super Drawn> ended) {
        way.draw(spread.next(random))
                .subscribe()
                .with(
                        drawn -> {
                            (drawn ? acknowledged : refused).increment();
                            askAgain(random, drawn, ended);
                        },
                        failure -> {
                            failed.increment();
                            askAgain(random, false, ended);
                        });
    }

    private void askAgain(SplittableRandom random, boolean drawn, UniEmitter<? super Drawn> ended) {
        long now = System.nanoTime();
        if (now < until) {
            if (drawn && now >= from) inWindow.increment();
            ask(random, ended);
        } else if (left.decrementAndGet() == 0) ended.complete(result(new long[0]));
    }

    private Uni<Drawn> arrivals() {
        return Uni.createFrom().item(() -> {
            int warm = (int) ((long) order.perSecond() * order.warmMillis() / 1_000);
            int count = warm + (int) ((long) order.perSecond() * order.millis() / 1_000);
            long[] latencies = new long[count];
            left.set(count);
            var random = new SplittableRandom(order.seed());
            double at = System.nanoTime();
            for (int i = 0; i < count; i++) {
                // Poisson: they do not wait for each other
                at += -Math.log(1 - random.nextDouble()) * 1e9 / order.perSecond();
                arrive(latencies, i, (long) at, random);
            }
            long deadline = System.nanoTime() + ANSWERED_WITHIN;
            while (left.get() > 0 && System.nanoTime() < deadline) LockSupport.parkNanos(1_000_000);
            return result(Arrays.copyOfRange(latencies, warm, count));
        });
    }

    private void arrive(long[] latencies, int place, long intended, SplittableRandom random) {
        for (long early = intended - System.nanoTime(); early > 0; early = intended - System.nanoTime())
            LockSupport.parkNanos(early);
        var pool = spread.next(random);
        loops[place % LOOPS].runOnContext(start -> way.draw(pool)
                .onItemOrFailure()
                .invoke((drawn, failure) -> {
                    latencies[place] = System.nanoTime() - intended;
                    if (failure != null) failed.increment();
                    else (drawn ? acknowledged : refused).increment();
                    left.decrementAndGet();
                })
                .subscribe()
                .with(done -> {}, failure -> {}));
    }

    private Drawn result(long[] latencies) {
        Arrays.sort(latencies);
        int size = latencies.length;
        return new Drawn(
                acknowledged.sum(),
                refused.sum(),
                failed.sum() + Math.max(0, left.get()),
                size > 0 ? size : inWindow.sum(),
                order.millis() / 1e3,
                size == 0 ? 0 : latencies[size / 2] / 1_000,
                size == 0 ? 0 : latencies[Math.min(size - 1, size * 99 / 100)] / 1_000,
                size == 0 ? 0 : latencies[size - 1] / 1_000);
    }
}
