package org.goichung.start;

import static org.assertj.core.api.Assertions.assertThat;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.List;
import java.util.Locale;
import org.goichung.support.Service;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer.OrderAnnotation;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;

/** The service on a PostgreSQL of its operator: a second server, prepared by the script in docs/operations.md. */
@TestMethodOrder(OrderAnnotation.class)
class ExternalDatabaseIT {
    private static final List<String> ROLES = List.of("owner", "app", "system");
    /** One closed pool of long ago with three entries. */
    private static final List<String> OLD_MONTH = List.of(
            "CREATE TABLE quota_entry_2020_01 PARTITION OF quota_entry FOR VALUES FROM ('2020-01-01Z') TO ('2020-02-01Z')",
            """
            INSERT INTO quota_agreement (agreement_id, carrier_id, first_period, until_day, grace_days, roll_over, state)
            VALUES (uuidv7(), uuidv7(), '2020-01-01', '2020-01-31', 0, 'none', 'ended')
            """,
            """
            INSERT INTO quota_pool (enterprise_id, pool_id, agreement_id, carrier_id, package_version_id, period, unit, state,
                                    grace_until, granted, returned, posted, last_entry, closed_entry)
            SELECT uuidv7(), uuidv7(), agreement_id, carrier_id, uuidv7(), '2020-01-01', 'LINE_CYCLE', 'closed',
                   '2020-02-01Z', 100, 30, 30, 3, 3 FROM quota_agreement
            """,
            """
            INSERT INTO quota_entry (enterprise_id, pool_id, number, recorded_at, kind, limit_delta, reserved, posted, overused, reference)
            SELECT enterprise_id, pool_id, number, '2020-01-10Z'::timestamptz + number * interval '1 day', kind, limit_delta, 0, e.posted,
                   0, uuidv7()
              FROM quota_pool, (VALUES (1, 'grant', 100, 0), (2, 'return', -30, 0), (3, 'draw', 0, 30))
                   AS e(number, kind, limit_delta, posted)
            """);

    private static EmbeddedPostgres server;
    private static Service service;

    @BeforeAll
    static void prepare() throws IOException, SQLException {
        server = EmbeddedPostgres.builder()
                .setServerConfig("password_encryption", "scram-sha-256")
                .start();
        try (var connection = server.getPostgresDatabase().getConnection()) {
            execute(connection, "ALTER ROLE postgres PASSWORD 'the operator'");
            for (String role : ROLES)
                execute(connection, "CREATE ROLE goichung_%s LOGIN PASSWORD 'the %s'".formatted(role, role));
            execute(connection, "CREATE DATABASE goichung OWNER goichung_owner");
            String rules;
            try (var rows = connection.createStatement().executeQuery("SHOW hba_file")) {
                rows.next();
                rules = rows.getString(1);
            }
            Files.writeString(Path.of(rules), "host all all 127.0.0.1/32 scram-sha-256\n");
            execute(connection, "SELECT pg_reload_conf()");
        }
        service = Service.named("external")
                .with("GOICHUNG_DATABASE_URL", "postgresql://127.0.0.1:" + server.getPort() + "/goichung")
                .with("GOICHUNG_ADMIN_LOGIN", "first-admin")
                .with("GOICHUNG_ADMIN_PASSWORD", "a test's long password");
        for (String role : ROLES) {
            String prefix = "GOICHUNG_DATABASE_" + role.toUpperCase(Locale.ROOT);
            service.with(prefix + "_USER", "goichung_" + role).with(prefix + "_PASSWORD", "the " + role);
        }
        service.with("GOICHUNG_KEYS_FILE", KeysFiles.make(service.dataFolder()).toString());
    }

    @AfterAll
    static void end() throws IOException {
        service.close();
        server.close();
    }

