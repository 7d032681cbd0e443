package org.goichung.eligibility;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.goichung.catalog.CriterionNames;
import org.goichung.eligibility.model.Clause;
import org.goichung.eligibility.model.Days;
import org.goichung.eligibility.model.RuleCompiler;
import org.goichung.eligibility.store.CriteriaStore;
import org.goichung.eligibility.store.Offers;
import org.goichung.platform.database.Statements;
import org.goichung.platform.database.Transactions;
import org.goichung.platform.database.Violations;
import org.goichung.platform.identity.Scope;
import org.goichung.platform.outbox.Event;
import org.goichung.platform.outbox.Journal;
import org.goichung.platform.paging.Page;
import org.goichung.platform.paging.PageRequest;
import org.goichung.platform.problem.ProblemType;
import org.goichung.platform.problem.Refusal;
import org.goichung.platform.time.Aside;
import org.goichung.platform.time.Clock;
import org.goichung.subsidy.KnownCriteria;
import org.jspecify.annotations.Nullable;

/** The criteria's door. They are public to all who log in; the admin adds them. */
@ApplicationScoped
public class CriteriaService implements KnownCriteria, CriterionNames {
    private final Transactions transactions;
    private final CriteriaStore criteria;
    private final Offers offers;
    private final Journal journal;
    private final Clock clock;
    private final int most;
    private final RuleCompiler compiler = new RuleCompiler();

    /** @param most how many names there may be, since each takes its part of memory for everybody */
    public CriteriaService(
            Transactions transactions,
            CriteriaStore criteria,
            Offers offers,
            Journal journal,
            Clock clock,
            @ConfigProperty(name = "goichung.eligibility.most-criteria", defaultValue = "64") int most) {
        this.transactions = transactions;
        this.criteria = criteria;
        this.offers = offers;
        this.journal = journal;
        this.clock = clock;
        this.most = most;
    }

    /** One page of the versions in force on a day, by name; null for today. */
    public Uni<Page<CriterionView>> criteria(@Nullable LocalDate on, PageRequest page) {
        LocalDate day = Days.require(on, clock.today(), "?on");
        return transactions
                .read(session -> criteria.page(Statements.of(session), day, page))
                .map(rows -> Page.of(rows, page, row -> List.of(row.name())));
    }

    /**
     * Adds a criterion or the next version of one; within a second it is known. Refuses an expression that is no rule, and a day before
     * today or before that of the version before.
     */
    public Uni<CriterionView> add(Scope scope, NewCriterion wanted) {
        LocalDate today = clock.today();
        LocalDate from = wanted.effectiveFrom() == null ? today : wanted.effectiveFrom();
        if (from.isBefore(today)) throw badDay("day-in-the-past");
        Days.require(from, today, "/effectiveFrom");
        return offers.codes()
                .chain(codes -> Aside.ask(() -> compiler.accept(wanted.expression(), "/expression", codes)))
                .chain(() -> insert(scope, wanted, from));
    }

    private Uni<CriterionView> insert(Scope scope, NewCriterion wanted, LocalDate from) {
        return transactions
                .write(session -> {
                    var connection = Statements.of(session);
                    return requireRoom(connection, wanted.name())
                            .chain(() -> criteria.latestFrom(connection, wanted.name()))
                            .invoke(latest -> latest.ifPresent(last -> {
                                if (from.isBefore(last)) throw badDay("before-the-version-before");
                            }))
                            .chain(() -> criteria.insert(connection, wanted, from))
                            .call(made -> journal.record(connection, scope, added(made)));
                })
                .onFailure(broken -> Violations.of(broken, "criterion_version_once"))
                .transform(raced -> Refusal.field(ProblemType.ALREADY_EXISTS, "/name", "taken"));
    }

    /** For a new name; versions of one that is known take the place of those before. */
    private Uni<Void> requireRoom(Statements connection, String name) {
        return criteria.othersThan(connection, name)
                .invoke(others -> {
                    if (others >= most) throw Refusal.of(ProblemType.TOO_MANY_CRITERIA, Map.of("most", most));
                })
                .replaceWithVoid();
    }

    @Override
    public Uni<Set<String>> unknownAmong(Collection<String> lines) {
        if (lines.isEmpty()) return Uni.createFrom().item(Set.of());
        return transactions
                .read(session -> criteria.unknownAmong(Statements.of(session), Clause.names(lines)))
                .map(unknown -> lines.stream()
                        .filter(line -> Clause.names(List.of(line)).stream().anyMatch(unknown::contains))
                        .collect(Collectors.toSet()));
    }

    private static Refusal badDay(String code) {
        return Refusal.field(ProblemType.INVALID_REQUEST, "/effectiveFrom", code);
    }

    private static Event added(CriterionView made) {
        return Event.of("criterion-added", made.id(), Set.of(), Map.of("name", made.name(), "version", made.version()));
    }
}
