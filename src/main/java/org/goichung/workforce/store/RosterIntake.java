package org.goichung.workforce.store;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.toSet;

import io.smallrye.mutiny.Uni;
import io.vertx.core.buffer.Buffer;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Stream;
import org.goichung.platform.database.Ids;
import org.goichung.platform.database.Statements;
import org.goichung.platform.identity.EnterpriseId;
import org.goichung.workforce.Msisdn;
import org.goichung.workforce.NationalId;
import org.goichung.workforce.model.EmploymentPlan;
import org.goichung.workforce.model.EmploymentPlan.Held;
import org.goichung.workforce.model.EmploymentPlan.Tenure;
import org.goichung.workforce.model.Facts;
import org.goichung.workforce.model.Person;
import org.goichung.workforce.model.Place;
import org.goichung.workforce.model.RosterRow;
import org.goichung.workforce.store.RosterPeople.Known;
import org.goichung.workforce.store.RosterPeople.Written;
import org.jspecify.annotations.Nullable;

/** Takes rows of one enterprise's roster into the database, many in a statement. A person is matched by citizen id only. */
@ApplicationScoped
public class RosterIntake {

    /** A row with what the database holds of it, made ahead of the transaction. */
    public record Sealed(
            RosterRow row,
            UUID newId,
            Buffer name,
            String words,
            Buffer id,
            Buffer idIndex,
            Buffer number,
            Buffer numberIndex) {

        /** The person as this row alone tells of them, at its enterprise. */
        public Person told(UUID id, EnterpriseId enterprise) {
            var employment = new Held(newId, id, enterprise.value(), row.employedFrom(), row.employedTo());
            return new Person(
                    id, row.fullName(), row.nationalId(), row.msisdn(), row.facts(), carrier(), employment, 0);
        }

        @Nullable
        String carrier() {
            String known = row.facts().knownCarrier();
            return known == null ? row.msisdn().likelyCarrier() : known;
        }

        Facts facts() {
            return row.facts();
        }

        @Nullable
        String place(Function<Place, @Nullable String> part) {
            Place place = row.facts().place();
            return place == null ? null : part.apply(place);
        }
    }

    /**
     * @param workers by citizen id's index
     * @param ended employments that got a last day by this
     * @param elsewhere those whose latest employment stays another enterprise's: nothing of them but their employment here was written
     */
    public record Taken(Map<Buffer, UUID> workers, List<Held> ended, Set<UUID> elsewhere) {

        private Taken and(Taken more) {
            Map<Buffer, UUID> all = new HashMap<>(workers);
            all.putAll(more.workers);
            return new Taken(
                    all,
                    Stream.concat(ended.stream(), more.ended.stream()).toList(),
                    Stream.concat(elsewhere.stream(), more.elsewhere.stream()).collect(toSet()));
        }
    }

    private record Planned(
            UUID worker, Sealed row, @Nullable Known known, EmploymentPlan plan, Tenure tenure) {

        private boolean isElsewhere() {
            return tenure == Tenure.ELSEWHERE;
        }

        /** Somebody from elsewhere has the version of somebody new. */
        private long version() {
            return known == null || tenure == Tenure.MOVES ? 0 : known.version() + 1;
        }
    }

    private final Sealing sealing;
    private final PortRecords ports;

    public RosterIntake(Sealing sealing, PortRecords ports) {
        this.ports = ports;
        this.sealing = sealing;
    }

    byte[] index(NationalId id) {
        return sealing.index(id).getBytes();
    }

    byte[] index(Msisdn number) {
        return sealing.index(number).getBytes();
    }

    public Sealed seal(RosterRow row) {
        return new Sealed(
                row.with(ports.completed(row.facts(), row.msisdn())),
                Ids.next(),
                sealing.seal(row.fullName()),
                sealing.words(row.fullName()),
                sealing.seal(row.nationalId()),
                sealing.index(row.nationalId()),
                sealing.seal(row.msisdn()),
                sealing.index(row.msisdn()));
    }

