package org.goichung.platform.start;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.Base64;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import org.goichung.platform.keys.KeysFile;
import org.goichung.platform.start.Settings.Credentials;
import org.goichung.platform.start.Settings.ExternalDatabase;
import org.jspecify.annotations.Nullable;

/** Keys and database made ready, and the configuration that Quarkus needs to use them. */
public final class Bootstrap implements AutoCloseable {
    private static final int OLDEST_SERVER = 180_000;
    private static final String FINGERPRINT = "keys-fingerprint";

    private final Map<String, String> configuration;
    private final @Nullable EmbeddedDatabase database;
    private final @Nullable FileLock lock;

    private Bootstrap(Map<String, String> configuration, @Nullable EmbeddedDatabase database, @Nullable FileLock lock) {
        this.configuration = Map.copyOf(configuration);
        this.database = database;
        this.lock = lock;
    }

    public static Bootstrap prepare(Settings settings) {
        var configuration = new HashMap<String, String>();
        configuration.put("goichung.data-dir", settings.dataDirectory().toString());
        configuration.put("goichung.keys-file", settings.keysFile().toString());
        configuration.put("goichung.demo.enabled", Boolean.toString(settings.demo()));
        if (settings.demo()) configuration.put("quarkus.http.host", "127.0.0.1");
        if (settings.external().isPresent()) {
            ExternalDatabase external = settings.external().get();
            KeysFile keys = KeysFile.readOrMake(settings.keysFile(), false);
            check(external, keys);
            configure(configuration, external, keys);
            return new Bootstrap(configuration, null, null);
        }
        FileLock lock = lock(settings.dataDirectory());
        boolean known = Files.exists(settings.dataDirectory().resolve(FINGERPRINT));
        boolean mayMake = !known && !EmbeddedDatabase.holdsDatabase(settings.dataDirectory());
        var reading = CompletableFuture.supplyAsync(() -> KeysFile.readOrMake(settings.keysFile(), mayMake));
        // the first time there is nothing that other keys could have been for, so a database is made while keys are
        if (known) requireSameKeys(settings.dataDirectory(), got(reading));
        EmbeddedDatabase database = EmbeddedDatabase.attachOrStart(
                settings.dataDirectory(), () -> password(got(reading), EmbeddedDatabase.SUPERUSER));
        try {
            KeysFile keys = got(reading);
            requireSameKeys(settings.dataDirectory(), keys);
            var roles = roles(database.port(), keys);
            database.prepare(roles.owner(), roles.app(), roles.system());
            configure(configuration, roles, keys);
            return new Bootstrap(configuration, database, lock);
        } catch (StartRefused refused) {
            database.close();
            throw refused;
        } catch (SQLException refused) {
            database.close();
            throw new StartRefused("The embedded database refused its roles: " + refused.getMessage());
        }
    }

    public Map<String, String> configuration() {
        return configuration;
    }

    @Override
    public void close() {
        if (database != null) database.close();
        try {
            if (lock != null) lock.channel().close();
        } catch (IOException processEndsAnyway) {
            // the lock goes with the process
        }
    }

