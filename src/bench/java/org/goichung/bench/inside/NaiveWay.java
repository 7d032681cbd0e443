package org.goichung.bench.inside;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.core.Vertx;
import io.vertx.mutiny.pgclient.PgBuilder;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Tuple;
import io.vertx.pgclient.PgConnectOptions;
import io.vertx.sqlclient.PoolOptions;
import java.util.UUID;
import java.util.concurrent.ThreadLocalRandom;
import org.goichung.platform.database.Ids;
import org.goichung.quota.PoolKey;

/**
 * What one would write first, and well: one statement and transaction per draw that claims the key, takes from the pool what is there,
 * and enters it. Writes the same rows into the same tables as the ledger. On connections of its own, with prepared statements.
 */
final class NaiveWay implements Way {
    private static final String DRAW = """
            WITH claimed AS (
                INSERT INTO quota_draw_key (key_hash, body_hash, language, kind, subject_id, pool_id, amount, claimed_at)
                VALUES ($1, $2, 'en', 'draw', $3, $5, $6, goichung_now())
                ON CONFLICT DO NOTHING
                RETURNING key_hash),
            taken AS (
                UPDATE quota_pool SET posted = posted + $6, last_entry = last_entry + 1
                 WHERE enterprise_id = $4 AND pool_id = $5 AND available >= $6 AND state <> 'closed' AND NOT frozen
                   AND EXISTS (SELECT FROM claimed)
                RETURNING last_entry)
            INSERT INTO quota_entry (enterprise_id, pool_id, number, recorded_at, kind, limit_delta, reserved, posted, overused,
                                     reference)
            SELECT $4, $5, last_entry, goichung_now(), 'draw', 0, 0, $6, 0, $3 FROM taken
            """;
    /** One durable row, and nothing else. */
    private static final String ROW = """
            INSERT INTO quota_draw_key (key_hash, body_hash, language, kind, subject_id, pool_id, amount, claimed_at)
            SELECT $1, $2, 'en', 'draw', $3, $5, $6, goichung_now() WHERE $4::uuid IS NOT NULL
            """;

    private static final UUID BODY = UUID.randomUUID();

    private final Pool pool;
    private final String statement;

    private NaiveWay(String statement, Vertx vertx, String url, String user, String password, int connections) {
        this.statement = statement;
        PgConnectOptions options = PgConnectOptions.fromUri(url)
                .setUser(user)
                .setPassword(password)
                .setCachePreparedStatements(true);
        pool = PgBuilder.pool()
                .connectingTo(options)
                .with(new PoolOptions().setMaxSize(connections).setEventLoopSize(0))
                .using(vertx)
                .build();
    }

    static NaiveWay ofDraws(Vertx vertx, String url, String user, String password, int connections) {
        return new NaiveWay(DRAW, vertx, url, user, password, connections);
    }

    /** What stands against the latency of whatever is acknowledged when it is durable: one small row, committed. */
    static NaiveWay ofRows(Vertx vertx, String url, String user, String password, int connections) {
        return new NaiveWay(ROW, vertx, url, user, password, connections);
    }

    @Override
    public Uni<Boolean> draw(PoolKey key) {
        var random = ThreadLocalRandom.current();
        Tuple parameters = Tuple.from(java.util.List.of(
                new UUID(random.nextLong(), random.nextLong()),
                BODY,
                Ids.next(),
                key.enterpriseId().value(),
                key.poolId(),
                1L));
        return pool.preparedQuery(statement).execute(parameters).map(done -> done.rowCount() == 1);
    }

    @Override
    public void close() {
        pool.closeAndForget();
    }
}
