package org.goichung.eligibility.model;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.goichung.eligibility.AudienceView;
import org.goichung.eligibility.AudienceView.CarrierCount;
import org.goichung.eligibility.AudienceView.CommuneCount;
import org.goichung.eligibility.AudienceView.Count;
import org.goichung.eligibility.AudienceView.UnionCount;
import org.goichung.eligibility.WhatIfView;
import org.goichung.eligibility.WhatIfView.Change;
import org.goichung.platform.identity.EnterpriseId;
import org.goichung.union.BodyOver;
import org.jspecify.annotations.Nullable;

/** What of a count may be told. */
public final class Counts {

    private Counts() {}

    private static final Comparator<EnterpriseId> BY_ID = Comparator.comparing(EnterpriseId::value, (one, other) -> {
        int high = Long.compareUnsigned(one.getMostSignificantBits(), other.getMostSignificantBits());
        return high == 0 ? Long.compareUnsigned(one.getLeastSignificantBits(), other.getLeastSignificantBits()) : high;
    });

    /** @param keys by which they are told to who may not see the people, all enterprises alike; null to who may */
    public static AudienceView view(
            Map<EnterpriseId, Tally> tallies, Set<EnterpriseId> asked, @Nullable CellKeys keys, FactsAge age) {
        List<Count> items = new ArrayList<>(asked.size());
        for (EnterpriseId enterprise : asked.stream().sorted(BY_ID).toList())
            items.add(count(enterprise, tallies.getOrDefault(enterprise, Tally.NOBODY), keys));
        return new AudienceView(
                List.copyOf(items),
                null,
                null,
                items.stream().mapToLong(Count::qualified).sum(),
                items.stream().mapToLong(Count::unknown).sum(),
                items.stream().mapToLong(Count::unqualified).sum(),
                keys != null && !items.isEmpty(),
                age.asOf(),
                age.seconds());
    }

    /** The same with communes, told by the same keys. */
    public static AudienceView byCommune(AudienceView view, Map<String, Tally> communes, @Nullable CellKeys keys) {
        List<CommuneCount> counts = new ArrayList<>();
        communes.forEach((code, tally) -> {
            var count = new CommuneCount(
                    code,
                    CellKeys.told(tally.cell(Verdict.YES), keys),
                    CellKeys.told(tally.cell(Verdict.NO), keys),
                    CellKeys.told(tally.cell(Verdict.UNKNOWN), keys));
            if (count.qualified() + count.unqualified() + count.unknown() > 0) counts.add(count);
        });
        return new AudienceView(
                view.items(),
                List.copyOf(counts),
                view.byUnionBody(),
                view.qualified(),
                view.unknown(),
                view.unqualified(),
                view.rounded(),
                view.factsAsOf(),
                view.ageSeconds());
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
                view.rounded(),
                view.factsAsOf(),
                view.ageSeconds());
    }

    /** What a change does, told by the same rule; each change of the asked enterprises, or of those where anybody stands. */
    public static WhatIfView changes(
            Shifts shifts, @Nullable Set<EnterpriseId> asked, @Nullable CellKeys keys, FactsAge age) {
        Map<EnterpriseId, Shifts.Shift> counted = shifts.enterprises();
        Set<EnterpriseId> told = asked == null ? counted.keySet() : asked;
        List<Change> items = new ArrayList<>(told.size());
        for (EnterpriseId enterprise : told.stream().sorted(BY_ID).toList()) {
            Shifts.Shift shift = counted.getOrDefault(enterprise, Shifts.Shift.NONE);
            items.add(new Change(
                    enterprise,
                    CellKeys.told(shift.gain(), keys),
                    CellKeys.told(shift.lose(), keys),
                    CellKeys.told(shift.keep(), keys),
                    CellKeys.told(shift.unknownAfter(), keys)));
        }
        return new WhatIfView(
                List.copyOf(items),
                items.stream().mapToLong(Change::gain).sum(),
                items.stream().mapToLong(Change::lose).sum(),
                items.stream().mapToLong(Change::keep).sum(),
                keys != null && !items.isEmpty(),
                age.asOf(),
                age.seconds());
    }

    private static Count count(EnterpriseId enterprise, Tally tally, @Nullable CellKeys keys) {
        List<CarrierCount> byCarrier = new ArrayList<>(tally.carriers());
        for (int carrier = 0; carrier < tally.carriers(); carrier++) {
            long qualified = CellKeys.told(tally.cell(carrier, Verdict.YES), keys);
            if (qualified > 0) byCarrier.add(new CarrierCount(tally.carrier(carrier), qualified));
        }
        return new Count(
                enterprise,
                CellKeys.told(tally.cell(Verdict.YES), keys),
                CellKeys.told(tally.cell(Verdict.NO), keys),
                CellKeys.told(tally.cell(Verdict.UNKNOWN), keys),
                byCarrier);
    }
}
