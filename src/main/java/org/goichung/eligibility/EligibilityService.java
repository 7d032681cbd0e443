package org.goichung.eligibility;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.goichung.eligibility.model.Answer;
import org.goichung.eligibility.model.Candidate;
import org.goichung.eligibility.model.Days;
import org.goichung.eligibility.model.Facts;
import org.goichung.eligibility.model.FactsIndex;
import org.goichung.eligibility.model.Match;
import org.goichung.eligibility.model.Question;
import org.goichung.eligibility.model.Standings;
import org.goichung.eligibility.model.Terms;
import org.goichung.eligibility.model.Wording;
import org.goichung.eligibility.store.CriteriaBook;
import org.goichung.eligibility.store.Everybody;
import org.goichung.eligibility.store.FactsFollower;
import org.goichung.eligibility.store.Offers;
import org.goichung.platform.http.Language;
import org.goichung.platform.identity.EnterpriseId;
import org.goichung.platform.identity.Scope;
import org.goichung.platform.identity.WorkerId;
import org.goichung.platform.keys.PersonalData;
import org.goichung.platform.problem.ProblemType;
import org.goichung.platform.problem.Refusal;
import org.goichung.workforce.Msisdn;
import org.goichung.workforce.NationalId;
import org.goichung.workforce.WorkforceService;
import org.jspecify.annotations.Nullable;

/** Who qualifies for what, answered from memory. */
@ApplicationScoped
public class EligibilityService {
    private final FactsFollower facts;
    private final Everybody everybody;
    private final Offers offers;
    private final CriteriaBook criteria;
    private final WorkforceService workforce;
    private final PersonalData personalData;

    public EligibilityService(
            FactsFollower facts,
            Everybody everybody,
            Offers offers,
            CriteriaBook criteria,
            WorkforceService workforce,
            PersonalData personalData) {
        this.facts = facts;
        this.everybody = everybody;
        this.offers = offers;
        this.criteria = criteria;
        this.workforce = workforce;
        this.personalData = personalData;
    }

    /**
     * What a person may get, best for their bill first. 404 for one who is unknown or not the caller's to see. Answered as it is asked:
     * there is nothing to wait for, and handing contexts on would cost as much as the answer.
     */
    public Uni<LookupView> lookup(Scope scope, LookupQuery query) {
        try {
            return Uni.createFrom().item(answer(scope, query));
        } catch (Refusal refused) {
            return Uni.createFrom().failure(refused);
        }
    }

    private LookupView answer(Scope scope, LookupQuery query) {
        LocalDate today = facts.today();
        LocalDate day = Days.require(query.on(), today, "/on");
        Facts person = visible(scope, find(query), today);
        EnterpriseId employer = person.employerOn(day);
        return new Answer(
                        person, new Wording(query.language(), day.equals(today) ? today : null), offers.carrierNames())
                .view(
                        matches(person, day),
                        employer != null && offers.hasWifi(employer),
                        facts.asOf(),
                        facts.ageSeconds());
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
            LocalDate day = facts.today();
            Terms terms = new Standings(person, day, criteria.on(day)).terms(names);
            return new MatchView(terms.verdict().wireName(), spoken(terms.parts()));
        }));
    }

    /** In-house: exact numbers of people employed today for whom all criteria hold, per enterprise and carrier code or "unknown". */
    public Uni<Map<EnterpriseId, Map<String, Long>>> exactDemand(
            List<String> criteriaNames, Set<EnterpriseId> enterprises) {
        return everybody.ask(index -> {
            var tallies =
                    index.count(criteriaNames, Question.within(enterprises)).enterprises();
            return enterprises.stream()
                    .collect(Collectors.toMap(
                            id -> id,
                            id -> tallies.containsKey(id)
                                    ? tallies.get(id).qualifiedByCarrier()
                                    : Map.<String, Long>of()));
        });
    }

    private FactsIndex index() {
        requireLoaded();
        return facts.index();
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

    private Facts visible(Scope scope, @Nullable Facts person, LocalDate today) {
        if (person == null) throw facts.index().leftOut() > 0 ? Refusal.of(ProblemType.INDEX_FULL) : Refusal.notFound();
        if (person.workerId().equals(scope.worker())) return person;
        EnterpriseId employer = person.employerFrom(today);
        if (employer == null || !scope.seesPeopleOf(employer)) throw Refusal.notFound();
        return person;
    }

    /** As committed now, past the index, which is a moment behind. */
    private Uni<Facts> known(WorkerId worker) {
        requireLoaded();
        return workforce.factsOf(worker).map(found -> found.map(Facts::of).orElseThrow(Refusal::notFound));
    }

    private List<Match> matches(Facts person, LocalDate day) {
        EnterpriseId employer = person.employerOn(day);
        Candidate held = offers.held(employer, person.enrolled(), day);
        var standings = new Standings(person, day, criteria.on(day), held);
        List<Match> matches = new ArrayList<>();
        if (held != null) matches.add(Match.of(held, standings));
        for (List<Candidate> ways : offers.ways(employer, day)) {
            if (held != null && held.isAnotherWayTo(ways)) continue;
            List<Match> each = new ArrayList<>(ways.size());
            for (Candidate way : ways) each.add(Match.of(way, standings));
            Match.best(each).ifPresent(matches::add);
        }
        return Match.ranked(matches);
    }

    private List<SpokenReason> spoken(List<Match.Part> parts) {
        var vi = new Wording(Language.VI, facts.today());
        var en = new Wording(Language.EN, facts.today());
        var km = new Wording(Language.KM, facts.today());
        return parts.stream()
                .map(part -> new SpokenReason(
                        part.name(),
                        part.verdict().wireName(),
                        vi.reason(part),
                        en.reason(part),
                        km.otherLanguage(part) == null ? km.reason(part) : null,
                        part.missing().stream().sorted().toList()))
                .toList();
    }
}
