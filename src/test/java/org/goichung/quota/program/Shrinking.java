package org.goichung.quota.program;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;

/** Takes out of a failing program what is not needed for the failure. */
final class Shrinking {
    private Shrinking() {}

    static List<Step> shrink(List<Step> program, Predicate<List<Step>> fails) {
        List<Step> least = without(program, fails);
        for (int i = 0; i < least.size(); i++) {
            if (!(least.get(i) instanceof Step.Batch batch)) continue;
            int at = i;
            List<Step> rest = least;
            var orders = without(batch.orders(), fewer -> !fewer.isEmpty() && fails.test(with(rest, at, fewer)));
            least = with(least, i, orders);
        }
        return least;
    }

    private static List<Step> with(List<Step> program, int at, List<Step.Asked> orders) {
        var changed = new ArrayList<>(program);
        changed.set(at, new Step.Batch(orders));
        return changed;
    }

    /** Halves first, single ones last, until nothing more can go. */
    private static <T> List<T> without(List<T> all, Predicate<List<T>> fails) {
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
