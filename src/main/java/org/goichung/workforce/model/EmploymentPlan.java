package org.goichung.workforce.model;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What a roster's word about one person changes in their employments. The newer roster ends an older open employment the day before
 * its own begins; where that would be before the older one began, it ends yesterday.
 *
 * @param ended employments that end
 * @param amended the roster's own employment, where it was known with other days
 * @param amendedEnds whether that gave it a last day which it had not before
 * @param begun whether the roster's own employment is new
 */
public record EmploymentPlan(List<Held> ended, Optional<Held> amended, boolean amendedEnds, boolean begun) {

    /** An employment as the database has it; both days inclusive. */
    public record Held(
            UUID id,
            UUID workerId,
            UUID enterpriseId,
            LocalDate from,
            @Nullable LocalDate to) {

        /** Whether it lasts on this day or still lies ahead of it. */
        boolean openOn(LocalDate day) {
            return to == null || !to.isBefore(day);
        }

        private boolean touches(LocalDate begin, @Nullable LocalDate end) {
            return openOn(begin) && (end == null || !from.isAfter(end));
        }

        public Held until(@Nullable LocalDate last) {
            return lasting(from, last);
        }

        /** Whether it has a last day now that it had not before. */
        public boolean endsOtherwiseThan(Held before) {
            return to != null && !to.equals(before.to);
        }

        private Held lasting(LocalDate begin, @Nullable LocalDate end) {
            return new Held(id, workerId, enterpriseId, begin, end);
        }
    }

    public static EmploymentPlan of(
            List<Held> held, UUID enterprise, LocalDate from, @Nullable LocalDate to, LocalDate today) {
        Optional<Held> same = held.stream()
                .filter(one -> one.enterpriseId.equals(enterprise))
                .filter(one -> one.from.equals(from) || one.touches(from, to))
                .max(Comparator.comparing((Held one) -> one.from.equals(from)).thenComparing(Held::from));
        boolean current = to == null || !to.isBefore(today);
        List<Held> ended = new ArrayList<>();
        for (Held one : held) {
            boolean itself = same.isPresent() && same.get().id.equals(one.id);
            if (current && !itself && one.openOn(today) && one.openOn(from)) ended.add(endBefore(one, from, today));
        }
        Optional<Held> amended = same.map(one -> one.lasting(from, to)).filter(one -> !one.equals(same.get()));
        boolean amendedEnds = amended.isPresent() && amended.get().endsOtherwiseThan(same.get());
        return new EmploymentPlan(List.copyOf(ended), amended, amendedEnds, same.isEmpty());
    }

    private static Held endBefore(Held older, LocalDate from, LocalDate today) {
        LocalDate last = from.isAfter(older.from) ? from.minusDays(1) : today.minusDays(1);
        return older.lasting(older.from, last.isBefore(older.from) ? older.from : last);
    }
}
