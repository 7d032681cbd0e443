package org.goichung.quota.crash;

import static org.assertj.core.api.Assertions.assertThat;

import io.vertx.core.json.JsonObject;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import org.goichung.support.Service;
import org.junit.jupiter.api.Test;

/**
 * Kills the application, its database, and both, under load. {@code -Dgoichung.crash.rounds=20} is the full run; {@code verify} has a
 * small share of it.
 */
class CrashIT {
    private static final int ROUNDS = Integer.getInteger("goichung.crash.rounds", 3);
    private static final long MOVES_BEFORE_AND_AFTER = 400;
    private static final Duration SOON = Duration.ofMinutes(2);

    private final Service service =
            Service.named("crash").with("GOICHUNG_DEMO", "true").with("GOICHUNG_DEMO_SIMULATOR", "false");

    @Test
    void what_was_acknowledged_is_there_once_after_kills_of_the_application_and_of_the_database() throws Exception {
        long seed = Long.getLong("goichung.seed", System.nanoTime());
        System.out.println("CrashIT seed " + seed);
        try (service) {
            service.start();
            var ground = Ground.of(service);
            var books = new Books(service.dataFolder());
            var load = new Load(ground, now());
            var drawnBefore = books.draws();
            long bytesBefore = books.number("SELECT coalesce(sum(bytes), 0) FROM usage_daily");
            for (int round = 0; round < ROUNDS; round++) {
                int kind = round % 3;
                load.during(seed + round, () -> {
                    settled(load);
                    kill(kind);
                    settled(load);
                });
                check(load, books, drawnBefore, bytesBefore);
            }
        }
    }

    private void settled(Load load) {
        long enough = load.acknowledged() + MOVES_BEFORE_AND_AFTER;
        Service.eventually("moved on", SOON, () -> load.acknowledged() >= enough);
    }

    private void kill(int kind) {
        ProcessHandle database = service.postmaster().orElseThrow();
        switch (kind) {
            case 0 -> {
                service.kill();
                service.start();
            }
            case 1 -> {
                database.destroyForcibly();
                Service.eventually(
                        "on a new server",
                        SOON,
                        () -> service.postmaster()
                                        .filter(now -> now.pid() != database.pid())
                                        .isPresent()
                                && service.isReady());
            }
            default -> {
                service.kill();
                database.destroyForcibly();
                service.start();
            }
        }
    }

    private static void check(Load load, Books books, Map<UUID, Long> drawnBefore, long bytesBefore) throws Exception {
        Map<UUID, Long> drawn = new HashMap<>(books.draws());
        drawn.keySet().removeAll(drawnBefore.keySet());
        Map<UUID, Load.Ended> reservations = books.reservations();
        long lost = load.draws.keySet().stream()
                        .filter(id -> !drawn.containsKey(id))
                        .count()
                + load.reservations.entrySet().stream()
                        .filter(each -> !each.getValue().equals(reservations.get(each.getKey())))
                        .count()
                + load.events.get()
                - books.number("SELECT count(*) FROM usage_event WHERE event_id LIKE 'crash-%' AND state = 'counted'");
        long twice = drawn.values().stream().filter(times -> times > 1).count();
        long untold = drawn.keySet().stream()
                .filter(id -> !load.draws.containsKey(id))
                .count();
        long doubled = twice + untold + load.changedAnswers.get();
        long mismatched = books.number("SELECT count(*) FROM quota_mismatch");
        System.out.printf(
                "acknowledged=%d lost=%d doubled=%d mismatched=%d%n", load.acknowledged(), lost, doubled, mismatched);
        assertThat(lost).isZero();
        assertThat(doubled)
                .as(
                        "%d draws entered twice, %d that nobody was told of, %d answers that changed",
                        twice, untold, load.changedAnswers.get())
                .isZero();
        assertThat(mismatched).isZero();
        assertThat(books.number("SELECT sum(bytes) FROM usage_daily") - bytesBefore)
                .isEqualTo(load.bytes.get());
        assertThat(books.number("SELECT count(*) FROM quota_pool WHERE available < 0"))
                .isZero();
    }

    /** The service's time: the demo's clock, a second on. */
    private String now() {
        var credentials = new JsonObject(service.get("/demo/credentials").body());
        var admin = credentials.getJsonArray("accounts").stream()
                .map(JsonObject.class::cast)
                .filter(account -> "admin".equals(account.getString("role")))
                .findFirst()
                .orElseThrow();
        var login =
                new JsonObject().put("login", admin.getString("login")).put("password", admin.getString("password"));
        String token =
                new JsonObject(service.post("/v1/sessions", login.encode()).body()).getString("token");
        return new JsonObject(service.post("/demo/clock", "{\"advanceSeconds\":60}", "Authorization", "Bearer " + token)
                        .body())
                .getString("now");
    }
}
