package org.goichung.workforce;

/**
 * How far a reader of the change feed has come.
 *
 * @param xid the transaction of the last change read
 * @param seq its number
 */
public record FactsCursor(long xid, long seq) {
    /** Before everything. */
    public static final FactsCursor START = new FactsCursor(0, 0);
}
