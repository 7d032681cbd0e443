package org.goichung.eligibility.model;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import org.goichung.eligibility.Sentences;
import org.goichung.platform.http.Language;
import org.jspecify.annotations.Nullable;

/**
 * One line of what a package or programme asks for, as it names it: a criterion, {@code !} before one that must not hold, and
 * {@code |} between several of which one is enough. All lines must hold.
 */
public record Clause(String written, List<Term> terms) {
    private static final Map<String, List<String>> READ = new ConcurrentHashMap<>();
    private static final Map<List<String>, List<String>> SHARED = new ConcurrentHashMap<>();
    private static final int MOST_READ = 10_000;

    /** @param criterion null where the name is no criterion's, which leaves it open */
    public record Term(
            String name, boolean negated, @Nullable Criterion criterion) {}

    /** Finds the criteria by their names. */
    public static Clause of(String written, Function<String, @Nullable Criterion> criteria) {
        List<String> names = namesIn(written);
        if (names.size() == 1) return new Clause(written, List.of(term(names.getFirst(), criteria)));
        List<Term> terms = new ArrayList<>(names.size());
        for (String name : names) terms.add(term(name, criteria));
        return new Clause(written, terms);
    }

    /** A rule that has no name yet. */
    public static Clause draft(Rule rule) {
        var unsaid = new Sentences("", "", "");
        return new Clause("", List.of(new Term("", false, new Criterion("", 0, rule, unsaid, unsaid, null))));
    }

    /** The names of all criteria that these lines speak of, each once. */
    public static Set<String> names(Iterable<String> written) {
        Set<String> names = new TreeSet<>();
        for (String line : written) for (String term : namesIn(line)) names.add(bare(term));
        return names;
    }

    /** One list for all who ask for the same, so that it is known by sight. */
    static List<String> shared(List<String> lines) {
        List<String> known = SHARED.get(lines);
        if (known != null) return known;
        List<String> first = List.copyOf(lines);
        if (SHARED.size() >= MOST_READ) return first;
        List<String> other = SHARED.putIfAbsent(first, first);
        return other == null ? first : other;
    }

    /** Lines are few, and read for each look-up: they are taken apart once. */
    private static List<String> namesIn(String written) {
        List<String> known = READ.get(written);
        if (known != null) return known;
        List<String> names =
                Arrays.stream(written.split("\\|")).map(String::strip).toList();
        if (READ.size() < MOST_READ) READ.put(written, names);
        return names;
    }

    private static Term term(String term, Function<String, @Nullable Criterion> criteria) {
        String name = bare(term);
        return new Term(name, term.startsWith("!"), criteria.apply(name));
    }

    private static String bare(String term) {
        return term.startsWith("!") ? term.substring(1) : term;
    }

    /** How a person stands for it. */
    Match.Part part(Facts person, LocalDate day) {
        if (terms.size() == 1) return part(terms.getFirst(), person, day);
        Verdict any = Verdict.NO;
        List<Match.Said> said = new ArrayList<>();
        Set<String> missing = new TreeSet<>();
        for (Term term : terms) {
            Match.Part one = part(term, person, day);
            any = any.or(one.verdict());
            said.addAll(one.said());
            missing.addAll(one.missing());
        }
        boolean settled = any != Verdict.UNKNOWN;
        Verdict all = any;
        return new Match.Part(
                written,
                any,
                all == Verdict.YES
                        ? said.stream().filter(Match.Said::holds).limit(1).toList()
                        : said,
                settled ? Set.of() : missing);
    }

    private Match.Part part(Term term, Facts person, LocalDate day) {
        Criterion criterion = term.criterion();
        if (criterion == null) return new Match.Part(written, Verdict.UNKNOWN, List.of(), Set.of());
        Rule.Standing standing = criterion.rule().judged(person, day);
        Verdict verdict = term.negated() ? standing.verdict().not() : standing.verdict();
        var said = new Match.Said(criterion, standing.verdict(), verdict == Verdict.YES);
        return new Match.Part(written, verdict, List.of(said), standing.missing());
    }

    /** What is said where nobody laid the condition down. */
    static String unwritten(Language language) {
        return Tongue.of(language).unwritten();
    }
}
