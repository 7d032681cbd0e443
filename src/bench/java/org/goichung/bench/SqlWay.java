package org.goichung.bench;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import org.goichung.bench.inside.Crowd;
import org.goichung.platform.keys.PersonalData;
import org.goichung.workforce.Msisdn;
import org.jspecify.annotations.Nullable;

/**
 * The same questions in SQL, as well as one would ask them: facts and offers laid out flat and indexed, statements prepared once, one
 * connection.
 */
final class SqlWay implements AutoCloseable {
    /** What a package is to one person, as far as both ways tell it. */
    record Told(String version, String status, @Nullable Long savingVnd, long coPayVnd) {}

    private static final String CRITERIA = """
            (VALUES ('union-member', p.union_member),
                    ('works-here', p.active),
                    ('employed-six-months', p.active AND p.days_employed >= 180),
                    ('low-income', p.monthly_wage_vnd < 6000000),
                    ('has-smartphone', p.phone_kind = 'SMARTPHONE'),
                    ('has-feature-phone', p.phone_kind = 'FEATURE'),
                    ('spends-under-150k', p.monthly_telecom_spend_vnd < 150000),
                    ('lapsed-recently', p.lapses_last_90_days > 0),
                    ('over-40', p.age > 40),
                    ('lives-in-mekong', p.province_code IN ('82', '86', '91', '92', '96'))) AS v(name, holds)
            """;

    private static final String PROBE = """
            SELECT v.holds FROM bench_person p CROSS JOIN LATERAL %s WHERE p.msisdn_index = ? AND v.name = ?
            """.formatted(CRITERIA);

    private static final String LOOKUP = """
            WITH person AS MATERIALIZED (SELECT * FROM bench_person WHERE msisdn_index = ?),
                 told AS MATERIALIZED (
                    SELECT v.name, v.holds,
                           CASE WHEN v.holds THEN c.yes_vi WHEN NOT v.holds THEN c.no_vi ELSE c.unknown_vi END AS sentence
                      FROM person p CROSS JOIN LATERAL %s JOIN criterion c ON c.name = v.name AND c.version = 1)
            SELECT o.id::text, o.code, o.carrier_code,
                   CASE WHEN bool_or(NOT t.holds) THEN 'unqualified'
                        WHEN bool_or(t.name IS NOT NULL AND t.holds IS NULL) THEN 'unknown'
                        ELSE 'qualified' END AS status,
                   CASE WHEN bool_or(NOT t.holds) THEN 2 WHEN bool_or(t.name IS NOT NULL AND t.holds IS NULL) THEN 1 ELSE 0 END AS standing,
                   array_agg(t.name || ': ' || t.sentence) AS reasons,
                   o.price30, p.monthly_telecom_spend_vnd - o.price30 AS saving, o.data30,
                   CASE WHEN p.monthly_data_bytes = 0 THEN NULL WHEN o.usable30 >= p.monthly_data_bytes THEN 30 ELSE o.usable30 * 30 / p.monthly_data_bytes END AS cover,
                   p.carrier_code <> o.carrier_code AS port
              FROM person p CROSS JOIN bench_offer o
              LEFT JOIN LATERAL unnest(o.criteria) AS n(name) ON true
              LEFT JOIN told t ON t.name = n.name
             GROUP BY o.id, o.code, o.carrier_code, o.price30, o.data30, o.usable30, p.monthly_telecom_spend_vnd, p.monthly_data_bytes, p.carrier_code,
                      p.phone_kind, o.any_vnd, o.on_net_vnd
             ORDER BY standing,
                      CASE WHEN p.phone_kind = 'FEATURE' OR p.monthly_data_bytes = 0
                           THEN least(coalesce(p.monthly_telecom_spend_vnd, 50000),
                                      o.any_vnd + least(o.on_net_vnd, coalesce(p.monthly_telecom_spend_vnd, 50000) / 2))
                           WHEN o.usable30 >= coalesce(p.monthly_data_bytes, 3000000000) THEN coalesce(p.monthly_telecom_spend_vnd, 100000)
                           ELSE coalesce(p.monthly_telecom_spend_vnd, 100000)
                                * (o.usable30 * 1000 / coalesce(p.monthly_data_bytes, 3000000000)) / 1000
                      END - o.price30 DESC,
                      p.carrier_code <> o.carrier_code, o.data30 DESC, o.code, o.id
            """.formatted(CRITERIA);

    private final Connection connection;
    private final PersonalData keys;
    private final PreparedStatement probe;
    private final PreparedStatement lookup;

