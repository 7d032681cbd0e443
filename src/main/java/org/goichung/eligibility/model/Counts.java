package org.goichung.eligibility.model;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import org.goichung.eligibility.AudienceView;
import org.goichung.eligibility.AudienceView.CarrierCount;
import org.goichung.eligibility.AudienceView.Count;
import org.goichung.platform.identity.EnterpriseId;

/** What of a count may be told. */
public final class Counts {
    private static final int STEP = 5;

    private Counts() {}

    /** @param seesPeopleOf whose counts are exact; all others are rounded down to multiples of 5, so nought below 5 */
    public static AudienceView view(
            Map<EnterpriseId, Tally> tallies, Set<EnterpriseId> asked, Predicate<EnterpriseId> seesPeopleOf) {
        List<Count> items = new ArrayList<>();
        boolean rounded = false;
        for (EnterpriseId enterprise : asked.stream()
                .sorted(Comparator.comparing(EnterpriseId::toString))
                .toList()) {
            boolean exact = seesPeopleOf.test(enterprise);
            rounded |= !exact;
            items.add(count(enterprise, tallies.getOrDefault(enterprise, new Tally()), exact));
        }
        return new AudienceView(
                List.copyOf(items),
                items.stream().mapToLong(Count::qualified).sum(),
                items.stream().mapToLong(Count::unknown).sum(),
                items.stream().mapToLong(Count::unqualified).sum(),
                rounded);
    }

    private static Count count(EnterpriseId enterprise, Tally tally, boolean exact) {
        List<CarrierCount> byCarrier = tally.qualifiedByCarrier().entrySet().stream()
                .map(entry -> new CarrierCount(entry.getKey(), told(entry.getValue(), exact)))
                .filter(count -> count.qualified() > 0)
                .toList();
        return new Count(
                enterprise,
                told(tally.of(Verdict.YES), exact),
                told(tally.of(Verdict.NO), exact),
                told(tally.of(Verdict.UNKNOWN), exact),
                byCarrier);
    }

    static long told(long count, boolean exact) {
        return exact ? count : count - count % STEP;
    }
}
