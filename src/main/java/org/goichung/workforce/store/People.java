package org.goichung.workforce.store;

import io.smallrye.mutiny.Uni;
import io.vertx.core.buffer.Buffer;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.goichung.platform.database.Statements;
import org.goichung.platform.identity.EnterpriseId;
import org.goichung.platform.identity.WorkerId;
import org.goichung.platform.paging.PageRequest;
import org.goichung.platform.problem.Refusal;
import org.goichung.workforce.Employment;
import org.goichung.workforce.EnrolledPackage;
import org.goichung.workforce.Msisdn;
import org.goichung.workforce.NationalId;
import org.goichung.workforce.PhoneKind;
import org.goichung.workforce.model.EmploymentPlan.Held;
import org.goichung.workforce.model.Facts;
import org.goichung.workforce.model.Person;
import org.goichung.workforce.model.Place;
import org.jspecify.annotations.Nullable;

/** People, one by one: found by id or keyed index, opened, changed, erased. */
@ApplicationScoped
public class People {
    private static final String SELECT = """
            SELECT w.id, w.name_sealed, w.national_id_sealed, w.msisdn_sealed, w.birth_year, w.union_member, w.monthly_wage_vnd,
                   w.monthly_telecom_spend_vnd, w.monthly_data_bytes, w.phone_kind, w.lapses_last_90_days, w.carrier_code,
                   w.carrier_guessed, w.province_code, w.commune_code, w.place_dataset, w.version,
                   e.id, e.enterprise_id, e.employed_from, e.employed_to
              FROM worker w
              LEFT JOIN LATERAL (SELECT id, enterprise_id, employed_from, employed_to
                                   FROM employment
                                  WHERE worker_id = w.id
                                  ORDER BY employed_to DESC NULLS FIRST, employed_from DESC
                                  LIMIT 1) e ON true
            """;

    private final Sealing sealing;
    private final PortRecords ports;

    public People(Sealing sealing, PortRecords ports) {
        this.ports = ports;
        this.sealing = sealing;
    }

    public Uni<Person> require(Statements connection, WorkerId id) {
        return one(connection, SELECT + " WHERE w.id = $1 AND w.erased_at IS NULL", id);
    }

    /** The same, held until the transaction ends. */
    public Uni<Person> lock(Statements connection, WorkerId id) {
        return one(connection, SELECT + " WHERE w.id = $1 AND w.erased_at IS NULL FOR NO KEY UPDATE OF w", id);
    }

    private Uni<Person> one(Statements connection, String sql, WorkerId id) {
        return connection.select(sql, id.value()).map(rows -> {
            if (rows.isEmpty()) throw Refusal.notFound();
            return person(rows.getFirst());
        });
    }

    public Uni<Optional<WorkerId>> byMsisdn(Statements connection, Msisdn number) {
        return id(connection, "SELECT id FROM worker WHERE msisdn_index = $1", sealing.index(number));
    }

    public Uni<Optional<WorkerId>> byNationalId(Statements connection, NationalId id) {
        return id(connection, "SELECT id FROM worker WHERE national_id_index = $1", sealing.index(id));
    }

    private static Uni<Optional<WorkerId>> id(Statements connection, String sql, Buffer index) {
        return connection
                .select(sql, index)
                .map(rows -> rows.stream().findFirst().map(row -> new WorkerId((UUID) row[0])));
    }

    public Buffer indexOf(Msisdn number) {
        return sealing.index(number);
    }

    /** The people of these enterprises on a day, whose names hold all the words; in the order of ids. */
    public Uni<List<Person>> page(
            Statements connection,
            Collection<EnterpriseId> enterprises,
            @Nullable String name,
            LocalDate day,
            PageRequest page) {
        return connection
                .select(
                        SELECT + """
                                 WHERE e.enterprise_id = ANY ($1::uuid[]) AND (e.employed_to IS NULL OR e.employed_to >= $2::date)
                                   AND w.id IN (SELECT worker_id FROM employment WHERE enterprise_id = ANY ($1::uuid[]))
                                   AND w.erased_at IS NULL AND w.id > $3::uuid AND w.name_words @> $4::text::bigint[]
                                 ORDER BY w.id
                                 LIMIT $5
                                """,
                        enterprises.stream().map(EnterpriseId::value).toArray(UUID[]::new),
                        day,
                        page.first() ? new UUID(0, 0) : page.afterId(),
                        name == null ? "{}" : sealing.words(name),
                        page.fetchSize())
                .map(rows -> rows.stream().map(this::person).toList());
    }

    /** Writes all of a person but the employment. A number held by another breaks {@code worker_msisdn_index_key}. */
    public Uni<Integer> update(Statements connection, Person person) {
        Facts facts = ports.completed(person.facts(), person.msisdn());
        Place place = facts.place();
        return connection.update(
                """
                UPDATE worker
                   SET name_sealed = $2, name_words = $3::text::bigint[], msisdn_sealed = $4, msisdn_index = $5, birth_year = $6,
                       union_member = $7, monthly_wage_vnd = $8, monthly_telecom_spend_vnd = $9, monthly_data_bytes = $10,
                       phone_kind = $11, lapses_last_90_days = $12, carrier_code = $13, carrier_guessed = $14,
                       province_code = $15, commune_code = $16, place_dataset = $17, version = version + 1
                 WHERE id = $1
                """,
                person.id(),
                sealing.seal(person.fullName()),
                sealing.words(person.fullName()),
                sealing.seal(person.msisdn()),
                sealing.index(person.msisdn()),
                facts.birthYear(),
                facts.unionMember(),
                facts.monthlyWageVnd(),
                facts.monthlyTelecomSpendVnd(),
                facts.monthlyDataBytes(),
                RosterPeople.nameOf(facts.phoneKind()),
                facts.lapsesLast90Days(),
                facts.knownCarrier() == null ? person.msisdn().likelyCarrier() : facts.knownCarrier(),
                facts.knownCarrier() == null,
                place == null ? null : place.provinceCode(),
                place == null ? null : place.communeCode(),
                place == null ? null : place.dataset());
    }

