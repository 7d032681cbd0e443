package org.goichung.eligibility.model;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
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
    private final Line[] asked;
    private final @Nullable BitSet only;

    /** One line of what is asked for, over 64 rows: one of its columns, or its opposite, has to hold. */
    record Line(@Nullable Column[] columns, boolean[] negated) {
        /** A term that is no criterion's has no column, and leaves everybody open. */
        static Line of(Clause clause, Function<Clause.Term, @Nullable Column> columns) {
            int terms = clause.terms().size();
            var line = new Line(new Column[terms], new boolean[terms]);
            for (int i = 0; i < terms; i++) {
                Clause.Term term = clause.terms().get(i);
                line.columns[i] = columns.apply(term);
                line.negated[i] = term.negated();
            }
            return line;
        }

        long yes(int word) {
            long yes = 0;
            for (int i = 0; i < columns.length; i++) {
                Column column = columns[i];
                if (column != null) yes |= negated[i] ? column.no(word) : column.yes(word);
            }
            return yes;
        }

        long no(int word) {
            long no = ~0L;
            for (int i = 0; i < columns.length; i++) {
                Column column = columns[i];
                no &= column == null ? 0 : negated[i] ? column.yes(word) : column.no(word);
            }
            return no;
        }
    }

    /** @param asked all must hold */
    Survey(Roll roll, Bits employed, Line[] asked, @Nullable Set<EnterpriseId> only) {
        this.rows = roll.rows;
        this.present = roll.present;
        this.employed = employed;
        this.asked = asked;
        this.only = only == null ? null : numbers(rows, only);
    }

    /**
     * The facts of those of these rows who are asked about; null for all others.
     *
     * @param until not among them
     */
    @Nullable
    Facts[] facts(int from, int until) {
        var found = new @Nullable Facts[Math.max(0, until - from)];
        for (int row = from; row < until; row++)
            if (present.get(row) && (only == null || only.get(rows.enterprise(row))))
                found[row - from] = rows.facts(row);
        return found;
    }

    /** @param from a multiple of 64 */
    void count(int from, int until, Census census) {
        for (int word = from >> 6; word << 6 < until; word++) {
            long people = present.word(word) & employed.word(word);
            if (people == 0) continue;
            long yes = yes(word);
            long no = no(word);
            // 64 rows stand in one chunk
            Rows.Chunk chunk = rows.chunk(word << 6);
            int base = word << 6 & Rows.MASK;
            count(chunk, base, people & yes, Verdict.YES.ordinal(), census);
            count(chunk, base, people & no, Verdict.NO.ordinal(), census);
            count(chunk, base, people & ~yes & ~no, Verdict.UNKNOWN.ordinal(), census);
        }
    }

    private void count(Rows.Chunk chunk, int base, long bits, int verdict, Census census) {
        for (long left = bits; left != 0; left &= left - 1) {
            int at = base + Long.numberOfTrailingZeros(left);
            if (only == null || only.get(chunk.enterprise[at])) census.add(chunk, at, verdict);
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
                if (enterprise == null || row < from || row >= until) return;
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

    /** Counts people by how they stand for this and for another question. */
    void compare(Survey other, int from, int until, Shifts shifts) {
        for (int word = from >> 6; word << 6 < until; word++) {
            long people = present.word(word) & employed.word(word);
            if (people == 0) continue;
            long yes = yes(word);
            long no = no(word);
            long otherYes = other.yes(word);
            long otherNo = other.no(word);
            each(word, people, row -> shifts.add(row, verdict(row, yes, no), verdict(row, otherYes, otherNo)));
        }
    }

    private static Verdict verdict(int row, long yes, long no) {
        if ((yes & 1L << row) != 0) return Verdict.YES;
        return (no & 1L << row) != 0 ? Verdict.NO : Verdict.UNKNOWN;
    }

    private long yes(int word) {
        long yes = ~0L;
        for (Line line : asked) yes &= line.yes(word);
        return yes;
    }

    private long no(int word) {
        long no = 0;
        for (Line line : asked) no |= line.no(word);
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
