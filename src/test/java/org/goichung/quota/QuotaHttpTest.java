package org.goichung.quota;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.util.Map;
import java.util.UUID;
import org.goichung.negotiation.RollOver;
import org.goichung.platform.identity.EnterpriseId;
import org.goichung.support.Door;
import org.goichung.workforce.TestPeople;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Quota as its users meet it. */
@QuarkusTest
class QuotaHttpTest {
    private final TestPeople people = new TestPeople();
    private String enterprise;
    private String officer;
    private String superior;
    private TestQuota quota;

    @BeforeEach
    void an_enterprise_with_quota() {
        enterprise = people.enterprise();
        String federation =
                people.unionBody("provincial-federation", people.unionBody("confederation", null, null), null);
        officer = Door.unionOfficer(UUID.fromString(people.unionBody("grassroots", federation, enterprise)));
        superior = Door.unionOfficer(UUID.fromString(federation));
        quota = TestQuota.granted(
                new EnterpriseId(UUID.fromString(enterprise)), 10, 1_000_000L, 500_000L, RollOver.NONE);
    }

    @Test
    void a_draw_is_answered_byte_for_byte_again_and_an_exhausted_one_stays_exhausted() {
        UUID pool = quota.pool(Unit.LINE_CYCLE).id();
        Response first = draw(officer, "draw-1", Map.of("poolId", pool, "amount", 8));
        Response again = draw(officer, "draw-1", Map.of("poolId", pool, "amount", 8));
        assertThat(first.statusCode()).isEqualTo(201);
        assertThat(again.asByteArray()).isEqualTo(first.asByteArray());
        assertThat(again.header("Idempotency-Replayed")).isEqualTo("true");
        draw(officer, "draw-1", Map.of("poolId", pool, "amount", 7))
                .then()
                .statusCode(422)
                .body("type", equalTo("/problems/idempotency-key-reused"));

        Response exhausted = draw(officer, "draw-2", Map.of("poolId", pool, "amount", 3));
        exhausted
                .then()
                .statusCode(409)
                .contentType("application/problem+json")
                .body("type", equalTo("/problems/quota-exhausted"))
                .body("facts.available", equalTo(2));
        Response later = given().auth()
                .oauth2(officer)
                .header("Idempotency-Key", "draw-2")
                .header("Accept-Language", "en")
                .contentType("application/json")
                .body(Map.of("poolId", pool, "amount", 3))
                .post(path("/draws"));
        assertThat(later.statusCode()).isEqualTo(409);
        assertThat(later.asByteArray()).isEqualTo(exhausted.asByteArray());
        draw(officer, "draw-3", Map.of("poolId", pool, "amount", 2)).then().statusCode(201);
    }

    @Test
    void what_cannot_be_a_draw_is_named() {
        UUID pool = quota.pool(Unit.LINE_CYCLE).id();
        given().auth()
                .oauth2(officer)
                .contentType("application/json")
                .body(Map.of("poolId", pool, "amount", 1))
                .post(path("/draws"))
                .then()
                .statusCode(400)
                .body("type", equalTo("/problems/idempotency-key-required"));
        draw(officer, "k".repeat(256), Map.of("poolId", pool, "amount", 1))
                .then()
                .statusCode(400)
                .body("type", equalTo("/problems/idempotency-key-invalid"));
        draw(officer, "zero", Map.of("poolId", pool, "amount", 0))
                .then()
                .statusCode(400)
                .body("errors.pointer", hasItem("/amount"));
        draw(officer, "nowhere", Map.of("poolId", UUID.randomUUID(), "amount", 1))
                .then()
                .statusCode(404);
        draw(superior, "superior", Map.of("poolId", pool, "amount", 1)).then().statusCode(403);
        var other = TestQuota.granted(10, null, null);
        draw(officer, "not-mine", Map.of("poolId", other.pool(Unit.LINE_CYCLE).id(), "amount", 1))
                .then()
                .statusCode(404);
        given().auth()
                .oauth2(officer)
                .get("/v1/enterprises/" + other.enterprise + "/quota")
                .then()
                .statusCode(404);
    }

