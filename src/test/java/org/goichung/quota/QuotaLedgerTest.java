package org.goichung.quota;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.goichung.quota.TestQuota.claimed;
import static org.goichung.quota.TestQuota.mismatches;
import static org.goichung.quota.TestQuota.sql;
import static org.goichung.support.Door.await;
import static org.goichung.support.Door.bean;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.quarkus.test.junit.QuarkusTest;
import io.vertx.core.Vertx;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicLong;
import org.goichung.platform.database.Transactions;
import org.goichung.platform.problem.ProblemType;
import org.goichung.platform.problem.Refusal;
import org.goichung.platform.time.Clock;
import org.goichung.quota.model.Answered;
import org.goichung.quota.model.Claimed;
import org.goichung.quota.model.Outcome;
import org.goichung.quota.model.Settled;
import org.goichung.quota.store.DrawBatcher;
import org.goichung.quota.store.KeyStore;
import org.goichung.quota.store.PoolChanges;
import org.goichung.quota.store.PoolStore;
import org.goichung.quota.store.QuotaLedger;
import org.goichung.quota.store.ReservationExpiry;
import org.goichung.quota.store.ReservationStore;
import org.goichung.quota.store.TransferStore;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** The ledger on a real database, under those who race for it. */
@QuarkusTest
class QuotaLedgerTest {

    @AfterEach
    void balances_are_the_sums_of_entries() {
        assertThat(mismatches()).isZero();
    }

    @Test
    void of_eight_five_and_two_out_of_ten_eight_and_two_are_taken() {
        PoolKey pool = TestQuota.granted(10, null, null).key(Unit.LINE_CYCLE);
        List<Answered> answers = await(
                () -> bean(QuotaLedger.class).settle(List.of(claimed(pool, 8), claimed(pool, 5), claimed(pool, 2))));
        assertThat(answers).extracting(QuotaLedgerTest::isDone).containsExactly(true, false, true);
    }

    @Test
    void an_unknown_pool_is_not_found_and_spends_no_key() {
        var quota = TestQuota.granted(10, null, null);
        UUID key = UUID.randomUUID();
        var nowhere = new PoolKey(quota.enterprise, UUID.randomUUID());
        assertThat(await(() -> bean(QuotaLedger.class).settle(List.of(claimed(key, nowhere, 1)))))
                .containsExactly(Answered.UNKNOWN_POOL);
        assertThat(sql("SELECT 1 FROM quota_draw_key WHERE key_hash = $1", key)).isEmpty();
    }

    @Test
    void thirty_two_clients_on_hot_and_cold_pools_oversell_nothing_and_lose_nothing() throws Exception {
        long seed = System.nanoTime();
        System.out.println("QuotaLedgerTest seed " + seed);
        List<PoolKey> pools = new ArrayList<>();
        pools.add(TestQuota.granted(700, null, null).key(Unit.LINE_CYCLE));
        for (int i = 0; i < 8; i++) pools.add(TestQuota.granted(120, null, null).key(Unit.LINE_CYCLE));
        var batchers = List.of(bean(DrawBatcher.class), secondInstance());
        var acknowledged = new ConcurrentHashMap<UUID, AtomicLong>();
        try (var clients = Executors.newFixedThreadPool(32)) {
            var running = new ArrayList<CompletableFuture<Void>>();
            for (int client = 0; client < 32; client++) {
                var random = new SplittableRandom(seed + client);
                running.add(CompletableFuture.runAsync(
                        () -> {
                            for (int i = 0; i < 40; i++) {
                                PoolKey pool = random.nextBoolean() ? pools.getFirst() : pools.get(random.nextInt(9));
                                long amount = 1 + random.nextInt(5);
                                Claimed order = claimed(pool, amount);
                                // every third is sent twice, to different instances
                                var first = submit(batchers.get(random.nextInt(2)), order);
                                if (i % 3 == 0) {
                                    var second = submit(batchers.get(random.nextInt(2)), order);
                                    assertThat(second.join().outcome())
                                            .isEqualTo(first.join().outcome());
                                }
                                if (first.join().outcome() instanceof Outcome.Done)
                                    acknowledged
                                            .computeIfAbsent(pool.poolId(), id -> new AtomicLong())
                                            .addAndGet(amount);
                            }
                        },
                        clients));
            }
            CompletableFuture.allOf(running.toArray(CompletableFuture[]::new)).get();
        }
        for (PoolKey pool : pools) {
            Object[] row = sql(
                            "SELECT posted, quota_limit, last_entry FROM quota_pool WHERE pool_id = $1", pool.poolId())
                    .getFirst();
            assertThat((Long) row[0])
                    .isEqualTo(acknowledged
                            .getOrDefault(pool.poolId(), new AtomicLong())
                            .get())
                    .isLessThanOrEqualTo((Long) row[1]);
        }
        assertThat((Long) sql(
                                "SELECT posted FROM quota_pool WHERE pool_id = $1",
                                pools.getFirst().poolId())
                        .getFirst()[0])
                .isGreaterThan(690);
    }

