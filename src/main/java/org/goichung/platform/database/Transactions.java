package org.goichung.platform.database;

import io.quarkus.reactive.datasource.ReactiveDataSource;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.SqlConnection;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.function.Function;
import org.hibernate.reactive.mutiny.Mutiny;
import org.jspecify.annotations.Nullable;

/**
 * Where every transaction is opened. A room uses Hibernate Reactive or the pg client, never both in one transaction.
 */
@ApplicationScoped
public class Transactions {
    private final Mutiny.SessionFactory sessions;
    private final Pool app;
    private final Pool system;
    private final Patience patience;

    public Transactions(
            Mutiny.SessionFactory sessions, Pool app, @ReactiveDataSource("system") Pool system, Patience patience) {
        this.sessions = sessions;
        this.app = app;
        this.system = system;
        this.patience = patience;
    }

    /**
     * Runs the work in a Hibernate transaction of the app role; joins the one this call chain already has open. What is not done in time
     * fails and is undone.
     */
    public <T> Uni<T> write(Function<Mutiny.Session, Uni<T>> work) {
        return patience.waitFor(givenUp -> sessions.withTransaction(
                (session, transaction) -> work.apply(session).invoke(done -> {
                    if (givenUp.getAsBoolean()) transaction.markForRollback();
                })));
    }

    /** Runs read-only work in a session of the app role; joins the one this call chain already has open. */
    public <T> Uni<T> read(Function<Mutiny.Session, Uni<T>> work) {
        return patience.waitFor(givenUp -> sessions.withSession(work));
    }

    /** A pg-client transaction of the app role, within the time that a request has. */
    public <T> Uni<T> appSql(Function<SqlConnection, Uni<T>> work) {
        return patience.waitFor(givenUp -> app.withTransaction(work));
    }

    /** Single statements of the app role, each within the time that a request has. */
    public Statements app() {
        Statements unbounded = Statements.of(app);
        return new Statements() {
            @Override
            public Uni<Integer> update(String sql, @Nullable Object... parameters) {
                return patience.waitFor(unbounded.update(sql, parameters));
            }

            @Override
            public Uni<List<Object[]>> select(String sql, @Nullable Object... parameters) {
                return patience.waitFor(unbounded.select(sql, parameters));
            }
        };
    }

    /** As {@link #systemSql}, where a request waits for it. */
    public <T> Uni<T> systemSqlInTime(Function<SqlConnection, Uni<T>> work) {
        return patience.waitFor(givenUp -> systemSql(work));
    }

    /** A pg-client transaction of the system role: the batch writer, the feed, the relay and jobs. */
    public <T> Uni<T> systemSql(Function<SqlConnection, Uni<T>> work) {
        return system.withTransaction(work);
    }

    /**
     * A pg-client transaction of the system role that the work itself begins and commits, so that it waits for as few answers as may
     * be. Work that fails or is given up is undone.
     */
    public <T> Uni<T> systemPipeline(Function<Pipeline, Uni<T>> work) {
        return system.getConnection().chain(connection -> {
            var pipeline = new Pipeline(connection);
            return Uni.createFrom()
                    .deferred(() -> work.apply(pipeline))
                    .onItem()
                    .call(connection::close)
                    .onFailure()
                    .call(() -> pipeline.rollback().chain(connection::close))
                    .onCancellation()
                    .call(() -> pipeline.rollback().chain(connection::close));
        });
    }

    public Pool systemPool() {
        return system;
    }
}
