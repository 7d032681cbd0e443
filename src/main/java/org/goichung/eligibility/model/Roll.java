package org.goichung.eligibility.model;

import java.time.LocalDate;
import java.util.ArrayDeque;
import java.util.Collection;
import java.util.Deque;
import org.goichung.workforce.WorkerFacts;
import org.jspecify.annotations.Nullable;

/** Who is there: a row for each person, and the tables that find it. Knows no lock: its index does. */
final class Roll {
    final Rows rows = new Rows();
    final Bits present = new Bits();
    private final KeyTable[] tables = new KeyTable[Rows.KEYS];
    private final Deque<Integer> freeRows = new ArrayDeque<>();
    private int used;
    private int people;

    Roll() {
        for (int key = 0; key < tables.length; key++) tables[key] = new KeyTable(rows, key);
    }

    /** How many rows were ever given: all that is known stands below. */
    int used() {
        return used;
    }

    int people() {
        return people;
    }

    /** The row, or -1. */
    int find(int key, long high, long low) {
        return tables[key].find(high, low);
    }

    /** Writes a person down, in the row that they have or a new one. */
    int write(int held, WorkerFacts change, long[] keys) {
        int row = held < 0 ? freeRow() : held;
        if (held >= 0) unfind(row);
        rows.write(row, change, keys);
        for (int key = 0; key < Rows.KEYS; key++) if (isKnown(key, row)) tables[key].put(row);
        if (held < 0) {
            present.set(row, true);
            people++;
        }
        return row;
    }

    void forget(int row) {
        unfind(row);
        present.set(row, false);
        freeRows.push(row);
        people--;
    }

    /** Judges everybody by each of these. */
    void judge(Collection<Column> columns, @Nullable Bits employed, LocalDate day) {
        if (columns.isEmpty() && employed == null) return;
        long epochDay = day.toEpochDay();
        for (int row = 0; row < used; row++) {
            if (!present.get(row)) continue;
            Facts facts = rows.facts(row);
            for (Column column : columns) column.judge(row, facts, day);
            if (employed != null) employed.set(row, facts.activeOn(epochDay));
        }
    }

    long heapBytes() {
        long bytes = rows.heapBytes() + present.heapBytes();
        for (KeyTable table : tables) bytes += table.heapBytes();
        return bytes;
    }

    private void unfind(int row) {
        for (int key = 0; key < Rows.KEYS; key++) if (isKnown(key, row)) tables[key].remove(row);
    }

    private boolean isKnown(int key, int row) {
        return (rows.high(key, row) | rows.low(key, row)) != 0;
    }

    private int freeRow() {
        Integer free = freeRows.poll();
        return free == null ? used++ : free;
    }
}
