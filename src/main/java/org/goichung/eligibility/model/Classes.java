package org.goichung.eligibility.model;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.goichung.eligibility.model.Rule.Standing;
import org.jspecify.annotations.Nullable;

/**
 * What a rule said of each class of people, each asked once. Where all facts are cut, a class is a number and its standing stands in a
 * table; otherwise it is found by the cuts and the values themselves. May be asked from any thread.
 */
final class Classes {
    /** The most classes that a table is made for. */
    private static final int MOST_IN_TABLE = 1 << 14;
    /** The most that are remembered otherwise, before all are forgotten. */
    private static final int MOST_REMEMBERED = 20_000;

    private final Rule rule;
    private final Fact[] facts;
    private final Cut[] cuts;
    private final boolean usesToday;
    /** Races are harmless: a standing never changes, and two threads find the same. */
    private final @Nullable Standing @Nullable [] table;

    private final Map<List<@Nullable Object>, Standing> remembered = new ConcurrentHashMap<>();

    Classes(Rule rule, Map<Fact, Cut> cuts, boolean usesToday) {
        this.rule = rule;
        this.facts = cuts.keySet().toArray(Fact[]::new);
        this.cuts = cuts.values().toArray(Cut[]::new);
        this.usesToday = usesToday;
        long classes = usesToday ? 0 : 1;
        for (Cut cut : this.cuts) classes = Math.min(classes * cut.size(), Integer.MAX_VALUE);
        this.table = classes == 0 || classes > MOST_IN_TABLE ? null : new Standing[(int) classes];
    }

    Standing standing(Facts person, LocalDate day) {
        @Nullable Standing[] known = table;
        if (known == null) return byValues(person, day);
        int alike = 0;
        for (Cut cut : cuts) alike = alike * cut.size() + cut.of(person, day);
        Standing told = known[alike];
        if (told != null) return told;
        Standing standing = rule.standing(person, day);
        known[alike] = standing;
        return standing;
    }

    private Standing byValues(Facts person, LocalDate day) {
        List<@Nullable Object> alike = new ArrayList<>(cuts.length + 1);
        if (usesToday) alike.add(day);
        for (int i = 0; i < cuts.length; i++)
            alike.add(cuts[i].size() == 0 ? person.value(facts[i], day) : (Object) cuts[i].of(person, day));
        Standing told = remembered.get(alike);
        if (told != null) return told;
        Standing standing = rule.standing(person, day);
        if (remembered.size() >= MOST_REMEMBERED) remembered.clear();
        remembered.put(alike, standing);
        return standing;
    }
}
