package org.goichung.workforce.store;

import static java.util.stream.Collectors.groupingBy;

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
import org.goichung.workforce.PhoneKind;
import org.goichung.workforce.model.EmploymentPlan;
import org.goichung.workforce.model.EmploymentPlan.Held;
import org.goichung.workforce.model.Facts;
import org.goichung.workforce.model.Place;
import org.goichung.workforce.model.RosterRow;
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

        private String carrier() {
            String known = row.facts().knownCarrier();
            return known == null ? row.msisdn().likelyCarrier() : known;
        }

        private Facts facts() {
            return row.facts();
        }

        private @Nullable String place(Function<Place, @Nullable String> part) {
            Place place = row.facts().place();
            return place == null ? null : part.apply(place);
        }
    }

    /** @param workers by citizen id's index; @param ended employments that got a last day by this */
    public record Taken(Map<Buffer, UUID> workers, List<Held> ended) {}

    private record Planned(UUID worker, RosterRow row, EmploymentPlan plan) {}

    private final Sealing sealing;

    public RosterIntake(Sealing sealing) {
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
                row,
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
        return upsert(connection, inOrder)
                .chain(workers -> employments(connection, workers.values()).chain(held -> {
                    List<Planned> plans = plan(inOrder, workers, held, enterprise, today);
                    return end(connection, plans)
                            .chain(() -> amend(connection, plans))
                            .chain(() -> begin(connection, enterprise, plans))
                            .replaceWith(new Taken(workers, ended(plans, enterprise)));
                }));
    }

    private static List<Planned> plan(
            List<Sealed> rows, Map<Buffer, UUID> workers, List<Held> held, EnterpriseId enterprise, LocalDate today) {
        var ofWorker = held.stream().collect(groupingBy(Held::workerId));
        List<Planned> plans = new ArrayList<>();
        for (Sealed row : rows) {
            UUID worker = workers.getOrDefault(row.idIndex, row.newId);
            plans.add(new Planned(
                    worker,
                    row.row,
                    EmploymentPlan.of(
                            ofWorker.getOrDefault(worker, List.of()),
                            enterprise.value(),
                            row.row.employedFrom(),
                            row.row.employedTo(),
                            today)));
        }
        return plans;
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

    private static Uni<Map<Buffer, UUID>> upsert(Statements connection, List<Sealed> rows) {
        return connection
                .select(
                        """
                        INSERT INTO worker AS w (id, name_sealed, name_words, national_id_sealed, national_id_index, msisdn_sealed,
                               msisdn_index, birth_year, union_member, monthly_wage_vnd, monthly_telecom_spend_vnd,
                               monthly_data_bytes, phone_kind, lapses_last_90_days, carrier_code, carrier_guessed,
                               province_code, commune_code, place_dataset)
                        SELECT id, name, words::bigint[], nid, nid_index, number, number_index, born, member, wage, spend, data,
                               phone, lapses, carrier, guessed, province, commune, dataset
                          FROM unnest($1::uuid[], $2::bytea[], $3::text[], $4::bytea[], $5::bytea[], $6::bytea[], $7::bytea[],
                               $8::int[], $9::boolean[], $10::bigint[], $11::bigint[], $12::bigint[], $13::text[], $14::int[],
                               $15::text[], $16::boolean[], $17::text[], $18::text[], $19::text[])
                               AS r(id, name, words, nid, nid_index, number, number_index, born, member, wage, spend, data,
                               phone, lapses, carrier, guessed, province, commune, dataset)
                        ON CONFLICT (national_id_index) DO UPDATE
                           SET name_sealed = excluded.name_sealed,
                               name_words = excluded.name_words,
                               msisdn_sealed = excluded.msisdn_sealed,
                               msisdn_index = excluded.msisdn_index,
                               birth_year = coalesce(excluded.birth_year, w.birth_year),
                               union_member = coalesce(excluded.union_member, w.union_member),
                               monthly_wage_vnd = coalesce(excluded.monthly_wage_vnd, w.monthly_wage_vnd),
                               monthly_telecom_spend_vnd =
                                   coalesce(excluded.monthly_telecom_spend_vnd, w.monthly_telecom_spend_vnd),
                               monthly_data_bytes = coalesce(excluded.monthly_data_bytes, w.monthly_data_bytes),
                               phone_kind = coalesce(excluded.phone_kind, w.phone_kind),
                               lapses_last_90_days = coalesce(excluded.lapses_last_90_days, w.lapses_last_90_days),
                               (carrier_code, carrier_guessed) =
                                   (SELECT CASE WHEN keep THEN w.carrier_code ELSE excluded.carrier_code END,
                                           CASE WHEN keep THEN w.carrier_guessed ELSE excluded.carrier_guessed END
                                      FROM (SELECT excluded.carrier_guessed AND w.msisdn_index = excluded.msisdn_index) AS k(keep)),
                               (province_code, commune_code, place_dataset) =
                                   (SELECT CASE WHEN keep THEN w.province_code ELSE excluded.province_code END,
                                           CASE WHEN keep THEN w.commune_code ELSE excluded.commune_code END,
                                           CASE WHEN keep THEN w.place_dataset ELSE excluded.place_dataset END
                                      FROM (SELECT excluded.province_code IS NULL) AS k(keep)),
                               version = w.version + 1
                        RETURNING id, national_id_index
                        """,
                        Columns.of(rows, new UUID[0], Sealed::newId),
                        Columns.of(rows, new Buffer[0], Sealed::name),
                        Columns.of(rows, new String[0], Sealed::words),
                        Columns.of(rows, new Buffer[0], Sealed::id),
                        Columns.of(rows, new Buffer[0], Sealed::idIndex),
                        Columns.of(rows, new Buffer[0], Sealed::number),
                        Columns.of(rows, new Buffer[0], Sealed::numberIndex),
                        Columns.of(rows, new Integer[0], one -> one.facts().birthYear()),
                        Columns.of(rows, new Boolean[0], one -> one.facts().unionMember()),
                        Columns.of(rows, new Long[0], one -> one.facts().monthlyWageVnd()),
                        Columns.of(rows, new Long[0], one -> one.facts().monthlyTelecomSpendVnd()),
                        Columns.of(rows, new Long[0], one -> one.facts().monthlyDataBytes()),
                        Columns.of(
                                rows, new String[0], one -> nameOf(one.facts().phoneKind())),
                        Columns.of(rows, new Integer[0], one -> one.facts().lapsesLast90Days()),
                        Columns.of(rows, new String[0], Sealed::carrier),
                        Columns.of(rows, new Boolean[0], one -> one.facts().knownCarrier() == null),
                        Columns.of(rows, new String[0], one -> one.place(Place::provinceCode)),
                        Columns.of(rows, new String[0], one -> one.place(Place::communeCode)),
                        Columns.of(rows, new String[0], one -> one.place(Place::dataset)))
                .map(written -> {
                    Map<Buffer, UUID> workers = new HashMap<>();
                    for (var row : written) workers.put(Buffer.buffer((byte[]) row[1]), (UUID) row[0]);
                    return workers;
                });
    }

    static @Nullable String nameOf(@Nullable PhoneKind kind) {
        return kind == null ? null : kind.name();
    }

    private static Uni<List<Held>> employments(Statements connection, Collection<UUID> workers) {
        return connection
                .select("""
                        SELECT id, worker_id, enterprise_id, employed_from, employed_to
                          FROM employment
                         WHERE worker_id = ANY ($1::uuid[])
                        """, (Object) workers.toArray(UUID[]::new))
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
                Columns.of(begun, new LocalDate[0], one -> one.row.employedFrom()),
                Columns.of(begun, new LocalDate[0], one -> one.row.employedTo()),
                enterprise.value());
    }
}
