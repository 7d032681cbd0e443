package org.goichung.eligibility.model;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Predicate;
import org.goichung.eligibility.AudienceView;
import org.goichung.eligibility.AudienceView.CarrierCount;
import org.goichung.eligibility.AudienceView.CommuneCount;
import org.goichung.eligibility.AudienceView.Count;
import org.goichung.eligibility.AudienceView.UnionCount;
import org.goichung.eligibility.WhatIfView;
import org.goichung.eligibility.WhatIfView.Change;
import org.goichung.platform.identity.EnterpriseId;
import org.goichung.union.BodyOver;

/** What of a count may be told. */
public final class Counts {
    private static final int STEP = 5;
    private static final Verdict[] VERDICTS = Verdict.values();

    private Counts() {}

    private static final Comparator<EnterpriseId> BY_ID = Comparator.comparing(EnterpriseId::value, (one, other) -> {
        int high = Long.compareUnsigned(one.getMostSignificantBits(), other.getMostSignificantBits());
        return high == 0 ? Long.compareUnsigned(one.getLeastSignificantBits(), other.getLeastSignificantBits()) : high;
    });

    /** @param seesPeopleOf whose counts are exact; all others are rounded down to multiples of 5, so nought below 5 */
    public static AudienceView view(
            Map<EnterpriseId, Tally> tallies, Set<EnterpriseId> asked, Predicate<EnterpriseId> seesPeopleOf) {
        List<Count> items = new ArrayList<>(asked.size());
        boolean rounded = false;
        for (EnterpriseId enterprise : asked.stream().sorted(BY_ID).toList()) {
            boolean exact = seesPeopleOf.test(enterprise);
            rounded |= !exact;
            items.add(count(enterprise, tallies.getOrDefault(enterprise, Tally.NOBODY), exact));
        }
        return new AudienceView(
                List.copyOf(items),
                null,
                null,
                items.stream().mapToLong(Count::qualified).sum(),
                items.stream().mapToLong(Count::unknown).sum(),
                items.stream().mapToLong(Count::unqualified).sum(),
                rounded);
    }

    /** The same with communes, rounded where anything is: a commune's people are of many enterprises. */
    public static AudienceView byCommune(AudienceView view, Map<String, Tally> communes) {
        List<CommuneCount> counts = new ArrayList<>();
        communes.forEach((code, tally) -> {
            var count = new CommuneCount(
                    code,
                    told(tally.of(Verdict.YES), !view.rounded()),
                    told(tally.of(Verdict.NO), !view.rounded()),
                    told(tally.of(Verdict.UNKNOWN), !view.rounded()));
            if (count.qualified() + count.unqualified() + count.unknown() > 0) counts.add(count);
        });
        return new AudienceView(
                view.items(),
                List.copyOf(counts),
                view.byUnionBody(),
                view.qualified(),
                view.unknown(),
                view.unqualified(),
                view.rounded());
    }

    /** The same with union bodies: each counts what its enterprises were told as. */
    public static AudienceView byUnionBody(AudienceView view, List<BodyOver> bodies) {
        Map<EnterpriseId, Count> told = new HashMap<>();
        view.items().forEach(count -> told.put(count.enterpriseId(), count));
        List<UnionCount> counts = bodies.stream()
                .map(body -> {
                    List<Count> below = body.enterprises().stream()
                            .map(told::get)
                            .filter(Objects::nonNull)
                            .toList();
                    return new UnionCount(
                            body.id().value(),
                            body.name(),
                            below.stream().mapToLong(Count::qualified).sum(),
                            below.stream().mapToLong(Count::unqualified).sum(),
                            below.stream().mapToLong(Count::unknown).sum());
                })
                .toList();
        return new AudienceView(
                view.items(),
                view.byCommune(),
                counts,
                view.qualified(),
                view.unknown(),
                view.unqualified(),
                view.rounded());
    }

    /** What a change does, told by the same rule. */
    public static WhatIfView changes(
            Map<EnterpriseId, Shifts.Shift> shifts, Set<EnterpriseId> asked, Predicate<EnterpriseId> seesPeopleOf) {
        List<Change> items = new ArrayList<>(asked.size());
        boolean rounded = false;
        for (EnterpriseId enterprise : asked.stream().sorted(BY_ID).toList()) {
            boolean exact = seesPeopleOf.test(enterprise);
            rounded |= !exact;
            Shifts.Shift shift = shifts.getOrDefault(enterprise, new Shifts.Shift(0, 0, 0, 0));
            items.add(new Change(
                    enterprise,
                    told(shift.gain(), exact),
                    told(shift.lose(), exact),
                    told(shift.keep(), exact),
                    told(shift.unknownAfter(), exact)));
        }
        return new WhatIfView(
                List.copyOf(items),
                items.stream().mapToLong(Change::gain).sum(),
                items.stream().mapToLong(Change::lose).sum(),
                items.stream().mapToLong(Change::keep).sum(),
                rounded);
    }

    private static Count count(EnterpriseId enterprise, Tally tally, boolean exact) {
        List<CarrierCount> byCarrier = new ArrayList<>(tally.carriers());
        long[] all = new long[Tally.VERDICTS];
        for (int carrier = 0; carrier < tally.carriers(); carrier++) {
            for (Verdict verdict : VERDICTS) all[verdict.ordinal()] += tally.of(carrier, verdict);
            long qualified = told(tally.of(carrier, Verdict.YES), exact);
            if (qualified > 0) byCarrier.add(new CarrierCount(tally.carrier(carrier), qualified));
        }
        return new Count(
                enterprise,
                told(all[Verdict.YES.ordinal()], exact),
                told(all[Verdict.NO.ordinal()], exact),
                told(all[Verdict.UNKNOWN.ordinal()], exact),
                byCarrier);
    }

    static long told(long count, boolean exact) {
        return exact ? count : count - count % STEP;
    }
}
