package org.goichung.workforce;

import java.util.List;

/**
 * What is to be said of one cell of a roster; never what stood in it.
 *
 * @param row the line in the file; the line of column names is 1
 * @param ordinal tells apart what is said of one row
 * @param column as our template calls it; {@code *} for the whole row
 * @param code key of the sentence under {@code field.roster-<code>}
 * @param mended whether the cell was put right or left out; a row is refused only for what is not mended
 * @param candidates codes of the communes that may be meant, where that has to be asked
 */
public record WorkerImportError(
        long row, int ordinal, String column, String code, boolean mended, List<String> candidates) {
    public WorkerImportError {
        candidates = List.copyOf(candidates);
    }

    public WorkerImportError(long row, int ordinal, String column, String code, boolean mended) {
        this(row, ordinal, column, code, mended, List.of());
    }
}
