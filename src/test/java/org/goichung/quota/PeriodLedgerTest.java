package org.goichung.quota;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.goichung.quota.TestQuota.claimed;
import static org.goichung.quota.TestQuota.sql;
import static org.goichung.support.Door.await;
import static org.goichung.support.Door.bean;

import io.quarkus.test.junit.QuarkusTest;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import org.goichung.negotiation.RollOver;
import org.goichung.platform.identity.EnterpriseId;
import org.goichung.platform.problem.ProblemType;
import org.goichung.platform.time.Clock;
import org.goichung.quota.model.Claimed;
import org.goichung.quota.model.Order;
import org.goichung.quota.model.Outcome;
import org.goichung.quota.model.Reservation;
import org.goichung.quota.model.Settled;
import org.goichung.quota.store.DrawBatcher;
import org.goichung.quota.store.GrantLedger;
import org.goichung.quota.store.PeriodLedger;
import org.goichung.quota.store.ReservationStore;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Months that begin, wait and close, also where nobody looked for long and where two look at once. */
@QuarkusTest
class PeriodLedgerTest {

    @AfterEach
    void balances_are_the_sums_of_entries() {
        assertThat(TestQuota.mismatches()).isZero();
    }

    @Test
    void a_job_that_slept_over_two_months_grants_and_closes_each_as_the_agreement_says() {
        for (RollOver rollOver : RollOver.values()) {
            var quota = since(2, rollOver, 0);
            await(() -> bean(GrantLedger.class).grantDue(quota.agreement));
            await(() -> bean(PeriodLedger.class).advance());
            assertThat(quota.pools().stream().map(PeriodLedgerTest::told))
                    .containsExactlyElementsOf(
                            switch (rollOver) {
                                case NONE -> List.of("closed 10+0-0=10", "closed 10+0-0=10", "open 10+0-0=10");
                                case ONE_PERIOD -> List.of("closed 10+0-10=0", "closed 10+10-10=10", "open 10+10-0=20");
                                case UNTIL_END -> List.of("closed 10+0-10=0", "closed 10+10-20=0", "open 10+20-0=30");
                            });
        }
    }

    /** The news of it waits in the outbox while the database is away, for instance over the end of a month. */
    @Test
    void an_agreement_whose_beginning_is_told_late_has_the_months_since_it_began() {
        Instant lastMonth = bean(Clock.class).instant().minus(Duration.ofDays(31));
        var quota = TestQuota.toldLate(new EnterpriseId(UUID.randomUUID()), lastMonth, 10);
        assertThat(quota.pools().stream().map(pool -> pool.period().month()))
                .containsExactly(
                        Period.of(lastMonth).month(),
                        Period.of(bean(Clock.class).instant()).month());
    }

    @Test
    void instances_that_grant_and_close_at_once_do_each_once() {
        var quota = since(3, RollOver.UNTIL_END, 0);
        var instances = IntStream.range(0, 4)
                .mapToObj(each -> CompletableFuture.runAsync(() -> {
                    await(() -> bean(GrantLedger.class).grantDue(quota.agreement));
                    await(() -> bean(PeriodLedger.class).advance());
                }))
                .toList();
        instances.forEach(CompletableFuture::join);
        assertThat(quota.pools().getLast())
                .extracting(PoolView::granted, PoolView::carriedIn)
                .containsExactly(10L, 30L);
        assertThat(sql(
                        "SELECT kind, count(*) FROM quota_entry WHERE enterprise_id = $1 GROUP BY kind ORDER BY kind",
                        quota.enterprise.value()))
                .extracting(row -> row[0] + " " + row[1])
                .containsExactly("carry-in 3", "carry-out 3", "grant 4");
        assertThat(sql(
                        "SELECT 1 FROM outbox_event WHERE type = 'quota-period-closed' AND data ->> 'enterpriseId' = $1",
                        quota.enterprise.toString()))
                .hasSize(3);
    }

    @Test
    void what_the_next_month_cannot_hold_stays_where_it_is_and_stops_no_close() {
        long lines = Long.MAX_VALUE / 2 - 10;
        var quota = TestQuota.since(new EnterpriseId(UUID.randomUUID()), 3, RollOver.UNTIL_END, 0, lines);
        grantAndClose(quota);
        assertThat(quota.pools())
                .extracting(PoolView::state, PoolView::carriedIn, PoolView::carriedOut)
                .containsExactly(
                        org.assertj.core.groups.Tuple.tuple("closed", 0L, lines),
                        org.assertj.core.groups.Tuple.tuple("closed", lines, Long.MAX_VALUE - lines),
                        org.assertj.core.groups.Tuple.tuple("closed", Long.MAX_VALUE - lines, Long.MAX_VALUE - lines),
                        org.assertj.core.groups.Tuple.tuple("open", Long.MAX_VALUE - lines, 0L));
    }

