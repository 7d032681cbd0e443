package org.goichung.eligibility.model;

import java.time.LocalDate;

/** How everybody stands for one criterion: whether that is known, and whether it is yes. */
final class Column {
    private final Criterion criterion;
    private final Bits known = new Bits();
    private final Bits yes = new Bits();

    Column(Criterion criterion) {
        this.criterion = criterion;
    }

    Criterion criterion() {
        return criterion;
    }

    void judge(int row, Facts facts, LocalDate day) {
        Verdict verdict = criterion.rule().judged(facts, day).verdict();
        known.set(row, verdict != Verdict.UNKNOWN);
        yes.set(row, verdict == Verdict.YES);
    }

    Verdict verdict(int row) {
        if (yes.get(row)) return Verdict.YES;
        return known.get(row) ? Verdict.NO : Verdict.UNKNOWN;
    }

    /** Who of 64 rows qualifies. */
    long yes(int word) {
        return yes.word(word);
    }

    /** Who of 64 rows does not. */
    long no(int word) {
        return known.word(word) & ~yes.word(word);
    }

    long heapBytes() {
        return known.heapBytes() + yes.heapBytes();
    }
}
