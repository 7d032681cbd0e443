package org.goichung.partner.usage;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.goichung.support.Door.await;
import static org.goichung.support.Door.bean;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;

import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import org.goichung.platform.identity.CarrierId;
import org.goichung.platform.identity.EnterpriseId;
import org.goichung.platform.keys.PersonalData;
import org.goichung.platform.time.Clock;
import org.goichung.quota.LineOpened;
import org.goichung.quota.QuotaService;
import org.goichung.support.Door;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Usage as a carrier's machine sends it. */
@QuarkusTest
class UsageHttpTest {
    private static final String LINES = "application/x-ndjson";

    @TestHTTPResource("/v1/usage-events")
    URI usage;

    private UUID carrier;
    private String key;
    private String number;

    @BeforeEach
    void a_carrier_with_one_line() {
        carrier = UUID.randomUUID();
        key = Door.apiKey(carrier);
        number = "+84912345678";
        byte[] index = bean(PersonalData.class).blindIndex(PersonalData.Kind.MSISDN, number);
        await(() -> bean(QuotaService.class)
                .openLine(new LineOpened(
                        new CarrierId(carrier),
                        index,
                        now().minusSeconds(86_400),
                        null,
                        new EnterpriseId(UUID.randomUUID()),
                        UUID.randomUUID(),
                        UUID.randomUUID(),
                        UUID.randomUUID())));
    }

    @Test
    void lines_are_answered_by_what_is_not_plainly_posted_and_a_summary() {
        String body = event("a", number, 5) + "\nnonsense\n\n" + event("b", "0912999999", 7) + "\n"
                + event("a", number, 6) + "\n" + event("a", number, 5);
        assertThat(lines(send(LINES, body)))
                .containsExactly(
                        "{\"line\":2,\"outcome\":\"rejected\",\"reason\":\"malformed-json\"}",
                        "{\"line\":4,\"eventId\":\"b\",\"outcome\":\"parked\"}",
                        "{\"line\":5,\"eventId\":\"a\",\"outcome\":\"conflict\"}",
                        "{\"line\":6,\"eventId\":\"a\",\"outcome\":\"duplicate\"}",
                        "{\"summary\":{\"lines\":5,\"posted\":1,\"duplicate\":1,\"conflict\":1,\"parked\":1,\"rejected\":1}}");
        given().header("X-API-Key", key)
                .get("/v1/usage-quarantine")
                .then()
                .statusCode(200)
                .body("items", hasSize(1))
                .body("items[0].id", equalTo("b"))
                .body("items[0].msisdn", equalTo("+84912999999"));
        given().header("X-API-Key", key)
                .post("/v1/usage-quarantine/replay")
                .then()
                .statusCode(200)
                .body("replayed", equalTo(0))
                .body("parked", equalTo(1));
    }

    @Test
    void an_array_and_one_object_are_taken_too_and_every_outcome_told_if_asked() {
        String array = "[" + event("x", number, 1) + ",\n" + event("y", number, 2) + "]";
        Response answer = given().header("X-API-Key", key)
                .contentType("application/json")
                .body(array.getBytes(StandardCharsets.UTF_8))
                .post("/v1/usage-events?outcomes=all");
        assertThat(lines(answer))
                .startsWith(
                        "{\"line\":1,\"eventId\":\"x\",\"outcome\":\"posted\"}",
                        "{\"line\":2,\"eventId\":\"y\",\"outcome\":\"posted\"}");
        assertThat(lines(send("application/json", event("z", number, 3)))).hasSize(1);
    }

    @Test
    void a_packed_body_of_many_chunks_is_taken_whole_and_a_broken_one_keeps_its_chunks() throws Exception {
        var body = new StringBuilder();
        for (int i = 0; i < 3_500; i++) body.append(event("e" + i, number, 1)).append('\n');
        byte[] packed = BodyTest.gzip(body.toString());
        HttpResponse<String> broken = sendPacked(Arrays.copyOf(packed, packed.length - 5), "");
        assertThat(broken.statusCode()).isEqualTo(400);
        assertThat(broken.body()).contains("/problems/broken-body").contains("\"taken\":3000");
        HttpResponse<String> whole = sendPacked(packed, "");
        assertThat(whole.statusCode()).isEqualTo(200);
        assertThat(whole.body())
                .endsWith("{\"summary\":{\"lines\":3500,\"posted\":500,\"duplicate\":3000,"
                        + "\"conflict\":0,\"parked\":0,\"rejected\":0}}\n");
        // told from a file
        HttpResponse<String> all = sendPacked(packed, "?outcomes=all");
        assertThat(all.body().lines()).hasSize(3_501);
        assertThat(all.body().lines().skip(3_499).findFirst())
                .hasValue("{\"line\":3500,\"eventId\":\"e3499\",\"outcome\":\"duplicate\"}");
    }

    @Test
    void a_line_over_64_kib_is_rejected_alone() {
        String body = event("ok", number, 1) + "\n" + "x".repeat(70_000) + "\n" + event("ok2", number, 1);
        assertThat(lines(send(LINES, body)))
                .containsExactly(
                        "{\"line\":2,\"outcome\":\"rejected\",\"reason\":\"too-long\"}",
                        "{\"summary\":{\"lines\":3,\"posted\":2,\"duplicate\":0,\"conflict\":0,\"parked\":0,\"rejected\":1}}");
    }

    @Test
    void only_carriers_may_and_only_what_is_understood() {
        given().contentType(LINES)
                .body(new byte[] {'{', '}'})
                .post("/v1/usage-events")
                .then()
                .statusCode(401);
        given().auth()
                .oauth2(Door.employer(UUID.randomUUID()))
                .contentType("application/json")
                .body("[]")
                .post("/v1/usage-events")
                .then()
                .statusCode(403);
        send("text/plain", "hello").then().statusCode(415);
        send("application/json", "[" + event("q", number, 1) + ",")
                .then()
                .statusCode(400)
                .body("type", equalTo("/problems/broken-body"));
        given().header("X-API-Key", key)
                .contentType("application/json")
                .body("[]")
                .post("/v1/usage-events?outcomes=none")
                .then()
                .statusCode(400);
    }

    private Response send(String type, String body) {
        return given().header("X-API-Key", key)
                .contentType(type)
                .body(body.getBytes(StandardCharsets.UTF_8))
                .post("/v1/usage-events");
    }

    private HttpResponse<String> sendPacked(byte[] packed, String query) throws IOException, InterruptedException {
        try (var client = HttpClient.newHttpClient()) {
            return client.send(
                    HttpRequest.newBuilder(URI.create(usage + query))
                            .header("X-API-Key", key)
                            .header("Content-Type", LINES)
                            .header("Content-Encoding", "gzip")
                            .POST(HttpRequest.BodyPublishers.ofByteArray(packed))
                            .build(),
                    HttpResponse.BodyHandlers.ofString());
        }
    }

    private static List<String> lines(Response answer) {
        assertThat(answer.statusCode()).as(answer.asString()).isEqualTo(200);
        return answer.asString().lines().toList();
    }

    private String event(String id, String msisdn, long bytes) {
        return "{\"eventId\":\"%s\",\"msisdn\":\"%s\",\"bytes\":%d,\"startedAt\":\"%s\"}"
                .formatted(id, msisdn, bytes, startedAt);
    }

    private final Instant startedAt = Instant.now().minusSeconds(3_600);

    private static Instant now() {
        return bean(Clock.class).instant();
    }
}
