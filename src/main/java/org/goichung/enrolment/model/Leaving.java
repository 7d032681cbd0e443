package org.goichung.enrolment.model;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.goichung.platform.identity.EnterpriseId;
import org.goichung.platform.time.Clock;
import org.goichung.workforce.Employment;

/**
 * That an enrolment cannot go on: the person no longer works where they are enrolled, or the agreement has ended.
 *
 * @param at from when on: the beginning of the day after the last one, or now where they were erased
 */
public record Leaving(String reason, Instant at) {
    private static final String ENDED = "employment-ended";
    private static final String ERASED = "person-erased";

    /**
     * Empty while the person works at the enterprise.
     *
     * @param employments the person's, wherever they were
     */
    public static Optional<Leaving> of(EnterpriseId enterprise, List<Employment> employments, Instant now) {
        if (employments.stream().anyMatch(Employment::erased)) return Optional.of(new Leaving(ERASED, now));
        LocalDate today = LocalDate.ofInstant(now, Clock.VIETNAM);
        List<Employment> here = employments.stream()
                .filter(each -> each.enterpriseId().equals(enterprise))
                .toList();
        if (here.stream().anyMatch(each -> each.lastsOn(today))) return Optional.empty();
        LocalDate last = here.stream()
                .filter(each -> !each.from().isAfter(today))
                .map(Employment::to)
                .filter(Objects::nonNull)
                .max(Comparator.naturalOrder())
                .orElse(today.minusDays(1));
        return Optional.of(
                new Leaving(ENDED, last.plusDays(1).atStartOfDay(Clock.VIETNAM).toInstant()));
    }
}
