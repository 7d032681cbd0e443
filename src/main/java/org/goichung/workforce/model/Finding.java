package org.goichung.workforce.model;

/**
 * What is to be said of one cell; never what stood in it.
 *
 * @param column as our template calls it; {@code *} for the whole row
 * @param code key of the sentence under {@code roster.<code>} in the problem texts
 * @param mended whether the cell was put right or left out; a row is refused only for what is not mended
 */
public record Finding(String column, String code, boolean mended) {
    /** For what is wrong with no single cell. */
    public static final String WHOLE_ROW = "*";

    static Finding bad(RosterColumn column, String code) {
        return new Finding(column.header(), code, false);
    }

    static Finding mended(RosterColumn column, String code) {
        return new Finding(column.header(), code, true);
    }
}
