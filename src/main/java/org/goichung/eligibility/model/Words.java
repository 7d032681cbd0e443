package org.goichung.eligibility.model;

import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Gives each value that stands in a column a small number, and keeps it: 0 stands for none. One writer; readers may be a moment behind
 * and are then told nothing, which the index's lock lets them notice.
 */
final class Words<T> {
    private final Map<T, Integer> numbers = new HashMap<>();
    private final int most;
    private @Nullable Object[] values = new Object[16];
    private int size = 1;

    /** @param most the largest number that its column can hold */
    Words(int most) {
        this.most = most;
    }

    /** How many numbers are given, 0 among them. */
    int size() {
        return size;
    }

    int number(@Nullable T value) {
        if (value == null) return 0;
        Integer known = numbers.get(value);
        return known == null ? next(value) : known;
    }

    /** 0 for one that never stood anywhere. */
    int knownNumber(T value) {
        return numbers.getOrDefault(value, 0);
    }

    @SuppressWarnings("unchecked")
    @Nullable
    T value(int number) {
        return number == 0 ? null : (T) values[number];
    }

    private int next(T value) {
        if (size > most) throw new IllegalStateException("more than " + most + " different values in one column");
        if (size == values.length) values = Arrays.copyOf(values, size * 2);
        values[size] = value;
        numbers.put(value, size);
        return size++;
    }
}
