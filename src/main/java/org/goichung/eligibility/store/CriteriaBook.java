package org.goichung.eligibility.store;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Consumer;
import java.util.function.Function;
import org.goichung.eligibility.CriterionView;
import org.goichung.eligibility.model.Criterion;
import org.goichung.eligibility.model.Rule;
import org.goichung.eligibility.model.RuleCompiler;
import org.goichung.platform.database.Statements;
import org.goichung.platform.database.Transactions;
import org.jspecify.annotations.Nullable;

/** The criteria, compiled and in memory: each version with the day from which it is in force. */
@ApplicationScoped
public class CriteriaBook {
    /** @param from by version, which never goes down */
    private record Dated(Criterion criterion, LocalDate from) {}

    private static final Duration PATIENCE = Duration.ofSeconds(3);

    private final Transactions transactions;
    private final CriteriaStore store;
    private final RuleCompiler compiler = new RuleCompiler();
    /** Nobody can say how anybody stands for it; there once there are criteria. */
    private volatile @Nullable Rule open;

    private volatile Map<String, List<Dated>> criteria = Map.of();
    private volatile Map<String, List<Dated>> evaluated = Map.of();

    public CriteriaBook(Transactions transactions, CriteriaStore store) {
        this.transactions = transactions;
        this.store = store;
    }

    /** The version in force on that day; null for a name that has none then. */
    public @Nullable Criterion named(String name, LocalDate day) {
        return named(criteria, name, day);
    }

    /** The same for many names, all as they are now; of a name that begins later, what leaves it open and says from which day it holds. */
    public Function<String, @Nullable Criterion> on(LocalDate day) {
        Map<String, List<Dated>> now = criteria;
        return name -> {
            Criterion inForce = named(now, name, day);
            List<Dated> versions = now.getOrDefault(name, List.of());
            return inForce == null && !versions.isEmpty()
                    ? Criterion.from(versions.getFirst().from(), name, Objects.requireNonNull(open))
                    : inForce;
        };
    }

    private static @Nullable Criterion named(Map<String, List<Dated>> criteria, String name, LocalDate day) {
        List<Dated> versions = criteria.getOrDefault(name, List.of());
        for (int i = versions.size() - 1; i >= 0; i--)
            if (!versions.get(i).from().isAfter(day)) return versions.get(i).criterion();
        return null;
    }

    /** All that are in force on that day. */
    public List<Criterion> all(LocalDate day) {
        return all(criteria, day);
    }

    private static List<Criterion> all(Map<String, List<Dated>> criteria, LocalDate day) {
        return criteria.keySet().stream()
                .map(name -> named(criteria, name, day))
                .filter(Objects::nonNull)
                .toList();
    }

    /** Whether any version has this name, in force or not. */
    public boolean knows(String name) {
        return criteria.containsKey(name);
    }

    /** Reads through where one of the names is unknown: it may have been added just now, here or elsewhere. */
    public Uni<Void> lookUp(Collection<String> names) {
        if (names.stream().allMatch(this::knows)) return Uni.createFrom().voidItem();
        return refresh().ifNoItem().after(PATIENCE).fail();
    }

    /** Reads what is new. */
    Uni<Void> refresh() {
        return store.all(Statements.of(transactions.systemPool()))
                .invoke(this::take)
                .replaceWithVoid();
    }

    /** Whether everybody's answer to all of them is held. */
    public boolean isEvaluated() {
        return evaluated == criteria;
    }

    /** Hands all that are in force on that day to the one who evaluates them for everybody. */
    void evaluate(LocalDate day, Consumer<List<Criterion>> evaluation) {
        Map<String, List<Dated>> now = criteria;
        evaluation.accept(all(now, day));
        evaluated = now;
    }

    /** Criteria are added and never taken away, so that fewer are an older answer. */
    private synchronized void take(List<CriterionView> rows) {
        Map<String, List<Dated>> held = criteria;
        int known = held.values().stream().mapToInt(List::size).sum();
        if (rows.size() <= known) return;
        if (open == null) open = compiler.compile("today / 0 == 0");
        Map<String, List<Dated>> next = new HashMap<>();
        for (CriterionView row : rows) {
            List<Dated> old = held.getOrDefault(row.name(), List.of());
            Dated version = row.version() <= old.size() ? old.get(row.version() - 1) : compiled(row);
            next.computeIfAbsent(row.name(), name -> new ArrayList<>()).add(version);
        }
        criteria = Map.copyOf(next);
    }

    private Dated compiled(CriterionView row) {
        var criterion = new Criterion(
                row.name(), row.version(), compiler.compile(row.expression()), row.vi(), row.en(), row.km());
        return new Dated(criterion, row.effectiveFrom());
    }
}