    SqlWay(Connection connection, PersonalData keys) throws SQLException {
        this.connection = connection;
        this.keys = keys;
        LocalDate today = LocalDate.now(ZoneId.of("Asia/Ho_Chi_Minh"));
        run("""
                CREATE UNLOGGED TABLE bench_person AS
                SELECT f.*, extract(year FROM day)::integer - birth_year AS age,
                       coalesce(employed_from <= day AND (employed_to IS NULL OR day <= employed_to), false) AS active,
                       greatest(0, least(day, employed_to) - employed_from) AS days_employed
                  FROM worker_facts f CROSS JOIN (SELECT DATE '%s' AS day) today
                """.formatted(today));
        run("CREATE UNIQUE INDEX ON bench_person (msisdn_index)");
        run("""
                CREATE UNLOGGED TABLE bench_offer AS
                SELECT DISTINCT ON (v.package_id) v.id, p.code, c.code AS carrier_code, v.criteria,
                       (v.price_vnd * 30 + days - 1) / days AS price30, v.data_bytes_per_cycle * 30 / days AS data30,
                       v.minutes_any::bigint * 30 * 1500 / days AS any_vnd, v.minutes_on_net::bigint * 30 * 1500 / days AS on_net_vnd,
                       least(v.data_bytes_per_cycle * 30 / days,
                             greatest(0, v.data_bytes_per_cycle - n.of_cycle
                                         - CASE WHEN v.data_bytes_per_day IS NULL THEN n.of_day * days ELSE 0 END) * 30 / days,
                             (v.data_bytes_per_day - n.of_day) * 30) AS usable30
                  FROM package_version v JOIN package p ON p.id = v.package_id JOIN carrier c ON c.id = p.carrier_id
                 CROSS JOIN LATERAL (SELECT CASE v.cycle_unit WHEN 'day' THEN v.cycle_length ELSE 30 * v.cycle_length END AS days) d
                 CROSS JOIN LATERAL (
                    SELECT coalesce(sum(bytes) FILTER (WHERE per = 'cycle'), 0)::bigint AS of_cycle,
                           coalesce(sum(bytes) FILTER (WHERE per = 'day'), 0)::bigint AS of_day
                      FROM (SELECT (part->>'dataBytes')::bigint AS bytes, part->>'per' AS per,
                                   (part->>'until')::time - (part->>'from')::time AS length
                              FROM jsonb_array_elements(v.allowance->'dayParts') part) parts
                     WHERE CASE WHEN length < interval '0' THEN length + interval '24 hours' ELSE length END < interval '12 hours') n
                 ORDER BY v.package_id, v.version DESC
                """);
        run("VACUUM ANALYZE bench_person, bench_offer");
        probe = connection.prepareStatement(PROBE);
        lookup = connection.prepareStatement(LOOKUP);
    }

    /** How many were answered in that time. */
    long probes(int people, int millis) throws SQLException {
        byte[][] indexes = new byte[1 << 14][];
        for (int i = 0; i < indexes.length; i++) indexes[i] = index(Crowd.number(pick(i, people)));
        String[] names = {"union-member", "low-income", "over-40", "has-smartphone"};
        long until = System.nanoTime() + millis * 1_000_000L;
        int count = 0;
        while (System.nanoTime() < until) {
            probe.setBytes(1, indexes[count % indexes.length]);
            probe.setString(2, names[count % names.length]);
            try (var found = probe.executeQuery()) {
                if (!found.next()) throw new IllegalStateException("nobody has this number");
                found.getBoolean(1);
            }
            count++;
        }
        return count;
    }

    long lookups(int people, int millis) throws SQLException {
        long until = System.nanoTime() + millis * 1_000_000L;
        int count = 0;
        while (System.nanoTime() < until) {
            if (lookup(pick(count, people)).isEmpty()) throw new IllegalStateException("nothing is on offer");
            count++;
        }
        return count;
    }

    /** Parses, finds by the blind index, and reads the whole answer in its order. */
    List<Told> lookup(int person) throws SQLException {
        lookup.setBytes(1, index(Crowd.number(person)));
        List<Told> told = new ArrayList<>();
        try (var found = lookup.executeQuery()) {
            while (found.next()) {
                long saving = found.getLong("saving");
                Long known = found.wasNull() ? null : (Long) saving;
                found.getArray("reasons");
                found.getInt("cover");
                found.getBoolean("port");
                told.add(new Told(found.getString(1), found.getString("status"), known, found.getLong("price30")));
            }
        }
        return told;
    }

    private byte[] index(String number) {
        return keys.blindIndex(PersonalData.Kind.MSISDN, Msisdn.parse(number).e164());
    }

    private static int pick(int i, int people) {
        return new SplittableRandom(i).nextInt(people);
    }

    private void run(String sql) throws SQLException {
        try (var statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    @Override
    public void close() throws SQLException {
        connection.close();
    }
}
