package org.goichung.eligibility.model;

import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * How a person stands for a candidate, and what it would do to their bill.
 *
 * @param terms what it asks for
 */
public record Match(Candidate candidate, Bill bill, Terms terms) {
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
     * What does most for the person first; then no change of carrier, more data, the code and the id.
     */
    private static int byWorth(Match one, Match other) {
        int order = Long.compare(other.bill.benefitVnd(), one.bill.benefitVnd());
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
    static int byStanding(Match one, Match other) {
        int order = Integer.compare(one.verdict().ordinal(), other.verdict().ordinal());
        return order == 0 ? byBill(one, other) : order;
    }

    public static Match of(Candidate candidate, Standings standings) {
        return new Match(
                candidate,
                Bill.of(candidate, standings.person(), standings.paysVnd()),
                standings.terms(candidate.criteria()));
    }

    /** Whether the person has it already, by an enrolment. */
    public boolean had() {
        return candidate.held();
    }

    public Verdict verdict() {
        return terms.verdict();
    }

    public List<Part> parts() {
        return terms.parts();
    }

    /** Whether neither does more for the person than the other; what puts one before the other then is its code. */
    public boolean ties(Match other) {
        return verdict() == other.verdict() && byWorth(this, other) == 0;
    }

    /** Whether it does more for the person. */
    boolean beats(Match other) {
        return byWorth(this, other) < 0;
    }

    /** Whether it is worth having: it is theirs to have, and costs less than what they pay now, as far as that is known. */
    public boolean helps() {
        return verdict() == Verdict.YES && wouldHelp();
    }

    /**
     * Were it theirs to have: it costs less than the part of their bill that it covers, of a modest one where theirs is not known, and lasts
     * most of the month. What costs nothing helps somebody who pays nothing, too.
     */
    private boolean wouldHelp() {
        return worth() && lasts();
    }

    private boolean worth() {
        Long saving = bill.savingVnd();
        return bill.coPayVnd() == 0 || bill.benefitVnd() > 0 && (saving == null || saving > 0);
    }

    /** Whether all that it costs less is theirs to keep: it is worth having and lasts the month, as far as that is known. */
    boolean saves() {
        Long saving = bill.savingVnd();
        return worth() && bill.enough() && (saving == null || bill.benefitVnd() >= saving);
    }

    /** Whether they could use what it gives. */
    boolean isOfUse() {
        return !bill.talkOnly() || candidate.talks();
    }

    /** For most of the month. */
    private boolean lasts() {
        Integer cover = bill.daysOfCover();
        return cover == null || bill.talkOnly() ? bill.enough() : cover >= MOST_OF_THE_MONTH;
    }

    /** Best for this person first. */
    public static List<Match> ranked(List<Match> matches) {
        return Ranking.of(matches);
    }

    /** Of several ways to the same package, the one the person stands best for. */
    public static Optional<Match> best(List<Match> ways) {
        return ways.size() == 1 ? Optional.of(ways.getFirst()) : ways.stream().min(Match::byStanding);
    }

    /** What would do more for the bill than all that helps the person now, with the fewest criteria in the way. */
    public static Optional<Match> nearestMiss(List<Match> matches) {
        Match best = null;
        for (Match match : matches)
            if ((match.helps() || match.had()) && (best == null || byBill(match, best) < 0)) best = match;
        Match nearest = null;
        for (Match match : matches) {
            if (match.verdict() == Verdict.YES || !match.wouldHelp() || (best != null && byBill(match, best) >= 0))
                continue;
            if (nearest == null || byNearness(match, nearest) < 0) nearest = match;
        }
        return Optional.ofNullable(nearest);
    }

    private static int byNearness(Match one, Match other) {
        int order = Integer.compare(one.terms.inTheWay(), other.terms.inTheWay());
        return order == 0 ? byStanding(one, other) : order;
    }
}
