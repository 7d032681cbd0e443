package org.goichung.support;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;

/** Takes out of what fails whatever is not needed for the failure. */
public final class Shrinking {
    private Shrinking() {}

    /** Halves first, single ones last, until nothing more can go. */
    public static <T> List<T> without(List<T> all, Predicate<List<T>> fails) {
        List<T> least = all;
        for (int size = Math.max(1, all.size() / 2); size >= 1; size /= 2) {
            for (int from = 0; from < least.size(); ) {
                var fewer = new ArrayList<>(least);
                fewer.subList(from, Math.min(from + size, fewer.size())).clear();
                if (fails.test(fewer)) least = fewer;
                else from += size;
            }
        }
        return least;
    }
}
