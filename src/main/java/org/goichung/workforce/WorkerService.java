package org.goichung.workforce;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.goichung.platform.database.Statements;
import org.goichung.platform.database.Transactions;
import org.goichung.platform.database.Violations;
import org.goichung.platform.http.Versions;
import org.goichung.platform.identity.EnterpriseId;
import org.goichung.platform.identity.Scope;
import org.goichung.platform.identity.WorkerId;
import org.goichung.platform.outbox.Audience;
import org.goichung.platform.outbox.Event;
import org.goichung.platform.outbox.Journal;
import org.goichung.platform.paging.Page;
import org.goichung.platform.paging.PageRequest;
import org.goichung.platform.problem.ProblemType;
import org.goichung.platform.problem.Refusal;
import org.goichung.platform.time.Clock;
import org.goichung.workforce.model.BirthYear;
import org.goichung.workforce.model.EmploymentPlan.Held;
import org.goichung.workforce.model.Facts;
import org.goichung.workforce.model.Folded;
import org.goichung.workforce.model.Person;
import org.goichung.workforce.model.Place;
import org.goichung.workforce.model.RosterRow;
import org.goichung.workforce.model.WorkDays;
import org.goichung.workforce.store.People;
import org.goichung.workforce.store.RosterIntake;
import org.goichung.workforce.store.RosterIntake.Sealed;
import org.goichung.workforce.store.RosterIntake.Taken;
import org.jspecify.annotations.Nullable;

/** People, for those who may see them: a steward or union officer of the enterprise they work at, and each person their own. */
@ApplicationScoped
public class WorkerService {
    private final Transactions transactions;
    private final People people;
    private final RosterIntake intake;
    private final Journal journal;
    private final Clock clock;

    public WorkerService(Transactions transactions, People people, RosterIntake intake, Journal journal, Clock clock) {
        this.transactions = transactions;
        this.people = people;
        this.intake = intake;
        this.journal = journal;
        this.clock = clock;
    }

    /** 404 for a person who is unknown, erased or works elsewhere. */
    public Uni<WorkerView> worker(Scope scope, WorkerId id) {
        return transactions.read(
                session -> people.require(Statements.of(session), id).map(person -> view(visible(scope, person))));
    }

    /**
     * People at the enterprises in reach, in the order of ids.
     *
     * @param enterprise only those there; null for all in reach
     * @param name whole words of a name, with or without accents; null for all
     */
    public Uni<Page<WorkerView>> workers(
            Scope scope, @Nullable EnterpriseId enterprise, @Nullable String name, PageRequest page) {
        if (name != null && Folded.of(name).isBlank())
            throw Refusal.field(ProblemType.INVALID_REQUEST, "/name", "pattern");
        Collection<EnterpriseId> at =
                enterprise == null ? scope.enterprises() : Set.of(requirePeopleOf(scope, enterprise));
        return transactions.read(session -> people.page(Statements.of(session), at, name, clock.today(), page)
                .map(rows -> Page.of(rows, page, person -> List.of(person.id())).map(this::view)));
    }

    /** A roster of one: a person known by the same citizen id is taken over, as the newer roster does. */
    public Uni<WorkerView> register(Scope scope, NewWorker wanted) {
        EnterpriseId enterprise = requirePeopleOf(scope, wanted.enterpriseId());
        var msisdn = Msisdn.parse(wanted.msisdn());
        var row = new RosterRow(
                wanted.fullName(),
                NationalId.parse(wanted.nationalId()),
                msisdn,
                WorkDays.requirePlausible(wanted.employedFrom(), clock.today()),
                WorkDays.requireAfter(wanted.employedFrom(), wanted.employedTo()),
                Facts.NONE.with(BirthYear.requirePlausible(wanted.facts(), clock.today())));
        return transactions
                .write(session -> register(Statements.of(session), scope, enterprise, intake.seal(row)))
                .onFailure(WorkerService::isNumberTaken)
                .transform(taken -> numberTaken());
    }

