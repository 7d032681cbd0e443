package org.goichung.platform.database;

import io.quarkus.reactive.pg.client.PgPoolCreator;
import io.vertx.pgclient.PgBuilder;
import io.vertx.sqlclient.Pool;
import io.vertx.sqlclient.SqlConnectOptions;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** The app role's connections: who waits for one waits in a queue with an end, and no longer than a request does. */
@Singleton
public class AppPool implements PgPoolCreator {
    private static final int MOST_WAITING = 1_000;

    private final Patience patience;

    public AppPool(Patience patience) {
        this.patience = patience;
    }

    @Override
    public Pool create(Input input) {
        var options = input.poolOptions()
                .setMaxWaitQueueSize(MOST_WAITING)
                .setConnectionTimeout((int) patience.limit().toMillis())
                .setConnectionTimeoutUnit(TimeUnit.MILLISECONDS);
        return PgBuilder.pool()
                .with(options)
                .connectingTo(List.<SqlConnectOptions>copyOf(input.pgConnectOptionsList()))
                .using(input.vertx())
                .build();
    }
}
