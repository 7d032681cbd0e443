package org.goichung.eligibility;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.goichung.eligibility.model.RuleCompiler;
import org.goichung.eligibility.store.CriteriaStore;
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
import org.goichung.subsidy.KnownCriteria;

/** The criteria's door. They are public to all who log in; the admin adds them. */
@ApplicationScoped
public class CriteriaService implements KnownCriteria {
    private final Transactions transactions;
    private final CriteriaStore criteria;
    private final Journal journal;
    private final RuleCompiler compiler = new RuleCompiler();

    public CriteriaService(Transactions transactions, CriteriaStore criteria, Journal journal) {
        this.transactions = transactions;
        this.criteria = criteria;
        this.journal = journal;
    }

    /** One page of the versions in force, by name. */
    public Uni<Page<CriterionView>> criteria(PageRequest page) {
        return transactions
                .read(session -> criteria.page(Statements.of(session), page))
                .map(rows -> Page.of(rows, page, row -> List.of(row.name())));
    }

    /** Adds a criterion or the next version of one; in force within a second. Refuses an expression that is no rule. */
    public Uni<CriterionView> add(Scope scope, NewCriterion wanted) {
        compiler.compile(wanted.expression());
        return transactions
                .write(session -> {
                    var connection = Statements.of(session);
                    return criteria.insert(connection, wanted)
                            .call(made -> journal.record(connection, scope, added(made)));
                })
                .onFailure(broken -> Violations.of(broken, "criterion_version_once"))
                .transform(raced -> Refusal.field(ProblemType.ALREADY_EXISTS, "/name", "taken"));
    }

    @Override
    public Uni<Set<String>> unknownAmong(Collection<String> names) {
        return names.isEmpty()
                ? Uni.createFrom().item(Set.of())
                : transactions.read(session -> criteria.unknownAmong(Statements.of(session), names));
    }

    private static Event added(CriterionView made) {
        return Event.of("criterion-added", made.id(), Set.of(), Map.of("name", made.name(), "version", made.version()));
    }
}
