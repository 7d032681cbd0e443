package org.goichung.quota;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.goichung.quota.TestQuota.sql;
import static org.goichung.support.Door.await;
import static org.goichung.support.Door.bean;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.goichung.platform.identity.EnterpriseId;
import org.goichung.quota.store.ReservationExpiry;
import org.goichung.support.Door;
import org.goichung.workforce.TestPeople;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** What no ledger takes, by name; and that nothing is half done. */
@QuarkusTest
class QuotaBadInputTest {
    private final TestPeople people = new TestPeople();

    /** An enterprise with ten line-cycles, its officer, and another enterprise of the same agreement. */
    private final class Story {
        final String enterprise = people.enterprise();
        final String other = people.enterprise();
        final String officer = officer(enterprise);
        final TestQuota quota = new TestQuota(new EnterpriseId(UUID.fromString(enterprise)));
        final String pool;

        Story() {
            quota.grantedWith(new EnterpriseId(UUID.fromString(other)), 10, null, null);
            pool = quota.pool(Unit.LINE_CYCLE).id().toString();
        }

        Response send(String where, String body) {
            return send(UUID.randomUUID().toString(), where, body);
        }

        Response send(String key, String where, String body) {
            var request = given().auth().oauth2(officer).header("Idempotency-Key", key);
            if (body == null) request.noContentType();
            else request.contentType("application/json").body(body);
            return request.post("/v1/enterprises/" + enterprise + "/quota" + where);
        }

        String body(String where, String amount) {
            return switch (where) {
                case "/reservations" -> """
                        {"poolId":"%s","amount":%s,"expiresInSeconds":600}""".formatted(pool, amount);
                case "/transfers" -> """
                        {"poolId":"%s","amount":%s,"toEnterpriseId":"%s"}""".formatted(pool, amount, other);
                default -> """
                        {"poolId":"%s","amount":%s}""".formatted(pool, amount);
            };
        }

        String reserved() {
            return send("/reservations", body("/reservations", "3")).path("id");
        }

        long entries() {
            return quota.pool(Unit.LINE_CYCLE).entry();
        }
    }

    private String officer(String enterprise) {
        String federation =
                people.unionBody("provincial-federation", people.unionBody("confederation", null, null), null);
        return Door.unionOfficer(UUID.fromString(people.unionBody("grassroots", federation, enterprise)));
    }

    private record Bad(String amount, int status, String problem) {}

    @TestFactory
    List<DynamicTest> an_amount_that_is_none_is_named_by_every_move() {
        var story = new Story();
        var bad = List.of(
                new Bad("0", 400, "invalid-request"),
                new Bad("-1", 400, "invalid-request"),
                new Bad("-9223372036854775808", 400, "invalid-request"),
                new Bad("9223372036854775808", 400, "number-out-of-range"),
                new Bad("1" + "0".repeat(40), 400, "number-out-of-range"),
                new Bad("1e3", 400, "wrong-type"),
                new Bad("1.5", 400, "wrong-type"),
                new Bad("\"many\"", 400, "wrong-type"),
                new Bad("null", 400, "invalid-request"),
                new Bad("11", 409, "quota-exhausted"),
                new Bad("9223372036854775807", 409, "quota-exhausted"));
        var tests = new ArrayList<DynamicTest>();
        for (String where : List.of("/draws", "/reservations", "/returns", "/transfers"))
            for (Bad each : bad)
                tests.add(dynamicTest(each.amount() + " to " + where, () -> {
                    story.send(where, story.body(where, each.amount()))
                            .then()
                            .statusCode(each.status())
                            .body("type", equalTo("/problems/" + each.problem()));
                    assertThat(story.entries()).isEqualTo(1);
                }));
        return tests;
    }

    @TestFactory
    List<DynamicTest> a_key_of_ten_kilobytes_or_none_is_named_by_every_move() {
        var story = new Story();
        String any = UUID.randomUUID().toString();
        return List.of(
                        "/draws",
                        "/reservations",
                        "/returns",
                        "/transfers",
                        "/reservations/" + any + "/post",
                        "/reservations/" + any + "/void",
                        "/transfers/" + any + "/accept",
                        "/transfers/" + any + "/decline",
                        "/transfers/" + any + "/withdraw")
                .stream()
                .map(where -> dynamicTest(where.replace(any, "…"), () -> {
                    String body = where.contains(any) ? null : story.body(where, "1");
                    story.send("k".repeat(10_240), where, body)
                            .then()
                            .statusCode(400)
                            .body("type", equalTo("/problems/idempotency-key-invalid"));
                    var keyless = given().auth().oauth2(story.officer);
                    if (body == null) keyless.noContentType();
                    else keyless.contentType("application/json").body(body);
                    keyless.post("/v1/enterprises/" + story.enterprise + "/quota" + where)
                            .then()
                            .statusCode(400)
                            .body("type", equalTo("/problems/idempotency-key-required"));
                    assertThat(story.entries()).isEqualTo(1);
                }))
                .toList();
    }

