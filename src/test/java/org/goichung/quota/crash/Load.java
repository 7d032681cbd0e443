package org.goichung.quota.crash;

import static org.assertj.core.api.Assertions.assertThat;

import io.vertx.core.json.JsonObject;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;

/** Clients that draw, reserve, post and void, and one that pours usage; each remembers what it was told. */
final class Load {
    private static final int CLIENTS = 16;
    private static final int EVENTS_AT_ONCE = 50;
    private static final long MOST_AT_ONCE = 9;

    /** What became of a reservation: {@code state} and the part posted. */
    record Ended(String state, long posted) {}

    final Map<UUID, Long> draws = new ConcurrentHashMap<>();
    final Map<UUID, Ended> reservations = new ConcurrentHashMap<>();
    final AtomicLong events = new AtomicLong();
    final AtomicLong bytes = new AtomicLong();
    final AtomicLong changedAnswers = new AtomicLong();

    private final AtomicLong acknowledged = new AtomicLong();
    private final Ground ground;
    private final Caller caller;
    private final String usageStart;
    private final List<Future<?>> clients = new ArrayList<>();
    private volatile boolean stopped;

    Load(Ground ground, String usageStart) {
        this.ground = ground;
        this.caller = new Caller(ground.port());
        this.usageStart = Instant.parse(usageStart).toString();
    }

    long acknowledged() {
        return acknowledged.get();
    }

    /** Runs its clients while the task runs, and until each of them has its answer. */
    void during(long seed, Runnable task) throws Exception {
        stopped = false;
        clients.clear();
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            for (int client = 0; client < CLIENTS; client++) {
                var chance = new SplittableRandom(seed * 1_000 + client);
                clients.add(threads.submit(() -> {
                    while (!stopped) move(chance);
                }));
            }
            clients.add(threads.submit(() -> {
                while (!stopped) pour();
            }));
            try {
                task.run();
            } finally {
                stopped = true;
            }
            for (Future<?> client : clients) answered(client);
        }
    }

    private static void answered(Future<?> client) throws Exception {
        try {
            client.get(4, TimeUnit.MINUTES);
        } catch (ExecutionException failed) {
            if (failed.getCause() instanceof Error error) throw error;
            throw failed;
        }
    }

    private void move(SplittableRandom chance) {
        var pool = ground.pools().get(chance.nextInt(ground.pools().size()));
        long amount = chance.nextLong(1, MOST_AT_ONCE);
        if (chance.nextInt(10) < 7) draw(pool, amount, chance);
        else reserve(pool, amount, chance);
    }

    private void draw(Ground.Pool pool, long amount, SplittableRandom chance) {
        JsonObject drawn = told(pool, "/draws", order(pool, amount), chance);
        if (drawn != null) draws.put(UUID.fromString(drawn.getString("id")), amount);
    }

    private void reserve(Ground.Pool pool, long amount, SplittableRandom chance) {
        JsonObject held = told(pool, "/reservations", order(pool, amount).put("expiresInSeconds", 86_400), chance);
        if (held == null) return;
        UUID id = UUID.fromString(held.getString("id"));
        reservations.put(id, new Ended("pending", 0));
        long part = chance.nextLong(1, amount + 1);
        boolean post = chance.nextBoolean();
        var body = post ? new JsonObject().put("amount", part) : new JsonObject();
        JsonObject ended = told(pool, "/reservations/" + id + (post ? "/post" : "/void"), body, chance);
        assertThat(ended).as("a pending reservation can be ended").isNotNull();
        reservations.put(id, post ? new Ended("posted", part) : new Ended("voided", 0));
    }

    /** Null where the pool has not enough left. One in eight is asked again, and has to get the same answer. */
    private JsonObject told(Ground.Pool pool, String path, JsonObject body, SplittableRandom chance) {
        String to = "/v1/enterprises/" + pool.enterpriseId() + "/quota" + path;
        String[] headers = {
            "Authorization",
            "Bearer " + pool.token(),
            "Idempotency-Key",
            new UUID(chance.nextLong(), chance.nextLong()).toString()
        };
        var answer = caller.ask(to, "application/json", body.encode(), headers);
        assertThat(answer.status()).as(to + ": " + answer.body()).isIn(200, 201, 409);
        if (chance.nextInt(8) == 0) {
            var again = caller.ask(to, "application/json", body.encode(), headers);
            if (!again.equals(answer)) {
                System.out.printf("answered %s, and to the same key again %s%n", answer, again);
                changedAnswers.incrementAndGet();
            }
        }
        if (answer.status() == 409) {
            assertThat(answer.body()).contains("/problems/quota-exhausted");
            return null;
        }
        acknowledged.incrementAndGet();
        return new JsonObject(answer.body());
    }

    private static JsonObject order(Ground.Pool pool, long amount) {
        return new JsonObject().put("poolId", pool.id()).put("amount", amount);
    }

    private void pour() {
        var lines = new StringBuilder();
        long total = 0;
        for (int i = 0; i < EVENTS_AT_ONCE; i++) {
            long number = events.get() + i;
            lines.append(new JsonObject()
                            .put("eventId", "crash-" + number)
                            .put("msisdn", ground.numbers().get((int)
                                    (number % ground.numbers().size())))
                            .put("bytes", number % 1_000)
                            .put("startedAt", usageStart)
                            .encode())
                    .append('\n');
            total += number % 1_000;
        }
        var answer = caller.ask(
                "/v1/usage-events", "application/x-ndjson", lines.toString(), "X-API-Key", ground.carrierKey());
        assertThat(answer.status()).as(answer.body()).isEqualTo(200);
        var summary = new JsonObject(answer.body().lines().toList().getLast()).getJsonObject("summary");
        assertThat(summary.getLong("posted") + summary.getLong("duplicate"))
                .as(answer.body())
                .isEqualTo(EVENTS_AT_ONCE);
        events.addAndGet(EVENTS_AT_ONCE);
        bytes.addAndGet(total);
        acknowledged.addAndGet(EVENTS_AT_ONCE);
    }
}