    /** Those of the rows whose number is held by another person. */
    public Uni<Set<Sealed>> numberTaken(Statements connection, List<Sealed> rows) {
        return connection
                .select(
                        "SELECT msisdn_index, national_id_index FROM worker WHERE msisdn_index = ANY ($1::bytea[])",
                        (Object) Columns.of(rows, new Buffer[0], Sealed::numberIndex))
                .map(held -> {
                    Map<Buffer, Buffer> holder = new HashMap<>();
                    for (var row : held)
                        if (row[1] != null) holder.put(Buffer.buffer((byte[]) row[0]), Buffer.buffer((byte[]) row[1]));
                    Set<Sealed> taken = new HashSet<>();
                    for (Sealed row : rows)
                        if (!holder.getOrDefault(row.numberIndex, row.idIndex).equals(row.idIndex)) taken.add(row);
                    return taken;
                });
    }

    /** Writes people and their employments. No citizen id or number may stand twice in the rows. */
    public Uni<Taken> take(Statements connection, EnterpriseId enterprise, List<Sealed> rows, LocalDate today) {
        List<Sealed> inOrder = new ArrayList<>(rows);
        // two rosters that share people lock them in the same order
        inOrder.sort((one, other) ->
                one.row.nationalId().digits().compareTo(other.row.nationalId().digits()));
        return takeInOrder(connection, enterprise, inOrder, today);
    }

    private static Uni<Taken> takeInOrder(
            Statements connection, EnterpriseId enterprise, List<Sealed> rows, LocalDate today) {
        return RosterPeople.hold(connection, rows)
                .chain(known -> employments(connection, known.values()).chain(held -> {
                    List<Planned> plans = plan(rows, known, held, enterprise, today);
                    return people(connection, plans).chain(written -> {
                        List<Planned> done = plans.stream()
                                .filter(one -> one.isElsewhere() || written.contains(one.worker))
                                .toList();
                        return end(connection, done)
                                .chain(() -> amend(connection, done))
                                .chain(() -> begin(connection, enterprise, done))
                                .chain(() -> RosterPeople.letGoWhoLeft(connection, enterprise, endedHere(done)))
                                .replaceWith(taken(done, enterprise))
                                .chain(taken -> again(connection, enterprise, plans, done, today)
                                        .map(taken::and));
                    });
                }));
    }

    private static List<UUID> endedHere(List<Planned> plans) {
        return plans.stream()
                .filter(one -> one.tenure == Tenure.STAYS && one.plan.amendedEnds())
                .map(Planned::worker)
                .toList();
    }

    /** Those whom somebody else wrote first, between our look and our writing: they are known now. */
    private static Uni<Taken> again(
            Statements connection, EnterpriseId enterprise, List<Planned> plans, List<Planned> done, LocalDate today) {
        if (done.size() == plans.size()) return Uni.createFrom().item(new Taken(Map.of(), List.of(), Set.of()));
        var left = plans.stream()
                .filter(one -> !done.contains(one))
                .map(one -> one.row)
                .toList();
        return takeInOrder(connection, enterprise, left, today);
    }

    private static Uni<Set<UUID>> people(Statements connection, List<Planned> plans) {
        List<UUID> moved = plans.stream()
                .filter(one -> one.tenure == Tenure.MOVES)
                .map(Planned::worker)
                .toList();
        List<Written> rows = plans.stream()
                .filter(one -> !one.isElsewhere())
                .map(one -> new Written(one.row, one.version()))
                .toList();
        return RosterPeople.letGo(connection, moved).chain(() -> RosterPeople.write(connection, rows));
    }

    private static List<Planned> plan(
            List<Sealed> rows, Map<Buffer, Known> known, List<Held> held, EnterpriseId enterprise, LocalDate today) {
        var ofWorker = held.stream().collect(groupingBy(Held::workerId));
        List<Planned> plans = new ArrayList<>();
        for (Sealed row : rows) {
            Known person = known.get(row.idIndex());
            UUID worker = person == null ? row.newId() : person.id();
            List<Held> employments = ofWorker.getOrDefault(worker, List.of());
            var from = row.row.employedFrom();
            var to = row.row.employedTo();
            var plan = EmploymentPlan.of(employments, enterprise.value(), from, to, today);
            plans.add(new Planned(worker, row, person, plan, plan.tenure(employments, enterprise.value(), from, to)));
        }
        return plans;
    }

