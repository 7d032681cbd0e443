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
import java.util.List;
import org.goichung.platform.paging.PageRequest;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** An amendment that is of another number than the event it names: a slip of the carrier's, which must change nobody's sums. */
@QuarkusTest
class AmendedNumberTest {
    private static final UsageOutcome REFUSED = UsageOutcome.rejected("amends-another-number");
    private static final String STRANGER = "+84911777777";

    @AfterEach
    void balances_are_the_sums_of_entries() {
        assertThat(mismatches()).isZero();
    }

    @Test
    void it_is_refused_by_name_and_may_be_sent_again_with_the_right_number() {
        TestQuota quota = withLines();
        record(quota, List.of(event("a", NUMBERS.get(0), 100, null), event("s", STRANGER, 30, null)));
        assertThat(record(
                        quota,
                        List.of(
                                event("a-1", NUMBERS.get(1), 7, "a"),
                                event("s-1", NUMBERS.get(1), 7, "s"),
                                event("b", NUMBERS.get(1), 50, null),
                                event("b-1", NUMBERS.get(2), 9, "b"),
                                event("t", STRANGER, 50, null),
                                event("t-1", NUMBERS.get(2), 9, "t"))))
                .containsExactly(REFUSED, REFUSED, UsageOutcome.POSTED, REFUSED, UsageOutcome.PARKED, REFUSED);
        assertThat(totals(quota)).containsExactly(day() + " 2 150");
        assertThat(record(quota, List.of(event("a-1", NUMBERS.get(0), 7, "a"), event("s-1", STRANGER, 8, "s"))))
                .containsExactly(UsageOutcome.POSTED, UsageOutcome.POSTED);
        assertThat(totals(quota)).containsExactly(day() + " 2 57");
        assertThat(quota.pool(Unit.BYTE).posted()).isEqualTo(57);
    }

    @Test
    void one_that_came_first_stays_parked_for_that_cause_and_the_right_one_counts() {
        TestQuota quota = withLines();
        assertThat(record(quota, List.of(event("a-2", NUMBERS.get(1), 7, "a"), event("a-1", NUMBERS.get(0), 40, "a"))))
                .containsExactly(UsageOutcome.PARKED, UsageOutcome.PARKED);
        assertThat(record(quota, List.of(event("a", NUMBERS.get(0), 100, null))))
                .containsExactly(UsageOutcome.POSTED);
        assertThat(totals(quota)).containsExactly(day() + " 1 40");
        assertThat(await(() -> bean(UsageService.class)
                                .parked(
                                        carrier(quota),
                                        new ParkedFilter(
                                                null, ParkedCause.AMENDS_ANOTHER_NUMBER, null, null, null, null, null),
                                        PageRequest.of(null, 10)))
                        .items())
                .extracting(ParkedUsageView::id)
                .containsExactly("a-2");
        assertThat(await(() -> bean(UsageService.class).replay(carrier(quota)))).isEqualTo(new ReplayView(0, 1));
    }

    @Test
    void where_the_number_is_no_longer_kept_an_amendment_counts_as_ever() {
        TestQuota quota = withLines();
        record(quota, List.of(event("a", NUMBERS.get(0), 100, null)));
        sql("UPDATE usage_event SET enrolment_id = NULL WHERE carrier_id = $1", quota.carrier.value());
        assertThat(record(quota, List.of(event("a-1", NUMBERS.get(1), 7, "a")))).containsExactly(UsageOutcome.POSTED);
        assertThat(totals(quota)).containsExactly(day() + " 1 7");
    }

    @Test
    void a_repeat_of_a_refused_line_in_the_same_body_is_no_duplicate_since_nothing_was_kept() {
        TestQuota quota = withLines();
        record(quota, List.of(event("a", NUMBERS.get(0), 100, null)));
        UsageEvent slip = event("a-1", NUMBERS.get(1), 7, "a");
        assertThat(record(quota, List.of(slip, slip))).containsExactly(REFUSED, REFUSED);
    }

    @Test
    void a_repeat_beside_its_original_of_what_waited_is_a_duplicate_whatever_becomes_of_it() {
        TestQuota quota = withLines();
        UsageEvent right = event("a-1", NUMBERS.get(0), 40, "a");
        UsageEvent slip = event("a-2", NUMBERS.get(1), 7, "a");
        record(quota, List.of(right, slip));
        assertThat(record(quota, List.of(right, slip, event("a", NUMBERS.get(0), 100, null))))
                .containsExactly(UsageOutcome.DUPLICATE, UsageOutcome.DUPLICATE, UsageOutcome.POSTED);
        assertThat(totals(quota)).containsExactly(day() + " 1 40");
    }

    @Test
    void lines_that_no_sum_can_hold_are_no_duplicates_of_one_another() {
        TestQuota quota = TestQuota.granted(10, 1_000L, null);
        quota.line(NUMBERS.getFirst(), start());
        TestQuota.use(quota.key(Unit.BYTE), Long.MAX_VALUE - 10);
        UsageEvent big = event("big", NUMBERS.getFirst(), 100, null);
        UsageOutcome beyond = UsageOutcome.rejected("total-out-of-range");
        assertThat(record(quota, List.of(big, big))).containsExactly(beyond, beyond);
    }
}
