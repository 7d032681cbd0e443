package org.goichung.enrolment;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.time.LocalTime;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.goichung.catalog.AfterAllowance;
import org.goichung.catalog.Allowance;
import org.goichung.catalog.Allowance.DayPart;
import org.goichung.catalog.Allowance.DayPart.Per;
import org.goichung.catalog.Allowance.Renewal;
import org.goichung.catalog.Cycle;
import org.goichung.enrolment.model.CycleUse;
import org.goichung.enrolment.model.Cycles;
import org.junit.jupiter.api.Test;

class CycleUseTest {
    private static final LocalDate FIRST = LocalDate.of(2026, 11, 1);

    @Test
    void data_free_over_the_cycle_is_left_until_it_is_used_and_beyond_from_then_on() {
        var some = new CycleUse(Allowance.ofData(100), days(Map.of(0, 30L), Map.of(0, 50L)));
        assertThat(told(some)).isEqualTo("used 80, left 20, beyond 0");
        var more = new CycleUse(Allowance.ofData(100), days(Map.of(0, 30L), Map.of(0, 90L)));
        assertThat(told(more)).isEqualTo("used 120, left 0, beyond 20");
        assertThat(more.chargeVnd()).isNull();
    }

    @Test
    void a_daily_cap_bounds_each_day_and_what_a_day_leaves_is_lost_to_it_alone() {
        Allowance allowance = allowance(90, 30L, List.of(), new AfterAllowance.Throttle(1_000));
        var use = new CycleUse(allowance, days(Map.of(0, 50L), Map.of(0, 10L)));
        assertThat(told(use)).isEqualTo("used 60, left 50, beyond 20");
        assertThat(CycleUse.withinDay(allowance, Map.of(0, 50L))).isEqualTo(30);
        assertThat(use.chargeVnd()).isNull();
    }

    @Test
    void a_share_for_the_night_is_used_at_night_only_and_the_nights_rest_uses_what_is_for_all_day() {
        var night = new DayPart(LocalTime.of(23, 0), LocalTime.of(6, 0), Per.CYCLE, 70);
        Allowance allowance = allowance(100, null, List.of(night), new AfterAllowance.Stop());
        var byDay = new CycleUse(allowance, days(Map.of(0, 50L), Map.of(1, 10L)));
        assertThat(told(byDay)).isEqualTo("used 60, left 60, beyond 20");
        assertThat(byDay.leftOf(0)).isEqualTo(60);
        var byNight = new CycleUse(allowance, days(Map.of(1, 85L), Map.of(0, 10L)));
        assertThat(told(byNight)).isEqualTo("used 95, left 5, beyond 0");
        assertThat(byNight.leftOf(0)).isZero();
    }

    @Test
    void a_share_of_each_day_is_new_each_day() {
        var noon = new DayPart(LocalTime.of(11, 0), LocalTime.of(13, 0), Per.DAY, 4);
        Allowance allowance = allowance(300, 10L, List.of(noon), new AfterAllowance.Stop());
        // of ten a day four are for noon, six for all day
        assertThat(CycleUse.withinDay(allowance, Map.of(0, 9L))).isEqualTo(6);
        assertThat(CycleUse.withinDay(allowance, Map.of(0, 5L, 1, 5L))).isEqualTo(10);
        assertThat(told(new CycleUse(allowance, days(Map.of(0, 9L), Map.of(1, 12L)))))
                .isEqualTo("used 21, left 284, beyond 5");
    }

    @Test
    void use_beyond_is_charged_by_blocks_begun_and_never_by_more_than_can_be_told() {
        var block = new AfterAllowance.PerBlock(50, 75);
        var use = new CycleUse(allowance(100, null, List.of(), block), days(Map.of(0, 151L)));
        assertThat(use.chargeVnd()).isEqualTo(150);
        assertThat(new CycleUse(allowance(100, null, List.of(), block), days()).chargeVnd())
                .isZero();
        var dear = new AfterAllowance.PerBlock(1, Long.MAX_VALUE);
        assertThat(new CycleUse(allowance(0, null, List.of(), dear), days(Map.of(0, 3L))).chargeVnd())
                .isNull();
    }

    @Test
    void a_package_without_data_has_nothing_left_and_all_use_is_beyond() {
        Allowance calls = new Allowance(
                0, null, List.of(), new AfterAllowance.Unstated(), 100, 20, 0, List.of(), Renewal.NONE, null);
        assertThat(told(new CycleUse(calls, days(Map.of(0, 5L))))).isEqualTo("used 5, left 0, beyond 5");
    }

    @Test
    void cycles_follow_one_another_by_days_or_by_months_from_the_day_of_the_activation() {
        assertThat(Cycles.between(Cycle.ofDays(30), FIRST, FIRST, FIRST.plusDays(59)))
                .extracting(span -> span.number() + " " + span.from() + " " + span.until())
                .containsExactly("2 2026-12-01 2026-12-30", "1 2026-11-01 2026-11-30");
        var monthly = new Cycle(Cycle.Unit.CALENDAR_MONTH, 1);
        LocalDate last = LocalDate.of(2027, 1, 31);
        assertThat(Cycles.between(monthly, last, last, last.plusDays(60)))
                .extracting(span -> span.number() + " " + span.from() + " " + span.until())
                .containsExactly("3 2027-03-31 2027-04-29", "2 2027-02-28 2027-03-30", "1 2027-01-31 2027-02-27");
        assertThat(Cycles.between(Cycle.ofDays(1), FIRST, FIRST.plusDays(8), FIRST.plusDays(9)))
                .extracting(Cycles.Span::number)
                .containsExactly(10, 9);
    }

    private static Allowance allowance(long cycle, Long day, List<DayPart> parts, AfterAllowance after) {
        return new Allowance(cycle, day, parts, after, 0, 0, 0, List.of(), Renewal.NONE, null);
    }

    @SafeVarargs
    private static Map<LocalDate, Map<Integer, Long>> days(Map<Integer, Long>... days) {
        Map<LocalDate, Map<Integer, Long>> all = new LinkedHashMap<>();
        for (int i = 0; i < days.length; i++) all.put(FIRST.plusDays(i), days[i]);
        return all;
    }

    private static String told(CycleUse use) {
        return "used " + use.used() + ", left " + use.left() + ", beyond " + use.beyond();
    }
}