    private Uni<WorkerView> register(Statements connection, Scope scope, EnterpriseId enterprise, Sealed row) {
        return intake.numberTaken(connection, List.of(row))
                .invoke(taken -> {
                    if (!taken.isEmpty()) throw numberTaken();
                })
                .chain(() -> intake.take(connection, enterprise, List.of(row), clock.today()))
                .call(taken -> tellEnded(connection, scope, taken.ended()))
                .chain(taken -> registered(connection, enterprise, row, taken))
                .call(person -> tell(connection, scope, "worker-registered", person.id(), enterprise))
                .map(this::view);
    }

    /** Of somebody who still belongs elsewhere the enterprise hears what it has told itself. */
    private Uni<Person> registered(Statements connection, EnterpriseId enterprise, Sealed row, Taken taken) {
        UUID id = taken.workers().values().iterator().next();
        Person told = row.told(id, enterprise);
        if (taken.elsewhere().contains(id)) return Uni.createFrom().item(told);
        return people.require(connection, new WorkerId(id)).map(person -> {
            Held latest = person.employment();
            boolean own = latest != null && latest.enterpriseId().equals(enterprise.value());
            return own ? person : person.at(told.employment());
        });
    }

    /** Changes facts, name, number or the last day of work; the answer is of the employment that was changed, be another later or not. */
    public Uni<WorkerView> change(Scope scope, WorkerId id, WorkerPatch patch, @Nullable String ifMatch) {
        BirthYear.requirePlausible(patch, clock.today());
        return transactions
                .write(session -> {
                    Statements connection = Statements.of(session);
                    return people.lock(connection, id)
                            .invoke(person -> Versions.require(
                                    ifMatch, visible(scope, person).version()))
                            .call(person -> people.update(connection, changed(person, patch)))
                            .chain(person -> endEmployment(connection, scope, person, patch.employedTo())
                                    .call(() -> tell(connection, scope, "worker-changed", person.id(), home(person))))
                            .chain(own -> people.require(connection, id).map(person -> view(person.at(own))))
                            .call(view -> letGo(connection, view, patch));
                })
                .onFailure(WorkerService::isNumberTaken)
                .transform(taken -> numberTaken());
    }

    /** Forgets who this was, ends their employment, and tells the facts feed. */
    public Uni<Void> erase(Scope scope, WorkerId id, @Nullable String ifMatch) {
        return transactions.write(session -> {
            Statements connection = Statements.of(session);
            return people.lock(connection, id)
                    .invoke(person ->
                            Versions.require(ifMatch, visible(scope, person).version()))
                    .call(person -> people.erase(connection, person.id(), clock.today()))
                    .call(person -> tell(connection, scope, "worker-erased", person.id(), home(person)))
                    .replaceWithVoid();
        });
    }

    Uni<Optional<WorkerId>> byMsisdn(Msisdn number) {
        return transactions.read(session -> people.byMsisdn(Statements.of(session), number));
    }

    Uni<Optional<WorkerId>> byNationalId(NationalId id) {
        return transactions.read(session -> people.byNationalId(Statements.of(session), id));
    }

    Uni<WorkerLine> lineOf(WorkerId id) {
        return transactions.read(session -> people.require(Statements.of(session), id)
                .map(person -> new WorkerLine(
                        id,
                        person.msisdn().e164(),
                        people.indexOf(person.msisdn()).getBytes(),
                        enterpriseId(person.employedAt(clock.today())),
                        person.carrierCode())));
    }

    Uni<List<Employment>> employments(Collection<WorkerId> ids) {
        return transactions.read(session -> people.employments(Statements.of(session), ids));
    }

    Uni<Void> carrierKnown(Scope scope, WorkerId id, String carrierCode) {
        var patch = new WorkerPatch(
                null, null, null, null, null, null, null, null, null, Optional.of(carrierCode), null, null, null);
        return transactions.write(session -> {
            Statements connection = Statements.of(session);
            return people.lock(connection, id)
                    .chain(person -> carrierCode.equals(person.facts().knownCarrier())
                            ? Uni.createFrom().voidItem()
                            : people.update(connection, changed(person, patch))
                                    .chain(() -> tell(connection, scope, "worker-changed", person.id(), home(person))));
        });
    }

    Uni<Void> enrolment(Statements connection, WorkerId id, EnrolledPackage what, boolean has) {
        return people.enrolment(connection, id, what, has);
    }

