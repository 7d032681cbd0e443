package org.goichung.eligibility;

import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.infrastructure.Infrastructure;
import io.smallrye.mutiny.vertx.MutinyHelper;
import io.vertx.core.Context;
import io.vertx.core.Vertx;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.goichung.eligibility.model.Candidate;
import org.goichung.eligibility.model.Counts;
import org.goichung.eligibility.model.Facts;
import org.goichung.eligibility.model.FactsIndex;
import org.goichung.eligibility.model.Match;
import org.goichung.eligibility.model.Wording;
import org.goichung.eligibility.store.CriteriaBook;
import org.goichung.eligibility.store.FactsFollower;
import org.goichung.eligibility.store.Offers;
import org.goichung.platform.http.Language;
import org.goichung.platform.identity.EnterpriseId;
import org.goichung.platform.identity.Scope;
import org.goichung.platform.identity.WorkerId;
import org.goichung.platform.keys.PersonalData;
import org.goichung.platform.problem.FieldError;
import org.goichung.platform.problem.ProblemType;
import org.goichung.platform.problem.Refusal;
import org.goichung.platform.time.Clock;
import org.goichung.workforce.Msisdn;
import org.goichung.workforce.NationalId;
import org.goichung.workforce.WorkforceService;
import org.jspecify.annotations.Nullable;

/** Who qualifies for what, answered from memory. */
@ApplicationScoped
public class EligibilityService {
    /** How much of a long list is looked up at once: a fraction of a millisecond, and small in memory. */
    private static final int ROWS_AT_ONCE = 16_384;

    private final FactsFollower facts;
    private final Offers offers;
    private final CriteriaBook criteria;
    private final WorkforceService workforce;
    private final PersonalData personalData;
    private final Clock clock;

    public EligibilityService(
            FactsFollower facts,
            Offers offers,
            CriteriaBook criteria,
            WorkforceService workforce,
            PersonalData personalData,
            Clock clock) {
        this.facts = facts;
        this.offers = offers;
        this.criteria = criteria;
        this.workforce = workforce;
        this.personalData = personalData;
        this.clock = clock;
    }

    /** What a person may get, best for their bill first. 404 for one who is unknown or not the caller's to see. */
    public Uni<LookupView> lookup(Scope scope, LookupQuery query) {
        return Uni.createFrom().item(() -> {
            Facts person = visible(scope, find(query));
            return view(person, matches(person), new Wording(query.language()));
        });
    }

    /**
     * In-house: how a person stands for a package under a programme, by what is committed now, for a decision that is kept. 404 for one
     * who is unknown.
     *
     * @param ofProgramme the criteria that the programme adds to the package's; all must hold
     */
    public Uni<MatchView> match(WorkerId worker, UUID packageVersionId, List<String> ofProgramme) {
        return offers.version(packageVersionId).chain(version -> known(worker).map(person -> {
            List<String> names = Candidate.joined(version, ofProgramme);
            List<Match.Part> parts = Match.parts(names, person, clock.today(), criteria::named);
            return new MatchView(Match.all(parts).wireName(), spoken(parts));
        }));
    }

    /** Counts people; exact where the caller may see them, in multiples of 5 elsewhere. */
    public Uni<AudienceView> audience(Scope scope, AudienceQuery query) {
        return namesOf(query)
                .chain(names -> aside(() -> {
                    Set<EnterpriseId> asked = query.enterpriseIds();
                    if (asked != null) asked.forEach(scope::require);
                    Set<EnterpriseId> reach = scope.everyEnterprise() ? null : scope.enterprises();
                    var tallies = everybody()
                            .count(names, asked == null ? reach : asked)
                            .enterprises();
                    return Counts.view(tallies, asked == null ? tallies.keySet() : asked, scope::seesPeopleOf);
                }));
    }

    /** In-house: exact numbers of people employed today for whom all criteria hold, per enterprise and carrier code or "unknown". */
    public Uni<Map<EnterpriseId, Map<String, Long>>> exactDemand(
            List<String> criteriaNames, Set<EnterpriseId> enterprises) {
        return aside(() -> {
            var tallies = everybody().count(criteriaNames, enterprises).enterprises();
            return enterprises.stream()
                    .collect(Collectors.toMap(
                            id -> id,
                            id -> tallies.containsKey(id)
                                    ? tallies.get(id).qualifiedByCarrier()
                                    : Map.<String, Long>of()));
        });
    }

