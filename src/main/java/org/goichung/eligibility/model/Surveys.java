package org.goichung.eligibility.model;

import java.time.LocalDate;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.goichung.platform.identity.EnterpriseId;
import org.jspecify.annotations.Nullable;

/** Makes surveys of everybody, by columns that are kept or that are made for one question. Under the index's lock. */
final class Surveys {
    private Surveys() {}

    /** By the criteria that are counted by today, as lines name them. */
    static Survey today(Roll roll, IndexState now, List<String> lines, @Nullable Set<EnterpriseId> only) {
        Survey.Line[] asked = lines.stream()
                .map(line -> Survey.Line.of(
                        Clause.of(line, name -> null), term -> now.columns().get(term.name())))
                .toArray(Survey.Line[]::new);
        return new Survey(roll, now.employed(), asked, only);
    }

    /** One survey per question, over columns that are made for them. */
    static List<Survey> on(Roll roll, LocalDate day, @Nullable Set<EnterpriseId> only, List<List<Clause>> questions) {
        Map<Criterion, Column> columns = new IdentityHashMap<>();
        for (List<Clause> question : questions)
            for (Clause clause : question)
                for (Clause.Term term : clause.terms())
                    if (term.criterion() != null) columns.computeIfAbsent(term.criterion(), Column::new);
        var employed = new Bits();
        roll.judge(columns.values(), employed, day);
        return questions.stream()
                .map(question -> question.stream()
                        .map(clause -> Survey.Line.of(
                                clause, term -> term.criterion() == null ? null : columns.get(term.criterion())))
                        .toArray(Survey.Line[]::new))
                .map(asked -> new Survey(roll, employed, asked, only))
                .toList();
    }

    static Census counted(Roll roll, Survey survey) {
        var census = new Census(roll.rows);
        survey.count(roll.used(), census);
        return census;
    }
}