    /** Tells each enterprise that somebody's employment there has got a last day; a new one learns nothing of it. */
    Uni<Void> tellEnded(Statements connection, Scope scope, List<Held> ended) {
        Uni<Void> told = Uni.createFrom().voidItem();
        for (Held one : ended) {
            var event = new Event(
                    "employment-ended",
                    one.workerId(),
                    one.workerId(),
                    Set.of(Audience.of(new EnterpriseId(one.enterpriseId()))),
                    Map.of("lastDay", String.valueOf(one.to())));
            told = told.chain(() -> journal.record(connection, scope, event));
        }
        return told;
    }

    private Uni<Void> tell(
            Statements connection, Scope scope, String type, UUID worker, @Nullable EnterpriseId enterprise) {
        Set<Audience> audience = enterprise == null ? Set.of() : Set.of(Audience.of(enterprise));
        return journal.record(connection, scope, Event.of(type, worker, audience, Map.of()));
    }

    private @Nullable EnterpriseId home(Person person) {
        return enterpriseId(person.belongsTo(clock.today()));
    }

    private Person visible(Scope scope, Person person) {
        boolean self = scope.worker() != null && scope.worker().value().equals(person.id());
        EnterpriseId home = home(person);
        if (!self && (home == null || !scope.seesPeopleOf(home))) throw Refusal.notFound();
        return person;
    }

    private static EnterpriseId requirePeopleOf(Scope scope, EnterpriseId enterprise) {
        scope.require(enterprise);
        if (!scope.seesPeopleOf(enterprise)) throw Refusal.of(ProblemType.FORBIDDEN);
        return enterprise;
    }

    private static Person changed(Person person, WorkerPatch patch) {
        return new Person(
                person.id(),
                patch.fullName() == null ? person.fullName() : patch.fullName(),
                person.nationalId(),
                patch.msisdn() == null ? person.msisdn() : Msisdn.parse(patch.msisdn()),
                person.facts().with(patch),
                person.carrierCode(),
                person.employment(),
                person.version());
    }

    private Uni<Integer> letGo(Statements connection, WorkerView view, WorkerPatch patch) {
        return patch.employedTo() == null || view.enterpriseId() == null
                ? Uni.createFrom().item(0)
                : people.letGoIfLeft(connection, view.enterpriseId(), view.id().value());
    }

    /** The employment as it is then. */
    private Uni<@Nullable Held> endEmployment(
            Statements connection, Scope scope, Person person, @Nullable Optional<LocalDate> lastDay) {
        Held employment = person.employment();
        if (lastDay == null || employment == null) return Uni.createFrom().item(employment);
        Held changed = employment.until(WorkDays.requireAfter(employment.from(), lastDay.orElse(null)));
        return people.endEmployment(connection, employment.id(), changed.to())
                .chain(() -> tellEnded(
                        connection, scope, changed.endsOtherwiseThan(employment) ? List.of(changed) : List.of()))
                .replaceWith(changed);
    }

    private static boolean isNumberTaken(Throwable failure) {
        return Violations.of(failure, "worker_msisdn_index_key");
    }

    private static Refusal numberTaken() {
        return Refusal.field(ProblemType.NUMBER_TAKEN, "/msisdn", "number-of-another-person");
    }

    private static @Nullable EnterpriseId enterpriseId(@Nullable UUID id) {
        return id == null ? null : new EnterpriseId(id);
    }

    private WorkerView view(Person person) {
        Facts facts = person.facts();
        Place place = facts.place();
        Held employment = person.employment();
        return new WorkerView(
                new WorkerId(person.id()),
                person.fullName(),
                person.nationalId().digits(),
                person.msisdn().e164(),
                facts.birthYear(),
                facts.unionMember(),
                facts.monthlyWageVnd(),
                facts.monthlyTelecomSpendVnd(),
                facts.monthlyDataBytes(),
                facts.phoneKind(),
                facts.lapsesLast90Days(),
                person.carrierCode(),
                facts.knownCarrier() == null,
                place == null ? null : place.provinceCode(),
                place == null ? null : place.communeCode(),
                place == null ? null : place.dataset(),
                employment == null ? null : new EnterpriseId(employment.enterpriseId()),
                employment == null ? null : employment.from(),
                employment == null ? null : employment.to(),
                person.version());
    }
}
