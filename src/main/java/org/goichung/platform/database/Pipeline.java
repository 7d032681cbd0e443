package org.goichung.platform.database;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.SqlConnection;

/**
 * A transaction whose statements may be sent without waiting for the answers of those before. The server runs them in the order they
 * were sent, each with a snapshot of its own; behind one that fails all others fail too, and the commit undoes what was done.
 */
public final class Pipeline {
    private final SqlConnection connection;
    private final Statements statements;

    Pipeline(SqlConnection connection) {
        this.connection = connection;
        this.statements = Statements.of(connection);
    }

    /** The first to be sent. */
    public Uni<Void> begin() {
        return send("BEGIN");
    }

    public Statements statements() {
        return statements;
    }

    /** The last to be sent. Its answer alone does not tell that the statements before succeeded: each of theirs has to be looked at. */
    public Uni<Void> commit() {
        return send("COMMIT");
    }

    /** Where nothing is open that does nothing. */
    Uni<Void> rollback() {
        return send("ROLLBACK").onFailure().recoverWithNull();
    }

    private Uni<Void> send(String word) {
        return connection.query(word).execute().replaceWithVoid();
    }
}
