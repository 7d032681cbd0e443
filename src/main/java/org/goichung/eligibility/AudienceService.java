package org.goichung.eligibility;

import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.goichung.eligibility.model.CellKeys;
import org.goichung.eligibility.model.Census;
import org.goichung.eligibility.model.Clause;
import org.goichung.eligibility.model.Counts;
import org.goichung.eligibility.model.Days;
import org.goichung.eligibility.model.FactsAge;
import org.goichung.eligibility.model.FactsIndex;
import org.goichung.eligibility.model.Patience;
import org.goichung.eligibility.model.Question;
import org.goichung.eligibility.model.RuleCompiler;
import org.goichung.eligibility.store.BlindCounts;
import org.goichung.eligibility.store.CriteriaBook;
import org.goichung.eligibility.store.Everybody;
import org.goichung.eligibility.store.Offers;
import org.goichung.platform.identity.EnterpriseId;
import org.goichung.platform.identity.Scope;
import org.goichung.platform.problem.FieldError;
import org.goichung.platform.problem.ProblemType;
import org.goichung.platform.problem.Refusal;
import org.goichung.union.UnionService;
import org.jspecify.annotations.Nullable;

/** How many qualify, who they are, and what a change would do: questions about many, answered from memory. */
@ApplicationScoped
public class AudienceService {
    /** How much of a long list is looked up at once: a fraction of a millisecond, and small in memory. */
    private static final int ROWS_AT_ONCE = 16_384;

    private final Everybody everybody;
    private final Offers offers;
    private final CriteriaBook criteria;
    private final UnionService unions;
    private final BlindCounts blind;
    private final RuleCompiler compiler = new RuleCompiler();

    public AudienceService(
            Everybody everybody, Offers offers, CriteriaBook criteria, UnionService unions, BlindCounts blind) {
        this.blind = blind;
        this.everybody = everybody;
        this.offers = offers;
        this.criteria = criteria;
        this.unions = unions;
    }

    /** Counts people; exact where the caller may see them, in multiples of 5 elsewhere. */
    public Uni<AudienceView> audience(Scope scope, AudienceQuery query) {
        LocalDate today = everybody.today();
        LocalDate day = Days.require(query.on(), today, "/on");
        Set<EnterpriseId> asked = within(scope, query.enterpriseIds());
        CellKeys keys = keysFor(scope, asked);
        if (keys != null) {
            blind.require(query.criteria(), "/criteria");
            blind.requireDrafts(scope, query.drafts(), query, "/drafts");
        }
        FactsAge age = everybody.age();
        return linesOf(query)
                .chain(lines -> day.equals(today) && query.drafts().isEmpty() && criteria.isEvaluated()
                        ? everybody.ask(index -> index.count(lines, new Question(asked, Patience.ENDLESS, keys)))
                        : everybody.askAtLength((index, patience) -> index.count(
                                asked(lines, query.drafts(), day, ""), day, new Question(asked, patience, keys))))
                .chain(census -> view(query, census, keys, age));
    }

    /** What a change of what is asked for would do; each side as an audience. */
    public Uni<WhatIfView> whatIf(Scope scope, WhatIfQuery query) {
        LocalDate day = Days.require(query.on(), everybody.today(), "/on");
        Set<EnterpriseId> asked = within(scope, query.enterpriseIds());
        CellKeys keys = keysFor(scope, asked);
        if (keys != null) {
            blind.require(query.before().criteria(), "/before/criteria");
            blind.require(query.after().criteria(), "/after/criteria");
            blind.requireDrafts(scope, query.before().drafts(), query, "/before/drafts");
            blind.requireDrafts(scope, query.after().drafts(), query, "/after/drafts");
        }
        FactsAge age = everybody.age();
        return lookUp(query.before().criteria())
                .chain(() -> lookUp(query.after().criteria()))
                .chain(() -> everybody.askAtLength((index, patience) -> index.compare(
                        requireKnown(query.before(), day, "/before"),
                        requireKnown(query.after(), day, "/after"),
                        day,
                        new Question(asked, patience, keys))))
                .map(shifts -> Counts.changes(shifts, query.enterpriseIds(), keys, age));
    }

