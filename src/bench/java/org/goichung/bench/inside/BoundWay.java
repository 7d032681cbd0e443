package org.goichung.bench.inside;

import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.subscription.UniEmitter;
import io.vertx.core.Context;
import io.vertx.core.Vertx;
import io.vertx.core.impl.VertxInternal;
import io.vertx.pgclient.PgConnectOptions;
import io.vertx.pgclient.PgConnection;
import io.vertx.sqlclient.Tuple;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.UUID;
import java.util.concurrent.ThreadLocalRandom;
import java.util.stream.IntStream;
import org.goichung.platform.database.Ids;
import org.goichung.quota.PoolKey;

/**
 * No way of drawing, but what stands against any: the rows a ledger has to write (keys, entries, one balance per pool), in batches, with
 * nothing looked up, locked or decided. As many connections as the ledger has lanes, each of the pools that are its own; on each the
 * next batch waits while one is written, so that the server never waits.
 */
final class BoundWay implements Way {
    private static final int LANES = 4;
    private static final int MAX_BATCH = 1_024;
    private static final int AT_ONCE = 2;
    private static final UUID BODY = UUID.randomUUID();
    /** The time is asked for once per batch, and not once per row. */
    private static final String WRITE = """
            WITH at AS MATERIALIZED (SELECT goichung_now() AS now),
            taken AS (
                UPDATE quota_pool p SET posted = p.posted + c.n, last_entry = p.last_entry + c.n
                  FROM (SELECT unnest($1::uuid[]) AS enterprise_id, unnest($2::uuid[]) AS pool_id, unnest($3::bigint[]) AS n) c
                 WHERE p.enterprise_id = c.enterprise_id AND p.pool_id = c.pool_id
                RETURNING p.enterprise_id, p.pool_id, p.last_entry - c.n AS before),
            drawn AS (
                SELECT unnest($4::uuid[]) AS pool_id, unnest($5::bigint[]) AS place, unnest($6::uuid[]) AS key,
                       unnest($7::uuid[]) AS subject),
            keys AS (
                INSERT INTO quota_draw_key (key_hash, body_hash, language, kind, subject_id, pool_id, amount, claimed_at)
                SELECT key, $8, 'en', 'draw', subject, pool_id, 1, (SELECT now FROM at) FROM drawn)
            INSERT INTO quota_entry (enterprise_id, pool_id, number, recorded_at, kind, limit_delta, reserved, posted, overused,
                                     reference)
            SELECT t.enterprise_id, t.pool_id, t.before + d.place, (SELECT now FROM at), 'draw', 0, 0, 1, 0, d.subject
              FROM drawn d JOIN taken t USING (pool_id)
            """;

    private final List<Lane> lanes;

    private record Waiting(PoolKey pool, UniEmitter<? super Boolean> answer, Context caller) {}

    BoundWay(Vertx vertx, String url, String user, String password) {
        PgConnectOptions options = PgConnectOptions.fromUri(url)
                .setUser(user)
                .setPassword(password)
                .setPipeliningLimit(AT_ONCE)
                .setCachePreparedStatements(true);
        lanes = IntStream.range(0, LANES)
                .mapToObj(lane -> new Lane(vertx, options))
                .toList();
    }

    @Override
    public Uni<Boolean> draw(PoolKey pool) {
        Lane lane = lanes.get(Math.floorMod(pool.enterpriseId().hashCode(), LANES));
        return Uni.createFrom().emitter(answer -> lane.add(new Waiting(pool, answer, Vertx.currentContext())));
    }

    @Override
    public void close() {
        lanes.forEach(Lane::close);
    }

    private static Tuple rows(List<Waiting> batch) {
        var random = ThreadLocalRandom.current();
        Map<PoolKey, Long> taken = new LinkedHashMap<>();
        UUID[] pools = new UUID[batch.size()];
        Long[] places = new Long[batch.size()];
        UUID[] keys = new UUID[batch.size()];
        UUID[] subjects = new UUID[batch.size()];
        for (int i = 0; i < pools.length; i++) {
            PoolKey pool = batch.get(i).pool;
            pools[i] = pool.poolId();
            places[i] = taken.merge(pool, 1L, Long::sum);
            keys[i] = new UUID(random.nextLong(), random.nextLong());
            subjects[i] = Ids.next();
        }
        return Tuple.of(
                        taken.keySet().stream()
                                .map(pool -> pool.enterpriseId().value())
                                .toArray(UUID[]::new),
                        taken.keySet().stream().map(PoolKey::poolId).toArray(UUID[]::new),
                        taken.values().toArray(Long[]::new))
                .addValue(pools)
                .addValue(places)
                .addValue(keys)
                .addValue(subjects)
                .addValue(BODY);
    }

    /** One connection. */
    private static final class Lane {
        private final Context writer;
        private final Vertx vertx;
        private final PgConnectOptions options;
        /** All of the writer's context. */
        private final Queue<Waiting> queue = new ArrayDeque<>();

        private PgConnection connection;
        private boolean connecting;
        private int underWay;

        private Lane(Vertx vertx, PgConnectOptions options) {
            this.vertx = vertx;
            this.options = options;
            this.writer = ((VertxInternal) vertx).createEventLoopContext();
        }

        private void add(Waiting draw) {
            writer.runOnContext(ignored -> {
                queue.add(draw);
                next();
            });
        }

        private void next() {
            if (connection == null) connect();
            else if (!queue.isEmpty() && (underWay == 0 || underWay < AT_ONCE && queue.size() >= MAX_BATCH / 4))
                write();
        }

        private void connect() {
            if (connecting) return;
            connecting = true;
            PgConnection.connect(vertx, options).onComplete(connected -> {
                if (connected.failed()) queue.forEach(each -> each.answer.fail(connected.cause()));
                else {
                    connection = connected.result();
                    next();
                }
            });
        }

        private void write() {
            List<Waiting> batch = new ArrayList<>();
            while (batch.size() < MAX_BATCH && !queue.isEmpty()) batch.add(queue.remove());
            underWay++;
            connection.preparedQuery(WRITE).execute(rows(batch)).onComplete(done -> {
                underWay--;
                for (Waiting each : batch)
                    each.caller.runOnContext(ignored -> {
                        if (done.failed()) each.answer.fail(done.cause());
                        else each.answer.complete(true);
                    });
                next();
            });
            next();
        }

        private void close() {
            writer.runOnContext(ignored -> {
                if (connection != null) connection.close();
            });
        }
    }
}
