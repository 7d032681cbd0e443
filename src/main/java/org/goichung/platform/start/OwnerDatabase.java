package org.goichung.platform.start;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import org.goichung.platform.keys.KeysFile;
import org.goichung.platform.start.Settings.ExternalDatabase;

/** The database as its owner, for an operator's commands beside a running service. */
public final class OwnerDatabase {
    private OwnerDatabase() {}

    /** The first column of the query's only row; what the database refuses is told in its own sentence. */
    public static long ask(Settings settings, String query, Object parameter) {
        ExternalDatabase roles = settings.external().orElseGet(() -> embedded(settings));
        try (Connection owner = DriverManager.getConnection(
                        "jdbc:" + Bootstrap.withTimeout(roles.url()), EmbeddedDatabase.login(roles.owner()));
                var statement = owner.prepareStatement(query)) {
            statement.setObject(1, parameter);
            try (var row = statement.executeQuery()) {
                row.next();
                return row.getLong(1);
            }
        } catch (SQLException refused) {
            throw new StartRefused(sentence(refused));
        }
    }

    private static ExternalDatabase embedded(Settings settings) {
        Path folder = settings.dataDirectory().resolve("database");
        Postmaster server = Postmaster.of(folder)
                .orElseThrow(
                        () -> new StartRefused("No database is running in " + folder + ": start the service first."));
        return Bootstrap.roles(server.port(), KeysFile.readOrMake(settings.keysFile(), false));
    }

    private static String sentence(SQLException refused) {
        String said = String.valueOf(refused.getMessage()).lines().findFirst().orElse("");
        return said.replaceFirst("^ERROR: ", "");
    }
}
