package org.goichung.eligibility.model;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * How a person stands for a candidate, and what it would do to their bill.
 *
 * @param had whether the person has it already, by an enrolment
 */
public record Match(Candidate candidate, Bill bill, Verdict verdict, List<Part> parts, boolean had) {
    private static final int MOST_OF_THE_MONTH = 20;

    /**
     * The part that one line of what is asked for has in it.
     *
     * @param name the line as it is written
     * @param said by which criteria; empty where nobody laid it down, which leaves it open
     */
    public record Part(String name, Verdict verdict, List<Said> said, Set<String> missing) {}

    /**
     * One criterion's word in it.
     *
     * @param holds whether that satisfies the line: a criterion may be one that must not hold
     */
    public record Said(Criterion criterion, Verdict verdict, boolean holds) {}

    /**
     * What does most for the bill first: enough data before too little; then the smaller co-pay, which is the larger saving whatever
     * is spent today; then no change of carrier, more data, the code and the id.
     */
    private static int byWorth(Match one, Match other) {
        if (one.bill.enough() != other.bill.enough()) return one.bill.enough() ? -1 : 1;
        int order = Long.compare(one.bill.coPayVnd(), other.bill.coPayVnd());
        if (order != 0) return order;
        boolean ports = Boolean.TRUE.equals(one.bill.mustPort());
        if (ports != Boolean.TRUE.equals(other.bill.mustPort())) return ports ? 1 : -1;
        return Long.compare(other.bill.dataBytes(), one.bill.dataBytes());
    }

    private static int byBill(Match one, Match other) {
        int order = byWorth(one, other);
        if (order != 0) return order;
        order = one.candidate
                .version()
                .code()
                .compareTo(other.candidate.version().code());
        if (order != 0) return order;
        order = one.candidate.version().id().compareTo(other.candidate.version().id());
        if (order != 0) return order;
        return String.valueOf(one.candidate.agreementId()).compareTo(String.valueOf(other.candidate.agreementId()));
    }

    /** What the person qualifies for first, then what is open. */
    private static int byStanding(Match one, Match other) {
        int order = Integer.compare(one.verdict.ordinal(), other.verdict.ordinal());
        return order == 0 ? byBill(one, other) : order;
    }

    /** @param parts how the person stands for a line of what is asked for */
    public static Match of(Candidate candidate, Facts person, Function<String, Part> parts) {
        List<String> lines = candidate.criteria();
        boolean had = candidate.isHadBy(person);
        if (lines.isEmpty()) return new Match(candidate, Bill.of(candidate, person), Verdict.YES, List.of(), had);
        List<Part> each = new ArrayList<>(lines.size());
        for (String line : lines) each.add(parts.apply(line));
        return new Match(candidate, Bill.of(candidate, person), all(each), each, had);
    }

    /** Tells how this person stands for a line, each line being asked once. */
    public static Function<String, Part> parts(
            Facts person, LocalDate day, Function<String, @Nullable Criterion> criteria) {
        Map<String, Part> told = new HashMap<>();
        return line -> told.computeIfAbsent(
                line, written -> Clause.of(written, criteria).part(person, day));
    }

    /** All must hold. */
    public static Verdict all(List<Part> parts) {
        Verdict all = Verdict.YES;
        for (Part part : parts) all = all.and(part.verdict());
        return all;
    }

    /** Whether neither does more for the person than the other; what puts one before the other then is its code. */
    public boolean ties(Match other) {
        return verdict == other.verdict && byWorth(this, other) == 0;
    }

    /** Whether it does more for the person. */
    boolean beats(Match other) {
        return byWorth(this, other) < 0;
    }

    /** Whether it is worth having: it is theirs to have, and costs less than what they pay now, as far as that is known. */
    public boolean helps() {
        return verdict == Verdict.YES && wouldHelp();
    }

    /** Were it theirs to have: it costs less than what they pay now, as far as that is known, and lasts most of the month. */
    private boolean wouldHelp() {
        Long saving = bill.savingVnd();
        Integer cover = bill.daysOfCover();
        boolean lasts = cover == null || bill.idleData() ? bill.enough() : cover >= MOST_OF_THE_MONTH;
        return lasts && (saving == null || saving > 0);
    }

    /** Best for this person first. */
    public static List<Match> ranked(List<Match> matches) {
        Match[] ranked = matches.toArray(Match[]::new);
        Arrays.sort(ranked, Match::byStanding);
        return List.of(ranked);
    }

    /** Of several ways to the same package, the one the person stands best for. */
    public static Optional<Match> best(List<Match> ways) {
        return ways.size() == 1 ? Optional.of(ways.getFirst()) : ways.stream().min(Match::byStanding);
    }

    /** What would do more for the bill than all the person qualifies for, with the fewest criteria in the way. */
    public static Optional<Match> nearestMiss(List<Match> matches) {
        Match best = null;
        for (Match match : matches)
            if (match.verdict == Verdict.YES && (best == null || byBill(match, best) < 0)) best = match;
        Match nearest = null;
        for (Match match : matches) {
            if (match.verdict == Verdict.YES || !match.wouldHelp() || (best != null && byBill(match, best) >= 0))
                continue;
            if (nearest == null || byNearness(match, nearest) < 0) nearest = match;
        }
        return Optional.ofNullable(nearest);
    }

    private static int byNearness(Match one, Match other) {
        int order = Integer.compare(one.inTheWay(), other.inTheWay());
        return order == 0 ? byStanding(one, other) : order;
    }

    private int inTheWay() {
        int count = 0;
        for (Part part : parts) if (part.verdict() != Verdict.YES) count++;
        return count;
    }
}
