package org.goichung.platform.database;

import io.smallrye.mutiny.Uni;
import io.vertx.core.buffer.Buffer;
import io.vertx.mutiny.sqlclient.RowSet;
import io.vertx.mutiny.sqlclient.SqlClient;
import io.vertx.mutiny.sqlclient.Tuple;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.hibernate.reactive.mutiny.Mutiny;
import org.hibernate.reactive.mutiny.impl.MutinySessionImpl;
import org.hibernate.reactive.pool.ReactiveConnection;
import org.jspecify.annotations.Nullable;

/**
 * SQL with {@code $1} parameters on a connection of either technology, for the platform's own tables, whose rows have to be written
 * in the feature's transaction whatever opened it. Parameters may be UUID, String, numbers, Boolean, {@code byte[]}, Instant,
 * LocalDate, JsonObject, or arrays of these but bytes; a row gives {@code byte[]} for bytea and OffsetDateTime for timestamptz.
 */
public interface Statements {

    /** Runs one changing statement; the number of rows it changed. */
    Uni<Integer> update(String sql, @Nullable Object... parameters);

    /** Runs one query; a row is an array in the order of the columns, null where a nullable column is (annotate where you read it). */
    Uni<List<Object[]>> select(String sql, @Nullable Object... parameters);

    /** On the session's own connection, so within its transaction. What the session holds unflushed is not seen by the SQL. */
    static Statements of(Mutiny.Session session) {
        ReactiveConnection connection = ((MutinySessionImpl) session).getReactiveConnection();
        return new Statements() {
            @Override
            public Uni<Integer> update(String sql, @Nullable Object... parameters) {
                return Uni.createFrom().completionStage(() -> connection.update(sql, bound(parameters)));
            }

            @Override
            public Uni<List<Object[]>> select(String sql, @Nullable Object... parameters) {
                return Uni.createFrom()
                        .completionStage(() -> connection.select(sql, bound(parameters)))
                        .map(result -> {
                            List<Object[]> rows = new ArrayList<>();
                            while (result.hasNext()) rows.add(unbound(result.next()));
                            return rows;
                        });
            }
        };
    }

    /** The client speaks {@code Buffer} where Java speaks bytes, and {@code OffsetDateTime} where it speaks instants. */
    private static @Nullable Object[] bound(@Nullable Object[] parameters) {
        @Nullable Object[] bound = new Object[parameters.length];
        for (int i = 0; i < bound.length; i++) {
            Object value = parameters[i];
            if (value instanceof byte[] bytes) bound[i] = Buffer.buffer(bytes);
            else if (value instanceof Instant instant) bound[i] = instant.atOffset(ZoneOffset.UTC);
            else bound[i] = value;
        }
        return bound;
    }

    private static Object[] unbound(Object[] row) {
        for (int i = 0; i < row.length; i++) if (row[i] instanceof Buffer buffer) row[i] = buffer.getBytes();
        return row;
    }

    static Statements of(SqlClient client) {
        return new Statements() {
            @Override
            public Uni<Integer> update(String sql, @Nullable Object... parameters) {
                return run(sql, parameters).map(RowSet::rowCount);
            }

            @Override
            public Uni<List<Object[]>> select(String sql, @Nullable Object... parameters) {
                return run(sql, parameters).map(set -> {
                    List<Object[]> rows = new ArrayList<>();
                    for (var row : set) {
                        Object[] values = new Object[row.size()];
                        for (int i = 0; i < values.length; i++) values[i] = row.getValue(i);
                        rows.add(unbound(values));
                    }
                    return rows;
                });
            }

            private Uni<RowSet<io.vertx.mutiny.sqlclient.Row>> run(String sql, @Nullable Object[] parameters) {
                return client.preparedQuery(sql).execute(Tuple.wrap(Arrays.asList(bound(parameters))));
            }
        };
    }
}
