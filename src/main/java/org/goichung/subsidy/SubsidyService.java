package org.goichung.subsidy;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.goichung.platform.database.Statements;
import org.goichung.platform.database.Transactions;
import org.goichung.platform.database.Violations;
import org.goichung.platform.identity.EnterpriseId;
import org.goichung.platform.identity.Scope;
import org.goichung.platform.outbox.Audience;
import org.goichung.platform.outbox.Event;
import org.goichung.platform.outbox.Journal;
import org.goichung.platform.paging.Page;
import org.goichung.platform.paging.PageRequest;
import org.goichung.platform.problem.FieldError;
import org.goichung.platform.problem.ProblemType;
import org.goichung.platform.problem.Refusal;
import org.goichung.platform.time.Clock;
import org.goichung.subsidy.model.Apportionment;
import org.goichung.subsidy.model.ProgrammeRules;
import org.goichung.subsidy.store.ProgrammeStore;
import org.jspecify.annotations.Nullable;

/** Programmes, and what each payer bears of a price. Everybody sees the programmes for everybody, and those of their enterprises. */
@ApplicationScoped
public class SubsidyService {
    private final Transactions transactions;
    private final ProgrammeStore programmes;
    private final KnownCriteria criteria;
    private final Journal journal;
    private final Clock clock;

    public SubsidyService(
            Transactions transactions,
            ProgrammeStore programmes,
            KnownCriteria criteria,
            Journal journal,
            Clock clock) {
        this.transactions = transactions;
        this.programmes = programmes;
        this.criteria = criteria;
        this.journal = journal;
        this.clock = clock;
    }

    /** 404 for one that is unknown or only for enterprises out of reach. */
    public Uni<ProgrammeView> programme(Scope scope, UUID id) {
        return transactions
                .read(session -> programmes.one(Statements.of(session), id, reachOf(scope)))
                .map(SubsidyService::theOne);
    }

    public Uni<Page<ProgrammeView>> programmes(Scope scope, PageRequest page) {
        return transactions
                .read(session -> programmes.page(Statements.of(session), reachOf(scope), page))
                .map(rows -> Page.of(rows, page, row -> List.of(row.id())));
    }

    /** Adds a programme; refuses unknown criteria and enterprises, and shares that make no sense. */
    public Uni<ProgrammeView> add(Scope scope, NewProgramme wanted) {
        ProgrammeRules.require(wanted);
        return criteria.unknownAmong(wanted.criteria())
                .invoke(unknown -> requireKnown(wanted.criteria(), unknown))
                .chain(() -> transactions.write(session -> insert(Statements.of(session), scope, wanted)))
                .onFailure(broken -> Violations.of(broken, "programme_enterprise_enterprise_id_fkey"))
                .transform(
                        unknown -> Refusal.field(ProblemType.INVALID_REQUEST, "/enterpriseIds", "unknown-enterprise"));
    }

    private Uni<ProgrammeView> insert(Statements connection, Scope scope, NewProgramme wanted) {
        return programmes
                .insert(connection, wanted)
                .chain(id -> programmes.one(connection, id, null))
                .map(SubsidyService::theOne)
                .call(made -> journal.record(connection, scope, added(made)));
    }

    /** In-house: what each bears of this price; makes the price exactly. */
    public Split split(ProgrammeView programme, long priceVnd) {
        return Apportionment.split(programme.shares(), programme.restBorneBy(), priceVnd);
    }

    /** In-house: the programmes that run today for the people of this enterprise, oldest first. */
    public Uni<List<ProgrammeView>> programmesFor(EnterpriseId enterprise) {
        LocalDate today = clock.today();
        return since(today).map(all -> all.stream()
                .filter(programme -> programme.isFor(enterprise) && programme.runsOn(today))
                .toList());
    }

    /** In-house: every programme that runs on this day or on a later one, oldest first. */
    public Uni<List<ProgrammeView>> since(LocalDate day) {
        return transactions.read(session -> programmes.notOver(Statements.of(session), day));
    }

    private static void requireKnown(List<String> names, Set<String> unknown) {
        List<FieldError> faults = new ArrayList<>();
        for (int i = 0; i < names.size(); i++)
            if (unknown.contains(names.get(i))) faults.add(FieldError.of("/criteria/" + i, "unknown-criterion"));
        if (!faults.isEmpty()) throw Refusal.fields(ProblemType.INVALID_REQUEST, Map.of(), faults);
    }

    private static Event added(ProgrammeView programme) {
        Set<Audience> audience =
                programme.enterpriseIds().stream().map(Audience::of).collect(Collectors.toSet());
        return Event.of("programme-added", programme.id(), audience, Map.of("name", programme.name()));
    }

    private static @Nullable Set<EnterpriseId> reachOf(Scope scope) {
        return scope.everyEnterprise() ? null : scope.enterprises();
    }

    private static ProgrammeView theOne(List<ProgrammeView> found) {
        if (found.isEmpty()) throw Refusal.notFound();
        return found.getFirst();
    }
}
