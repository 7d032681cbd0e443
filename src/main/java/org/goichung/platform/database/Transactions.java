package org.goichung.platform.database;

import io.quarkus.reactive.datasource.ReactiveDataSource;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.SqlConnection;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.function.Function;
import org.hibernate.reactive.mutiny.Mutiny;

/**
 * Where every transaction is opened. A room uses Hibernate Reactive or the pg client, never both in one transaction.
 */
@ApplicationScoped
public class Transactions {
    private final Mutiny.SessionFactory sessions;
    private final Pool app;
    private final Pool system;

    public Transactions(Mutiny.SessionFactory sessions, Pool app, @ReactiveDataSource("system") Pool system) {
        this.sessions = sessions;
        this.app = app;
        this.system = system;
    }

    /** Runs the work in a Hibernate transaction of the app role; joins the one this call chain already has open. */
    public <T> Uni<T> write(Function<Mutiny.Session, Uni<T>> work) {
        return sessions.withTransaction(work);
    }

    /** Runs read-only work in a session of the app role; joins the one this call chain already has open. */
    public <T> Uni<T> read(Function<Mutiny.Session, Uni<T>> work) {
        return sessions.withSession(work);
    }

    /** A pg-client transaction of the app role. */
    public <T> Uni<T> appSql(Function<SqlConnection, Uni<T>> work) {
        return app.withTransaction(work);
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

    public Pool appPool() {
        return app;
    }

    public Pool systemPool() {
        return system;
    }
}
