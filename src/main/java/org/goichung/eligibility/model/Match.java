package org.goichung.eligibility.model;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** How a person stands for a candidate, and what it would do to their bill. */
public record Match(Candidate candidate, Bill bill, Verdict verdict, List<Part> parts) {

    /**
     * One criterion's part in it.
     *
     * @param criterion null where the name is no criterion's, which leaves it open
     */
    public record Part(String name, @Nullable Criterion criterion, Verdict verdict, Set<String> missing) {}

    /**
     * What does most for the bill first: enough data before too little; then the smaller co-pay, which is the larger saving whatever
     * is spent today; then no change of carrier, more data, the code and the id.
     */
    private static final Comparator<Match> BY_BILL = Comparator.comparing((Match match) -> !match.bill.enough())
            .thenComparingLong(match -> match.bill.coPayVnd())
            .thenComparing(match -> Boolean.TRUE.equals(match.bill.mustPort()))
            .thenComparingLong(match -> -match.bill.dataBytes())
            .thenComparing(match -> match.candidate.version().code())
            .thenComparing(match -> match.candidate.version().id())
            .thenComparing(match -> String.valueOf(match.candidate.agreementId()));

    /** What the person qualifies for first, then what is open. */
    private static final Comparator<Match> BY_STANDING =
            Comparator.comparing(Match::verdict).thenComparing(BY_BILL);

    public static Match of(
            Candidate candidate, Facts person, LocalDate today, Function<String, @Nullable Criterion> criteria) {
        List<Part> parts = parts(candidate.criteria(), person, today, criteria);
        return new Match(candidate, Bill.of(candidate, person), all(parts), parts);
    }

    /** Each criterion's part, in their order. */
    public static List<Part> parts(
            List<String> names, Facts person, LocalDate today, Function<String, @Nullable Criterion> criteria) {
        List<Part> parts = new ArrayList<>();
        for (String name : names) {
            Criterion criterion = criteria.apply(name);
            if (criterion == null) {
                parts.add(new Part(name, null, Verdict.UNKNOWN, Set.of()));
                continue;
            }
            Rule.Standing standing = criterion.rule().judged(person, today);
            parts.add(new Part(name, criterion, standing.verdict(), standing.missing()));
        }
        return parts;
    }

    /** All must hold. */
    public static Verdict all(List<Part> parts) {
        return parts.stream().map(Part::verdict).reduce(Verdict.YES, Verdict::and);
    }

    /** Best for this person first. */
    public static List<Match> ranked(List<Match> matches) {
        return matches.stream().sorted(BY_STANDING).toList();
    }

    /** Of several ways to the same package, the one the person stands best for. */
    public static Optional<Match> best(List<Match> ways) {
        return ways.stream().min(BY_STANDING);
    }

    /** What would do more for the bill than all the person qualifies for, with the fewest criteria in the way. */
    public static Optional<Match> nearestMiss(List<Match> matches) {
        Optional<Match> best =
                matches.stream().filter(match -> match.verdict == Verdict.YES).min(BY_BILL);
        return matches.stream()
                .filter(match -> match.verdict != Verdict.YES)
                .filter(match -> best.isEmpty() || BY_BILL.compare(match, best.get()) < 0)
                .min(Comparator.comparingLong(Match::inTheWay).thenComparing(BY_STANDING));
    }

    private long inTheWay() {
        return parts.stream().filter(part -> part.verdict() != Verdict.YES).count();
    }
}