    /** Everybody employed today at the caller's enterprises who qualifies for a package, or may. */
    public Multi<EligibleWorker> eligibleWorkers(Scope scope, UUID packageVersionId) {
        Set<EnterpriseId> mine =
                scope.enterprises().stream().filter(scope::seesPeopleOf).collect(Collectors.toSet());
        return offers.version(packageVersionId)
                .invoke(this::requireLoaded)
                .onItem()
                .transformToMulti(version -> Multi.createFrom()
                        .<Integer, FactsIndex.Standings>generator(() -> 0, (from, page) -> {
                            var some = everybody().standings(version.criteria(), mine, from, ROWS_AT_ONCE);
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

    private FactsIndex index() {
        requireLoaded();
        return facts.index();
    }

    /** For what is about many: a count that leaves people out is worse than none. */
    private FactsIndex everybody() {
        FactsIndex index = index();
        if (index.leftOut() > 0) throw Refusal.of(ProblemType.INDEX_FULL);
        return index;
    }

    private void requireLoaded() {
        if (!facts.loaded()) throw Refusal.of(ProblemType.UNAVAILABLE).retryAfter(Duration.ofSeconds(1));
    }

    private @Nullable Facts find(LookupQuery query) {
        if (query.workerId() != null) return index().byWorker(new WorkerId(query.workerId()));
        if (query.msisdn() != null) {
            String e164 = Msisdn.parse(query.msisdn()).e164();
            return index().byNumber(personalData.blindIndex(PersonalData.Kind.MSISDN, e164));
        }
        if (query.nationalId() == null) throw Refusal.field(ProblemType.INVALID_REQUEST, "", "exactly-one-of-three");
        String digits = NationalId.parse(query.nationalId()).digits();
        return index().byNationalId(personalData.blindIndex(PersonalData.Kind.NATIONAL_ID, digits));
    }

    private Facts visible(Scope scope, @Nullable Facts person) {
        if (person == null) throw facts.index().leftOut() > 0 ? Refusal.of(ProblemType.INDEX_FULL) : Refusal.notFound();
        if (person.workerId().equals(scope.worker())) return person;
        EnterpriseId employer = person.employerFrom(clock.today());
        if (employer == null || !scope.seesPeopleOf(employer)) throw Refusal.notFound();
        return person;
    }

    /** As committed now, past the index, which is a moment behind. */
    private Uni<Facts> known(WorkerId worker) {
        requireLoaded();
        return workforce.factsOf(worker).map(found -> found.map(Facts::of).orElseThrow(Refusal::notFound));
    }

    private List<Match> matches(Facts person) {
        var today = clock.today();
        return Match.ranked(
                offers.ways(person.employerOn(today)).stream()
                        .flatMap(ways -> Match.best(ways.stream()
                                        .map(way -> Match.of(way, person, today, criteria::named))
                                        .toList())
                                .stream())
                        .toList());
    }

    private LookupView view(Facts person, List<Match> matches, Wording wording) {
        Instant asOf = facts.asOf();
        return new LookupView(
                person.workerId(),
                asOf,
                Math.max(0, Duration.between(asOf, clock.instant()).toSeconds()),
                matches.stream().map(match -> view(match, person, wording)).toList(),
                Match.nearestMiss(matches)
                        .map(match -> view(match, person, wording))
                        .orElse(null));
    }

    private LookupView.Match view(Match match, Facts person, Wording wording) {
        var version = match.candidate().version();
        var programme = match.candidate().programme();
        var bill = match.bill();
        return new LookupView.Match(
                version.id(),
                version.code(),
                version.carrierCode(),
                match.verdict().wireName(),
                reasons(match.parts(), wording),
                match.candidate().agreementId(),
                programme == null ? null : programme.id(),
                bill.priceVnd(),
                bill.coPayVnd(),
                bill.savingVnd(),
                bill.dataBytes(),
                bill.daysOfCover(),
                bill.mustPort(),
                wording.howToGet(match),
                wording.text(match, offers.carrierName(version.carrierCode()), person.carrierIsGuess()));
    }

    private static List<Reason> reasons(List<Match.Part> parts, Wording wording) {
        return parts.stream()
                .map(part -> new Reason(
                        part.name(),
                        part.verdict().wireName(),
                        wording.reason(part),
                        part.missing().stream().sorted().toList()))
                .toList();
    }

    private static List<SpokenReason> spoken(List<Match.Part> parts) {
        var vi = new Wording(Language.VI);
        var en = new Wording(Language.EN);
        return parts.stream()
                .map(part -> new SpokenReason(
                        part.name(),
                        part.verdict().wireName(),
                        vi.reason(part),
                        en.reason(part),
                        part.missing().stream().sorted().toList()))
                .toList();
    }

    private Uni<List<String>> namesOf(AudienceQuery query) {
        if (query.packageVersionId() != null)
            return offers.version(query.packageVersionId()).map(version -> version.criteria());
        List<String> names = query.criteria() == null ? List.of() : query.criteria();
        for (int i = 0; i < names.size(); i++)
            if (criteria.named(names.get(i)) == null)
                throw Refusal.fields(
                        ProblemType.INVALID_REQUEST,
                        Map.of(),
                        List.of(FieldError.of("/criteria/" + i, "unknown-criterion")));
        return Uni.createFrom().item(names);
    }

    /**
     * Going over everybody takes milliseconds for thousands and longer for millions: beside the event loops. The answer comes back
     * where the question was asked, since the caller may be in the middle of a transaction of its own.
     */
    private static <T> Uni<T> aside(Supplier<T> work) {
        Uni<T> elsewhere = Uni.createFrom().item(work).runSubscriptionOn(Infrastructure.getDefaultWorkerPool());
        return Uni.createFrom().deferred(() -> {
            Context here = Vertx.currentContext();
            return here == null ? elsewhere : elsewhere.emitOn(MutinyHelper.executor(here));
        });
    }
}
