package org.goichung.quota.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.time.YearMonth;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.goichung.platform.http.Language;
import org.goichung.platform.identity.EnterpriseId;
import org.goichung.platform.problem.ProblemType;
import org.goichung.quota.Period;
import org.goichung.quota.PoolKey;
import org.junit.jupiter.api.Test;

class DecisionTest {
    private static final Instant NOW = Instant.parse("2026-11-24T03:00:00Z");
    private static final PoolKey KEY = new PoolKey(new EnterpriseId(UUID.randomUUID()), UUID.randomUUID());

    @Test
    void near_exhaustion_each_is_decided_after_the_other_so_what_fits_is_taken() {
        Pool pool = pool(10, Pool.State.OPEN, false);
        var decision = new Decision(Map.of(KEY.poolId(), pool), Map.of(), NOW);
        assertThat(decision.decide(draw(8))).isInstanceOf(Outcome.Done.class);
        assertThat(decision.decide(draw(5)))
                .isEqualTo(new Outcome.Refused(ProblemType.QUOTA_EXHAUSTED, KEY.poolId(), 5, 2, null));
        assertThat(decision.decide(draw(2))).isInstanceOf(Outcome.Done.class);
        assertThat(pool.balances().posted()).isEqualTo(10);
        assertThat(pool.balances().available()).isZero();
    }

    @Test
    void entries_are_numbered_without_gaps_and_add_up_to_the_balances() {
        Pool pool = pool(100, Pool.State.OPEN, false);
        pool.draw(30, UUID.randomUUID());
        pool.reserve(20, UUID.randomUUID());
        pool.use(70, UUID.randomUUID(), NOW);
        pool.unuse(25, UUID.randomUUID());
        assertThat(pool.entries()).extracting(Entry::number).containsExactly(2L, 3L, 4L, 5L);
        assertThat(pool.entries().stream().mapToLong(Entry::posted).sum())
                .isEqualTo(pool.balances().posted())
                .isEqualTo(75);
        assertThat(pool.entries().stream().mapToLong(Entry::reserved).sum()).isEqualTo(20);
        assertThat(pool.balances().overused()).isZero();
    }

    @Test
    void use_posts_up_to_what_is_available_the_rest_is_overuse_and_a_lower_amendment_takes_from_overuse_first() {
        Pool pool = pool(10, Pool.State.OPEN, false);
        pool.use(14, UUID.randomUUID(), NOW);
        assertThat(pool.balances().posted()).isEqualTo(10);
        assertThat(pool.balances().overused()).isEqualTo(4);
        pool.unuse(5, UUID.randomUUID());
        assertThat(pool.balances().overused()).isZero();
        assertThat(pool.balances().posted()).isEqualTo(9);
    }

    @Test
    void a_closed_periods_usage_is_overuse_and_nothing_is_taken_out_of_it() {
        Pool closed = pool(10, Pool.State.CLOSED, false);
        closed.use(3, UUID.randomUUID(), NOW);
        assertThat(closed.balances().posted()).isZero();
        assertThat(closed.balances().overused()).isEqualTo(3);
        assertThat(closed.admits(1, NOW)).isEqualTo(Admission.PERIOD_CLOSED);
        assertThat(pool(10, Pool.State.OPEN, true).admits(1, NOW)).isEqualTo(Admission.POOL_FROZEN);
    }

    @Test
    void a_reservation_ends_once_and_its_unposted_part_goes_back() {
        Pool pool = pool(10, Pool.State.OPEN, false);
        pool.reserve(6, new UUID(0, 1));
        var reservation = new Reservation(new UUID(0, 1), KEY, 6, 0, Reservation.State.PENDING, NOW.plusSeconds(5));
        var decision = new Decision(Map.of(KEY.poolId(), pool), Map.of(reservation.id(), reservation), NOW);
        assertThat(decision.decide(new Order.Post(KEY, reservation.id(), 7L)))
                .isEqualTo(new Outcome.Refused(ProblemType.MORE_THAN_RESERVED, KEY.poolId(), 7, 6, null));
        assertThat(decision.decide(new Order.Post(KEY, reservation.id(), 4L))).isInstanceOf(Outcome.Done.class);
        assertThat(pool.balances().reserved()).isZero();
        assertThat(pool.balances().posted()).isEqualTo(4);
        assertThat(decision.decide(new Order.Void(KEY, reservation.id())))
                .isEqualTo(new Outcome.Refused(ProblemType.RESERVATION_ENDED, KEY.poolId(), 6, 0, "posted"));
    }

