package org.goichung.workforce.store;

import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Turns rows into the column arrays that {@code unnest} takes. */
final class Columns {
    private Columns() {}

    static <T, V> @Nullable V[] of(List<T> rows, @Nullable V[] empty, Function<T, @Nullable V> column) {
        return rows.stream().map(column).toList().toArray(empty);
    }
}
