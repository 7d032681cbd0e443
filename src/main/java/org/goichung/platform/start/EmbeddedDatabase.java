package org.goichung.platform.start;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Properties;
import java.util.function.Supplier;
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
    private static final String WRONG_PASSWORD = "28P01";
    private static final int ATTEMPTS = 20;
    private static final Duration BETWEEN_ATTEMPTS = Duration.ofMillis(250);
    private static final String ACCESS_RULES = """
            local all all scram-sha-256
            host  all all 127.0.0.1/32 scram-sha-256
            host  all all ::1/128      scram-sha-256
            """;

    private final Path folder;
    private final Path binaries;
    private final Supplier<String> password;
    private volatile Postmaster postmaster;
    private volatile boolean closing;

    private EmbeddedDatabase(Path folder, Path binaries, Supplier<String> password, Postmaster postmaster) {
        this.folder = folder;
        this.binaries = binaries;
        this.password = password;
        this.postmaster = postmaster;
    }

    /** @param password the superuser's, asked for when it is needed; kept by the caller outside the database's folder */
    public static EmbeddedDatabase attachOrStart(Path dataDirectory, Supplier<String> password) {
        Path folder = folderIn(dataDirectory);
        Path binaries = dataDirectory.resolve("postgresql");
        Postmaster postmaster = open(folder, binaries, password, 0);
        var database = new EmbeddedDatabase(folder, binaries, password, postmaster);
        Thread.ofPlatform().daemon().name("postgresql-watch").start(database::watch);
        return database;
    }

    /** Whether there is a database that keys were made for, so that others would not open it. */
    static boolean holdsDatabase(Path dataDirectory) {
        try {
            return holdsDatabaseIn(folderIn(dataDirectory));
        } catch (IOException unreadable) {
            throw new StartRefused("The data folder " + dataDirectory + " cannot be read or written to.");
        }
    }

    private static Path folderIn(Path dataDirectory) {
        return dataDirectory.resolve("database");
    }

    public int port() {
        return postmaster.port();
    }

    public String jdbcUrl(String name) {
        return jdbcUrl(port(), name);
    }

    /** Makes the three roles and the database where they are missing, and sets the roles' passwords. */
    public void prepare(Credentials owner, Credentials app, Credentials system) throws SQLException {
        try (var connection = DriverManager.getConnection(jdbcUrl("postgres"), SUPERUSER, password.get());
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
                    postmaster = open(folder, binaries, password, postmaster.port());
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

    /** Attaches to the folder's server, or starts one; a dying server holds the folder for a moment, so this is tried again. */
    private static Postmaster open(Path folder, Path binaries, Supplier<String> password, int port) {
        String reason = "no reason given";
        for (int attempt = 0; attempt < ATTEMPTS; attempt++) {
            try {
                Optional<Postmaster> living = attach(folder, password, attempt > 0);
                return living.isPresent() ? living.get() : start(folder, binaries, password, port);
            } catch (IOException | SQLException | IllegalStateException failure) {
                LOG.debug("embedded database", failure);
                reason = String.valueOf(failure.getMessage());
                pause();
            }
        }
        throw new StartRefused("The embedded PostgreSQL did not start in " + folder + " (" + reason
                + "); its own words are in " + folder.resolve("log") + ".");
    }

    /** @param own whether it is this process that has started the server, with other keys than the database was made for */
    private static Optional<Postmaster> attach(Path folder, Supplier<String> password, boolean own) throws IOException {
        Optional<Postmaster> living = Postmaster.of(folder);
        if (living.isEmpty()) return Optional.empty();
        int port = living.get().port();
        try (var connection = DriverManager.getConnection(jdbcUrl(port, "postgres"), SUPERUSER, password.get());
                var rows = connection.createStatement().executeQuery("SHOW data_directory")) {
            rows.next();
            if (!Files.isSameFile(Path.of(rows.getString(1)), folder)) return Optional.empty();
            if (!isSecure(folder)) secure(port, folder, password);
            LOG.info("Attached to the embedded database that was still running.");
            return living;
        } catch (SQLException failure) {
            if (!WRONG_PASSWORD.equals(failure.getSQLState())) return Optional.empty(); // dying, starting, or another's
            if (own) living.get().stop();
            throw StartRefused.otherKeys();
        }
    }

    private static Postmaster start(Path folder, Path binaries, Supplier<String> password, int port)
            throws IOException, SQLException {
        Files.createDirectories(binaries);
        if (Files.exists(folder) && !isSecure(folder)) mend(folder);
        Postmaster.forgetStranger(folder);
        awaitOrphans(binaries);
        // the data folder's lock is ours; zonky's, still held by an earlier try of this process, would refuse the next
        Files.deleteIfExists(folder.resolve("epg-lock"));
        // zonky's own process is pg_ctl's; the postmaster's pid is in its file
        var builder = builder(folder, binaries, port);
        if (isSecure(folder)) builder.setConnectConfig("password", password.get());
        EmbeddedPostgres server = builder.start();
        Folders.makeOwn(binaries); // zonky has opened it to everybody
        try {
            if (!isSecure(folder)) secure(server.getPort(), folder, password);
        } catch (StartRefused refused) {
            server.close();
            throw refused;
        }
        return Postmaster.of(folder).orElseThrow(() -> new IOException("the server ended at once"));
    }

    /** Sessions of a killed server end a moment after it; until then they keep another from starting on the folder. */
    private static void awaitOrphans(Path binaries) throws IOException {
        Path own = binaries.toRealPath();
        for (int attempt = 0; attempt < ATTEMPTS && anyRuns(own); attempt++) pause();
    }

    private static boolean anyRuns(Path binaries) {
        return ProcessHandle.allProcesses()
                .flatMap(process -> process.info().command().stream())
                .anyMatch(command -> Path.of(command).startsWith(binaries));
    }

    /** Either a first start was cut short, or somebody changed the access rules of a server that holds everything. */
    private static void mend(Path folder) throws IOException {
        if (!holdsDatabaseIn(folder)) {
            forgetHalfMade(folder);
            return;
        }
        LOG.warn(
                "The access rules of the embedded database were changed; the service's own are back: " + rules(folder));
        writeRules(folder);
    }

    /** PostgreSQL numbers the databases that it was asked to make from 16384 on; its own three are below. */
    private static boolean holdsDatabaseIn(Path folder) throws IOException {
        Path databases = folder.resolve("base");
        if (!Files.isDirectory(databases)) return false;
        try (var each = Files.list(databases)) {
            return each.map(database -> database.getFileName().toString())
                    .anyMatch(name -> name.length() > 4 && name.chars().allMatch(Character::isDigit));
        }
    }

    private static void forgetHalfMade(Path folder) throws IOException {
        try (var files = Files.walk(folder)) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) Files.delete(file);
        }
    }

    private static void pause() {
        try {
            Thread.sleep(BETWEEN_ATTEMPTS);
        } catch (InterruptedException stop) {
            Thread.currentThread().interrupt();
        }
    }

    private static EmbeddedPostgres.Builder builder(Path folder, Path binaries, int port) {
        return EmbeddedPostgres.builder()
                .setDataDirectory(folder)
                .setOverrideWorkingDirectory(binaries.toFile())
                .setCleanDataDirectory(false)
                .setRegisterShutdownHook(false)
                .setPort(port)
                .setPGStartupWait(Duration.ofSeconds(15))
                .setLocaleConfig("locale", "C")
                .setLocaleConfig("locale-provider", "builtin")
                .setLocaleConfig("builtin-locale", "C.UTF-8")
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
                .setServerConfig("timezone", "UTC")
                // a week of its own words, without the values of rows
                .setServerConfig("logging_collector", "on")
                .setServerConfig("log_directory", "log")
                .setServerConfig("log_filename", "postgresql-%a.log")
                .setServerConfig("log_truncate_on_rotation", "on")
                .setServerConfig("log_error_verbosity", "terse");
    }

    private static boolean isSecure(Path folder) throws IOException {
        Path rules = rules(folder);
        return Files.exists(rules) && Files.readString(rules).equals(ACCESS_RULES);
    }

    private static Path rules(Path folder) {
        return folder.resolve("pg_hba.conf");
    }

    private static void writeRules(Path folder) throws IOException {
        Path fresh = folder.resolve("pg_hba.conf.new");
        Files.writeString(fresh, ACCESS_RULES);
        Files.move(fresh, rules(folder), StandardCopyOption.ATOMIC_MOVE);
    }

    /** The first start trusts loopback for the moment it takes to set a password and to demand it. */
    private static void secure(int port, Path folder, Supplier<String> password) throws SQLException, IOException {
        try (var connection = DriverManager.getConnection(jdbcUrl(port, "postgres"), SUPERUSER, password.get());
                var statement = connection.createStatement()) {
            statement.execute("ALTER ROLE %s PASSWORD '%s'".formatted(SUPERUSER, password.get()));
            writeRules(folder);
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
}
