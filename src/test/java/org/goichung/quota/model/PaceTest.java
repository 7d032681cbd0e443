package org.goichung.quota.model;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import org.goichung.quota.RunsDry;
import org.junit.jupiter.api.Test;

class PaceTest {
    private static final LocalDate TODAY = LocalDate.of(2026, 11, 25);

    @Test
    void at_an_even_pace_the_day_is_one() {
        var pace = new Pace(TODAY.minusDays(60), List.of(70L, 70L, 70L, 70L));
        assertThat(pace.runsDry(725, TODAY))
                .contains(new RunsDry(TODAY.plusDays(72), TODAY.plusDays(72), TODAY.plusDays(72), "28-days"));
        assertThat(pace.runsDry(0, TODAY)).contains(new RunsDry(TODAY, TODAY, TODAY, "28-days"));
        assertThat(pace.runsDry(9, TODAY).orElseThrow().day()).isEqualTo(TODAY);
        assertThat(pace.runsDry(10, TODAY).orElseThrow().day()).isEqualTo(TODAY.plusDays(1));
    }

    @Test
    void the_range_is_from_the_fastest_to_the_slowest_week() {
        var pace = new Pace(TODAY.minusDays(29), List.of(140L, 70L, 35L, 35L));
        assertThat(pace.runsDry(100, TODAY))
                .contains(new RunsDry(TODAY.plusDays(10), TODAY.plusDays(5), TODAY.plusDays(20), "28-days"));
        var idle = new Pace(TODAY.minusDays(29), List.of(70L, 0L, 35L, 35L));
        assertThat(idle.runsDry(100, TODAY).orElseThrow().to()).isNull();
    }

    @Test
    void fewer_than_four_weeks_give_two_and_fewer_than_two_give_nothing() {
        List<Long> weeks = List.of(70L, 140L, 1_000L, 0L);
        assertThat(new Pace(TODAY.minusDays(28), weeks).runsDry(150, TODAY))
                .contains(new RunsDry(TODAY.plusDays(10), TODAY.plusDays(7), TODAY.plusDays(15), "14-days"));
        assertThat(new Pace(TODAY.minusDays(15), weeks).runsDry(150, TODAY)).isPresent();
        assertThat(new Pace(TODAY.minusDays(14), weeks).runsDry(150, TODAY)).isEmpty();
    }

    @Test
    void nothing_taken_or_more_taken_back_or_a_century_to_go_says_nothing() {
        LocalDate since = TODAY.minusDays(100);
        assertThat(new Pace(since, List.of(0L, 0L, 0L, 0L)).runsDry(5, TODAY)).isEmpty();
        assertThat(new Pace(since, List.of(-7L, 3L, 0L, 0L)).runsDry(5, TODAY)).isEmpty();
        assertThat(new Pace(since, List.of(1L, 1L, 1L, 1L)).runsDry(Long.MAX_VALUE, TODAY))
                .isEmpty();
        long much = Long.MAX_VALUE / 2;
        assertThat(new Pace(since, List.of(much, much, much, much)).runsDry(Long.MAX_VALUE, TODAY))
                .contains(new RunsDry(TODAY.plusDays(14), TODAY.plusDays(14), TODAY.plusDays(14), "28-days"));
    }
}
