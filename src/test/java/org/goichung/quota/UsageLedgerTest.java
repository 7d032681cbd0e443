package org.goichung.quota;

import static org.assertj.core.api.Assertions.assertThat;
import static org.goichung.quota.TestQuota.mismatches;
import static org.goichung.quota.TestQuota.sql;
import static org.goichung.support.Door.await;
import static org.goichung.support.Door.bean;

import io.quarkus.test.junit.QuarkusTest;
import io.smallrye.mutiny.Uni;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import org.goichung.negotiation.RollOver;
import org.goichung.platform.identity.Role;
import org.goichung.platform.identity.Scope;
import org.goichung.platform.paging.PageRequest;
import org.goichung.platform.time.Clock;
import org.goichung.quota.store.GrantLedger;
import org.goichung.quota.store.PeriodLedger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Usage and the calendar on a real database. */
@QuarkusTest
class UsageLedgerTest {
    private static final ParkedFilter EVERYTHING = new ParkedFilter(null, null, null, null, null, null, null);
    static final List<String> NUMBERS = List.of("+84911000001", "+84911000002", "+84911000003");

    @AfterEach
    void balances_are_the_sums_of_entries() {
        assertThat(mismatches()).isZero();
    }

    @Test
    void any_order_and_any_repeats_give_the_same_totals() {
        long seed = System.nanoTime();
        System.out.println("UsageLedgerTest seed " + seed);
        var random = new Random(seed);
        List<UsageEvent> events = events(random, 400);
        TestQuota straight = withLines();
        TestQuota shuffled = withLines();
        for (int from = 0; from < events.size(); from += 100)
            record(straight, events.subList(from, Math.min(events.size(), from + 100)));

        List<UsageEvent> mess = new ArrayList<>(events);
        mess.addAll(events.subList(0, 150));
        Collections.shuffle(mess, random);
        int from = 0;
        while (from < mess.size()) {
            int size = 1 + random.nextInt(120);
            record(shuffled, mess.subList(from, Math.min(mess.size(), from + size)));
            from += size;
        }
        record(shuffled, mess.subList(0, 80));

        assertThat(totals(shuffled)).isEqualTo(totals(straight));
        PoolView one = straight.pool(Unit.BYTE);
        PoolView other = shuffled.pool(Unit.BYTE);
        assertThat(other.posted() + other.overused()).isEqualTo(one.posted() + one.overused());
        assertThat(one.overused()).isPositive();
    }

    @Test
    void the_same_events_told_twice_at_the_same_moment_count_once() {
        TestQuota quota = withLines();
        var service = bean(UsageService.class);
        for (int round = 0; round < 10; round++) {
            List<UsageEvent> events = new ArrayList<>();
            for (int i = 0; i < 300; i++) events.add(event(round + "-" + i, NUMBERS.get(i % 3), 1, null));
            UsageChunk one = service.prepare(events);
            UsageChunk other = service.prepare(events.reversed());
            List<List<UsageOutcome>> told = await(() -> Uni.join()
                    .all(service.record(quota.carrier, one), service.record(quota.carrier, other))
                    .andFailFast());
            assertThat(told.stream().flatMap(List::stream).filter(UsageOutcome.POSTED::equals))
                    .hasSize(300);
            assertThat(told.stream().flatMap(List::stream).filter(UsageOutcome.DUPLICATE::equals))
                    .hasSize(300);
        }
        assertThat(quota.pool(Unit.BYTE).posted()).isEqualTo(3_000);
    }

    @Test
    void chunks_that_share_an_event_or_amend_are_not_recorded_side_by_side() {
        var service = bean(UsageService.class);
        UsageChunk one = service.prepare(
                List.of(event("a", NUMBERS.getFirst(), 1, null), event("b", NUMBERS.getFirst(), 1, null)));
        assertThat(one.isIndifferentTo(service.prepare(List.of(event("c", NUMBERS.getFirst(), 1, null)))))
                .isTrue();
        assertThat(one.isIndifferentTo(service.prepare(List.of(event("b", NUMBERS.getFirst(), 2, null)))))
                .isFalse();
        assertThat(one.isIndifferentTo(service.prepare(List.of(event("c", NUMBERS.getFirst(), 1, "a")))))
                .isFalse();
    }