    private static FileLock lock(Path folder) {
        try {
            if (Files.notExists(folder)) Folders.makeOwn(folder);
            var channel = FileChannel.open(folder.resolve("lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
            FileLock lock = channel.tryLock();
            if (lock != null) return lock;
            channel.close();
        } catch (OverlappingFileLockException sameProcess) {
            // said below
        } catch (IOException failure) {
            throw new StartRefused("The data folder " + folder + " cannot be made or written to.");
        }
        throw new StartRefused("The data folder " + folder
                + " is in use by another goichung: stop that one, or set GOICHUNG_DATA_DIR to another folder.");
    }

    /** Those of the embedded database. */
    static ExternalDatabase roles(int port, KeysFile keys) {
        return new ExternalDatabase(
                "postgresql://127.0.0.1:" + port + "/" + EmbeddedDatabase.DATABASE,
                derived(keys, "goichung_owner"),
                derived(keys, "goichung_app"),
                derived(keys, "goichung_system"));
    }

    private static Credentials derived(KeysFile keys, String user) {
        return new Credentials(user, password(keys, user));
    }

    private static String password(KeysFile keys, String user) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(keys.derive("database-role:" + user));
    }

    private static KeysFile got(CompletableFuture<KeysFile> reading) {
        try {
            return reading.join();
        } catch (CompletionException failed) {
            if (failed.getCause() instanceof StartRefused refused) throw refused;
            throw failed;
        }
    }

    private static void requireSameKeys(Path folder, KeysFile keys) {
        Path remembered = folder.resolve(FINGERPRINT);
        try {
            if (Files.notExists(remembered)) Files.writeString(remembered, keys.fingerprint());
            else if (!Files.readString(remembered).strip().equals(keys.fingerprint())) throw StartRefused.otherKeys();
        } catch (IOException failure) {
            throw new StartRefused("The data folder " + folder + " cannot be read or written to.");
        }
    }

    /** Looks only where the owner may: an empty database has no row to compare with yet. */
    private static void requireSameKeys(Connection owner, KeysFile keys) throws SQLException {
        try (var statement = owner.createStatement();
                var table = statement.executeQuery("SELECT to_regclass('key_check')")) {
            table.next();
            if (table.getString(1) == null) return;
            try (var row = statement.executeQuery("SELECT fingerprint FROM key_check")) {
                if (row.next() && !row.getString(1).equals(keys.fingerprint())) throw StartRefused.otherKeys();
            }
        }
    }

    private static void check(ExternalDatabase external, KeysFile keys) {
        for (Credentials who : new Credentials[] {external.owner(), external.app(), external.system()}) {
            try (var connection = DriverManager.getConnection(
                            "jdbc:" + withTimeout(external.url()), EmbeddedDatabase.login(who));
                    var rows = connection.createStatement().executeQuery("SHOW server_version_num")) {
                rows.next();
                if (rows.getInt(1) < OLDEST_SERVER)
                    throw new StartRefused("The server at GOICHUNG_DATABASE_URL is older than PostgreSQL 18.");
                if (who.equals(external.owner())) requireSameKeys(connection, keys);
            } catch (SQLException failure) {
                throw new StartRefused(reason(String.valueOf(failure.getSQLState()), who));
            }
        }
    }

    private static String reason(String state, Credentials who) {
        if (state.startsWith("28"))
            return "The server at GOICHUNG_DATABASE_URL refuses the user " + who.user() + ": check its password.";
        if (state.equals("3D000")) return "The server at GOICHUNG_DATABASE_URL has no database of that name.";
        return "The server at GOICHUNG_DATABASE_URL cannot be reached.";
    }

    static String withTimeout(String url) {
        return url + (url.contains("?") ? "&" : "?") + "connectTimeout=5&loginTimeout=5";
    }

    private static void configure(Map<String, String> configuration, ExternalDatabase roles, KeysFile keys) {
        configuration.put("quarkus.datasource.reactive.url", roles.url());
        configuration.put("quarkus.datasource.username", roles.app().user());
        configuration.put("quarkus.datasource.password", roles.app().password());
        configuration.put("quarkus.datasource.system.reactive.url", roles.url());
        configuration.put("quarkus.datasource.system.username", roles.system().user());
        configuration.put("quarkus.datasource.system.password", roles.system().password());
        configuration.put("quarkus.datasource.owner.jdbc.url", "jdbc:" + roles.url());
        configuration.put("quarkus.datasource.owner.username", roles.owner().user());
        configuration.put("quarkus.datasource.owner.password", roles.owner().password());
        configuration.put("quarkus.flyway.owner.placeholders.app", roles.app().user());
        configuration.put(
                "quarkus.flyway.owner.placeholders.system", roles.system().user());
        configuration.put("quarkus.flyway.owner.placeholders.keys", keys.fingerprint());
        configuration.put("quarkus.oidc.public-key", keys.jwtPublic());
    }
}