    /** Everybody employed today at the caller's enterprises who qualifies for a package, or may; few at a time. */
    public Multi<EligibleWorker> eligibleWorkers(Scope scope, UUID packageVersionId) {
        Set<EnterpriseId> mine =
                scope.enterprises().stream().filter(scope::seesPeopleOf).collect(Collectors.toSet());
        return offers.version(packageVersionId)
                .onItem()
                .transformToMulti(version -> Multi.createFrom()
                        .<Integer, FactsIndex.Standings>generator(() -> 0, (from, page) -> {
                            var some = everybody.index().standings(version.criteria(), mine, from, ROWS_AT_ONCE);
                            page.emit(some);
                            if (some.next() < 0) page.complete();
                            return some.next();
                        }))
                .onItem()
                .transformToIterable(FactsIndex.Standings::found)
                .map(standing -> new EligibleWorker(
                        standing.workerId(),
                        standing.enterpriseId(),
                        standing.verdict().wireName()));
    }

    /** Null for who may see all people that are asked about. */
    private @Nullable CellKeys keysFor(Scope scope, @Nullable Set<EnterpriseId> asked) {
        return asked != null && asked.stream().allMatch(scope::seesPeopleOf) ? null : blind.keys();
    }

    private static @Nullable Set<EnterpriseId> within(Scope scope, @Nullable Set<EnterpriseId> asked) {
        if (asked == null) return scope.everyEnterprise() ? null : scope.enterprises();
        asked.forEach(scope::require);
        return asked;
    }

    private Uni<AudienceView> view(AudienceQuery query, Census census, @Nullable CellKeys keys, FactsAge age) {
        var tallies = census.enterprises();
        Set<EnterpriseId> asked = query.enterpriseIds() == null ? tallies.keySet() : query.enterpriseIds();
        var view = Counts.view(tallies, asked, keys, age);
        if (query.by().contains(AudienceQuery.By.COMMUNE)) view = Counts.byCommune(view, census.communes(), keys);
        if (!query.by().contains(AudienceQuery.By.UNION_BODY))
            return Uni.createFrom().item(view);
        AudienceView counted = view;
        return unions.bodiesOver(asked).map(bodies -> Counts.byUnionBody(counted, bodies));
    }

    private Uni<List<String>> linesOf(AudienceQuery query) {
        if (query.packageVersionId() != null)
            return offers.version(query.packageVersionId()).map(version -> version.criteria());
        List<String> lines = query.criteria() == null ? List.of() : query.criteria();
        return lookUp(lines).invoke(() -> requireKnown(lines, "/criteria")).replaceWith(lines);
    }

    private Uni<Void> lookUp(List<String> lines) {
        return criteria.lookUp(Clause.names(lines));
    }

    private List<Clause> requireKnown(WhatIfQuery.Side side, LocalDate day, String pointer) {
        requireKnown(side.criteria(), pointer + "/criteria");
        return asked(side.criteria(), side.drafts(), day, pointer);
    }

    private void requireKnown(List<String> lines, String pointer) {
        List<FieldError> faults = new ArrayList<>();
        for (int i = 0; i < lines.size(); i++)
            if (!Clause.names(List.of(lines.get(i))).stream().allMatch(criteria::knows))
                faults.add(FieldError.of(pointer + "/" + i, "unknown-criterion"));
        if (!faults.isEmpty()) throw Refusal.fields(ProblemType.INVALID_REQUEST, Map.of(), faults);
    }

    private List<Clause> asked(List<String> lines, List<String> drafts, LocalDate day, String pointer) {
        List<Clause> clauses = new ArrayList<>();
        for (String line : lines) clauses.add(Clause.of(line, name -> criteria.named(name, day)));
        for (int i = 0; i < drafts.size(); i++)
            clauses.add(Clause.draft(compiler.accept(drafts.get(i), pointer + "/drafts/" + i, offers.codesHeld())));
        return clauses;
    }
}
