package org.goichung.eligibility.model;

/**
 * Finds a row by one of its keys: open addressing over row numbers, the keys themselves stand in the columns. One writer; readers stand
 * behind the index's lock.
 */
final class KeyTable {
    private final Rows rows;
    private final int key;
    /** Row plus 1; 0 where nothing is. */
    private int[] table = new int[1 << 12];

    private int size;

    KeyTable(Rows rows, int key) {
        this.rows = rows;
        this.key = key;
    }

    /** The row, or -1. */
    int find(long high, long low) {
        int[] now = table;
        int mask = now.length - 1;
        for (int at = start(high, low, mask), steps = 0; steps <= mask; at = at + 1 & mask, steps++) {
            int row = now[at] - 1;
            if (row < 0) return -1;
            if (rows.has(key, row, high, low)) return row;
        }
        return -1;
    }

    /** The key of this row stands in the columns already; another row with the same key gives way to it. */
    void put(int row) {
        if (size + 1 > table.length / 3 * 2) grow();
        int at = place(table, row);
        if (table[at] == 0) size++;
        table[at] = row + 1;
    }

    /** Before the columns change. Where another row has taken the key over meanwhile, that one stays. */
    void remove(int row) {
        int at = place(table, row);
        if (table[at] != row + 1) return;
        int mask = table.length - 1;
        int gap = at;
        for (int next = gap + 1 & mask; table[next] != 0; next = next + 1 & mask) {
            int wanted = start(table[next] - 1, mask);
            if ((next - wanted & mask) < (next - gap & mask)) continue;
            table[gap] = table[next];
            gap = next;
        }
        table[gap] = 0;
        size--;
    }

    long heapBytes() {
        return 4L * table.length;
    }

    private void grow() {
        int[] wider = new int[table.length * 2];
        for (int entry : table) if (entry != 0) wider[place(wider, entry - 1)] = entry;
        table = wider;
    }

    /** Where the row's key stands, or may stand. */
    private int place(int[] in, int row) {
        int mask = in.length - 1;
        long high = rows.high(key, row);
        long low = rows.low(key, row);
        int at = start(high, low, mask);
        while (in[at] != 0 && !rows.has(key, in[at] - 1, high, low)) at = at + 1 & mask;
        return at;
    }

    private int start(int row, int mask) {
        return start(rows.high(key, row), rows.low(key, row), mask);
    }

    private static int start(long high, long low, int mask) {
        long mixed = (high ^ low * 0x9E3779B97F4A7C15L) * 0xBF58476D1CE4E5B9L;
        return (int) (mixed >>> 32) & mask;
    }
}