    @Test
    @Order(1)
    void it_serves_from_that_server_and_starts_none_of_its_own() {
        service.start();
        var session =
                service.post("/v1/sessions", "{\"login\":\"first-admin\",\"password\":\"a test's long password\"}");
        assertThat(session.statusCode()).as(session.body()).isBetween(200, 201);
        assertThat(service.dataFolder().resolve("database")).doesNotExist();
        assertThat(service.postmaster()).isEmpty();
        assertThat(service.terminate().status()).isEqualTo(143);
    }

    @Test
    @Order(2)
    void its_demo_is_off_unless_asked_for() throws SQLException {
        try (var connection = owner();
                var rows = connection.createStatement().executeQuery("SELECT count(*) FROM account WHERE demo")) {
            rows.next();
            assertThat(rows.getLong(1)).isZero();
        }
    }

    @Test
    @Order(3)
    void the_commands_take_an_old_month_of_entries_away_and_bring_it_back() throws SQLException {
        try (var connection = owner()) {
            for (String sql : OLD_MONTH) execute(connection, sql);
            Service.Ended away = service.command("detach-entries", "2020-01");
            assertThat(away.status()).as(away.err()).isZero();
            assertThat(away.out()).contains("The entries of 2020-01 were taken away; 1 pools have a closing entry");
            assertThat(entries(connection)).isEqualTo("closing 70 30");
            RefusedStartIT.refusal(service.command("detach-entries", "2020-01"), "There is no month 2020-01");
            Service.Ended back = service.command("attach-entries", "2020-01");
            assertThat(back.status()).as(back.err()).isZero();
            assertThat(back.out()).contains("The entries of 2020-01 are back, of 1 pools.");
            assertThat(entries(connection)).isEqualTo("grant 100 0, return -30 0, draw 0 30");
            RefusedStartIT.refusal(
                    service.command("attach-entries", "2020-01"), "There is no table quota_entry_2020_01 that was");
            RefusedStartIT.refusal(service.command("attach-entries", "January"), "January is not a month");
            RefusedStartIT.refusal(service.command("detach"), "Without arguments it serves");
        }
    }

    /** What the ledger has booked, by kind with what it did to the limit and to what is posted; balances are its sums throughout. */
    private static String entries(Connection connection) throws SQLException {
        try (var statement = connection.createStatement();
                var row = statement.executeQuery("""
                        SELECT string_agg(kind || ' ' || limit_delta || ' ' || posted, ', ' ORDER BY number),
                               (SELECT count(*) FROM quota_mismatch)
                          FROM quota_booked
                        """)) {
            row.next();
            assertThat(row.getLong(2)).isZero();
            return row.getString(1);
        }
    }

    @Test
    @Order(4)
    void another_keys_file_is_refused() throws IOException {
        Path own = service.dataFolder().resolve("own-keys.json");
        Path others =
                KeysFiles.make(Files.createDirectories(service.dataFolder().resolve("others")));
        RefusedStartIT.refusal(
                service.with("GOICHUNG_KEYS_FILE", others.toString()), "was made with another keys file");
        service.with("GOICHUNG_KEYS_FILE", own.toString());
    }

    @Test
    @Order(5)
    void a_wrong_password_is_refused_and_its_user_named() {
        RefusedStartIT.refusal(
                service.with("GOICHUNG_DATABASE_SYSTEM_PASSWORD", "a guess"),
                "refuses the user goichung_system: check its password");
        service.with("GOICHUNG_DATABASE_SYSTEM_PASSWORD", "the system");
    }

    @Test
    @Order(6)
    void a_database_that_is_not_there_is_refused() {
        RefusedStartIT.refusal(
                service.with("GOICHUNG_DATABASE_URL", "postgresql://127.0.0.1:" + server.getPort() + "/goi"),
                "has no database of that name");
    }

    private static Connection owner() throws SQLException {
        return DriverManager.getConnection(
                "jdbc:postgresql://127.0.0.1:" + server.getPort() + "/goichung", "goichung_owner", "the owner");
    }

    private static void execute(Connection connection, String sql) throws SQLException {
        try (var statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }
}
