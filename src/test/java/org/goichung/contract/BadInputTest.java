package org.goichung.contract;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.function.Function;
import org.goichung.support.Door;
import org.goichung.workforce.TestPeople;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** Kinds of bad input by name, each with the problem it gets. Rooms' own tests hold the finer ones. */
@QuarkusTest
class BadInputTest {
    private final TestPeople people = new TestPeople();

    private record Bad(String name, String problem, Function<RequestSpecification, Response> call) {}

    private List<Bad> kinds() {
        String enterprise = people.enterprise();
        String steward = Door.steward(UUID.fromString(enterprise));
        String stranger = Door.steward(UUID.fromString(people.enterprise()));
        String worker = people.register(steward, enterprise, people.nationalId(), people.number());
        String admin = Door.admin();
        String goodEnterprise = "{\"taxCode\":\"%s\",\"name\":\"Công ty Thử\"}";
        String usedKey = UUID.randomUUID().toString();
        post(admin, usedKey, "/v1/enterprises", goodEnterprise.formatted(people.taxCode()));
        String taken = people.number();
        people.register(steward, enterprise, people.nationalId(), taken);
        String federation =
                people.unionBody("provincial-federation", people.unionBody("confederation", null, null), null);
        String union = Door.unionOfficer(UUID.fromString(people.unionBody("grassroots", federation, enterprise)));
        post(union, key(), "/v1/mandates", mandate(enterprise, federation))
                .then()
                .statusCode(201);
        String lead = Door.unionOfficer(UUID.fromString(federation));
        String draft = post(lead, key(), "/v1/rfqs", rfq(enterprise))
                .then()
                .statusCode(201)
                .extract()
                .path("id");

        var kinds = new ArrayList<Bad>();
        kinds.add(new Bad(
                "malformed JSON", "malformed-json", r -> json(r, "{\"login\":").post("/v1/sessions")));
        kinds.add(new Bad("a wrong type", "wrong-type", r -> json(r, "{\"login\":[1],\"password\":\"x\"}")
                .post("/v1/sessions")));
        kinds.add(new Bad(
                "an unknown field", "unknown-field", r -> json(r, "{\"login\":\"a\",\"password\":\"b\",\"x\":1}")
                        .post("/v1/sessions")));
        kinds.add(new Bad("a missing field", "invalid-request", r -> json(r, "{\"login\":\"a\"}")
                .post("/v1/sessions")));
        kinds.add(new Bad(
                "a number beyond long",
                "number-out-of-range",
                r -> patch(r, steward, "{\"monthlyTelecomSpendVnd\":9223372036854775808}", worker, "\"0\"")));
        kinds.add(new Bad(
                "a negative amount",
                "invalid-request",
                r -> patch(r, steward, "{\"monthlyTelecomSpendVnd\":-1}", worker, "\"0\"")));
        kinds.add(new Bad(
                "a fraction of a đồng",
                "wrong-type",
                r -> patch(r, steward, "{\"monthlyTelecomSpendVnd\":1000.5}", worker, "\"0\"")));
        kinds.add(new Bad(
                "an unknown id", "not-found", r -> r.auth().oauth2(steward).get("/v1/workers/" + UUID.randomUUID())));
        kinds.add(new Bad("an id that is no id", "not-found", r -> r.auth()
                .oauth2(steward)
                .get("/v1/workers/17")));
        kinds.add(new Bad("another tenant's id", "not-found", r -> r.auth()
                .oauth2(stranger)
                .get("/v1/workers/" + worker)));
        kinds.add(new Bad(
                "a stale ETag",
                "stale-version",
                r -> patch(r, steward, "{\"monthlyTelecomSpendVnd\":1000}", worker, "\"77\"")));
        kinds.add(new Bad("no If-Match", "version-required", r -> json(
                        r.auth().oauth2(steward), "{\"monthlyTelecomSpendVnd\":1000}")
                .patch("/v1/workers/" + worker)));
        kinds.add(new Bad(
                "a reused key with another body",
                "idempotency-key-reused",
                r -> post(admin, usedKey, "/v1/enterprises", goodEnterprise.formatted(people.taxCode()))));
        kinds.add(new Bad("no idempotency key", "idempotency-key-required", r -> json(
                        r.auth().oauth2(admin), goodEnterprise.formatted(people.taxCode()))
                .post("/v1/enterprises")));
        kinds.add(new Bad(
                "an idempotency key of 10 KB",
                "idempotency-key-invalid",
                r -> post(admin, "k".repeat(10_000), "/v1/enterprises", goodEnterprise.formatted(people.taxCode()))));
        kinds.add(new Bad("an oversized body", "body-too-large", r -> json(r, "x".repeat(2_000_000))
                .post("/v1/sessions")));
        kinds.add(new Bad("a wrong content type", "unsupported-media-type", r -> r.contentType("text/plain")
                .body("login=a")
                .post("/v1/sessions")));
        kinds.add(new Bad(
                "a bad tax code",
                "bad-tax-code",
                r -> post(admin, key(), "/v1/enterprises", goodEnterprise.formatted("0100109107"))));
        kinds.add(new Bad(
                "a bad phone number",
                "bad-number",
                r -> post(steward, key(), "/v1/workers", worker(enterprise, people.nationalId(), "0212345678"))));
        kinds.add(new Bad(
                "a bad citizen id",
                "bad-national-id",
                r -> post(steward, key(), "/v1/workers", worker(enterprise, "1234", people.number()))));
        kinds.add(new Bad(
                "a second person on one number",
                "number-taken",
                r -> post(steward, key(), "/v1/workers", worker(enterprise, people.nationalId(), taken))));
        kinds.add(new Bad(
                "a date that is none",
                "wrong-type",
                r -> post(
                        steward,
                        key(),
                        "/v1/workers",
                        worker(enterprise, people.nationalId(), people.number()).replace("2020-01-01", "31/02/2020"))));
        kinds.add(new Bad(
                "a ceiling on promotions for a day that has begun",
                "invalid-request",
                r -> post(admin, key(), "/v1/promotion-ceilings", """
                        {"subscriberKind":"prepaid","maxDiscountPercent":90,"validFrom":"2020-01-01","source":"Không có thật"}
                        """)));
        kinds.add(new Bad("a roster without its columns", "roster-columns-missing", r -> r.auth()
                .oauth2(steward)
                .contentType("text/csv; charset=utf-8")
                .body("Họ và tên,CCCD\nA,1\n".getBytes(StandardCharsets.UTF_8))
                .post("/v1/enterprises/" + enterprise + "/worker-imports")));
        kinds.add(new Bad("a roster that is no UTF-8", "roster-not-utf8", r -> r.auth()
                .oauth2(steward)
                .contentType("text/csv; charset=utf-8")
                .body("Họ và tên,CCCD\nA,1\n".getBytes(StandardCharsets.UTF_16))
                .post("/v1/enterprises/" + enterprise + "/worker-imports")));
        kinds.add(new Bad("an illegal move", "illegal-move", r -> r.auth()
                .oauth2(lead)
                .header("Idempotency-Key", key())
                .header("If-Match", "\"0\"")
                .post("/v1/rfqs/" + draft + "/close")));
        kinds.add(new Bad(
                "an RFQ by a criterion that nobody laid down",
                "invalid-request",
                r -> post(lead, key(), "/v1/rfqs", rfq(enterprise).replace("works-here", "nope"))));
        kinds.add(new Bad(
                "a bad cursor",
                "invalid-cursor",
                r -> r.auth().oauth2(admin).queryParam("after", "bm90IG91cnM").get("/v1/enterprises")));
        kinds.add(new Bad(
                "a limit out of range",
                "invalid-request",
                r -> r.auth().oauth2(admin).queryParam("limit", 501).get("/v1/enterprises")));
        kinds.add(new Bad(
                "a bad token", "unauthenticated", r -> r.auth().oauth2("a.b.c").get("/v1/enterprises")));
        kinds.add(new Bad("no token", "unauthenticated", r -> r.get("/v1/enterprises")));
        kinds.add(new Bad("a role that may not", "forbidden", r -> r.auth()
                .oauth2(steward)
                .get("/v1/api-keys")));
        kinds.add(new Bad("an unknown address", "not-found", r -> r.get("/v1/enterprise")));
        kinds.add(new Bad("a wrong method", "method-not-allowed", r -> r.put("/v1/sessions")));
        return kinds;
    }