    /** Of the erased too. */
    public Uni<List<Employment>> employments(Statements connection, Collection<WorkerId> workers) {
        return connection
                .select("""
                        SELECT e.worker_id, e.enterprise_id, e.employed_from, e.employed_to, w.erased_at IS NOT NULL
                          FROM employment e
                          JOIN worker w ON w.id = e.worker_id
                         WHERE e.worker_id = ANY ($1::uuid[])
                        """, (Object) workers.stream().map(WorkerId::value).toArray(UUID[]::new))
                .map(rows -> rows.stream().map(People::employment).toList());
    }

    private static Employment employment(@Nullable Object[] row) {
        return new Employment(
                new WorkerId((UUID) some(row, 0)),
                new EnterpriseId((UUID) some(row, 1)),
                (LocalDate) some(row, 2),
                (LocalDate) row[3],
                (Boolean) some(row, 4));
    }

    private static Object some(@Nullable Object[] row, int column) {
        return Objects.requireNonNull(row[column]);
    }

    public Uni<Integer> endEmployment(Statements connection, UUID employment, @Nullable LocalDate last) {
        return connection.update(
                "UPDATE employment SET employed_to = $2::date, version = version + 1 WHERE id = $1", employment, last);
    }

    /** Forgets what this enterprise told of somebody whose latest employment is another's by now. */
    public Uni<Integer> letGoIfLeft(Statements connection, EnterpriseId enterprise, UUID worker) {
        return RosterPeople.letGoWhoLeft(connection, enterprise, List.of(worker));
    }

    /** What a person has by an enrolment; one that ends takes no other's place. */
    public Uni<Void> enrolment(Statements connection, WorkerId worker, EnrolledPackage what, boolean has) {
        return connection
                .update(
                        """
                        UPDATE worker
                           SET enrolled_version_id = CASE WHEN $8 THEN $2::uuid END,
                               enrolled_enterprise_id = CASE WHEN $8 THEN $3::uuid END,
                               enrolled_agreement_id = CASE WHEN $8 THEN $4::uuid END,
                               enrolled_programme_id = CASE WHEN $8 THEN $5::uuid END,
                               enrolled_price_vnd = CASE WHEN $8 THEN $6::bigint END,
                               enrolled_worker_vnd = CASE WHEN $8 THEN $7::bigint END
                         WHERE id = $1
                           AND ((enrolled_version_id, enrolled_enterprise_id, enrolled_agreement_id, enrolled_programme_id,
                                 enrolled_price_vnd, enrolled_worker_vnd)
                                IS NOT DISTINCT FROM ($2::uuid, $3::uuid, $4::uuid, $5::uuid, $6::bigint, $7::bigint)) <> $8::boolean
                        """,
                        worker.value(),
                        what.packageVersionId(),
                        what.enterpriseId().value(),
                        what.agreementId(),
                        what.programmeId(),
                        what.priceVnd(),
                        what.workerVnd(),
                        has)
                .replaceWithVoid();
    }

    /** Forgets who this was and all that was known; the row stays, so that what refers to it adds up. */
    public Uni<Integer> erase(Statements connection, UUID worker, LocalDate today) {
        return connection.update("""
                        UPDATE worker
                           SET name_sealed = NULL, name_words = '{}', national_id_sealed = NULL, national_id_index = NULL,
                               msisdn_sealed = NULL, msisdn_index = NULL, birth_year = NULL, union_member = NULL,
                               monthly_wage_vnd = NULL, monthly_telecom_spend_vnd = NULL, monthly_data_bytes = NULL,
                               phone_kind = NULL, lapses_last_90_days = NULL, carrier_code = NULL, carrier_guessed = true,
                               province_code = NULL, commune_code = NULL, place_dataset = NULL, enrolled_version_id = NULL,
                               enrolled_enterprise_id = NULL, enrolled_agreement_id = NULL, enrolled_programme_id = NULL,
                               enrolled_price_vnd = NULL, enrolled_worker_vnd = NULL,
                               erased_at = goichung_now(), version = version + 1
                         WHERE id = $1
                        """, worker).call(() -> connection.update("""
                        UPDATE employment
                           SET employed_to = greatest(employed_from, $2::date), version = version + 1
                         WHERE worker_id = $1 AND (employed_to IS NULL OR employed_to > $2::date)
                        """, worker, today));
    }

    @SuppressWarnings("NullAway") // columns that the database keeps filled while the person is not erased
    private Person person(@Nullable Object[] row) {
        var id = (UUID) row[0];
        boolean guessed = (Boolean) row[12];
        String carrier = (String) row[11];
        String province = (String) row[13];
        var facts = new Facts(
                (Integer) row[4],
                (Boolean) row[5],
                (Long) row[6],
                (Long) row[7],
                (Long) row[8],
                row[9] == null ? null : PhoneKind.valueOf((String) row[9]),
                (Integer) row[10],
                guessed ? null : carrier,
                province == null ? null : new Place(province, (String) row[14], (String) row[15]));
        Held employment = row[17] == null
                ? null
                : new Held((UUID) row[17], id, (UUID) row[18], (LocalDate) row[19], (LocalDate) row[20]);
        return new Person(
                id,
                sealing.openName((byte[]) row[1]),
                new NationalId(sealing.openNationalId((byte[]) row[2])),
                new Msisdn(sealing.openMsisdn((byte[]) row[3])),
                facts,
                carrier,
                employment,
                (Long) row[16]);
    }
}