    @Test
    void a_reservation_whose_time_is_over_is_expired_though_no_job_has_seen_it() {
        Pool pool = pool(10, Pool.State.OPEN, false);
        pool.reserve(6, new UUID(0, 1));
        var late = new Reservation(new UUID(0, 1), KEY, 6, 0, Reservation.State.PENDING, NOW);
        var decision = new Decision(Map.of(KEY.poolId(), pool), Map.of(late.id(), late), NOW);
        assertThat(decision.decide(new Order.Post(KEY, late.id(), null)))
                .isEqualTo(new Outcome.Refused(ProblemType.RESERVATION_ENDED, KEY.poolId(), 6, 0, "expired"));
    }

    @Test
    void the_same_key_twice_in_a_batch_is_decided_once() {
        var first = claimed(1, 7, draw(3));
        var fold = new Fold(List.of(first, claimed(1, 7, draw(3)), claimed(1, 8, draw(4)), claimed(2, 7, draw(5))));
        assertThat(fold.leaders()).hasSize(2);
        assertThat(fold.leftOver()).extracting(Claimed::body).containsExactly(new UUID(0, 8));
        var outcome = new Outcome.Done(Order.Kind.DRAW, new UUID(0, 1), KEY.poolId(), 3, 0, null, NOW, null);
        var answers = fold.unfold(
                leader -> new Answered.Stored(new Settled(outcome, Language.VI, false)), List.of(Answered.KEY_REUSED));
        assertThat(answers.get(1)).isEqualTo(new Answered.Stored(new Settled(outcome, Language.VI, true)));
        assertThat(answers.get(2)).isEqualTo(Answered.KEY_REUSED);
        assertThat(answers.get(3)).isEqualTo(answers.get(0));
    }

    @Test
    void each_threshold_is_told_once_also_where_one_step_crosses_several() {
        Pool pool = pool(100, Pool.State.OPEN, false);
        pool.draw(49, UUID.randomUUID());
        assertThat(pool.crossings()).isEmpty();
        pool.draw(1, UUID.randomUUID());
        pool.use(45, UUID.randomUUID(), NOW);
        assertThat(pool.crossings())
                .extracting(each -> each.threshold() + " by " + each.entry())
                .containsExactly("50 by 3", "75 by 4", "90 by 4");
        assertThat(Threshold.reached(Long.MAX_VALUE, Long.MAX_VALUE)).isEqualTo(100);
        assertThat(Threshold.reached(Long.MAX_VALUE / 2, Long.MAX_VALUE)).isZero();
        assertThat(Threshold.reached(0, 0)).isZero();
        assertThat(Threshold.reached(5, 0)).isEqualTo(100);
    }

    @Test
    void a_shrinking_limit_is_told_a_close_is_not() {
        Pool pool = pool(100, Pool.State.OPEN, false);
        pool.draw(30, UUID.randomUUID());
        pool.giveBack(40, UUID.randomUUID());
        assertThat(pool.crossings()).extracting(Pool.Crossing::threshold).containsExactly(50);
        pool.reserve(20, UUID.randomUUID());
        pool.transferOut(20, 0, UUID.randomUUID());
        assertThat(pool.crossings()).extracting(Pool.Crossing::threshold).containsExactly(50, 75);
        pool.carryOut(pool.balances().available(), UUID.randomUUID());
        assertThat(pool.balances().limit()).isEqualTo(30);
        assertThat(pool.crossings()).hasSize(2);
    }

    @Test
    void what_was_told_is_not_told_again_when_use_was_taken_back() {
        Pool pool = pool(100, Pool.State.OPEN, false);
        pool.use(60, UUID.randomUUID(), NOW);
        pool.unuse(60, UUID.randomUUID());
        pool.use(60, UUID.randomUUID(), NOW);
        assertThat(pool.crossings()).extracting(Pool.Crossing::threshold).containsExactly(50);
    }

    @Test
    void a_month_begins_and_ends_in_vietnam() {
        assertThat(Period.of(Instant.parse("2026-11-30T16:59:59.999Z"))).hasToString("2026-11");
        assertThat(Period.of(Instant.parse("2026-11-30T17:00:00Z"))).hasToString("2026-12");
        assertThat(new Period(YearMonth.of(2026, 12)).end()).isEqualTo(Instant.parse("2026-12-31T17:00:00Z"));
    }

    @Test
    void a_sum_beyond_long_is_an_error() {
        Pool pool = pool(Long.MAX_VALUE, Pool.State.OPEN, false);
        assertThatThrownBy(() -> pool.grant(1, UUID.randomUUID())).isInstanceOf(ArithmeticException.class);
    }

    private static Order draw(long amount) {
        return new Order.Draw(KEY, UUID.randomUUID(), amount);
    }

    private static Claimed claimed(long key, long body, Order order) {
        return new Claimed(new UUID(0, key), new UUID(0, body), Language.VI, order);
    }

    private static Pool pool(long granted, Pool.State state, boolean frozen) {
        return TestPools.pool(KEY, state, frozen, new Balances(granted, 0, 0, 0, 0, 0, 0, 0, 0), 0);
    }
}
