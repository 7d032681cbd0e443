package org.goichung.quota.crash;

import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.Base64;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import org.goichung.platform.keys.KeysFile;

/** Reads the killed service's own database, behind its back. */
final class Books {
    private final Path dataFolder;

    Books(Path dataFolder) {
        this.dataFolder = dataFolder;
    }

    /** How many entries each draw has. */
    Map<UUID, Long> draws() throws Exception {
        Map<UUID, Long> draws = new HashMap<>();
        try (var connection = connect();
                var statement = connection.createStatement();
                var rows = statement.executeQuery(
                        "SELECT reference, count(*) FROM quota_entry WHERE kind = 'draw' GROUP BY reference")) {
            while (rows.next()) draws.put(rows.getObject(1, UUID.class), rows.getLong(2));
        }
        return draws;
    }

    Map<UUID, Load.Ended> reservations() throws Exception {
        Map<UUID, Load.Ended> reservations = new HashMap<>();
        try (var connection = connect();
                var statement = connection.createStatement();
                var rows = statement.executeQuery("SELECT reservation_id, state, posted FROM quota_reservation")) {
            while (rows.next())
                reservations.put(rows.getObject(1, UUID.class), new Load.Ended(rows.getString(2), rows.getLong(3)));
        }
        return reservations;
    }

    long number(String sql) throws Exception {
        try (var connection = connect();
                var statement = connection.createStatement();
                var rows = statement.executeQuery(sql)) {
            rows.next();
            return rows.getLong(1);
        }
    }

    private Connection connect() throws Exception {
        var keys = KeysFile.readOrMake(dataFolder.resolve("keys/keys.json"), false);
        String password = Base64.getUrlEncoder().withoutPadding().encodeToString(keys.derive("database-role:postgres"));
        String port = Files.readAllLines(dataFolder.resolve("database/postmaster.pid"))
                .get(3)
                .strip();
        try {
            return DriverManager.getConnection(
                    "jdbc:postgresql://127.0.0.1:" + port + "/goichung", "postgres", password);
        } catch (SQLException failure) {
            throw new AssertionError("the database of " + dataFolder + " cannot be read", failure);
        }
    }
}
