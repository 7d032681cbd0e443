package org.goichung.platform.start;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Properties;
import org.goichung.platform.start.Settings.Credentials;
import org.jboss.logging.Logger;

/**
 * PostgreSQL in the data folder: durable, scram, loopback. Attached to when its postmaster outlived a killed application, started
 * otherwise, started again on the same port when it dies, stopped last. Blocking: used before and beside Quarkus, never on an event
 * loop.
 */
public final class EmbeddedDatabase implements AutoCloseable {
    static final String SUPERUSER = "postgres";
    static final String DATABASE = "goichung";
    private static final Logger LOG = Logger.getLogger(EmbeddedDatabase.class);

    private final Path folder;
    private final Path binaries;
    private final String password;
    private volatile Postmaster postmaster;
    private volatile boolean closing;

    private EmbeddedDatabase(Path folder, Path binaries, String password, Postmaster postmaster) {
        this.folder = folder;
        this.binaries = binaries;
        this.password = password;
        this.postmaster = postmaster;
    }

    /** @param password the superuser's; kept by the caller outside the database's folder */
    public static EmbeddedDatabase attachOrStart(Path dataDirectory, String password) {
        Path folder = dataDirectory.resolve("database");
        Path binaries = dataDirectory.resolve("postgresql");
        Postmaster postmaster = attach(folder, password).orElseGet(() -> start(folder, binaries, password, 0));
        var database = new EmbeddedDatabase(folder, binaries, password, postmaster);
        Thread.ofPlatform().daemon().name("postgresql-watch").start(database::watch);
        return database;
    }

    public int port() {
        return postmaster.port();
    }

    public String jdbcUrl(String name) {
        return jdbcUrl(port(), name);
    }

    /** Makes the three roles and the database where they are missing, and sets the roles' passwords. */
    public void prepare(Credentials owner, Credentials app, Credentials system) throws SQLException {
        try (var connection = DriverManager.getConnection(jdbcUrl("postgres"), SUPERUSER, password);
                var statement = connection.createStatement()) {
            for (Credentials role : List.of(owner, app, system)) {
                try (var found =
                        statement.executeQuery("SELECT 1 FROM pg_roles WHERE rolname = '%s'".formatted(role.user()))) {
                    String verb = found.next() ? "ALTER" : "CREATE";
                    statement.execute("%s ROLE %s LOGIN NOSUPERUSER NOBYPASSRLS PASSWORD '%s'"
                            .formatted(verb, role.user(), role.password()));
                }
            }
            try (var found =
                    statement.executeQuery("SELECT 1 FROM pg_database WHERE datname = '%s'".formatted(DATABASE))) {
                if (!found.next()) statement.execute("CREATE DATABASE %s OWNER %s".formatted(DATABASE, owner.user()));
            }
        }
    }

    /** Fast shutdown of the server, after everything that used it. */
    @Override
    public void close() {
        closing = true;
        postmaster.stop();
    }

    private void watch() {
        while (!closing) {
            try {
                Thread.sleep(Duration.ofMillis(500));
                if (!closing && !postmaster.alive()) {
                    LOG.warn("The embedded database's server is gone; starting it again.");
                    postmaster = start(folder, binaries, password, postmaster.port());
                    LOG.info("The embedded database is back.");
                }
            } catch (InterruptedException stop) {
                Thread.currentThread().interrupt();
                return;
            } catch (StartRefused again) {
                LOG.warn("The embedded database did not start; trying again.");
            }
        }
    }

    private static Optional<Postmaster> attach(Path folder, String password) {
        Path pidFile = folder.resolve("postmaster.pid");
        if (Files.notExists(pidFile)) return Optional.empty();
        try {
            List<String> lines = Files.readAllLines(pidFile);
            if (lines.size() < 4) return Optional.empty();
            var process = ProcessHandle.of(Long.parseLong(lines.get(0).strip()));
            int port = Integer.parseInt(lines.get(3).strip());
            if (process.isEmpty() || !process.get().isAlive()) return Optional.empty();
            try (var connection = DriverManager.getConnection(jdbcUrl(port, "postgres"), SUPERUSER, password);
                    var rows = connection.createStatement().executeQuery("SHOW data_directory")) {
                rows.next();
                if (!Files.isSameFile(Path.of(rows.getString(1)), folder)) return Optional.empty();
            }
            LOG.info("Attached to the embedded database that was still running.");
            return Optional.of(new Postmaster(process.get(), port));
        } catch (IOException | SQLException | NumberFormatException notOurs) {
            return Optional.empty();
        }
    }