    @Test
    void a_part_of_a_reservation_is_positive_and_no_more_than_is_reserved() {
        var story = new Story();
        String post = "/reservations/" + story.reserved() + "/post";
        for (String amount : new String[] {"0", "-2"})
            story.send(post, "{\"amount\":" + amount + "}")
                    .then()
                    .statusCode(400)
                    .body("errors.pointer", hasItem("/amount"));
        story.send(post, "{\"amount\":9223372036854775808}")
                .then()
                .statusCode(400)
                .body("type", equalTo("/problems/number-out-of-range"));
        story.send(post, "{\"amount\":4}")
                .then()
                .statusCode(409)
                .body("type", equalTo("/problems/more-than-reserved"))
                .body("facts.available", equalTo(3));
        assertThat(story.entries()).isEqualTo(2);
        story.send(post, "{\"amount\":3}").then().statusCode(200);
    }

    @Test
    void anothers_reservation_looks_like_one_that_is_not_there() {
        var story = new Story();
        var stranger = new Story();
        String id = story.reserved();
        for (String move : new String[] {"/post", "/void"}) {
            Response others = stranger.send("/reservations/" + id + move, null);
            Response unknown = stranger.send("/reservations/" + UUID.randomUUID() + move, null);
            others.then().statusCode(404);
            assertThat(others.<String>path("type")).isEqualTo(unknown.path("type"));
            assertThat(others.<String>path("detail")).isEqualTo(unknown.path("detail"));
        }
        stranger.send("/draws", story.body("/draws", "1")).then().statusCode(404);
        assertThat(story.quota.pool(Unit.LINE_CYCLE).reserved()).isEqualTo(3);
    }

    @Test
    void an_expired_reservation_is_over_before_and_behind_the_job() {
        var story = new Story();
        String id = story.reserved();
        sql("UPDATE quota_reservation SET expires_at = goichung_now() WHERE reservation_id = $1", UUID.fromString(id));
        for (int round = 0; round < 2; round++) {
            for (String move : new String[] {"/post", "/void"})
                story.send("/reservations/" + id + move, null)
                        .then()
                        .statusCode(409)
                        .body("type", equalTo("/problems/reservation-ended"))
                        .body("facts.state", equalTo("expired"));
            await(() -> bean(ReservationExpiry.class).expire());
        }
        assertThat(story.quota.pool(Unit.LINE_CYCLE).available()).isEqualTo(10);
    }

    @Test
    void a_closed_month_gives_nothing_and_what_was_held_in_it_expires() {
        var story = new Story();
        String held = story.reserved();
        sql("UPDATE quota_pool SET grace_until = goichung_now() WHERE pool_id = $1", UUID.fromString(story.pool));
        for (String where : List.of("/draws", "/reservations", "/returns", "/transfers"))
            story.send(where, story.body(where, "1"))
                    .then()
                    .statusCode(409)
                    .body("type", equalTo("/problems/period-closed"));
        Response released = story.send("late", "/reservations/" + held + "/void", null);
        released.then().statusCode(200).body("state", equalTo("expired"));
        assertThat(story.send("late", "/reservations/" + held + "/void", null).asByteArray())
                .isEqualTo(released.asByteArray());
        assertThat(story.entries()).isEqualTo(3);
    }

    @Test
    void a_refused_transfer_is_refused_alike_under_its_key() {
        var story = new Story();
        String self = story.body("/transfers", "1").replace(story.other, story.enterprise);
        Response refused = story.send("self", "/transfers", self);
        refused.then().statusCode(422).body("type", equalTo("/problems/transfer-to-oneself"));
        Response again = story.send("self", "/transfers", self);
        assertThat(again.asByteArray()).isEqualTo(refused.asByteArray());
        assertThat(again.header("Idempotency-Replayed")).isEqualTo("true");
        String outside = story.body("/transfers", "1").replace(story.other, people.enterprise());
        story.send("/transfers", outside)
                .then()
                .statusCode(422)
                .body("type", equalTo("/problems/transfer-outside-agreement"));
        story.send("self", "/transfers", outside)
                .then()
                .statusCode(422)
                .body("type", equalTo("/problems/idempotency-key-reused"));
        assertThat(story.entries()).isEqualTo(1);
        assertThat(TestQuota.mismatches()).isZero();
    }
}
