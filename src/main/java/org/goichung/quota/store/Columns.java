package org.goichung.quota.store;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.UUID;
import java.util.function.Function;
import java.util.function.ToLongFunction;
import org.jspecify.annotations.Nullable;

/**
 * Rows to columns, for {@code unnest}. Unnested side by side in a list of columns they cost half of what one {@code unnest} of several
 * arrays in FROM does, which keeps each array's rows in a store of its own.
 */
final class Columns {
    private Columns() {}

    static <T> UUID[] uuids(Collection<T> rows, Function<T, UUID> column) {
        UUID[] values = new UUID[rows.size()];
        int i = 0;
        for (T row : rows) values[i++] = column.apply(row);
        return values;
    }

    static <T> Long[] longs(Collection<T> rows, ToLongFunction<T> column) {
        Long[] values = new Long[rows.size()];
        int i = 0;
        for (T row : rows) values[i++] = column.applyAsLong(row);
        return values;
    }

    static <T> @Nullable String[] texts(Collection<T> rows, Function<T, @Nullable String> column) {
        @Nullable String[] values = new String[rows.size()];
        int i = 0;
        for (T row : rows) values[i++] = column.apply(row);
        return values;
    }

    static <T> @Nullable OffsetDateTime[] instants(Collection<T> rows, Function<T, @Nullable Instant> column) {
        @Nullable OffsetDateTime[] values = new OffsetDateTime[rows.size()];
        int i = 0;
        for (T row : rows) values[i++] = timestamp(column.apply(row));
        return values;
    }

    static @Nullable OffsetDateTime timestamp(@Nullable Instant instant) {
        return instant == null ? null : instant.atOffset(ZoneOffset.UTC);
    }

    static Instant instant(Object column) {
        return ((OffsetDateTime) column).toInstant();
    }

    static @Nullable Instant instantOrNull(@Nullable Object column) {
        return column == null ? null : instant(column);
    }

    static long number(Object column) {
        return ((Number) column).longValue();
    }
}
