package org.goichung.eligibility.model;

import java.util.HashMap;
import java.util.Map;
import org.goichung.platform.identity.EnterpriseId;
import org.jspecify.annotations.Nullable;

/** How many people of each enterprise stand how before and after a change. */
public final class Shifts implements Surveys.Sized {
    private static final int VERDICTS = Verdict.values().length;

    /** @param lose qualified before and not for sure after */
    record Shift(Cell gain, Cell lose, Cell keep, Cell unknownAfter) {
        static final Shift NONE = new Shift(Cell.NOBODY, Cell.NOBODY, Cell.NOBODY, Cell.NOBODY);
    }

    private final Rows rows;
    private final int enterprises;
    private final int[] counts;
    private final @Nullable CellKeys keys;
    private final long[] sums;

    Shifts(Rows rows, @Nullable CellKeys keys) {
        this.rows = rows;
        this.keys = keys;
        this.enterprises = rows.enterprises.size();
        this.counts = new int[Math.multiplyExact(enterprises, VERDICTS * VERDICTS)];
        this.sums = new long[keys == null ? 0 : counts.length];
    }

    @Override
    public boolean fits() {
        return rows.enterprises.size() == enterprises;
    }

    void add(int row, Verdict before, Verdict after) {
        int at = (rows.enterprise(row) * VERDICTS + before.ordinal()) * VERDICTS + after.ordinal();
        counts[at]++;
        if (keys != null) sums[at] += keys.of(rows.high(Rows.WORKER, row), rows.low(Rows.WORKER, row));
    }

    /** Those where anybody was counted. */
    Map<EnterpriseId, Shift> enterprises() {
        Map<EnterpriseId, Shift> shifts = new HashMap<>();
        for (int number = 1; number < enterprises; number++) {
            EnterpriseId enterprise = rows.enterprises.value(number);
            Shift shift = shift(number * VERDICTS * VERDICTS);
            if (enterprise != null && shift != null) shifts.put(enterprise, shift);
        }
        return shifts;
    }

    private @Nullable Shift shift(int from) {
        long all = 0;
        for (int i = from; i < from + VERDICTS * VERDICTS; i++) all += counts[i];
        if (all == 0) return null;
        return new Shift(
                at(from, Verdict.NO, Verdict.YES).plus(at(from, Verdict.UNKNOWN, Verdict.YES)),
                at(from, Verdict.YES, Verdict.NO).plus(at(from, Verdict.YES, Verdict.UNKNOWN)),
                at(from, Verdict.YES, Verdict.YES),
                at(from, Verdict.YES, Verdict.UNKNOWN)
                        .plus(at(from, Verdict.NO, Verdict.UNKNOWN))
                        .plus(at(from, Verdict.UNKNOWN, Verdict.UNKNOWN)));
    }

    private Cell at(int from, Verdict before, Verdict after) {
        int at = from + before.ordinal() * VERDICTS + after.ordinal();
        return new Cell(counts[at], keys == null ? 0 : sums[at]);
    }
}