    private static Taken taken(List<Planned> plans, EnterpriseId enterprise) {
        Map<Buffer, UUID> workers = new HashMap<>();
        for (Planned one : plans) workers.put(one.row.idIndex(), one.worker);
        var elsewhere =
                plans.stream().filter(Planned::isElsewhere).map(Planned::worker).collect(toSet());
        return new Taken(workers, ended(plans, enterprise), elsewhere);
    }

    /** Those elsewhere that a newer one here ends, and those here that the roster itself gives a last day. */
    private static List<Held> ended(List<Planned> plans, EnterpriseId enterprise) {
        Stream<Held> elsewhere = plans.stream()
                .flatMap(one -> one.plan.ended().stream())
                .filter(held -> !held.enterpriseId().equals(enterprise.value()));
        Stream<Held> here =
                plans.stream().filter(one -> one.plan.amendedEnds()).flatMap(one -> one.plan.amended().stream());
        return Stream.concat(elsewhere, here).toList();
    }

    private static Uni<List<Held>> employments(Statements connection, Collection<Known> people) {
        return connection
                .select("""
                        SELECT id, worker_id, enterprise_id, employed_from, employed_to
                          FROM employment
                         WHERE worker_id = ANY ($1::uuid[])
                        """, (Object) people.stream().map(Known::id).toArray(UUID[]::new))
                .map(rows -> rows.stream().map(RosterIntake::held).toList());
    }

    @SuppressWarnings("NullAway") // every column but the last is NOT NULL
    private static Held held(@Nullable Object[] row) {
        return new Held((UUID) row[0], (UUID) row[1], (UUID) row[2], (LocalDate) row[3], (LocalDate) row[4]);
    }

    private static Uni<Integer> end(Statements connection, List<Planned> plans) {
        return write(
                connection,
                plans.stream().flatMap(one -> one.plan.ended().stream()).toList());
    }

    private static Uni<Integer> amend(Statements connection, List<Planned> plans) {
        return write(
                connection,
                plans.stream().flatMap(one -> one.plan.amended().stream()).toList());
    }

    private static Uni<Integer> write(Statements connection, List<Held> changed) {
        if (changed.isEmpty()) return Uni.createFrom().item(0);
        return connection.update(
                """
                UPDATE employment e
                   SET employed_from = n.employed_from, employed_to = n.employed_to, version = e.version + 1
                  FROM unnest($1::uuid[], $2::date[], $3::date[]) AS n(id, employed_from, employed_to)
                 WHERE e.id = n.id
                """,
                Columns.of(changed, new UUID[0], Held::id),
                Columns.of(changed, new LocalDate[0], Held::from),
                Columns.of(changed, new LocalDate[0], Held::to));
    }

    private static Uni<Integer> begin(Statements connection, EnterpriseId enterprise, List<Planned> plans) {
        List<Planned> begun = plans.stream().filter(one -> one.plan.begun()).toList();
        if (begun.isEmpty()) return Uni.createFrom().item(0);
        return connection.update(
                """
                INSERT INTO employment (id, worker_id, enterprise_id, employed_from, employed_to)
                SELECT n.id, n.worker_id, $5, n.employed_from, n.employed_to
                  FROM unnest($1::uuid[], $2::uuid[], $3::date[], $4::date[]) AS n(id, worker_id, employed_from, employed_to)
                """,
                Columns.of(begun, new UUID[0], one -> Ids.next()),
                Columns.of(begun, new UUID[0], Planned::worker),
                Columns.of(begun, new LocalDate[0], one -> one.row.row.employedFrom()),
                Columns.of(begun, new LocalDate[0], one -> one.row.row.employedTo()),
                enterprise.value());
    }
}
