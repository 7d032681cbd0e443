package org.goichung.quota;

import static org.assertj.core.api.Assertions.assertThat;
import static org.goichung.quota.TestQuota.claimed;
import static org.goichung.quota.TestQuota.sql;
import static org.goichung.support.Door.await;
import static org.goichung.support.Door.bean;

import io.quarkus.test.junit.QuarkusTest;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import org.goichung.negotiation.RollOver;
import org.goichung.platform.time.Clock;
import org.goichung.quota.store.DrawBatcher;
import org.goichung.quota.store.PoolDays;
import org.goichung.support.Service;
import org.junit.jupiter.api.Test;

/** What a union is told ahead: the day a pool runs dry, and the shares of its limit that were reached. */
@QuarkusTest
class ForecastTest {

    @Test
    void the_day_a_pool_runs_dry_is_told_by_what_was_taken_day_by_day() {
        var quota = TestQuota.granted(1_000, null, null);
        assertThat(quota.pool(Unit.LINE_CYCLE).runsDry()).isNull();
        PoolKey pool = quota.key(Unit.LINE_CYCLE);
        LocalDate today = bean(Clock.class).today();
        for (int day = 29; day >= 1; day--) drawOn(pool, today.minusDays(day), 10);
        await(() -> bean(PoolDays.class).sum());
        await(() -> bean(PoolDays.class).sum());
        assertThat(quota.pool(Unit.LINE_CYCLE).available()).isEqualTo(710);
        LocalDate dry = today.plusDays(71);
        assertThat(quota.pool(Unit.LINE_CYCLE).runsDry()).isEqualTo(new RunsDry(dry, dry, dry, "28-days"));
        assertThat(sql("SELECT sum(consumed)::bigint FROM quota_pool_day WHERE pool_id = $1", pool.poolId())
                        .getFirst()[0])
                .isEqualTo(290L);
        // today is not over
        await(() -> bean(DrawBatcher.class).submit(claimed(pool, 100)));
        await(() -> bean(PoolDays.class).sum());
        assertThat(quota.pool(Unit.LINE_CYCLE).runsDry().day()).isEqualTo(today.plusDays(61));
    }

    @Test
    void months_of_immense_usage_in_one_week_leave_the_pools_readable_and_the_days_summed() {
        List<TestQuota> pair = TestQuota.pairSince(1, RollOver.NONE, 40, 10, 1_000);
        LocalDate yesterday = bean(Clock.class).today().minusDays(1);
        for (PoolView pool : pair.getLast().pools())
            sql(
                    "INSERT INTO quota_pool_day (enterprise_id, pool_id, day, consumed) VALUES ($1, $2, $3, $4)",
                    pair.getLast().enterprise.value(),
                    pool.id(),
                    yesterday,
                    Long.MAX_VALUE);
        assertThat(pair.getLast().pools()).hasSize(4);
        PoolKey past = new PoolKey(
                pair.getLast().enterprise, pair.getLast().pools().getFirst().id());
        drawOn(past, yesterday, 5);
        await(() -> bean(PoolDays.class).sum());
        assertThat(sql("SELECT consumed FROM quota_pool_day WHERE pool_id = $1 AND day = $2", past.poolId(), yesterday)
                        .getFirst()[0])
                .isEqualTo(Long.MAX_VALUE);
    }

    @Test
    void usage_a_return_and_a_late_event_each_tell_a_share_once() {
        var quota = TestQuota.granted(100, 1_000L, null);
        PoolKey bytes = quota.key(Unit.BYTE);
        TestQuota.use(bytes, 500);
        TestQuota.onLocked(bytes, (sql, pool, now) -> {
            pool.unuse(100, UUID.randomUUID());
            pool.use(100, UUID.randomUUID(), now);
            return io.smallrye.mutiny.Uni.createFrom().voidItem();
        });
        assertThat(told(bytes)).containsExactly("50 entry 2 of 1000");
        TestQuota.onLocked(bytes, (sql, pool, now) -> {
            pool.giveBack(400, UUID.randomUUID());
            return io.smallrye.mutiny.Uni.createFrom().voidItem();
        });
        TestQuota.use(bytes, 500);
        assertThat(told(bytes))
                .containsExactly("50 entry 2 of 1000", "75 entry 5 of 600", "90 entry 6 of 600", "100 entry 6 of 600");
    }

    @Test
    void many_draws_are_one_change_told_a_second() {
        PoolKey pool = TestQuota.granted(1_000, null, null).key(Unit.LINE_CYCLE);
        long begun = System.nanoTime();
        var sent = IntStream.range(0, 400)
                .mapToObj(
                        each -> bean(DrawBatcher.class).submit(claimed(pool, 1)).subscribeAsCompletionStage())
                .toList();
        sent.forEach(CompletableFuture::join);
        Service.eventually("told of the last draw", Duration.ofSeconds(20), () -> changes(pool)
                .contains("400"));
        long seconds = Duration.ofNanos(System.nanoTime() - begun).toSeconds();
        assertThat((long) changes(pool).size()).isLessThanOrEqualTo(seconds + 2);
    }

    private static java.util.List<String> changes(PoolKey pool) {
        return sql(
                        "SELECT data ->> 'posted' FROM outbox_event WHERE key = $1 AND type = 'pool-changed' ORDER BY seq",
                        pool.poolId())
                .stream()
                .map(row -> (String) row[0])
                .toList();
    }

    private static java.util.List<String> told(PoolKey pool) {
        return sql("""
                        SELECT e.data ->> 'threshold', a.entry, e.data ->> 'limit'
                          FROM outbox_event e JOIN quota_alert a
                            ON a.pool_id = e.key AND a.threshold = (e.data ->> 'threshold')::int
                         WHERE e.key = $1 AND e.type = 'quota-threshold-reached' ORDER BY e.seq
                        """, pool.poolId()).stream()
                .map(row -> row[0] + " entry " + row[1] + " of " + row[2])
                .toList();
    }

    private static void drawOn(PoolKey key, LocalDate day, long amount) {
        TestQuota.onLockedAt(
                day.atTime(9, 0).atZone(Clock.VIETNAM).toInstant(), key, pool -> pool.draw(amount, UUID.randomUUID()));
    }
}
