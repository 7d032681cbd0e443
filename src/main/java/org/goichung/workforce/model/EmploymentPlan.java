package org.goichung.workforce.model;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
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

    /** Whose people somebody is among, by the latest employment, before and after a roster's word. */
    public enum Tenure {
        /** This enterprise's, or nobody's yet. */
        STAYS,
        /** Another's until now; what it has told is not this one's to know. */
        MOVES,
        /** Another's, still: the row tells of the past only, and changes nothing that the other has told. */
        ELSEWHERE
    }

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

        /** The open one is later than all others, then the one that ends last. */
        private static final Comparator<Held> LATEST = Comparator.comparing(
                        (Held one) -> one.to == null ? LocalDate.MAX : one.to)
                .thenComparing(Held::from);

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

    /** @param held the same that the plan was made of */
    public Tenure tenure(List<Held> held, UUID enterprise, LocalDate from, @Nullable LocalDate to) {
        Optional<Held> before = held.stream().max(Held.LATEST);
        if (before.isEmpty() || before.get().enterpriseId.equals(enterprise)) return Tenure.STAYS;
        Held own = amended.orElse(new Held(before.get().id, before.get().workerId, enterprise, from, to));
        return others(held, enterprise).allMatch(one -> Held.LATEST.compare(one, own) < 0)
                ? Tenure.MOVES
                : Tenure.ELSEWHERE;
    }

    /** Employments elsewhere as they are by this plan. */
    private Stream<Held> others(List<Held> held, UUID enterprise) {
        return held.stream().filter(one -> !one.enterpriseId.equals(enterprise)).map(one -> ended.stream()
                .filter(changed -> changed.id.equals(one.id))
                .findFirst()
                .orElse(one));
    }

    private static Held endBefore(Held older, LocalDate from, LocalDate today) {
        LocalDate last = from.isAfter(older.from) ? from.minusDays(1) : today.minusDays(1);
        return older.lasting(older.from, last.isBefore(older.from) ? older.from : last);
    }
}
