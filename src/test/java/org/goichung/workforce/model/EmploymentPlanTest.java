package org.goichung.workforce.model;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.goichung.workforce.model.EmploymentPlan.Held;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class EmploymentPlanTest {
    private static final LocalDate TODAY = LocalDate.parse("2026-06-15");
    private static final UUID WORKER = UUID.randomUUID();
    private static final UUID OLD = UUID.randomUUID();
    private static final UUID NEW = UUID.randomUUID();

    @Test
    void a_person_new_to_us_begins() {
        var plan = plan(List.of(), "2026-06-01", null);
        assertThat(plan.begun()).isTrue();
        assertThat(plan.ended()).isEmpty();
    }

    @Test
    void the_newer_roster_ends_the_older_employment_the_day_before() {
        var plan = plan(List.of(held(OLD, "2020-01-01", null)), "2026-06-01", null);
        assertThat(plan.ended()).extracting(Held::to).containsExactly(LocalDate.parse("2026-05-31"));
        assertThat(plan.begun()).isTrue();
    }

    @Test
    void an_employment_with_an_end_ahead_is_ended_too() {
        var plan = plan(List.of(held(OLD, "2020-01-01", "2026-12-31")), "2026-06-01", null);
        assertThat(plan.ended()).extracting(Held::to).containsExactly(LocalDate.parse("2026-05-31"));
    }

    @Test
    void a_roster_that_says_they_came_earlier_ends_the_other_yesterday() {
        var plan = plan(List.of(held(OLD, "2024-01-01", null)), "2019-01-01", null);
        assertThat(plan.ended()).extracting(Held::to).containsExactly(LocalDate.parse("2026-06-14"));
    }

    @Test
    void an_end_never_lies_before_its_beginning() {
        var plan = plan(List.of(held(OLD, "2026-06-15", null)), "2026-06-15", null);
        assertThat(plan.ended()).extracting(Held::to).containsExactly(TODAY);
    }

    @Test
    void a_past_employment_leaves_the_present_one_alone() {
        var plan = plan(List.of(held(OLD, "2024-01-01", null)), "2019-01-01", "2020-01-01");
        assertThat(plan.ended()).isEmpty();
        assertThat(plan.begun()).isTrue();
    }

    @Test
    void the_same_roster_again_changes_nothing() {
        var plan = plan(List.of(held(NEW, "2026-06-01", null)), "2026-06-01", null);
        assertThat(plan).isEqualTo(new EmploymentPlan(List.of(), java.util.Optional.empty(), false, false));
    }

    @Test
    void the_same_enterprise_corrects_the_first_day_or_tells_the_last() {
        var known = held(NEW, "2026-06-01", null);
        assertThat(plan(List.of(known), "2026-05-01", null).amended())
                .hasValueSatisfying(one -> assertThat(one.from()).isEqualTo("2026-05-01"));
        var left = plan(List.of(known), "2026-06-01", "2026-06-10");
        assertThat(left.amended())
                .hasValueSatisfying(one -> assertThat(one.to()).isEqualTo("2026-06-10"));
        assertThat(left.begun()).isFalse();
        assertThat(left.amendedEnds()).isTrue();
        var leaving = held(NEW, "2026-06-01", "2026-06-10");
        assertThat(plan(List.of(leaving), "2026-05-01", "2026-06-10").amendedEnds())
                .isFalse();
        assertThat(plan(List.of(leaving), "2026-06-01", null).amendedEnds()).isFalse();
    }

    @Test
    void whoever_comes_back_begins_again() {
        var plan = plan(List.of(held(NEW, "2020-01-01", "2021-01-01")), "2026-06-01", null);
        assertThat(plan.begun()).isTrue();
        assertThat(plan.amended()).isEmpty();
        assertThat(plan.ended()).isEmpty();
    }

    @Test
    void never_are_two_employments_left_open() {
        var held = List.of(held(NEW, "2020-01-01", "2021-01-01"), held(NEW, "2024-01-01", null));
        var plan = plan(held, "2020-01-01", null);
        assertThat(plan.amended()).isPresent();
        assertThat(plan.ended()).hasSize(1);
    }

    private static EmploymentPlan plan(List<Held> held, String from, @Nullable String to) {
        return EmploymentPlan.of(held, NEW, LocalDate.parse(from), to == null ? null : LocalDate.parse(to), TODAY);
    }

    private static Held held(UUID enterprise, String from, @Nullable String to) {
        return new Held(
                UUID.randomUUID(), WORKER, enterprise, LocalDate.parse(from), to == null ? null : LocalDate.parse(to));
    }
}
