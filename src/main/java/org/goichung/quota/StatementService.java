package org.goichung.quota;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.goichung.platform.identity.EnterpriseId;
import org.goichung.platform.identity.Scope;
import org.goichung.platform.problem.ProblemType;
import org.goichung.platform.problem.Refusal;
import org.goichung.platform.time.Clock;
import org.goichung.quota.StatementView.Section;
import org.goichung.quota.StatementView.Sums;
import org.goichung.quota.StatementView.Total;
import org.goichung.quota.store.StatementReader;

/** The door of monthly statements. */
@ApplicationScoped
public class StatementService {
    private final StatementReader reader;
    private final Clock clock;

    public StatementService(StatementReader reader, Clock clock) {
        this.reader = reader;
        this.clock = clock;
    }

    /** {@code balance-not-yet} for a month that has not begun. */
    public Uni<StatementView> statement(Scope scope, EnterpriseId enterprise, Period period) {
        scope.require(enterprise);
        if (period.month().isAfter(Period.of(clock.instant()).month())) throw Refusal.of(ProblemType.BALANCE_NOT_YET);
        return reader.plan(enterprise, period)
                .map(plan -> new StatementView(
                        enterprise, period, plan.isFinal() ? null : plan.asOf(), plan.pools(), totals(plan.pools())));
    }

    /** A page of a pool's part: the entries behind this number. */
    public Uni<List<EntryView>> entries(StatementView statement, Section pool, long after) {
        return reader.entries(new PoolKey(statement.enterpriseId(), pool.id()), after, pool.lastEntry());
    }

    private static List<Total> totals(List<Section> pools) {
        Map<Unit, List<Section>> byUnit = new EnumMap<>(Unit.class);
        for (Section pool : pools)
            byUnit.computeIfAbsent(pool.unit(), unit -> new ArrayList<>()).add(pool);
        List<Total> totals = new ArrayList<>();
        byUnit.forEach((unit, of) -> totals.add(new Total(
                unit,
                of.stream().mapToLong(Section::entries).sum(),
                of.stream().map(Section::opening).reduce(Sums.NOTHING, Sums::plus),
                of.stream().map(Section::change).reduce(Sums.NOTHING, Sums::plus),
                of.stream().map(Section::closing).reduce(Sums.NOTHING, Sums::plus))));
        return totals;
    }
}
