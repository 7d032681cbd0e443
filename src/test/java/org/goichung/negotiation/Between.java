package org.goichung.negotiation;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import org.eclipse.microprofile.config.ConfigProvider;

/** Somebody who has come between two others and holds a row of the database until told to let go. */
final class Between implements AutoCloseable {
    private final Connection connection;
    private final Statement statement;

    private Between(Connection connection) throws SQLException {
        this.connection = connection;
        connection.setAutoCommit(false);
        statement = connection.createStatement();
    }

    static Between holding(String row) throws SQLException {
        var config = ConfigProvider.getConfig();
        String database = "quarkus.datasource.owner.";
        var between = new Between(DriverManager.getConnection(
                config.getValue(database + "jdbc.url", String.class),
                config.getValue(database + "username", String.class),
                config.getValue(database + "password", String.class)));
        between.statement.execute(row);
        return between;
    }

    /** How many wait for a lock. */
    long waiting() {
        try (var row = statement.executeQuery("SELECT count(*) FROM pg_locks WHERE NOT granted")) {
            row.next();
            return row.getLong(1);
        } catch (SQLException failure) {
            throw new IllegalStateException(failure);
        }
    }

    void letGo() throws SQLException {
        connection.rollback();
    }

    @Override
    public void close() throws SQLException {
        connection.close();
    }
}