    @TestFactory
    List<DynamicTest> each_kind_gets_its_problem_with_a_mend() {
        return kinds().stream()
                .map(bad -> dynamicTest(bad.name(), () -> {
                    Response answer = bad.call().apply(given());
                    assertThat(answer.contentType()).as(answer.asString()).startsWith("application/problem+json");
                    assertThat(answer.<String>path("type"))
                            .as(answer.asString())
                            .isEqualTo("/problems/" + bad.problem());
                    assertThat(answer.<Integer>path("status")).isEqualTo(answer.statusCode());
                    assertThat(answer.<String>path("mend")).isNotBlank();
                }))
                .toList();
    }

    @Test
    void a_problem_never_repeats_what_was_sent() {
        String enterprise = people.enterprise();
        String steward = Door.steward(UUID.fromString(enterprise));
        String national = people.nationalId();
        String number = people.number();
        people.register(steward, enterprise, national, number);
        Response answer = post(steward, key(), "/v1/workers", worker(enterprise, people.nationalId(), number));
        assertThat(answer.statusCode()).isEqualTo(409);
        assertThat(answer.asString()).doesNotContain(number.substring(1)).doesNotContain(national);
    }

    private static String worker(String enterprise, String nationalId, String msisdn) {
        return """
                {"enterpriseId":"%s","fullName":"Trần Văn Thử","nationalId":"%s","msisdn":"%s","employedFrom":"2020-01-01"}
                """.formatted(enterprise, nationalId, msisdn);
    }

    private static String mandate(String enterprise, String federation) {
        return """
                {"enterpriseId":"%s","toBodyId":"%s","voters":9,"yes":9,"no":0,"validUntil":"2099-12-31"}
                """.formatted(enterprise, federation);
    }

    private static String rfq(String enterprise) {
        return """
                {"title":"Thử","lots":[{"name":"Gói","criteria":["works-here"],"startMonth":"2099-12","months":1}],
                 "enterpriseIds":["%s"],"offerDeadline":"2099-11-30T00:00:00Z","ratificationWindowHours":1,"quorum":1,
                 "graceDays":0,"rollOver":"none"}
                """.formatted(enterprise);
    }

    private static String key() {
        return UUID.randomUUID().toString();
    }

    private static RequestSpecification json(RequestSpecification request, String body) {
        return request.contentType("application/json").body(body);
    }

    private static Response patch(
            RequestSpecification request, String token, String body, String worker, String ifMatch) {
        return json(request.auth().oauth2(token).header("If-Match", ifMatch), body)
                .patch("/v1/workers/" + worker);
    }

    private static Response post(String token, String key, String path, String body) {
        return json(given().auth().oauth2(token).header("Idempotency-Key", key), body)
                .post(path);
    }
}
