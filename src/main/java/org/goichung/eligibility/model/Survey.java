package org.goichung.eligibility.model;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Set;
import java.util.function.IntConsumer;
import org.goichung.eligibility.model.FactsIndex.Standing;
import org.goichung.platform.identity.EnterpriseId;
import org.goichung.platform.identity.WorkerId;
import org.jspecify.annotations.Nullable;

/** Goes over the employed, 64 rows at once as long as bits suffice. Behind the index's lock. */
final class Survey {
    private final Rows rows;
    private final Bits present;
    private final Bits employed;
    private final @Nullable Column[] asked;
    private final @Nullable BitSet only;

    /** @param asked all must hold; null for what is no criterion, which leaves everybody open */
    Survey(Rows rows, Bits present, Bits employed, @Nullable Column[] asked, @Nullable Set<EnterpriseId> only) {
        this.rows = rows;
        this.present = present;
        this.employed = employed;
        this.asked = asked;
        this.only = only == null ? null : numbers(rows, only);
    }

    void count(int until, Census census) {
        for (int word = 0; word << 6 < until; word++) {
            long people = present.word(word) & employed.word(word);
            if (people == 0) continue;
            long yes = yes(word);
            long no = no(word);
            each(word, people & yes, row -> census.add(row, Verdict.YES.ordinal()));
            each(word, people & no, row -> census.add(row, Verdict.NO.ordinal()));
            each(word, people & ~yes & ~no, row -> census.add(row, Verdict.UNKNOWN.ordinal()));
        }
    }

    /** Of these rows those who qualify, or may. */
    List<Standing> standings(int from, int until) {
        List<Standing> found = new ArrayList<>();
        for (int word = from >> 6; word << 6 < until; word++) {
            long people = present.word(word) & employed.word(word) & ~no(word);
            if (people == 0) continue;
            long yes = yes(word);
            each(word, people, row -> {
                EnterpriseId enterprise = rows.enterprises.value(rows.enterprise(row));
                boolean inside = row >= from && row < until && enterprise != null;
                if (inside)
                    found.add(new Standing(
                            new WorkerId(rows.workerId(row)),
                            enterprise,
                            (yes & 1L << row) != 0 ? Verdict.YES : Verdict.UNKNOWN));
            });
        }
        return found;
    }

    private void each(int word, long bits, IntConsumer visitor) {
        for (long left = bits; left != 0; left &= left - 1) {
            int row = (word << 6) + Long.numberOfTrailingZeros(left);
            if (only == null || only.get(rows.enterprise(row))) visitor.accept(row);
        }
    }

    private long yes(int word) {
        long yes = ~0L;
        for (Column column : asked) yes &= column == null ? 0 : column.yes(word);
        return yes;
    }

    private long no(int word) {
        long no = 0;
        for (Column column : asked) if (column != null) no |= column.no(word);
        return no;
    }

    private static BitSet numbers(Rows rows, Set<EnterpriseId> enterprises) {
        var numbers = new BitSet();
        for (EnterpriseId enterprise : enterprises) {
            int number = rows.enterprises.knownNumber(enterprise);
            if (number > 0) numbers.set(number);
        }
        return numbers;
    }
}