    private static Postmaster start(Path folder, Path binaries, String password, int port) {
        IOException last = null;
        for (int attempt = 0; attempt < 3; attempt++) {
            try {
                Files.createDirectories(binaries);
                boolean fresh = Files.notExists(folder.resolve("PG_VERSION"));
                // zonky's own process is pg_ctl's; the postmaster's pid is in its file
                EmbeddedPostgres server =
                        builder(folder, binaries, password, port).start();
                if (fresh) secure(server.getPort(), folder, password);
                long pid = Long.parseLong(Files.readAllLines(folder.resolve("postmaster.pid"))
                        .get(0)
                        .strip());
                return new Postmaster(ProcessHandle.of(pid).orElseThrow(), server.getPort());
            } catch (IOException failure) {
                last = failure;
            } catch (SQLException | RuntimeException failure) {
                last = new IOException(failure);
            }
        }
        LOG.debug("embedded database", last);
        throw new StartRefused("The embedded PostgreSQL did not start in " + folder + ": "
                + (last == null ? "no reason given" : last.getMessage()) + ".");
    }

    private static EmbeddedPostgres.Builder builder(Path folder, Path binaries, String password, int port) {
        return EmbeddedPostgres.builder()
                .setDataDirectory(folder)
                .setOverrideWorkingDirectory(binaries.toFile())
                .setCleanDataDirectory(false)
                .setRegisterShutdownHook(false)
                .setPort(port)
                .setPGStartupWait(Duration.ofSeconds(30))
                .setConnectConfig("password", password)
                .setErrorRedirector(ProcessBuilder.Redirect.DISCARD)
                .setOutputRedirector(ProcessBuilder.Redirect.DISCARD)
                .setServerConfig("listen_addresses", "127.0.0.1")
                .setServerConfig("password_encryption", "scram-sha-256")
                .setServerConfig("fsync", "on")
                .setServerConfig("synchronous_commit", "on")
                .setServerConfig("full_page_writes", "on")
                .setServerConfig("shared_buffers", "128MB")
                .setServerConfig("max_wal_size", "1GB")
                .setServerConfig("max_connections", "60")
                .setServerConfig("timezone", "UTC");
    }

    /** The first start trusts loopback for the moment it takes to set a password and to demand it. */
    private static void secure(int port, Path folder, String password) throws SQLException, IOException {
        try (var connection = DriverManager.getConnection(jdbcUrl(port, "postgres"), SUPERUSER, password);
                var statement = connection.createStatement()) {
            statement.execute("ALTER ROLE %s PASSWORD '%s'".formatted(SUPERUSER, password));
            Files.writeString(folder.resolve("pg_hba.conf"), """
                    local all all scram-sha-256
                    host  all all 127.0.0.1/32 scram-sha-256
                    host  all all ::1/128      scram-sha-256
                    """);
            statement.execute("SELECT pg_reload_conf()");
        }
    }

    private static String jdbcUrl(int port, String name) {
        return "jdbc:postgresql://127.0.0.1:" + port + "/" + name + "?connectTimeout=5&loginTimeout=5";
    }

    static Properties login(Credentials who) {
        var properties = new Properties();
        properties.setProperty("user", who.user());
        properties.setProperty("password", who.password());
        return properties;
    }

    private record Postmaster(ProcessHandle process, int port) {
        boolean alive() {
            return process.isAlive();
        }

        /** SIGINT is PostgreSQL's fast shutdown: sessions are ended, a checkpoint is written. */
        void stop() {
            if (!process.isAlive()) return;
            try {
                new ProcessBuilder("kill", "-INT", Long.toString(process.pid()))
                        .start()
                        .waitFor();
                for (int i = 0; i < 200 && process.isAlive(); i++) Thread.sleep(50);
            } catch (IOException noSuchCommand) {
                process.destroy();
            } catch (InterruptedException stop) {
                Thread.currentThread().interrupt();
            }
        }
    }
}
