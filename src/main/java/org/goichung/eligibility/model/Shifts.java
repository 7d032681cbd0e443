package org.goichung.eligibility.model;

import java.util.HashMap;
import java.util.Map;
import org.goichung.platform.identity.EnterpriseId;

/** How many people of each enterprise stand how before and after a change. */
public final class Shifts implements Surveys.Sized {
    private static final int VERDICTS = Verdict.values().length;

    /** @param lose qualified before and not for sure after */
    public record Shift(long gain, long lose, long keep, long unknownAfter) {}

    private final Rows rows;
    private final int enterprises;
    private final int[] counts;

    Shifts(Rows rows) {
        this.rows = rows;
        this.enterprises = rows.enterprises.size();
        this.counts = new int[Math.multiplyExact(enterprises, VERDICTS * VERDICTS)];
    }

    @Override
    public boolean fits() {
        return rows.enterprises.size() == enterprises;
    }

    void add(int row, Verdict before, Verdict after) {
        counts[(rows.enterprise(row) * VERDICTS + before.ordinal()) * VERDICTS + after.ordinal()]++;
    }

    /** Those where anybody was counted. */
    public Map<EnterpriseId, Shift> enterprises() {
        Map<EnterpriseId, Shift> shifts = new HashMap<>();
        for (int number = 1; number < enterprises; number++) {
            EnterpriseId enterprise = rows.enterprises.value(number);
            Shift shift = shift(number * VERDICTS * VERDICTS);
            if (enterprise != null && shift != null) shifts.put(enterprise, shift);
        }
        return shifts;
    }

    private @org.jspecify.annotations.Nullable Shift shift(int from) {
        long all = 0;
        for (int i = from; i < from + VERDICTS * VERDICTS; i++) all += counts[i];
        if (all == 0) return null;
        long keep = at(from, Verdict.YES, Verdict.YES);
        return new Shift(
                at(from, Verdict.NO, Verdict.YES) + at(from, Verdict.UNKNOWN, Verdict.YES),
                at(from, Verdict.YES, Verdict.NO) + at(from, Verdict.YES, Verdict.UNKNOWN),
                keep,
                at(from, Verdict.YES, Verdict.UNKNOWN)
                        + at(from, Verdict.NO, Verdict.UNKNOWN)
                        + at(from, Verdict.UNKNOWN, Verdict.UNKNOWN));
    }

    private long at(int from, Verdict before, Verdict after) {
        return counts[from + before.ordinal() * VERDICTS + after.ordinal()];
    }
}