    @Test
    void a_repeat_is_a_duplicate_other_content_a_conflict_and_a_stranger_is_parked() {
        TestQuota quota = withLines();
        UsageEvent event = event("a", NUMBERS.getFirst(), 100, null);
        UsageEvent stranger = event("b", "+84911999999", 100, null);
        assertThat(record(quota, List.of(event, event, stranger)))
                .containsExactly(UsageOutcome.POSTED, UsageOutcome.DUPLICATE, UsageOutcome.PARKED);
        assertThat(record(quota, List.of(event, event("a", NUMBERS.getFirst(), 101, null), stranger)))
                .containsExactly(UsageOutcome.DUPLICATE, UsageOutcome.CONFLICT, UsageOutcome.DUPLICATE);
        assertThat(quota.pool(Unit.BYTE).posted()).isEqualTo(100);
    }

    @Test
    void each_copy_in_a_batch_is_held_against_what_is_recorded_and_not_against_the_first_of_the_batch() {
        TestQuota quota = withLines();
        UsageEvent told = event("a", NUMBERS.getFirst(), 100, null);
        UsageEvent other = event("a", NUMBERS.getFirst(), 101, null);
        record(quota, List.of(told));
        assertThat(record(quota, List.of(other, told, other)))
                .containsExactly(UsageOutcome.CONFLICT, UsageOutcome.DUPLICATE, UsageOutcome.CONFLICT);
        assertThat(quota.pool(Unit.BYTE).posted()).isEqualTo(100);
    }

    @Test
    void a_lower_amendment_takes_from_overuse_first_and_one_before_its_original_waits() {
        TestQuota quota = withLines();
        UsageEvent original = event("big", NUMBERS.getFirst(), 60_000, null);
        UsageEvent early = event("z-early", NUMBERS.getFirst(), 5, "later");
        assertThat(record(quota, List.of(original, early))).containsExactly(UsageOutcome.POSTED, UsageOutcome.PARKED);
        assertThat(quota.pool(Unit.BYTE).overused()).isEqualTo(10_000);
        assertThat(record(quota, List.of(event("big-1", NUMBERS.getFirst(), 49_000, "big"))))
                .containsExactly(UsageOutcome.POSTED);
        assertThat(quota.pool(Unit.BYTE).overused()).isZero();
        assertThat(quota.pool(Unit.BYTE).posted()).isEqualTo(49_000);
        record(quota, List.of(event("later", NUMBERS.getFirst(), 900, null)));
        assertThat(quota.pool(Unit.BYTE).posted()).isEqualTo(49_005);
        assertThat(await(() -> bean(UsageService.class).parked(carrier(quota), EVERYTHING, PageRequest.of(null, 10)))
                        .items())
                .isEmpty();
    }

    @Test
    void a_parked_event_is_shown_to_its_carrier_alone_and_counts_once_when_its_line_is_known() {
        TestQuota quota = withLines();
        String number = "+84911777777";
        record(quota, List.of(event("p", number, 70, null)));
        var service = bean(UsageService.class);
        var parked = await(() -> service.parked(carrier(quota), EVERYTHING, PageRequest.of(null, 10)))
                .items();
        assertThat(parked).hasSize(1);
        assertThat(parked.getFirst().msisdn()).isEqualTo(number);
        Scope other = carrier(withLines());
        assertThat(await(() -> service.parked(other, EVERYTHING, PageRequest.of(null, 10)))
                        .items())
                .isEmpty();
        assertThat(await(() -> service.replay(carrier(quota)))).isEqualTo(new ReplayView(0, 1));
        quota.line(number, start());
        assertThat(await(() -> service.replay(carrier(quota)))).isEqualTo(new ReplayView(1, 0));
        assertThat(await(() -> service.replay(carrier(quota)))).isEqualTo(new ReplayView(0, 0));
        assertThat(quota.pool(Unit.BYTE).posted()).isEqualTo(70);
    }

    @Test
    void without_shared_data_usage_counts_in_the_days_alone() {
        TestQuota quota = TestQuota.granted(10, null, null);
        quota.line(NUMBERS.getFirst(), start());
        assertThat(record(quota, List.of(event("d", NUMBERS.getFirst(), 42, null))))
                .containsExactly(UsageOutcome.POSTED);
        var today = bean(Clock.class).today();
        var days = await(() -> bean(QuotaService.class)
                        .usage(quota.officer, quota.enterprise, today.minusDays(40), today, PageRequest.of(null, 10)))
                .items();
        assertThat(days).hasSize(1);
        assertThat(days.getFirst().bytes()).isEqualTo(42);
        assertThat(days.getFirst().poolId()).isNull();
    }

