package org.goichung.quota.program;

import static org.goichung.support.Shrinking.without;

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
}
