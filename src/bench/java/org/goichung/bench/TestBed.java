package org.goichung.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.goichung.platform.start.Bootstrap;
import org.goichung.platform.start.Settings;
import org.jspecify.annotations.Nullable;

/** A database of its own, started as the service starts it, with the agreements that are drawn from. */
final class TestBed implements AutoCloseable {
    private static final int AGREEMENT_OF = 250;
    private static final LocalDate TODAY = LocalDate.now(ZoneId.of("Asia/Ho_Chi_Minh"));

    private final Path folder;
    private final Path jar;
    private final Bootstrap bootstrap;
    private final Map<String, String> configuration;
    private final List<Instance> instances = new ArrayList<>();
    private final Connection owner;
    private String heap = Instance.HEAP;

    private TestBed(Path folder, Path jar, Bootstrap bootstrap) throws SQLException {
        this.folder = folder;
        this.jar = jar;
        this.bootstrap = bootstrap;
        this.configuration = bootstrap.configuration();
        owner = connect();
    }

    static TestBed open(Path target) throws IOException, SQLException {
        Path folder = Files.createTempDirectory(Files.createDirectories(target), "data-");
        Bootstrap bootstrap = Bootstrap.prepare(
                Settings.of(Map.of("GOICHUNG_DATA_DIR", folder.toString(), "GOICHUNG_DEMO", "false")));
        var bed = new TestBed(folder, target.resolve("quarkus-app/quarkus-run.jar"), bootstrap);
        // the first service makes the tables
        bed.instance(0);
        return bed;
    }

    /** The n-th service on this database, started when it is first asked for. */
    Instance instance(int number) throws IOException {
        while (instances.size() <= number) {
            Map<String, String> settings = new HashMap<>();
            settings.put("GOICHUNG_DATABASE_URL", configuration.get("quarkus.datasource.reactive.url"));
            settings.put("GOICHUNG_KEYS_FILE", configuration.get("goichung.keys-file"));
            // what is measured in two processes goes over the system role's connections; the database has 60 for all
            if (!instances.isEmpty()) settings.put("QUARKUS_DATASOURCE_REACTIVE_MAX_SIZE", "4");
            role(settings, "OWNER", "quarkus.datasource.owner.");
            role(settings, "APP", "quarkus.datasource.");
            role(settings, "SYSTEM", "quarkus.datasource.system.");
            instances.add(
                    Instance.start(jar, heap, settings, folder.resolveSibling("service-" + instances.size() + ".log")));
        }
        return instances.get(number);
    }

    /** Ends all services; the next that is asked for is a new one. */
    void stop() {
        for (Instance each : instances) each.close();
        instances.clear();
    }

    /** For the services that are started from now on. */
    void heap(int megabytes) {
        heap = "-Xmx" + megabytes + "m";
    }

    Path keysFile() {
        return Path.of(String.valueOf(configuration.get("goichung.keys-file")));
    }

    private void role(Map<String, String> settings, String name, String prefix) {
        settings.put("GOICHUNG_DATABASE_" + name + "_USER", configuration.get(prefix + "username"));
        settings.put("GOICHUNG_DATABASE_" + name + "_PASSWORD", configuration.get(prefix + "password"));
    }

    /** A connection of the owner's. */
    Connection connect() throws SQLException {
        return DriverManager.getConnection(
                configuration.get("quarkus.datasource.owner.jdbc.url"),
                configuration.get("quarkus.datasource.owner.username"),
                configuration.get("quarkus.datasource.owner.password"));
    }

    Cpu cpu() throws IOException {
        long postmaster = Long.parseLong(Files.readAllLines(folder.resolve("database/postmaster.pid"))
                .getFirst()
                .strip());
        return Cpu.of(instances, postmaster);
    }

    void run(String sql, @Nullable Object... parameters) throws SQLException {
        try (var statement = owner.prepareStatement(sql)) {
            for (int i = 0; i < parameters.length; i++) statement.setObject(i + 1, parameters[i]);
            statement.execute();
        }
    }

    /** Every row, its columns as objects. */
    List<Object[]> rows(String sql, @Nullable Object... parameters) throws SQLException {
        try (var statement = owner.prepareStatement(sql)) {
            for (int i = 0; i < parameters.length; i++) statement.setObject(i + 1, parameters[i]);
            List<Object[]> rows = new ArrayList<>();
            try (var found = statement.executeQuery()) {
                int columns = found.getMetaData().getColumnCount();
                while (found.next()) {
                    Object[] row = new Object[columns];
                    for (int i = 0; i < columns; i++) row[i] = found.getObject(i + 1);
                    rows.add(row);
                }
            }
            return rows;
        }
    }

    long number(String sql, @Nullable Object... parameters) throws SQLException {
        return ((Number) rows(sql, parameters).getFirst()[0]).longValue();
    }

    String text(String sql) throws SQLException {
        return String.valueOf(rows(sql).getFirst()[0]);
    }

    /** One agreement, or as many as it takes at 250 enterprises each, with granted pools. */
    List<UUID> agreements(UUID carrier, UUID packageVersion, int enterprises, long lines, @Nullable Long sharedBytes)
            throws SQLException, IOException {
        List<UUID> made = new ArrayList<>();
        for (int left = enterprises; left > 0; left -= AGREEMENT_OF)
            made.add(agreement(carrier, packageVersion, Math.min(left, AGREEMENT_OF), lines, sharedBytes, 0));
        instance(0).post("/bench/grants", "");
        return made;
    }

    /**
     * One agreement whatever the number of enterprises; its months are not granted yet.
     *
     * @param monthsBefore how many months before this one it began
     */
    UUID agreement(
            UUID carrier,
            UUID packageVersion,
            int enterprises,
            long lines,
            @Nullable Long sharedBytes,
            int monthsBefore)
            throws SQLException {
        UUID agreement = UUID.randomUUID();
        run("""
                INSERT INTO quota_agreement (agreement_id, carrier_id, first_period, until_day, grace_days, roll_over)
                VALUES (?, ?, ?, ?, 5, 'none')
                """, agreement, carrier, TODAY.withDayOfMonth(1).minusMonths(monthsBefore), TODAY.plusMonths(6));
        run("""
                INSERT INTO quota_term (agreement_id, enterprise_id, package_version_id, lines, shared_bytes)
                SELECT ?, gen_random_uuid(), ?, ?, ?::bigint FROM generate_series(1, ?)
                """, agreement, packageVersion, lines, sharedBytes, enterprises);
        return agreement;
    }

    @Override
    public void close() throws SQLException, IOException {
        stop();
        owner.close();
        bootstrap.close();
        try (var files = Files.walk(folder)) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) Files.deleteIfExists(file);
        }
    }
}
