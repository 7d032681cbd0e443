package org.goichung.workforce.store;

import static java.util.stream.Collectors.toSet;

import io.smallrye.mutiny.Uni;
import io.vertx.core.buffer.Buffer;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.goichung.platform.database.Statements;
import org.goichung.platform.identity.EnterpriseId;
import org.goichung.workforce.PhoneKind;
import org.goichung.workforce.model.Place;
import org.goichung.workforce.store.RosterIntake.Sealed;
import org.jspecify.annotations.Nullable;

/** The people of a roster: held while it is taken in, freed of what another employer has told, written. */
final class RosterPeople {
    /** Somebody the database has already. */
    record Known(UUID id, long version) {}

    /** @param version that this makes: 0 of somebody new, else the next of the one that is held */
    record Written(Sealed row, long version) {}

    private static final String NOTHING_TOLD = """
            union_member = NULL, monthly_wage_vnd = NULL, monthly_telecom_spend_vnd = NULL, monthly_data_bytes = NULL,
            lapses_last_90_days = NULL, province_code = NULL, commune_code = NULL, place_dataset = NULL""";

    private RosterPeople() {}

    /** Those that are known, by citizen id's index; nobody else changes them until the transaction ends. */
    static Uni<Map<Buffer, Known>> hold(Statements connection, List<Sealed> rows) {
        return connection
                .select("""
                        SELECT w.id, w.version, w.national_id_index
                          FROM unnest($1::bytea[]) WITH ORDINALITY AS r(nid_index, place)
                          JOIN worker w ON w.national_id_index = r.nid_index
                         ORDER BY r.place
                           FOR NO KEY UPDATE OF w
                        """, (Object) Columns.of(rows, new Buffer[0], Sealed::idIndex))
                .map(held -> {
                    Map<Buffer, Known> known = new HashMap<>();
                    for (var row : held)
                        known.put(Buffer.buffer((byte[]) row[2]), new Known((UUID) row[0], (Long) row[1]));
                    return known;
                });
    }

    /**
     * Forgets what an employer tells and the next one has to tell anew, and how often it did: the version begins as of somebody new.
     * What stays is the person's own: name, number, carrier, kind of phone, year of birth.
     */
    static Uni<Integer> letGo(Statements connection, List<UUID> workers) {
        if (workers.isEmpty()) return Uni.createFrom().item(0);
        return connection.update(
                "UPDATE worker w SET " + NOTHING_TOLD + ", version = -1 WHERE w.id = ANY ($1::uuid[])",
                (Object) workers.toArray(UUID[]::new));
    }

    /** The same of those who by a last day that this enterprise told are another's again, which is not to learn what was told here. */
    static Uni<Integer> letGoWhoLeft(Statements connection, EnterpriseId enterprise, List<UUID> workers) {
        if (workers.isEmpty()) return Uni.createFrom().item(0);
        return connection.update(
                "UPDATE worker w SET " + NOTHING_TOLD + """
                        , version = 0
                         WHERE w.id = ANY ($1::uuid[])
                           AND $2::uuid <> (SELECT enterprise_id
                                              FROM employment
                                             WHERE worker_id = w.id
                                             ORDER BY employed_to DESC NULLS FIRST, employed_from DESC
                                             LIMIT 1)
                        """, workers.toArray(UUID[]::new), enterprise.value());
    }

    /**
     * Adds who is new and writes over who is held; whoever came in between is left as they are.
     *
     * @return those that were written
     */
    static Uni<Set<UUID>> write(Statements connection, List<Written> rows) {
        if (rows.isEmpty()) return Uni.createFrom().item(Set.of());
        return connection
                .select(
                        """
                        INSERT INTO worker AS w (id, name_sealed, name_words, national_id_sealed, national_id_index, msisdn_sealed,
                               msisdn_index, birth_year, union_member, monthly_wage_vnd, monthly_telecom_spend_vnd,
                               monthly_data_bytes, phone_kind, lapses_last_90_days, carrier_code, carrier_guessed,
                               province_code, commune_code, place_dataset, version)
                        SELECT id, name, words::bigint[], nid, nid_index, number, number_index, born, member, wage, spend, data,
                               phone, lapses, carrier, guessed, province, commune, dataset, version
                          FROM unnest($1::uuid[], $2::bytea[], $3::text[], $4::bytea[], $5::bytea[], $6::bytea[], $7::bytea[],
                               $8::int[], $9::boolean[], $10::bigint[], $11::bigint[], $12::bigint[], $13::text[], $14::int[],
                               $15::text[], $16::boolean[], $17::text[], $18::text[], $19::text[], $20::bigint[])
                               AS r(id, name, words, nid, nid_index, number, number_index, born, member, wage, spend, data,
                               phone, lapses, carrier, guessed, province, commune, dataset, version)
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
                               version = excluded.version
                         WHERE w.version + 1 = excluded.version
                        RETURNING id
                        """,
                        Columns.of(rows, new UUID[0], one -> one.row().newId()),
                        Columns.of(rows, new Buffer[0], one -> one.row().name()),
                        Columns.of(rows, new String[0], one -> one.row().words()),
                        Columns.of(rows, new Buffer[0], one -> one.row().id()),
                        Columns.of(rows, new Buffer[0], one -> one.row().idIndex()),
                        Columns.of(rows, new Buffer[0], one -> one.row().number()),
                        Columns.of(rows, new Buffer[0], one -> one.row().numberIndex()),
                        Columns.of(
                                rows, new Integer[0], one -> one.row().facts().birthYear()),
                        Columns.of(
                                rows, new Boolean[0], one -> one.row().facts().unionMember()),
                        Columns.of(rows, new Long[0], one -> one.row().facts().monthlyWageVnd()),
                        Columns.of(rows, new Long[0], one -> one.row().facts().monthlyTelecomSpendVnd()),
                        Columns.of(rows, new Long[0], one -> one.row().facts().monthlyDataBytes()),
                        Columns.of(
                                rows,
                                new String[0],
                                one -> nameOf(one.row().facts().phoneKind())),
                        Columns.of(
                                rows, new Integer[0], one -> one.row().facts().lapsesLast90Days()),
                        Columns.of(rows, new String[0], one -> one.row().carrier()),
                        Columns.of(
                                rows, new Boolean[0], one -> one.row().facts().knownCarrier() == null),
                        Columns.of(rows, new String[0], one -> one.row().place(Place::provinceCode)),
                        Columns.of(rows, new String[0], one -> one.row().place(Place::communeCode)),
                        Columns.of(rows, new String[0], one -> one.row().place(Place::dataset)),
                        Columns.of(rows, new Long[0], Written::version))
                .map(written -> written.stream().map(row -> (UUID) row[0]).collect(toSet()));
    }

    static @Nullable String nameOf(@Nullable PhoneKind kind) {
        return kind == null ? null : kind.name();
    }
}
