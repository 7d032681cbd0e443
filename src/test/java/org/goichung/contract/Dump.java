package org.goichung.contract;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BiConsumer;
import java.util.stream.Stream;
import org.eclipse.microprofile.config.ConfigProvider;
import org.goichung.platform.keys.KeysFile;
import org.postgresql.PGConnection;

/**
 * The database as its superuser reads it: every table of every schema by COPY, and what views tell of sessions, plans and statistics;
 * and the files that its server has written to, its log among them.
 */
final class Dump {
    private static final Path DATA = Path.of(setting("goichung.data-dir"));
    private static final Path KEYS = Path.of(setting("goichung.keys-file"));
    private static final String RELATIONS = """
            SELECT format('%I.%I', n.nspname, c.relname)
              FROM pg_class c
              JOIN pg_namespace n ON n.oid = c.relnamespace
             WHERE c.relkind IN ('r', 'm', 't', 'S')
                OR c.relkind = 'v' AND c.relname LIKE 'pg\\_stat%'
                OR c.relname IN ('pg_prepared_statements', 'pg_stats', 'pg_stats_ext', 'pg_stats_ext_exprs', 'pg_locks')
             ORDER BY 1
            """;

    private final Map<String, byte[]> relations = new LinkedHashMap<>();

    private Dump() {}

    static Dump taken() {
        var dump = new Dump();
        try (Connection superuser = connection();
                var statement = superuser.createStatement()) {
            // what is asked for by number is read in one order, whatever the server's own settings are
            statement.execute("SET TimeZone = 'UTC'");
            statement.execute("CHECKPOINT");
            List<String> names = new ArrayList<>();
            try (var rows = statement.executeQuery(RELATIONS)) {
                while (rows.next()) names.add(rows.getString(1));
            }
            var copies = superuser.unwrap(PGConnection.class).getCopyAPI();
            for (String name : names) {
                var text = new ByteArrayOutputStream();
                copies.copyOut("COPY (SELECT * FROM " + name + ") TO STDOUT", text);
                dump.relations.put(name, text.toByteArray());
            }
            return dump;
        } catch (SQLException refused) {
            throw new IllegalStateException(refused);
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    void forEach(BiConsumer<String, byte[]> relation) {
        relations.forEach(relation);
    }

    /** One line a row. */
    List<String> rows(String relation) {
        return new String(relations.get(relation), StandardCharsets.UTF_8)
                .lines()
                .toList();
    }

    /** What of the database's folder was written to since, as it lies on the disk. */
    static void forEachFile(Instant since, BiConsumer<String, byte[]> file) {
        try (Stream<Path> walk = Files.walk(DATA.resolve("database"))) {
            for (Path path : walk.filter(Files::isRegularFile).toList()) {
                if (Files.getLastModifiedTime(path).compareTo(FileTime.from(since)) < 0) continue;
                file.accept(DATA.relativize(path).toString(), Files.readAllBytes(path));
            }
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    /** The texts of the keys file, each of which would open something. */
    static List<String> keys() {
        try {
            return java.util.regex.Pattern.compile("\"([A-Za-z0-9+/=_-]{40,})\"")
                    .matcher(Files.readString(KEYS))
                    .results()
                    .map(found -> found.group(1))
                    .toList();
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    private static Connection connection() throws SQLException {
        byte[] password = KeysFile.readOrMake(KEYS, false).derive("database-role:postgres");
        return DriverManager.getConnection(
                setting("quarkus.datasource.owner.jdbc.url"),
                "postgres",
                Base64.getUrlEncoder().withoutPadding().encodeToString(password));
    }

    private static String setting(String name) {
        return ConfigProvider.getConfig().getValue(name, String.class);
    }
}
