package org.goichung.quota.store;

import static org.assertj.core.api.Assertions.assertThat;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.smallrye.mutiny.Uni;
import io.vertx.core.Vertx;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import org.goichung.platform.http.Language;
import org.goichung.platform.identity.EnterpriseId;
import org.goichung.platform.problem.ProblemType;
import org.goichung.platform.problem.Refusal;
import org.goichung.quota.PoolKey;
import org.goichung.quota.model.Answered;
import org.goichung.quota.model.Claimed;
import org.goichung.quota.model.Order;
import org.goichung.quota.model.Settled;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** What waits while the database takes nothing. */
class FairQueueTest {
    private final Vertx vertx = Vertx.vertx();

    @AfterEach
    void end() {
        vertx.close();
    }

    @Test
    void however_much_a_hot_enterprise_sends_each_other_finds_a_place() {
        for (int places : List.of(64, 1_000, 16_384)) {
            DrawBatcher batcher = stuck(places);
            PoolKey hot = pool();
            List<CompletableFuture<Settled>> flood = IntStream.range(0, 2 * places + 5_000)
                    .mapToObj(i -> submit(batcher, hot))
                    .toList();
            assertThat(flood.getLast()).as("a queue of %d is bounded", places).isCompletedExceptionally();
            // of whatever lane they are
            for (int i = 0; i < places / 4; i++)
                assertThat(submit(batcher, pool())).as("%d places", places).isNotDone();
        }
    }

    @Test
    void a_queue_holds_no_more_than_it_has_places() {
        DrawBatcher batcher = stuck(64);
        long taken = IntStream.range(0, 5_000)
                .mapToObj(i -> submit(batcher, pool()))
                .filter(sent -> !sent.isCompletedExceptionally())
                .count();
        // beside those that wait, what each lane has handed over
        assertThat(taken).isBetween(64L, 64L + 2 * 64);
    }

    @Test
    void who_waited_for_as_long_as_a_draw_may_before_it_came_here_is_told_at_once() {
        DrawBatcher batcher = stuck(64);
        var order = new Claimed(
                UUID.randomUUID(), new UUID(0, 1), Language.VI, new Order.Draw(pool(), UUID.randomUUID(), 1));
        long longAgo = System.nanoTime() - Duration.ofHours(2).toNanos();
        assertThat(batcher.submit(order, longAgo).subscribeAsCompletionStage())
                .failsWithin(Duration.ofSeconds(10))
                .withThrowableThat()
                .havingCause()
                .isInstanceOfSatisfying(
                        Refusal.class, told -> assertThat(told.type()).isEqualTo(ProblemType.UNAVAILABLE));
    }

    private DrawBatcher stuck(int places) {
        var ledger = new QuotaLedger(null, null, null, null, null, null) {
            @Override
            public Uni<List<Answered>> settle(List<Claimed> orders) {
                return Uni.createFrom().nothing();
            }
        };
        return new DrawBatcher(ledger, vertx, new SimpleMeterRegistry(), places, Duration.ofHours(1));
    }

    private static CompletableFuture<Settled> submit(DrawBatcher batcher, PoolKey pool) {
        return batcher.submit(new Claimed(
                        UUID.randomUUID(), new UUID(0, 1), Language.VI, new Order.Draw(pool, UUID.randomUUID(), 1)))
                .subscribeAsCompletionStage();
    }

    private static PoolKey pool() {
        return new PoolKey(new EnterpriseId(UUID.randomUUID()), UUID.randomUUID());
    }
}