    @Test
    void what_was_carried_in_is_used_first_and_its_rest_does_not_roll_again() {
        var quota = since(1, RollOver.ONE_PERIOD, 0);
        grantAndClose(quota);
        PoolView present = quota.pools().getLast();
        assertThat(present.carriedIn()).isEqualTo(10);
        assertThat(submit(claimed(key(quota, present), 4)).outcome()).isInstanceOf(Outcome.Done.class);
        letTheMonthEnd(quota);
        // of ten old units four were used, six lapse; ten of the month's own move on
        assertThat(quota.pools().get(1))
                .extracting(PoolView::carriedOut, PoolView::available)
                .containsExactly(10L, 6L);
    }

    @Test
    void in_grace_a_month_is_still_drawn_from_and_behind_it_nothing_is_though_no_job_has_seen_it() {
        var quota = since(1, RollOver.NONE, 40);
        grantAndClose(quota);
        PoolView past = quota.pools().getFirst();
        assertThat(past.state()).isEqualTo("grace");
        assertThat(submit(claimed(key(quota, past), 4)).outcome()).isInstanceOf(Outcome.Done.class);
        sql("UPDATE quota_pool SET grace_until = goichung_now() WHERE pool_id = $1", past.id());
        assertThat(submit(claimed(key(quota, past), 1)).outcome())
                .isEqualTo(new Outcome.Refused(ProblemType.PERIOD_CLOSED, past.id(), 1, 6, null));
        TestQuota.use(key(quota, past), 2);
        assertThat(quota.pools().getFirst())
                .extracting(PoolView::state, PoolView::posted, PoolView::overused)
                .containsExactly("closed", 4L, 2L);
    }

    @Test
    void later_usage_is_overuse_of_the_closed_month_and_reduces_no_other() {
        var quota = since(1, RollOver.UNTIL_END, 0);
        grantAndClose(quota);
        TestQuota.use(key(quota, quota.pools().getFirst()), 7);
        assertThat(quota.pools().getFirst())
                .extracting(PoolView::posted, PoolView::overused)
                .containsExactly(0L, 7L);
        assertThat(quota.pools().getLast().available()).isEqualTo(20);
    }

    @Test
    void a_hold_behind_a_sent_order_stays_through_the_close_and_ends_in_its_own_month() {
        var quota = since(1, RollOver.UNTIL_END, 40);
        await(() -> bean(GrantLedger.class).grantDue(quota.agreement));
        PoolView past = quota.pools().getFirst();
        UUID posted = heldIn(quota, past);
        UUID refused = heldIn(quota, past);
        sql("UPDATE quota_pool SET grace_until = goichung_now() WHERE pool_id = $1", past.id());
        await(() -> bean(PeriodLedger.class).advance());
        assertThat(quota.pools().getFirst())
                .extracting(PoolView::state, PoolView::carriedOut, PoolView::reserved)
                .containsExactly("closed", 8L, 2L);
        await(() -> bean(QuotaService.class).postHold(posted));
        await(() -> bean(QuotaService.class).voidHold(refused));
        assertThat(quota.pools().getFirst())
                .extracting(PoolView::posted, PoolView::reserved, PoolView::available, PoolView::carriedOut)
                .containsExactly(1L, 0L, 1L, 8L);
        assertThat(quota.pools().getLast().carriedIn()).isEqualTo(8);
        assertThat(sql("SELECT state FROM quota_reservation WHERE enrolment_id = ANY ($1) ORDER BY state", (Object)
                        new UUID[] {posted, refused}))
                .extracting(row -> row[0])
                .containsExactly("expired", "posted");
        assertThat(kinds(past)).endsWith("post", "expire");
    }

    @Test
    void a_reservation_that_is_over_though_no_job_has_seen_it_rolls_with_the_rest() {
        var quota = since(1, RollOver.ONE_PERIOD, 40);
        await(() -> bean(GrantLedger.class).grantDue(quota.agreement));
        PoolView past = quota.pools().getFirst();
        submit(order(new Order.Reserve(key(quota, past), UUID.randomUUID(), 3, 3_600)));
        sql("UPDATE quota_reservation SET expires_at = goichung_now() WHERE pool_id = $1", past.id());
        sql("UPDATE quota_pool SET grace_until = goichung_now() WHERE pool_id = $1", past.id());
        await(() -> bean(PeriodLedger.class).advance());
        assertThat(quota.pools().getFirst())
                .extracting(PoolView::reserved, PoolView::carriedOut)
                .containsExactly(0L, 10L);
    }

