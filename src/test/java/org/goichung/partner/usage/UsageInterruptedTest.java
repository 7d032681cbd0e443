package org.goichung.partner.usage;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.goichung.support.Door.await;
import static org.goichung.support.Door.bean;

import io.agroal.api.AgroalDataSource;
import io.quarkus.agroal.DataSource;
import io.quarkus.arc.Arc;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.goichung.platform.identity.CarrierId;
import org.goichung.platform.identity.EnterpriseId;
import org.goichung.platform.keys.PersonalData;
import org.goichung.platform.time.Clock;
import org.goichung.quota.LineOpened;
import org.goichung.quota.QuotaService;
import org.goichung.quota.TestQuota;
import org.goichung.support.Door;
import org.goichung.support.Service;
import org.junit.jupiter.api.Test;

/** The database's connection dies while a body is being taken. */
@QuarkusTest
class UsageInterruptedTest {
    private static final String NUMBER = "+84912345678";
    private static final Duration SOON = Duration.ofSeconds(60);

    private final UUID carrier = UUID.randomUUID();
    private final UUID enterprise = UUID.randomUUID();
    private final String key = Door.apiKey(carrier);

    @Test
    void the_sender_is_told_how_many_lines_were_taken_and_sending_again_counts_each_once() throws Exception {
        openLine();
        String body = IntStream.range(0, 3_500).mapToObj(this::event).collect(Collectors.joining("\n"));
        CompletableFuture<Response> answer;
        try (Connection other = owner()) {
            // the second chunk, lines 1,001 to 3,000, waits for somebody who tells one of its events at the same moment
            tell(other, "e1500");
            answer = CompletableFuture.supplyAsync(() -> send(body));
            Service.eventually("all but the second chunk is taken", SOON, () -> known() == 1_500);
            Service.eventually("the second waits", SOON, () -> killWaiting() == 1);
            answer.get();
            other.rollback();
        }
        answer.get()
                .then()
                .statusCode(503)
                .header("Retry-After", org.hamcrest.Matchers.notNullValue())
                .body("type", org.hamcrest.Matchers.equalTo("/problems/usage-interrupted"))
                .body("facts.taken", org.hamcrest.Matchers.equalTo(1_000));

        assertThat(send(body).asString().lines().toList().getLast())
                .isEqualTo("{\"summary\":{\"lines\":3500,\"posted\":2000,\"duplicate\":1500,\"conflict\":0,"
                        + "\"parked\":0,\"rejected\":0}}");
        assertThat(TestQuota.sql(
                                "SELECT sum(events)::bigint, sum(bytes)::bigint FROM usage_daily WHERE enterprise_id = $1",
                                enterprise)
                        .getFirst())
                .containsExactly(3_500L, 7_000L);
    }

    private void openLine() {
        byte[] index = bean(PersonalData.class).blindIndex(PersonalData.Kind.MSISDN, NUMBER);
        await(() -> bean(QuotaService.class)
                .openLine(new LineOpened(
                        new CarrierId(carrier),
                        index,
                        now().minusSeconds(86_400),
                        null,
                        new EnterpriseId(enterprise),
                        UUID.randomUUID(),
                        UUID.randomUUID(),
                        UUID.randomUUID())));
    }

    private static Connection owner() throws SQLException {
        Connection connection = Arc.container()
                .instance(AgroalDataSource.class, new DataSource.DataSourceLiteral("owner"))
                .get()
                .getConnection();
        connection.setAutoCommit(false);
        return connection;
    }

    private void tell(Connection other, String id) throws SQLException {
        try (var insert = other.prepareStatement("""
                INSERT INTO usage_event (carrier_id, event_id, content_hash, state, bytes, started_at)
                VALUES (?, ?, ?, 'parked', 1, now())
                """)) {
            insert.setObject(1, carrier);
            insert.setString(2, id);
            insert.setObject(3, UUID.randomUUID());
            insert.executeUpdate();
        }
    }

    private long known() {
        return count("SELECT count(*) FROM usage_event WHERE carrier_id = $1", carrier);
    }

    private static long killWaiting() {
        return count("""
                SELECT count(*) FILTER (WHERE pg_terminate_backend(pid)) FROM pg_stat_activity
                 WHERE usename = current_user AND wait_event_type = 'Lock' AND query LIKE '%INSERT INTO usage_event%'
                """);
    }

    private static long count(String query, Object... parameters) {
        List<Object[]> rows = TestQuota.sql(query, parameters);
        return ((Number) rows.getFirst()[0]).longValue();
    }

    private Response send(String body) {
        return given().header("X-API-Key", key)
                .contentType("application/x-ndjson")
                .body(body.getBytes(StandardCharsets.UTF_8))
                .post("/v1/usage-events");
    }

    private String event(int number) {
        return "{\"eventId\":\"e%d\",\"msisdn\":\"%s\",\"bytes\":2,\"startedAt\":\"%s\"}"
                .formatted(number, NUMBER, startedAt);
    }

    private final Instant startedAt = now().minusSeconds(3_600);

    private static Instant now() {
        return bean(Clock.class).instant();
    }
}