    @Test
    void a_line_that_is_closed_takes_no_later_usage() {
        TestQuota quota = TestQuota.granted(10, 1_000L, null);
        UUID enrolment = UUID.randomUUID();
        byte[] index = bean(org.goichung.platform.keys.PersonalData.class)
                .blindIndex(org.goichung.platform.keys.PersonalData.Kind.MSISDN, NUMBERS.getFirst());
        var line = new LineOpened(
                quota.carrier,
                index,
                start(),
                null,
                quota.enterprise,
                quota.agreement,
                quota.packageVersion,
                enrolment);
        await(() -> bean(QuotaService.class).openLine(line));
        await(() -> bean(QuotaService.class).openLine(line));
        Instant end = start().plus(1, ChronoUnit.MILLIS);
        await(() -> bean(QuotaService.class).closeLine(enrolment, end));
        assertThat(record(
                        quota,
                        List.of(
                                new UsageEvent("in", NUMBERS.getFirst(), 1, start(), null, null),
                                new UsageEvent("out", NUMBERS.getFirst(), 1, end, null, null))))
                .containsExactly(UsageOutcome.POSTED, UsageOutcome.PARKED);
    }

    @Test
    void a_closed_month_rolls_its_unused_limit_into_the_next_once() {
        var quota = TestQuota.since(
                new org.goichung.platform.identity.EnterpriseId(UUID.randomUUID()), 2, RollOver.ONE_PERIOD, 0, 10);
        await(() -> bean(GrantLedger.class).grantDue(quota.agreement));
        await(() -> bean(PeriodLedger.class).advance());
        await(() -> bean(PeriodLedger.class).advance());
        await(() -> bean(GrantLedger.class).grantDue(quota.agreement));
        assertThat(sql("""
                        SELECT state, granted, carried_in, carried_out, available FROM quota_pool
                         WHERE enterprise_id = $1 ORDER BY period
                        """, quota.enterprise.value()))
                .extracting(row -> row[0] + " " + row[1] + " " + row[2] + " " + row[3] + " " + row[4])
                .containsExactly("closed 10 0 10 0", "closed 10 10 10 10", "open 10 10 0 20");
    }

    /** Of {@link #start}. */
    static java.time.LocalDate day() {
        return bean(Clock.class).today().withDayOfMonth(1);
    }

    static TestQuota withLines() {
        TestQuota quota = TestQuota.granted(10, 50_000L, null);
        for (String number : NUMBERS) quota.line(number, start());
        return quota;
    }

    private static List<UsageEvent> events(Random random, int count) {
        Instant start = start();
        long span =
                Math.max(1, Duration.between(start, bean(Clock.class).instant()).toSeconds());
        List<UsageEvent> events = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            String amends = i > 20 && random.nextInt(6) == 0 ? "e" + random.nextInt(i) : null;
            String number = random.nextInt(12) == 0 ? "+84911888888" : NUMBERS.get(random.nextInt(3));
            events.add(new UsageEvent(
                    "e" + i,
                    number,
                    random.nextInt(500),
                    start.plusSeconds((long) (random.nextDouble() * span)),
                    null,
                    amends));
        }
        return withoutAmendedAmendments(events);
    }

    /** An amendment names an original; one of another amendment waits for ever. */
    private static List<UsageEvent> withoutAmendedAmendments(List<UsageEvent> events) {
        Set<String> amendments = new HashSet<>();
        for (UsageEvent event : events) if (event.amends() != null) amendments.add(event.eventId());
        return new ArrayList<>(events.stream()
                .filter(event -> event.amends() == null || !amendments.contains(event.amends()))
                .toList());
    }

    static UsageEvent event(String id, String number, long bytes, String amends) {
        return new UsageEvent(id, number, bytes, start(), null, amends);
    }

    /** This month's first instant. */
    static Instant start() {
        return bean(Clock.class)
                .today()
                .withDayOfMonth(1)
                .atStartOfDay(Clock.VIETNAM)
                .toInstant();
    }

    static List<UsageOutcome> record(TestQuota quota, List<UsageEvent> events) {
        var service = bean(UsageService.class);
        return await(() -> service.record(quota.carrier, service.prepare(events)));
    }

    static List<String> totals(TestQuota quota) {
        return sql(
                        "SELECT day, events, bytes FROM usage_daily WHERE enterprise_id = $1 ORDER BY day",
                        quota.enterprise.value())
                .stream()
                .map(row -> row[0] + " " + row[1] + " " + row[2])
                .toList();
    }

    static Scope carrier(TestQuota quota) {
        return new Scope("key:test", Role.CARRIER, Set.of(), Set.of(), false, quota.carrier, null, null);
    }
}
