package org.goichung.contract;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.function.Supplier;
import org.goichung.support.Door;
import org.goichung.workforce.TestPeople;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/** What is well-formed and still cannot be meant: refused at the door by its field, before it does harm far away. */
@QuarkusTest
class OddInputTest {
    private static final String BEYOND = Long.toString(Long.MAX_VALUE);

    private final TestPeople people = new TestPeople();

    private record Odd(String name, String pointer, Supplier<Response> call) {}

    private List<Odd> kinds() {
        String enterprise = people.enterprise();
        String steward = Door.steward(UUID.fromString(enterprise));
        String worker = people.register(steward, enterprise, people.nationalId(), people.number());
        String admin = Door.admin();
        String lead = Door.unionOfficer(UUID.fromString(people.unionBody("confederation", null, null)));
        String carrier = Door.carrier(UUID.fromString("01900000-0000-7000-8000-000000000001"));
        String rfq = "/v1/rfqs/" + UUID.randomUUID();

        var kinds = new ArrayList<Odd>();
        kinds.add(new Odd("a NUL in a log-in", "/login", () -> given().contentType("application/json")
                .body("{\"login\":\"a\\u0000\",\"password\":\"x\"}")
                .post("/v1/sessions")));
        kinds.add(new Odd(
                "a NUL in a name",
                "/name",
                () -> post(admin, "/v1/enterprises", "{\"taxCode\":\"0100109106\",\"name\":\"a\\u0000b\"}")));
        for (String limit : List.of("abc", "1.5", "99999999999"))
            kinds.add(new Odd("a limit of " + limit, "?limit", () -> given().auth()
                    .oauth2(admin)
                    .queryParam("limit", limit)
                    .get("/v1/enterprises")));
        kinds.add(new Odd("an enterprise that is no id", "?enterpriseId", () -> given().auth()
                .oauth2(steward)
                .get("/v1/workers?enterpriseId=17")));
        kinds.add(new Odd("a day that is none", "?on", () -> given().auth()
                .oauth2(steward)
                .get("/v1/criteria?on=2026-02-30")));
        for (String name : List.of("!!!", "—", "\\u200b"))
            kinds.add(new Odd(
                    "a search for " + name,
                    "/name",
                    () -> post(
                            steward,
                            "/v1/workers/searches",
                            "{\"enterpriseId\":\"" + enterprise + "\",\"name\":\"" + name + "\"}")));
        for (String day : List.of("0000-01-01", "-0001-01-01", "+999999999-12-31", "2999-01-01"))
            kinds.add(new Odd(
                    "work since " + day,
                    "/employedFrom",
                    () -> post(steward, "/v1/workers", """
                            {"enterpriseId":"%s","fullName":"Trần Văn Thử","nationalId":"%s","msisdn":"%s","employedFrom":"%s"}
                            """.formatted(
                                    enterprise, people.nationalId(), people.number(), day))));
        kinds.add(new Odd("more telecom than anybody pays", "/monthlyTelecomSpendVnd", () -> given().auth()
                .oauth2(steward)
                .header("If-Match", "\"0\"")
                .contentType("application/json")
                .body("{\"monthlyTelecomSpendVnd\":" + BEYOND + "}")
                .patch("/v1/workers/" + worker)));
        for (String field : List.of("lines", "fundVndPerMonth"))
            kinds.add(new Odd("an award of endless " + field, "/lines/0/" + field, () -> award(lead, rfq, field)));
        for (String field : List.of("capacity", "referencePriceVnd", "sharedBytesPerLine"))
            kinds.add(new Odd("an offer of endless " + field, "/" + field, () -> offer(carrier, rfq, field)));
        for (String field : List.of("fromLines", "priceVnd"))
            kinds.add(new Odd("a tier of endless " + field, "/tiers/0/" + field, () -> offer(carrier, rfq, field)));
        return kinds;
    }

    @TestFactory
    List<DynamicTest> each_is_refused_by_its_field() {
        return kinds().stream()
                .map(odd -> dynamicTest(odd.name(), () -> {
                    Response answer = odd.call().get();
                    assertThat(answer.statusCode()).as(answer.asString()).isEqualTo(400);
                    assertThat(answer.contentType()).startsWith("application/problem+json");
                    assertThat(answer.<List<String>>path("errors.pointer"))
                            .as(answer.asString())
                            .contains(odd.pointer());
                }))
                .toList();
    }

    @TestFactory
    List<DynamicTest> a_field_that_stands_twice_is_no_field() {
        return List.of(dynamicTest("a login twice", () -> given().contentType("application/json")
                .body("{\"login\":\"a\",\"login\":\"b\",\"password\":\"x\"}")
                .post("/v1/sessions")
                .then()
                .statusCode(400)));
    }

    private static Response award(String token, String rfq, String endless) {
        String line = "{\"enterpriseId\":\"%s\",\"offerId\":\"%s\",\"lines\":%s,\"fundVndPerMonth\":%s}"
                .formatted(
                        UUID.randomUUID(),
                        UUID.randomUUID(),
                        endless.equals("lines") ? BEYOND : "1",
                        endless.equals("fundVndPerMonth") ? BEYOND : "1");
        return given().auth()
                .oauth2(token)
                .header("Idempotency-Key", UUID.randomUUID().toString())
                .header("If-Match", "\"0\"")
                .contentType("application/json")
                .body("{\"lines\":[" + line + "]}")
                .post(rfq + "/award");
    }

    private static Response offer(String token, String rfq, String endless) {
        String offer = """
                {"lot":"Gói","packageVersionId":"%s","tiers":[{"fromLines":<fromLines>,"priceVnd":<priceVnd>}],
                 "sumsMembers":true,"capacity":<capacity>,"validUntil":"2099-12-31T00:00:00Z","legalBasis":"own-tariff",
                 "referencePriceVnd":<referencePriceVnd>,"subscriberKind":"prepaid","sharedBytesPerLine":<sharedBytesPerLine>}
                """.formatted(UUID.randomUUID());
        for (String field : List.of("fromLines", "priceVnd", "capacity", "referencePriceVnd", "sharedBytesPerLine"))
            offer = offer.replace("<" + field + ">", field.equals(endless) ? BEYOND : "1000");
        return post(token, rfq + "/offers", offer);
    }

    private static Response post(String token, String path, String body) {
        return given().auth()
                .oauth2(token)
                .header("Idempotency-Key", UUID.randomUUID().toString())
                .contentType("application/json")
                .body(body)
                .post(path);
    }
}
