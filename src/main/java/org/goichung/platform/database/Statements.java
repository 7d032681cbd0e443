package org.goichung.platform.database;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.RowSet;
import io.vertx.mutiny.sqlclient.SqlClient;
import io.vertx.mutiny.sqlclient.Tuple;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.hibernate.reactive.mutiny.Mutiny;
import org.hibernate.reactive.mutiny.impl.MutinySessionImpl;
import org.hibernate.reactive.pool.ReactiveConnection;
import org.jspecify.annotations.Nullable;

/**
 * SQL with {@code $1} parameters on a connection of either technology, for the platform's own tables, whose rows have to be written
 * in the feature's transaction whatever opened it.
 */
public interface Statements {

    /** Runs one changing statement; the number of rows it changed. */
    Uni<Integer> update(String sql, @Nullable Object... parameters);

    /** Runs one query; a row is an array in the order of the columns. */
    Uni<List<@Nullable Object[]>> select(String sql, @Nullable Object... parameters);

    /** On the session's own connection, so within its transaction. What the session holds unflushed is not seen by the SQL. */
    static Statements of(Mutiny.Session session) {
        ReactiveConnection connection = ((MutinySessionImpl) session).getReactiveConnection();
        return new Statements() {
            @Override
            public Uni<Integer> update(String sql, @Nullable Object... parameters) {
                return Uni.createFrom().completionStage(() -> connection.update(sql, parameters));
            }

            @Override
            public Uni<List<@Nullable Object[]>> select(String sql, @Nullable Object... parameters) {
                return Uni.createFrom()
                        .completionStage(() -> connection.select(sql, parameters))
                        .map(result -> {
                            List<@Nullable Object[]> rows = new ArrayList<>();
                            while (result.hasNext()) rows.add(result.next());
                            return rows;
                        });
            }
        };
    }

    static Statements of(SqlClient client) {
        return new Statements() {
            @Override
            public Uni<Integer> update(String sql, @Nullable Object... parameters) {
                return run(sql, parameters).map(RowSet::rowCount);
            }

            @Override
            public Uni<List<@Nullable Object[]>> select(String sql, @Nullable Object... parameters) {
                return run(sql, parameters).map(set -> {
                    List<@Nullable Object[]> rows = new ArrayList<>();
                    for (var row : set) {
                        @Nullable Object[] values = new Object[row.size()];
                        for (int i = 0; i < values.length; i++) values[i] = row.getValue(i);
                        rows.add(values);
                    }
                    return rows;
                });
            }

            private Uni<RowSet<io.vertx.mutiny.sqlclient.Row>> run(String sql, @Nullable Object[] parameters) {
                return client.preparedQuery(sql).execute(Tuple.wrap(Arrays.asList(parameters)));
            }
        };
    }
}
