package org.goichung.eligibility.model;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BiConsumer;
import java.util.function.Function;
import java.util.function.Supplier;
import org.goichung.eligibility.model.Clause.Term;
import org.jspecify.annotations.Nullable;

/**
 * Answers questions about many in slices, so that neither the feed nor a look-up ever waits long: the lock is held while a few rows are
 * read or bits are counted, and never while an expression is asked. So somebody who changes meanwhile counts as they were at one of the
 * moments in between.
 */
final class Surveys {
    /** How many are read before they are judged: some hundred microseconds. */
    private static final int READ_AT_ONCE = 1_024;
    /** How many are judged before patience is asked. */
    private static final int JUDGED_AT_ONCE = 64;
    /** How many are counted by their bits: about a millisecond; a multiple of 64. */
    private static final int COUNTED_AT_ONCE = 1 << 15;
    /** How often a count begins anew when a new enterprise or carrier turns up in the middle of it. */
    private static final int TRIES = 3;

    /** Runs something while nobody writes. */
    interface Gate {
        <T extends @Nullable Object> T reading(Supplier<T> question);
    }

    private final Roll roll;
    private final IndexState now;
    private final Question question;
    private final Gate gate;

    Surveys(Roll roll, IndexState now, Question question, Gate gate) {
        this.roll = roll;
        this.now = now;
        this.question = question;
        this.gate = gate;
    }

    /** By the criteria that are counted by today, as lines name them. */
    Survey today(List<String> lines) {
        Survey.Line[] asked = lines.stream()
                .map(line -> Survey.Line.of(
                        Clause.of(line, name -> null), term -> now.columns().get(term.name())))
                .toArray(Survey.Line[]::new);
        return new Survey(roll, now.employed(), asked, question.only());
    }

    /** One survey per list of clauses, over columns that are kept as far as they can be, and made for them otherwise. */
    List<Survey> on(LocalDate day, List<List<Clause>> asked) {
        boolean today = day.equals(now.day());
        Map<Criterion, Column> columns = new IdentityHashMap<>();
        List<Column> fresh = new ArrayList<>();
        asked.stream()
                .flatMap(List::stream)
                .flatMap(clause -> clause.terms().stream())
                .forEach(term -> {
                    if (term.criterion() != null)
                        columns.computeIfAbsent(term.criterion(), criterion -> {
                            Column kept = today ? now.columns().get(criterion.name()) : null;
                            if (kept != null && kept.criterion() == criterion) return kept;
                            var made = new Column(criterion);
                            fresh.add(made);
                            return made;
                        });
                });
        Bits employed = today ? now.employed() : new Bits();
        if (!today || !fresh.isEmpty()) judge(fresh, today ? null : employed, day);
        Function<Term, @Nullable Column> column =
                term -> term.criterion() == null ? null : columns.get(term.criterion());
        return gate.reading(() -> asked.stream()
                .map(clauses -> clauses.stream()
                        .map(clause -> Survey.Line.of(clause, column))
                        .toArray(Survey.Line[]::new))
                .map(lines -> new Survey(roll, employed, lines, question.only()))
                .toList());
    }

    Census counted(Survey survey) {
        return inSlices(
                () -> new Census(roll.rows, question.keys()),
                (census, from) -> survey.count(from, until(from), census));
    }

    Shifts compared(Survey before, Survey after) {
        return inSlices(
                () -> new Shifts(roll.rows, question.keys()),
                (shifts, from) -> before.compare(after, from, until(from), shifts));
    }

    private <T extends Sized> T inSlices(Supplier<T> empty, BiConsumer<T, Integer> slice) {
        for (int tries = 0; tries < TRIES; tries++) {
            T counted = gate.reading(empty);
            boolean fits = true;
            for (int from = 0; fits && from < roll.used(); from += COUNTED_AT_ONCE) {
                int at = from;
                fits = gate.reading(() -> {
                    if (counted.fits()) slice.accept(counted, at);
                    return counted.fits();
                });
            }
            if (fits) return counted;
        }
        return gate.reading(() -> {
            T counted = empty.get();
            for (int from = 0; from < roll.used(); from += COUNTED_AT_ONCE) slice.accept(counted, from);
            return counted;
        });
    }

    private int until(int from) {
        return Math.min(roll.used(), from + COUNTED_AT_ONCE);
    }

    /** Judges whom the question is about, outside of the lock: what is read in it is a copy. */
    private void judge(List<Column> columns, @Nullable Bits employed, LocalDate day) {
        long epochDay = day.toEpochDay();
        var asked = gate.reading(() -> new Survey(roll, now.employed(), new Survey.Line[0], question.only()));
        for (int from = 0; from < roll.used(); from += READ_AT_ONCE) {
            int first = from;
            @Nullable
            Facts[] some = gate.reading(() -> asked.facts(first, Math.min(roll.used(), first + READ_AT_ONCE)));
            int judged = 0;
            for (int i = 0; i < some.length; i++) {
                Facts person = some[i];
                if (person == null || !person.activeOn(epochDay)) continue;
                if (employed != null) employed.set(first + i, true);
                for (Column column : columns) column.judge(first + i, person, day);
                if (++judged % JUDGED_AT_ONCE == 0) question.patience().judged(JUDGED_AT_ONCE);
            }
            question.patience().judged(judged % JUDGED_AT_ONCE);
        }
    }

    /** What is counted into has places for what was known when it was made. */
    interface Sized {
        /** Whether it still has one for everything. */
        boolean fits();
    }
}
