package org.goichung.eligibility.model;

import java.time.LocalDate;
import java.util.Map;

/** What changes at once in an index: the day, who is employed on it, and how everybody stands for each criterion. */
record IndexState(LocalDate day, Bits employed, Map<String, Column> columns, Column[] all) {
    static IndexState of(LocalDate day, Bits employed, Map<String, Column> columns) {
        return new IndexState(day, employed, columns, columns.values().toArray(Column[]::new));
    }
}
