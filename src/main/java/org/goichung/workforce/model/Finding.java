package org.goichung.workforce.model;

import java.util.List;

/**
 * What is to be said of one cell; never what stood in it.
 *
 * @param column as our template calls it; {@code *} for the whole row
 * @param code key of the sentence under {@code roster.<code>} in the problem texts
 * @param mended whether the cell was put right or left out; a row is refused only for what is not mended
 * @param candidates codes of the communes that may be meant, where that has to be asked
 */
public record Finding(String column, String code, boolean mended, List<String> candidates) {
    /** For what is wrong with no single cell. */
    public static final String WHOLE_ROW = "*";

    public Finding {
        candidates = List.copyOf(candidates);
    }

    public Finding(String column, String code, boolean mended) {
        this(column, code, mended, List.of());
    }

    static Finding bad(RosterColumn column, String code) {
        return new Finding(column.header(), code, false);
    }

    static Finding mended(RosterColumn column, String code) {
        return new Finding(column.header(), code, true);
    }
}
