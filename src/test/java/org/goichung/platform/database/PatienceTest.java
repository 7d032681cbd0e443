package org.goichung.platform.database;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.hamcrest.Matchers.equalTo;

import io.agroal.api.AgroalDataSource;
import io.quarkus.agroal.DataSource;
import io.quarkus.arc.Arc;
import io.quarkus.arc.ClientProxy;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import io.smallrye.mutiny.TimeoutException;
import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.vertx.MutinyHelper;
import io.vertx.core.Vertx;
import java.security.SecureRandom;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.goichung.support.Door;
import org.goichung.support.Service;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** A database that does not answer: somebody holds a table for as long as a test wants. */
@QuarkusTest
class PatienceTest {
    private static final Duration SOON = Duration.ofSeconds(30);
    /** More than there are connections. */
    private static final int CROWD = 40;

    private final Patience patience =
            ClientProxy.unwrap(Arc.container().instance(Patience.class).get());
    private final Duration limit = patience.limit;
    private final String admin = Door.admin();

    @AfterEach
    void end() {
        patience.limit = limit;
    }

    @Test
    void a_change_that_is_waited_for_in_vain_is_503_and_never_comes_to_be_unless_it_is_sent_again() throws Exception {
        String key = UUID.randomUUID().toString();
        String code = "P" + UUID.randomUUID().toString().substring(0, 8).toUpperCase(Locale.ROOT);
        whileCarriersAreHeld(() -> {
            patience.limit = Duration.ofMillis(500);
            for (Response answer : all(() -> post(key, code)))
                assertThat(answer.statusCode()).as(answer.asString()).isIn(409, 503);
            read().then().statusCode(503).header("Retry-After", "2").body("type", equalTo("/problems/unavailable"));
        });
        patience.limit = limit;
        Service.eventually("it answers again", SOON, () -> read().statusCode() == 200);
        for (Response answer : all(this::read)) assertThat(answer.statusCode()).isEqualTo(200);
        // what was given up may still be on its way to its end
        Service.eventually("the key is free", SOON, () -> post(key, code).statusCode() != 409);
        assertThat(post(key, code).statusCode()).isEqualTo(201);
        assertThat(read().jsonPath().<String>getList("items.code")).containsOnlyOnce(code);
    }

    @Test
    void what_was_given_up_is_undone_though_all_of_it_was_done_in_the_end() {
        patience.limit = Duration.ofMillis(300);
        Transactions transactions = Door.bean(Transactions.class);
        byte[] row = new byte[32];
        new SecureRandom().nextBytes(row);
        var answer = new CompletableFuture<Integer>();
        var ended = new CompletableFuture<Integer>();
        assertThatThrownBy(() -> Door.await(() -> transactions.write(session -> Statements.of(session)
                        .update("INSERT INTO idempotency_key (scope_hash, body_hash) VALUES ($1, $1)", row)
                        .chain(() -> onTheSameThread(answer))
                        .onTermination()
                        .invoke(() -> ended.complete(1)))))
                .isInstanceOf(TimeoutException.class);
        patience.limit = limit;
        answer.complete(1);
        assertThat(ended).succeedsWithin(SOON);
        Service.eventually("nobody is about to write keys", SOON, () -> writersTo("idempotency_key") == 0);
        assertThat(Door.await(() ->
                        transactions.app().select("SELECT FROM idempotency_key WHERE scope_hash = $1", (Object) row)))
                .isEmpty();
    }

    private static <T> Uni<T> onTheSameThread(CompletableFuture<T> later) {
        return Uni.createFrom().completionStage(later).emitOn(MutinyHelper.executor(Vertx.currentContext()));
    }

    private void whileCarriersAreHeld(Work then) throws Exception {
        try (var connection = owner().getConnection();
                var statement = connection.createStatement()) {
            connection.setAutoCommit(false);
            statement.execute("LOCK TABLE carrier IN ACCESS EXCLUSIVE MODE");
            then.run();
            connection.rollback();
        }
    }

    private interface Work {
        void run() throws Exception;
    }

    private static int writersTo(String table) {
        try (var connection = owner().getConnection();
                var statement = connection.prepareStatement("""
                        SELECT count(*) FROM pg_locks
                         WHERE relation = CAST(? AS regclass) AND mode = 'RowExclusiveLock'
                        """)) {
            statement.setString(1, table);
            var rows = statement.executeQuery();
            rows.next();
            return rows.getInt(1);
        } catch (SQLException failed) {
            throw new IllegalStateException(failed);
        }
    }

    private static AgroalDataSource owner() {
        return Arc.container()
                .instance(AgroalDataSource.class, new DataSource.DataSourceLiteral("owner"))
                .get();
    }

    private static List<Response> all(Callable<Response> call) throws Exception {
        List<Response> answers = new ArrayList<>();
        try (var threads = Executors.newFixedThreadPool(CROWD)) {
            for (Future<Response> answer : threads.invokeAll(java.util.Collections.nCopies(CROWD, call)))
                answers.add(answer.get());
        }
        return answers;
    }

    private Response read() {
        return given().auth().oauth2(admin).get("/v1/carriers?limit=500");
    }

    private Response post(String key, String code) {
        return given().auth()
                .oauth2(admin)
                .contentType("application/json")
                .header("Idempotency-Key", key)
                .body("{\"code\":\"%s\",\"name\":\"Nhà mạng thử\",\"shortCode\":\"199\"}".formatted(code))
                .post("/v1/carriers");
    }
}
