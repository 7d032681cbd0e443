package org.goichung.quota;

import static org.assertj.core.api.Assertions.assertThat;
import static org.goichung.quota.TestQuota.mismatches;
import static org.goichung.quota.TestQuota.sql;
import static org.goichung.quota.UsageLedgerTest.NUMBERS;
import static org.goichung.quota.UsageLedgerTest.carrier;
import static org.goichung.quota.UsageLedgerTest.day;
import static org.goichung.quota.UsageLedgerTest.event;
import static org.goichung.quota.UsageLedgerTest.record;
import static org.goichung.quota.UsageLedgerTest.start;
import static org.goichung.quota.UsageLedgerTest.totals;
import static org.goichung.quota.UsageLedgerTest.withLines;
import static org.goichung.support.Door.await;
import static org.goichung.support.Door.bean;

import io.quarkus.test.junit.QuarkusTest;
import io.smallrye.mutiny.Uni;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Usage that is more than a sum holds, or parked by more than a page. */
@QuarkusTest
class UsageBoundsTest {

    @AfterEach
    void balances_are_the_sums_of_entries() {
        assertThat(mismatches()).isZero();
    }

    @Test
    void a_line_that_no_sum_can_hold_is_rejected_alone_wherever_it_stands() {
        TestQuota quota = withLines();
        // 50,000 fit the limit; beside them a hundred more can be counted
        TestQuota.use(quota.key(Unit.BYTE), Long.MAX_VALUE - 100);
        assertThat(record(
                        quota,
                        List.of(
                                event("a", NUMBERS.get(0), 50, null),
                                event("b", NUMBERS.get(1), 200, null),
                                event("c", NUMBERS.get(2), 40, null),
                                event("d", NUMBERS.get(0), 20, null),
                                event("e", "+84911888888", 7, null))))
                .containsExactly(
                        UsageOutcome.POSTED,
                        UsageOutcome.rejected("total-out-of-range"),
                        UsageOutcome.POSTED,
                        UsageOutcome.rejected("total-out-of-range"),
                        UsageOutcome.PARKED);
        // not known: it may come again when an amendment has made room
        assertThat(record(quota, List.of(event("a-1", NUMBERS.get(0), 0, "a"), event("d", NUMBERS.get(0), 20, null))))
                .containsExactly(UsageOutcome.POSTED, UsageOutcome.POSTED);
        assertThat(record(quota, List.of(event("c-1", NUMBERS.get(2), 200, "c"))))
                .containsExactly(UsageOutcome.rejected("total-out-of-range"));
        PoolView pool = quota.pool(Unit.BYTE);
        assertThat(pool.posted() + pool.overused()).isEqualTo(Long.MAX_VALUE - 100 + 60);
        assertThat(totals(quota)).containsExactly(day() + " 3 60");
    }

    @Test
    void a_day_that_no_sum_can_hold_rejects_what_is_too_much_and_a_replay_leaves_it_parked() {
        TestQuota quota = TestQuota.granted(10, null, null);
        quota.line(NUMBERS.getFirst(), start());
        String later = "+84911777777";
        record(quota, List.of(event("a", NUMBERS.getFirst(), 1, null)));
        record(
                quota,
                List.of(event("p1", later, 90, null), event("p2", later, 20, null), event("p3", later, 10, null)));
        sql(
                "UPDATE usage_daily SET bytes = $2 WHERE enterprise_id = $1",
                quota.enterprise.value(),
                Long.MAX_VALUE - 100);
        assertThat(record(quota, List.of(event("b", NUMBERS.getFirst(), 101, null))))
                .containsExactly(UsageOutcome.rejected("total-out-of-range"));
        quota.line(later, start());
        var service = bean(UsageService.class);
        assertThat(await(() -> service.replay(carrier(quota)))).isEqualTo(new ReplayView(2, 1));
        assertThat(totals(quota)).containsExactly(day() + " 3 " + Long.MAX_VALUE);
    }

    @Test
    void a_pool_of_immense_overuse_can_still_be_drawn_from_when_it_has_limit_again() {
        List<TestQuota> pair = TestQuota.pair(10, 1_000);
        PoolKey pool = pair.getFirst().key(Unit.BYTE);
        TestQuota.use(pool, Long.MAX_VALUE);
        TestQuota.onLocked(pool, (sql, locked, now) -> {
            locked.transferIn(500, 0, UUID.randomUUID());
            locked.draw(500, UUID.randomUUID());
            return Uni.createFrom().voidItem();
        });
        assertThat(pair.getFirst().pool(Unit.BYTE).posted()).isEqualTo(1_500);
    }

    @Test
    void a_replay_of_more_than_one_page_counts_each_event_once_and_passes_what_matches_nothing() {
        TestQuota quota = withLines();
        String number = "+84911777777";
        List<UsageEvent> parked = new ArrayList<>();
        for (int i = 0; i < 17_000; i++) parked.add(event("p" + i, i % 17 == 0 ? "+84911888888" : number, 2, null));
        record(quota, parked.subList(0, 9_000));
        record(quota, parked.subList(9_000, 17_000));
        quota.line(number, start());
        assertThat(await(() -> bean(UsageService.class).replay(carrier(quota))))
                .isEqualTo(new ReplayView(16_000, 1_000));
        assertThat(totals(quota)).containsExactly(day() + " 16000 32000");
        assertThat(quota.pool(Unit.BYTE).posted()).isEqualTo(32_000);
    }
}