    @Test
    void one_key_at_two_instances_debits_once() {
        PoolKey pool = TestQuota.granted(1_000, null, null).key(Unit.LINE_CYCLE);
        var one = bean(DrawBatcher.class);
        var other = secondInstance();
        for (int round = 0; round < 40; round++) {
            UUID key = UUID.randomUUID();
            var left = submit(one, claimed(key, pool, 3));
            var right = submit(other, claimed(key, pool, 3));
            assertThat(left.join().outcome()).isEqualTo(right.join().outcome());
            assertThat(left.join().replayed()).isNotEqualTo(right.join().replayed());
        }
        assertThat(sql("SELECT posted FROM quota_pool WHERE pool_id = $1", pool.poolId())
                        .getFirst()[0])
                .isEqualTo(120L);
    }

    @Test
    void one_key_for_two_pools_at_two_instances_debits_one_of_them() {
        // no pool's lock is common to both: only the key itself tells that they are the same
        List<PoolKey> pools = List.of(
                TestQuota.granted(1_000, null, null).key(Unit.LINE_CYCLE),
                TestQuota.granted(1_000, null, null).key(Unit.LINE_CYCLE));
        var one = bean(DrawBatcher.class);
        var other = secondInstance();
        for (int round = 0; round < 40; round++) {
            UUID key = UUID.randomUUID();
            var left = submit(one, claimed(key, pools.getFirst(), 3));
            var right = submit(other, claimed(key, pools.getLast(), 3));
            assertThat(left.join().outcome()).isEqualTo(right.join().outcome());
            assertThat(left.join().replayed()).isNotEqualTo(right.join().replayed());
        }
        assertThat(sql("SELECT sum(posted)::bigint FROM quota_pool WHERE pool_id = ANY ($1)", (Object)
                                pools.stream().map(PoolKey::poolId).toArray(UUID[]::new))
                        .getFirst()[0])
                .isEqualTo(120L);
    }

    @Test
    void another_body_under_a_known_key_is_turned_away() {
        PoolKey pool = TestQuota.granted(10, null, null).key(Unit.LINE_CYCLE);
        UUID key = UUID.randomUUID();
        submit(bean(DrawBatcher.class), claimed(key, pool, 1)).join();
        assertThatThrownBy(() ->
                        submit(bean(DrawBatcher.class), claimed(key, pool, 2)).join())
                .isInstanceOf(CompletionException.class)
                .cause()
                .isInstanceOfSatisfying(Refusal.class, refusal -> assertThat(refusal.type())
                        .isEqualTo(ProblemType.IDEMPOTENCY_KEY_REUSED));
    }

    @Test
    void a_full_queue_is_told_at_once() {
        PoolKey pool = TestQuota.granted(10_000, null, null).key(Unit.LINE_CYCLE);
        var tiny = new DrawBatcher(ledger(), bean(Vertx.class), new SimpleMeterRegistry(), 2, Duration.ofSeconds(20));
        var sent = new ArrayList<CompletableFuture<Settled>>();
        for (int i = 0; i < 200; i++) sent.add(submit(tiny, claimed(pool, 1)));
        long refused = sent.stream().filter(QuotaLedgerTest::wasTurnedAway).count();
        assertThat(refused).isBetween(1L, 199L);
        assertThat(sql("SELECT posted FROM quota_pool WHERE pool_id = $1", pool.poolId())
                        .getFirst()[0])
                .isEqualTo(200 - refused);
    }

    @Test
    void the_order_at_fault_alone_fails_in_its_batch() {
        PoolKey pool = TestQuota.granted(100, null, null).key(Unit.LINE_CYCLE);
        var batcher = bean(DrawBatcher.class);
        // a draw of nothing passes no door; here it breaks a key's row as a poisoned order would
        var poisoned = new Claimed(
                UUID.randomUUID(),
                new UUID(0, 0),
                org.goichung.platform.http.Language.VI,
                new org.goichung.quota.model.Order.Reserve(pool, UUID.randomUUID(), -1, 60));
        var before = submit(batcher, claimed(pool, 1));
        var fault = submit(batcher, poisoned);
        var after = submit(batcher, claimed(pool, 1));
        assertThat(before.join().outcome()).isInstanceOf(Outcome.Done.class);
        assertThat(after.join().outcome()).isInstanceOf(Outcome.Done.class);
        assertThatThrownBy(fault::join).isInstanceOf(CompletionException.class);
        assertThat(sql("SELECT posted, reserved FROM quota_pool WHERE pool_id = $1", pool.poolId())
                        .getFirst())
                .containsExactly(2L, 0L);
    }

