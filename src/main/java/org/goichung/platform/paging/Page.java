package org.goichung.platform.paging;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * One page of a list.
 *
 * @param next opaque cursor for {@code ?after=}; absent on the last page
 */
public record Page<T>(
        List<T> items,
        @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable String next) {

    /** Of rows fetched with one more than the limit, so that it is known whether another page follows. */
    public static <T> Page<T> of(List<T> fetched, PageRequest request, Function<T, List<Object>> keyOf) {
        if (fetched.size() <= request.limit()) return new Page<>(List.copyOf(fetched), null);
        List<T> items = List.copyOf(fetched.subList(0, request.limit()));
        return new Page<>(items, request.cursorAfter(keyOf.apply(items.getLast())));
    }

    public <R> Page<R> map(Function<T, R> view) {
        return new Page<>(items.stream().map(view).toList(), next);
    }
}
