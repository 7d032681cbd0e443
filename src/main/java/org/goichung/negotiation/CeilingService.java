package org.goichung.negotiation;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.goichung.negotiation.store.CeilingStore;
import org.goichung.platform.database.Statements;
import org.goichung.platform.database.Transactions;
import org.goichung.platform.identity.Scope;
import org.goichung.platform.outbox.Audience;
import org.goichung.platform.outbox.Event;
import org.goichung.platform.outbox.Journal;
import org.goichung.platform.problem.ProblemType;
import org.goichung.platform.problem.Refusal;
import org.goichung.platform.time.Clock;

/** The law's ceilings on promotions, each from a day on. What was in force on a day stays what it was. */
@ApplicationScoped
public class CeilingService {
    private final Transactions transactions;
    private final CeilingStore ceilings;
    private final Journal journal;
    private final Clock clock;

    public CeilingService(Transactions transactions, CeilingStore ceilings, Journal journal, Clock clock) {
        this.transactions = transactions;
        this.ceilings = ceilings;
        this.journal = journal;
        this.clock = clock;
    }

    /** All there were, are, and are to come. */
    public Uni<List<CeilingView>> all() {
        return transactions.read(session -> ceilings.all(Statements.of(session)));
    }

    /** Refused for a day that has begun, since offers have been judged by what was in force on it. */
    public Uni<CeilingView> add(Scope scope, NewCeiling wanted) {
        if (!wanted.validFrom().isAfter(clock.today()))
            throw Refusal.field(ProblemType.INVALID_REQUEST, "/validFrom", "day-has-begun");
        return transactions.write(session -> {
            var sql = Statements.of(session);
            return ceilings.insert(sql, wanted)
                    .call(added -> journal.record(
                            sql,
                            scope,
                            Event.of(
                                    "promotion-ceiling-added", added.id(), Set.of(Audience.ADMINISTRATION), Map.of())));
        });
    }
}
