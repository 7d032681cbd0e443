package org.goichung.bench;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.HexFormat;
import java.util.SplittableRandom;
import java.util.function.IntFunction;
import org.goichung.bench.inside.Crowd;
import org.goichung.platform.keys.Keys;
import org.goichung.platform.keys.PersonalData;
import org.goichung.workforce.Msisdn;
import org.postgresql.PGConnection;

/** Brings made-up people into the tables, a fifth of their facts missing, by COPY; the tables' triggers stamp them as always. */
final class CrowdLoad {
    private static final LocalDate TODAY = LocalDate.now(ZoneId.of("Asia/Ho_Chi_Minh"));
    private static final String[] CARRIERS = {"VIETTEL", "VINAPHONE", "MOBIFONE", "VIETNAMOBILE"};
    private static final String[] PROVINCES = {"82", "86", "91", "92", "96", "01", "79"};
    private static final String SEALED = "\\\\x" + "5a".repeat(44);

    private final Connection connection;
    private final PersonalData keys;

    CrowdLoad(Connection connection, Path keysFile) throws GeneralSecurityException {
        this.connection = connection;
        this.keys = new Keys(keysFile.toString());
    }

    PersonalData keys() {
        return keys;
    }

    void load(int people) throws SQLException, IOException {
        connection.setAutoCommit(false);
        copy(
                "COPY enterprise (id, tax_code, name) FROM STDIN",
                (people + Crowd.PER_ENTERPRISE - 1) / Crowd.PER_ENTERPRISE,
                i -> Crowd.enterprise(i) + "\t%010d\tbench\n".formatted(i));
        copy("""
                COPY worker (id, name_sealed, national_id_sealed, national_id_index, msisdn_sealed, msisdn_index, birth_year, union_member,
                             monthly_wage_vnd, monthly_telecom_spend_vnd, monthly_data_bytes, phone_kind, carrier_code, carrier_guessed,
                             lapses_last_90_days, province_code, place_dataset) FROM STDIN
                """, people, this::person);
        copy(
                "COPY employment (id, worker_id, enterprise_id, employed_from, employed_to) FROM STDIN",
                people,
                CrowdLoad::employment);
        connection.commit();
        connection.setAutoCommit(true);
        try (var statement = connection.createStatement()) {
            statement.execute("VACUUM ANALYZE worker, employment");
        }
    }

    private String person(int i) {
        var random = new SplittableRandom(~(long) i);
        String province = PROVINCES[random.nextInt(PROVINCES.length)];
        boolean placed = random.nextInt(5) > 0;
        return Crowd.id(i) + "\t" + SEALED + "\t" + SEALED + "\t"
                + index(PersonalData.Kind.NATIONAL_ID, Crowd.nationalId(i))
                + "\t" + SEALED + "\t"
                + index(PersonalData.Kind.MSISDN, Msisdn.parse(Crowd.number(i)).e164())
                + "\t" + maybe(random, 1960 + random.nextInt(46)) + "\t" + maybe(random, random.nextInt(100) < 84)
                + "\t" + maybe(random, 4_000_000L + random.nextInt(800) * 10_000L)
                + "\t" + maybe(random, 15_000L + random.nextInt(285) * 1_000L)
                + "\t" + maybe(random, random.nextInt(400) * 100_000_000L)
                + "\t" + maybe(random, random.nextInt(5) > 0 ? "SMARTPHONE" : "FEATURE")
                + "\t" + CARRIERS[random.nextInt(CARRIERS.length)] + "\tt"
                + "\t" + maybe(random, random.nextInt(4))
                + "\t" + (placed ? province + "\t2025-07" : "\\N\t\\N") + "\n";
    }

    private static String employment(int i) {
        var random = new SplittableRandom(i * 31L + 7);
        LocalDate from = TODAY.minusDays(random.nextInt(4_000));
        String to = random.nextInt(50) == 0 ? TODAY.plusDays(random.nextInt(20)).toString() : "\\N";
        return new java.util.UUID(0x0190_0000_0002_7000L | (long) i << 16, 1L << 63 | i) + "\t" + Crowd.id(i) + "\t"
                + Crowd.enterprise(i / Crowd.PER_ENTERPRISE) + "\t" + from + "\t" + to + "\n";
    }

    private static String maybe(SplittableRandom random, Object value) {
        return random.nextInt(5) == 0 ? "\\N" : value.toString();
    }

    private String index(PersonalData.Kind kind, String value) {
        return "\\\\x" + HexFormat.of().formatHex(keys.blindIndex(kind, value));
    }

    private void copy(String sql, int count, IntFunction<String> line) throws SQLException, IOException {
        var copy = connection.unwrap(PGConnection.class).getCopyAPI().copyIn(sql);
        var buffer = new StringBuilder(1 << 17);
        for (int i = 0; i < count; i++) {
            buffer.append(line.apply(i));
            if (buffer.length() < 1 << 16 && i < count - 1) continue;
            byte[] bytes = buffer.toString().getBytes(StandardCharsets.UTF_8);
            copy.writeToCopy(bytes, 0, bytes.length);
            buffer.setLength(0);
        }
        copy.endCopy();
    }
}
