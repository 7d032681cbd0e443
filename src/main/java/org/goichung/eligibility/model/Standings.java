package org.goichung.eligibility.model;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** How one person stands: each line is asked once, and each list of lines is put together once. For one thread. */
public final class Standings {
    private final Facts person;
    private final LocalDate day;
    private final Function<String, @Nullable Criterion> criteria;
    private final @Nullable Long paysVnd;
    private final Map<String, Match.Part> parts = new HashMap<>();
    /** By sight: candidates that ask for the same share their list. */
    private final Map<List<String>, Terms> terms = new IdentityHashMap<>();

    /** @param criteria finds those of the day by their names */
    public Standings(Facts person, LocalDate day, Function<String, @Nullable Criterion> criteria) {
        this(person, day, criteria, null);
    }

    /** @param held what the person has by an enrolment, which is what they pay now; null for none */
    public Standings(
            Facts person, LocalDate day, Function<String, @Nullable Criterion> criteria, @Nullable Candidate held) {
        this.person = person;
        this.paysVnd = held == null ? person.monthlyTelecomSpendVnd() : (Long) held.coPay30Vnd();
        this.day = day;
        this.criteria = criteria;
    }

    Facts person() {
        return person;
    }

    /** What the person pays over 30 days; null where it is not known. */
    @Nullable
    Long paysVnd() {
        return paysVnd;
    }

    /** For all of these lines. */
    public Terms terms(List<String> lines) {
        if (lines.isEmpty()) return Terms.NONE;
        Terms known = terms.get(lines);
        if (known != null) return known;
        List<Match.Part> each = new ArrayList<>(lines.size());
        for (String line : lines) each.add(part(line));
        Terms told = Terms.of(each);
        terms.put(lines, told);
        return told;
    }

    /** For a line of what is asked for. */
    Match.Part part(String line) {
        Match.Part known = parts.get(line);
        if (known != null) return known;
        Match.Part told = Clause.of(line, criteria).part(person, day);
        parts.put(line, told);
        return told;
    }
}