    @Test
    void an_unanswered_transfer_ends_with_its_month_and_rolls_over_at_the_giver() {
        var quota = since(1, RollOver.ONE_PERIOD, 40);
        var other = new EnterpriseId(UUID.randomUUID());
        sql(
                "INSERT INTO quota_term (agreement_id, enterprise_id, package_version_id, lines) VALUES ($1, $2, $3, 10)",
                quota.agreement,
                other.value(),
                quota.packageVersion);
        await(() -> bean(GrantLedger.class).grantDue(quota.agreement));
        PoolView past = quota.pools().getFirst();
        UUID receivers = (UUID) sql(
                        "SELECT pool_id FROM quota_pool WHERE enterprise_id = $1 AND period = $2",
                        other.value(),
                        past.period().firstDay())
                .getFirst()[0];
        var terms = new TransferTerms(
                key(quota, past),
                other,
                new PoolKey(other, receivers),
                quota.agreement,
                quota.packageVersion,
                past.period(),
                Unit.LINE_CYCLE);
        UUID transfer = UUID.randomUUID();
        submit(order(new Order.Propose(terms, transfer, 6, 3_600, quota.officer)));
        assertThat(quota.pools().getFirst().available()).isEqualTo(4);
        sql("UPDATE quota_pool SET grace_until = goichung_now() WHERE agreement_id = $1", quota.agreement);
        await(() -> bean(PeriodLedger.class).advance());
        assertThat(quota.pools().getFirst())
                .extracting(PoolView::reserved, PoolView::carriedOut)
                .containsExactly(0L, 10L);
        assertThat(sql("SELECT type FROM outbox_event WHERE subject = $1 ORDER BY seq", transfer))
                .extracting(row -> row[0])
                .containsExactly("quota-transfer-proposed", "quota-transfer-expired");
    }

    @Test
    void one_that_cannot_be_closed_holds_up_no_other() {
        var stuck = since(1, RollOver.UNTIL_END, 0);
        var sound = since(1, RollOver.UNTIL_END, 0);
        await(() -> bean(GrantLedger.class).grantDue(stuck.agreement));
        await(() -> bean(GrantLedger.class).grantDue(sound.agreement));
        // what is remembered of the next month is broken: nothing can be added to it
        sql("UPDATE quota_pool SET rolled = $2 WHERE agreement_id = $1", stuck.agreement, Long.MAX_VALUE);
        try {
            assertThatThrownBy(() -> await(() -> bean(PeriodLedger.class).advance()))
                    .isInstanceOf(ArithmeticException.class);
            assertThat(sound.pools().getFirst().carriedOut()).isEqualTo(10);
            assertThat(stuck.pools().getFirst().carriedOut()).isZero();
        } finally {
            sql(
                    "UPDATE quota_pool SET rolled = 0, state = 'closed', closed_entry = last_entry WHERE agreement_id = $1",
                    stuck.agreement);
        }
    }

    private static TestQuota since(int monthsAgo, RollOver rollOver, int graceDays) {
        return TestQuota.since(new EnterpriseId(UUID.randomUUID()), monthsAgo, rollOver, graceDays, 10);
    }

    private static void grantAndClose(TestQuota quota) {
        await(() -> bean(GrantLedger.class).grantDue(quota.agreement));
        await(() -> bean(PeriodLedger.class).advance());
    }

    /** The present month, as if it and its grace were over, and the next one granted. */
    private static void letTheMonthEnd(TestQuota quota) {
        PoolView present = quota.pools().getLast();
        sql(
                """
                INSERT INTO quota_pool (enterprise_id, pool_id, agreement_id, carrier_id, package_version_id, period, unit, grace_until)
                VALUES ($1, $2, $3, $4, $5, $6, 'LINE_CYCLE', goichung_now() + interval '60 days')
                """,
                quota.enterprise.value(),
                UUID.randomUUID(),
                quota.agreement,
                quota.carrier.value(),
                quota.packageVersion,
                present.period().next().firstDay());
        sql("UPDATE quota_pool SET state = 'grace', grace_until = goichung_now() WHERE pool_id = $1", present.id());
        await(() -> bean(PeriodLedger.class).advance());
    }

    /** One line-cycle held for an enrolment whose order is sent. */
    private static UUID heldIn(TestQuota quota, PoolView pool) {
        UUID enrolment = UUID.randomUUID();
        UUID reservation = UUID.randomUUID();
        TestQuota.onLocked(key(quota, pool), (sql, locked, now) -> {
            locked.reserve(1, reservation);
            var held = new Reservation(reservation, locked.key(), 1, 0, Reservation.State.PENDING, null);
            return bean(ReservationStore.class).insert(sql, List.of(held), enrolment, now);
        });
        return enrolment;
    }

    private static Claimed order(Order order) {
        return new Claimed(UUID.randomUUID(), UUID.randomUUID(), org.goichung.platform.http.Language.VI, order);
    }

    private static Settled submit(Claimed claimed) {
        return await(() -> bean(DrawBatcher.class).submit(claimed));
    }

    private static PoolKey key(TestQuota quota, PoolView pool) {
        return new PoolKey(quota.enterprise, pool.id());
    }

    private static List<String> kinds(PoolView pool) {
        return sql("SELECT kind FROM quota_entry WHERE pool_id = $1 ORDER BY number", pool.id()).stream()
                .map(row -> (String) row[0])
                .toList();
    }

    private static String told(PoolView pool) {
        return pool.state() + " " + pool.granted() + "+" + pool.carriedIn() + "-" + pool.carriedOut() + "="
                + pool.available();
    }
}