    @Test
    void a_reservation_is_posted_in_part_once_and_its_rest_goes_back() {
        UUID pool = quota.pool(Unit.VND).id();
        Response made = send(
                officer, "r-1", "/reservations", Map.of("poolId", pool, "amount", 60_000, "expiresInSeconds", 600));
        made.then().statusCode(201).body("state", equalTo("pending"));
        String moves = "/reservations/" + made.path("id");
        send(officer, "r-2", moves + "/post", Map.of("amount", 60_001))
                .then()
                .statusCode(409)
                .body("type", equalTo("/problems/more-than-reserved"));
        Response posted = send(officer, "r-3", moves + "/post", Map.of("amount", 50_000));
        posted.then().statusCode(200).body("posted", equalTo(50_000)).body("amount", equalTo(60_000));
        assertThat(send(officer, "r-3", moves + "/post", Map.of("amount", 50_000))
                        .asByteArray())
                .isEqualTo(posted.asByteArray());
        send(officer, "r-4", moves + "/void", null)
                .then()
                .statusCode(409)
                .body("type", equalTo("/problems/reservation-ended"))
                .body("facts.state", equalTo("posted"));
        assertThat(quota.pool(Unit.VND).available()).isEqualTo(450_000);

        String second = send(
                        officer, "r-5", "/reservations", Map.of("poolId", pool, "amount", 10, "expiresInSeconds", 600))
                .path("id");
        send(officer, "r-6", "/reservations/" + second + "/void", null)
                .then()
                .statusCode(200)
                .body("state", equalTo("voided"));
        send(officer, "r-7", "/reservations/" + second + "/post", null).then().statusCode(409);
        send(officer, "r-8", "/reservations/" + UUID.randomUUID() + "/post", null)
                .then()
                .statusCode(404);
    }

    @Test
    void quota_and_its_entries_are_read_page_by_page() {
        UUID pool = quota.pool(Unit.LINE_CYCLE).id();
        draw(officer, "d", Map.of("poolId", pool, "amount", 4)).then().statusCode(201);
        given().auth()
                .oauth2(Door.employer(UUID.fromString(enterprise)))
                .get(path(""))
                .then()
                .statusCode(200)
                .body("items", hasSize(3))
                .body("items.find { it.unit == 'LINE_CYCLE' }.available", equalTo(6))
                .body("items.find { it.unit == 'LINE_CYCLE' }.limit", equalTo(10));
        var firstPage = given().auth().oauth2(officer).get(path("/entries?limit=2&poolId=" + pool));
        firstPage.then().statusCode(200).body("items.kind", equalTo(java.util.List.of("grant", "draw")));
        var all = given().auth().oauth2(officer).get(path("/entries?limit=3"));
        given().auth()
                .oauth2(officer)
                .get(path("/entries?limit=3&after=" + all.path("next")))
                .then()
                .statusCode(200)
                .body("items", hasSize(1));
        given().auth()
                .oauth2(officer)
                .get(path("/usage?from=2026-02-30"))
                .then()
                .statusCode(400)
                .body("errors.pointer", hasItem("?from"));
        for (var wrong : java.util.Map.of(
                        "from=2026-11-02&to=2026-11-01", "?to", "from=2999-01-01", "?from", "to=2026-01-01", "?to")
                .entrySet())
            given().auth()
                    .oauth2(officer)
                    .get(path("/usage?" + wrong.getKey()))
                    .then()
                    .statusCode(400)
                    .body("errors.pointer", equalTo(java.util.List.of(wrong.getValue())))
                    .body("errors.code", equalTo(java.util.List.of("ends-before-start")));
        given().auth()
                .oauth2(officer)
                .get(path("/usage"))
                .then()
                .statusCode(200)
                .body("items", hasSize(0));
    }

    private Response draw(String token, String key, Object body) {
        return send(token, key, "/draws", body);
    }

    private Response send(String token, String key, String where, Object body) {
        var request = given().auth().oauth2(token).header("Idempotency-Key", key);
        if (body == null) request.noContentType();
        else request.contentType("application/json").body(body);
        return request.post(path(where));
    }

    private String path(String where) {
        return "/v1/enterprises/" + enterprise + "/quota" + where;
    }
}