    @Test
    void an_enrolment_holds_its_line_and_its_dong_together_or_neither() {
        var quota = TestQuota.granted(5, null, 100_000L);
        var service = bean(QuotaService.class);
        UUID enrolment = UUID.randomUUID();
        var expires = bean(Clock.class).instant().plusSeconds(600);
        var hold = await(() -> service.holdForEnrolment(
                enrolment, quota.enterprise, quota.agreement, quota.packageVersion, 60_000, expires));
        var again = await(() -> service.holdForEnrolment(
                enrolment, quota.enterprise, quota.agreement, quota.packageVersion, 60_000, expires));
        assertThat(again.fundVnd()).isEqualTo(hold.fundVnd()).isEqualTo(60_000);
        assertThat(quota.pool(Unit.LINE_CYCLE).reserved()).isEqualTo(1);
        assertThatThrownBy(() -> await(() -> service.holdForEnrolment(
                        UUID.randomUUID(), quota.enterprise, quota.agreement, quota.packageVersion, 60_000, expires)))
                .isInstanceOfSatisfying(
                        Refusal.class, refusal -> assertThat(refusal.type()).isEqualTo(ProblemType.QUOTA_EXHAUSTED));
        assertThat(quota.pool(Unit.LINE_CYCLE).reserved()).isEqualTo(1);
        await(() -> service.keepHold(enrolment));
        await(() -> service.postHold(enrolment));
        await(() -> service.postHold(enrolment));
        assertThat(quota.pool(Unit.LINE_CYCLE).posted()).isEqualTo(1);
        assertThat(quota.pool(Unit.VND).posted()).isEqualTo(60_000);
        assertThatThrownBy(() -> await(() -> service.voidHold(enrolment))).isInstanceOf(Refusal.class);
    }

    @Test
    void a_hold_may_be_given_back_twice_and_a_new_one_made_behind_an_expired_one() {
        var quota = TestQuota.granted(1, null, null);
        var service = bean(QuotaService.class);
        UUID enrolment = UUID.randomUUID();
        var now = bean(Clock.class).instant();
        await(() -> service.holdForEnrolment(
                enrolment, quota.enterprise, quota.agreement, quota.packageVersion, 0, now.minusSeconds(1)));
        await(() -> service.holdForEnrolment(
                enrolment, quota.enterprise, quota.agreement, quota.packageVersion, 0, now.plusSeconds(60)));
        assertThat(quota.pool(Unit.LINE_CYCLE).reserved()).isEqualTo(1);
        await(() -> service.voidHold(enrolment));
        await(() -> service.voidHold(enrolment));
        assertThat(quota.pool(Unit.LINE_CYCLE).available()).isEqualTo(1);
    }

    @Test
    void a_hold_whose_time_is_over_is_given_back_and_told() {
        var quota = TestQuota.granted(1, null, null);
        UUID enrolment = UUID.randomUUID();
        await(() -> bean(QuotaService.class)
                .holdForEnrolment(
                        enrolment,
                        quota.enterprise,
                        quota.agreement,
                        quota.packageVersion,
                        0,
                        bean(Clock.class).instant().minusSeconds(1)));
        await(() -> bean(ReservationExpiry.class).expire());
        assertThat(quota.pool(Unit.LINE_CYCLE).available()).isEqualTo(1);
        UUID reservation = (UUID) sql(
                        "SELECT reservation_id FROM quota_reservation WHERE enrolment_id = $1 AND state = 'expired'",
                        enrolment)
                .getFirst()[0];
        assertThat(sql("SELECT type FROM outbox_event WHERE subject = $1", reservation))
                .extracting(row -> row[0])
                .containsExactly("reservation-expired");
    }

    @Test
    void each_alert_is_told_once_to_the_enterprise_and_the_carrier() {
        var quota = TestQuota.granted(100, null, null);
        PoolKey pool = quota.key(Unit.LINE_CYCLE);
        for (long amount : new long[] {49, 1, 30, 20})
            submit(bean(DrawBatcher.class), claimed(pool, amount)).join();
        assertThat(sql(
                        "SELECT data ->> 'threshold', audience FROM outbox_event WHERE key = $1 AND type = 'quota-threshold-reached' ORDER BY seq",
                        pool.poolId()))
                .extracting(row -> row[0])
                .containsExactly("50", "75", "90", "100");
    }

    private static DrawBatcher secondInstance() {
        return new DrawBatcher(ledger(), bean(Vertx.class), new SimpleMeterRegistry(), 16_384, Duration.ofSeconds(20));
    }

    private static QuotaLedger ledger() {
        return new QuotaLedger(
                bean(Transactions.class),
                bean(PoolStore.class),
                bean(ReservationStore.class),
                bean(KeyStore.class),
                bean(PoolChanges.class),
                bean(TransferStore.class));
    }

    private static CompletableFuture<Settled> submit(DrawBatcher batcher, Claimed order) {
        return batcher.submit(order).subscribeAsCompletionStage();
    }

    private static boolean isDone(Answered answered) {
        return answered instanceof Answered.Stored stored && stored.settled().outcome() instanceof Outcome.Done;
    }

    private static boolean wasTurnedAway(CompletableFuture<Settled> sent) {
        try {
            sent.join();
            return false;
        } catch (CompletionException refused) {
            return refused.getCause() instanceof Refusal refusal && refusal.type() == ProblemType.TOO_MANY_REQUESTS;
        }
    }
}
