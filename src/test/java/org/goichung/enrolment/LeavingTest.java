package org.goichung.enrolment;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.goichung.enrolment.model.Leaving;
import org.goichung.platform.identity.EnterpriseId;
import org.goichung.platform.identity.WorkerId;
import org.goichung.workforce.Employment;
import org.junit.jupiter.api.Test;

class LeavingTest {
    /** 00:30 on the 25th in Vietnam, where the 24th still lasts in UTC. */
    private static final Instant NOW = Instant.parse("2026-11-24T17:30:00Z");

    private static final EnterpriseId HERE = new EnterpriseId(UUID.randomUUID());
    private static final EnterpriseId ELSEWHERE = new EnterpriseId(UUID.randomUUID());

    @Test
    void who_works_here_today_has_not_left_whatever_else_is_known() {
        assertThat(leaving(at(HERE, "2020-01-01", null))).isEmpty();
        assertThat(leaving(at(HERE, "2020-01-01", "2026-11-25"))).isEmpty();
        assertThat(leaving(at(HERE, "2020-01-01", "2026-11-30"), at(ELSEWHERE, "2026-12-01", null)))
                .isEmpty();
        assertThat(leaving(at(HERE, "2020-01-01", "2024-12-31"), at(HERE, "2026-11-25", null)))
                .isEmpty();
    }

    @Test
    void it_counts_from_the_beginning_of_the_day_after_the_last_one_in_vietnam() {
        assertThat(leaving(at(HERE, "2020-01-01", "2026-11-24")))
                .contains(new Leaving("employment-ended", Instant.parse("2026-11-24T17:00:00Z")));
        assertThat(leaving(at(HERE, "2020-01-01", "2024-12-31"), at(HERE, "2025-05-01", "2026-10-31")))
                .contains(new Leaving("employment-ended", Instant.parse("2026-10-31T17:00:00Z")));
    }

    @Test
    void a_job_here_that_is_still_to_come_is_none_today() {
        assertThat(leaving(at(HERE, "2020-01-01", "2026-11-20"), at(HERE, "2026-12-01", null)))
                .contains(new Leaving("employment-ended", Instant.parse("2026-11-20T17:00:00Z")));
        assertThat(leaving(at(ELSEWHERE, "2020-01-01", null)))
                .contains(new Leaving("employment-ended", Instant.parse("2026-11-24T17:00:00Z")));
    }

    @Test
    void who_was_erased_has_left_at_once() {
        var erased = new Employment(
                new WorkerId(UUID.randomUUID()),
                HERE,
                LocalDate.parse("2020-01-01"),
                LocalDate.parse("2026-11-25"),
                true);
        assertThat(leaving(erased)).contains(new Leaving("person-erased", NOW));
    }

    private static java.util.Optional<Leaving> leaving(Employment... employments) {
        return Leaving.of(HERE, List.of(employments), NOW);
    }

    private static Employment at(EnterpriseId enterprise, String from, String to) {
        return new Employment(
                new WorkerId(UUID.randomUUID()),
                enterprise,
                LocalDate.parse(from),
                to == null ? null : LocalDate.parse(to),
                false);
    }
}
