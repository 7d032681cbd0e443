package org.goichung.eligibility.model;

import dev.cel.runtime.CelAttributePattern;
import dev.cel.runtime.CelEvaluationException;
import dev.cel.runtime.CelUnknownSet;
import dev.cel.runtime.PartialVars;
import dev.cel.runtime.Program;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/** A compiled expression. May be asked from any thread. */
public final class Rule {
    /** The days since 1970-01-01. */
    static final String TODAY = "today";

    /**
     * How a rule stands for a person.
     *
     * @param missing what would have to be found out to settle it; empty unless unknown
     */
    public record Standing(Verdict verdict, Set<String> missing) {
        private static final Standing YES = new Standing(Verdict.YES, Set.of());
        private static final Standing NO = new Standing(Verdict.NO, Set.of());
    }

    private final Program program;
    private final List<Fact> facts;
    private final boolean ofTheDay;
    private final Classes classes;

    /** @param cuts how the values of each fact that the expression speaks of fall into classes */
    Rule(Program program, Map<Fact, Cut> cuts, boolean usesToday) {
        this.program = program;
        this.facts = List.copyOf(cuts.keySet());
        this.ofTheDay = usesToday || facts.stream().anyMatch(Fact::ofTheDay);
        this.classes = new Classes(this, cuts, usesToday);
    }

    /** Whether the answer may change with the day alone. */
    public boolean ofTheDay() {
        return ofTheDay;
    }

    /** As {@link #standing}, but people alike in what the expression can tell apart are asked once. */
    public Standing judged(Facts person, LocalDate today) {
        return classes.standing(person, today);
    }

    /** Asks the expression itself. */
    public Standing standing(Facts person, LocalDate today) {
        Map<String, Map<String, Object>> owners = new HashMap<>(8);
        List<Fact> absent = new ArrayList<>();
        for (Fact fact : facts) {
            Object value = person.value(fact, today);
            if (value == null) absent.add(fact);
            else owners.computeIfAbsent(fact.owner(), owner -> new HashMap<>()).put(fact.field(), value);
        }
        Map<String, Object> variables = new HashMap<>(owners);
        variables.put(TODAY, today.toEpochDay());
        try {
            return standing(absent.isEmpty() ? program.eval(variables) : program.eval(partial(variables, absent)));
        } catch (CelEvaluationException unreckonable) {
            // a number too large, a division by nought: nobody can say
            return new Standing(Verdict.UNKNOWN, Set.of());
        }
    }

    /** Whether it has a result for those of whom everything is known. */
    boolean reckons() {
        return reckons(0L, "", false) && reckons(1_000_000L, "92", true);
    }

    private boolean reckons(Long number, String text, Boolean flag) {
        Map<String, Map<String, Object>> owners = new HashMap<>(8);
        for (Fact fact : facts) {
            Object value =
                    switch (fact.kind()) {
                        case NUMBER -> number;
                        case TEXT -> text;
                        case FLAG -> flag;
                    };
            owners.computeIfAbsent(fact.owner(), owner -> new HashMap<>()).put(fact.field(), value);
        }
        Map<String, Object> variables = new HashMap<>(owners);
        variables.put(TODAY, number);
        try {
            return program.eval(variables) instanceof Boolean;
        } catch (CelEvaluationException unreckonable) {
            return false;
        }
    }

    private static PartialVars partial(Map<String, Object> variables, List<Fact> absent) {
        CelAttributePattern[] unknown = absent.stream()
                .map(fact -> CelAttributePattern.fromQualifiedIdentifier(fact.qualifiedName()))
                .toArray(CelAttributePattern[]::new);
        for (Fact fact : absent) variables.putIfAbsent(fact.owner(), Map.of());
        return PartialVars.of(variables, unknown);
    }

    private static Standing standing(Object result) {
        if (result instanceof Boolean holds) return holds ? Standing.YES : Standing.NO;
        Set<String> missing = new TreeSet<>();
        if (result instanceof CelUnknownSet unknown)
            unknown.attributes()
                    .forEach(attribute ->
                            Fact.named(attribute.toString()).map(Fact::source).ifPresent(missing::add));
        return new Standing(Verdict.UNKNOWN, Set.copyOf(missing));
    }
}
