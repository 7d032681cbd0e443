package org.goichung.eligibility.store;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.goichung.eligibility.CriterionView;
import org.goichung.eligibility.model.Criterion;
import org.goichung.eligibility.model.RuleCompiler;
import org.goichung.platform.database.Statements;
import org.goichung.platform.database.Transactions;
import org.jspecify.annotations.Nullable;

/** The criteria in force, compiled and in memory. */
@ApplicationScoped
public class CriteriaBook {
    private final Transactions transactions;
    private final CriteriaStore store;
    private final RuleCompiler compiler = new RuleCompiler();
    private volatile Map<String, Criterion> criteria = Map.of();

    public CriteriaBook(Transactions transactions, CriteriaStore store) {
        this.transactions = transactions;
        this.store = store;
    }

    public @Nullable Criterion named(String name) {
        return criteria.get(name);
    }

    public Collection<Criterion> all() {
        return criteria.values();
    }

    /** Reads what is new; whether anything was. */
    Uni<Boolean> refresh() {
        return store.newest(Statements.of(transactions.systemPool())).map(this::take);
    }

    private boolean take(List<CriterionView> rows) {
        Map<String, Criterion> held = criteria;
        Map<String, Criterion> next = new HashMap<>();
        boolean news = false;
        for (CriterionView row : rows) {
            Criterion old = held.get(row.name());
            boolean same = old != null && old.version() == row.version();
            next.put(row.name(), same ? old : compiled(row));
            news |= !same;
        }
        if (news) criteria = Map.copyOf(next);
        return news;
    }

    private Criterion compiled(CriterionView row) {
        return new Criterion(row.name(), row.version(), compiler.compile(row.expression()), row.vi(), row.en());
    }
}
