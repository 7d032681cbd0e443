package org.goichung.platform;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.startsWith;

import io.quarkus.test.junit.QuarkusTest;
import java.util.UUID;
import org.goichung.platform.http.Language;
import org.goichung.platform.problem.ProblemTexts;
import org.goichung.platform.problem.ProblemType;
import org.goichung.support.Door;
import org.goichung.workforce.TestPeople;
import org.junit.jupiter.api.Test;

@QuarkusTest
class DoorTest {

    @Test
    void a_wrong_password_is_told_in_the_callers_language() {
        given().contentType("application/json")
                .header("Accept-Language", "en")
                .body("{\"login\":\"nobody\",\"password\":\"wrong\"}")
                .post("/v1/sessions")
                .then()
                .statusCode(401)
                .contentType("application/problem+json")
                .body("type", equalTo("/problems/wrong-credentials"))
                .body("title", equalTo("Wrong login or password"));
        given().contentType("application/json")
                .body("{\"login\":\"nobody\",\"password\":\"wrong\"}")
                .post("/v1/sessions")
                .then()
                .statusCode(401)
                .body("title", startsWith("Sai tên"));
    }

    @Test
    void an_unknown_field_a_wrong_type_and_broken_json_are_each_named() {
        given().contentType("application/json")
                .body("{\"login\":\"a\",\"password\":\"b\",\"remember\":true}")
                .post("/v1/sessions")
                .then()
                .statusCode(400)
                .body("type", equalTo("/problems/unknown-field"))
                .body("errors.pointer", hasItem("/remember"));
        given().contentType("application/json")
                .body("{\"login\":7,\"password\":\"b\"}")
                .post("/v1/sessions")
                .then()
                .statusCode(400)
                .body("type", equalTo("/problems/wrong-type"))
                .body("errors.pointer", hasItem("/login"));
        given().contentType("application/json")
                .body("{\"login\":")
                .post("/v1/sessions")
                .then()
                .statusCode(400)
                .body("type", equalTo("/problems/malformed-json"));
        given().contentType("application/json")
                .body("{\"login\":\"\"}")
                .post("/v1/sessions")
                .then()
                .statusCode(400)
                .body("type", equalTo("/problems/invalid-request"))
                .body("errors.pointer", hasItem("/password"));
    }

    @Test
    void without_a_token_the_answer_is_401_and_with_another_role_403() {
        given().get("/v1/api-keys").then().statusCode(401).body("type", equalTo("/problems/unauthenticated"));
        given().auth()
                .oauth2("not.a.token")
                .get("/v1/api-keys")
                .then()
                .statusCode(401)
                .body("type", equalTo("/problems/unauthenticated"));
        given().auth()
                .oauth2(Door.steward(UUID.randomUUID()))
                .get("/v1/api-keys")
                .then()
                .statusCode(403)
                .body("type", equalTo("/problems/forbidden"));
        given().auth().oauth2(Door.admin()).get("/v1/api-keys").then().statusCode(200);
    }

    @Test
    void an_admin_makes_an_account_that_logs_in_until_it_is_disabled() {
        String admin = Door.admin();
        String login = "thu-" + UUID.randomUUID();
        String wish = "{\"login\":\"" + login + "\",\"password\":\"mot cau dai de nho\",\"role\":\"steward\",\"%s\":\""
                + new TestPeople().enterprise() + "\"}";
        account(admin, wish.formatted("unionBodyId"))
                .statusCode(400)
                .body("errors.pointer", hasItem("/enterpriseId"))
                .body("errors.pointer", hasItem("/unionBodyId"));
        String id = account(admin, wish.formatted("enterpriseId"))
                .statusCode(201)
                .extract()
                .path("id");
        account(admin, wish.formatted("enterpriseId"))
                .statusCode(409)
                .body("type", equalTo("/problems/already-exists"));
        String session = "{\"login\":\"" + login + "\",\"password\":\"mot cau dai de nho\"}";
        String token = given().contentType("application/json")
                .body(session)
                .post("/v1/sessions")
                .then()
                .statusCode(200)
                .extract()
                .path("token");
        given().auth().oauth2(token).get("/v1/packages").then().statusCode(200);
        given().auth()
                .oauth2(admin)
                .post("/v1/accounts/" + id + "/disable")
                .then()
                .statusCode(204);
        given().auth().oauth2(token).get("/v1/packages").then().statusCode(401);
        given().contentType("application/json")
                .body(session)
                .post("/v1/sessions")
                .then()
                .statusCode(401);
    }

    private static io.restassured.response.ValidatableResponse account(String admin, String wish) {
        return given().auth()
                .oauth2(admin)
                .contentType("application/json")
                .body(wish)
                .post("/v1/accounts")
                .then();
    }

    @Test
    void a_password_beyond_what_its_hash_can_hold_is_refused_by_name() {
        String wish = "{\"login\":\"thu-" + UUID.randomUUID() + "\",\"password\":\"" + "ệ".repeat(40)
                + "\",\"role\":\"admin\"}";
        account(Door.admin(), wish).statusCode(400).body("errors.pointer", hasItem("/password"));
    }

    @Test
    void an_empty_body_in_chunks_is_as_good_as_none() throws Exception {
        String answer;
        try (var socket = new java.net.Socket("localhost", io.restassured.RestAssured.port)) {
            socket.setSoTimeout(10_000);
            socket.getOutputStream()
                    .write(("POST /v1/accounts/" + UUID.randomUUID()
                                    + "/disable HTTP/1.1\r\nHost: localhost\r\nAuthorization: Bearer " + Door.admin()
                                    + "\r\nTransfer-Encoding: chunked\r\nConnection: close\r\n\r\n0\r\n\r\n")
                            .getBytes(java.nio.charset.StandardCharsets.US_ASCII));
            answer = new String(socket.getInputStream().readAllBytes(), java.nio.charset.StandardCharsets.UTF_8);
        }
        assertThat(answer).startsWith("HTTP/1.1 404").contains("/problems/not-found");
    }

    @Test
    void a_body_that_does_not_say_its_length_has_the_same_bound() throws Exception {
        var http = java.net.http.HttpClient.newHttpClient();
        var endless = java.net.http.HttpRequest.newBuilder(
                        java.net.URI.create("http://localhost:" + io.restassured.RestAssured.port + "/v1/sessions"))
                .version(java.net.http.HttpClient.Version.HTTP_1_1)
                .header("Content-Type", "application/json");
        var small = endless.copy()
                .POST(java.net.http.HttpRequest.BodyPublishers.ofInputStream(() -> new java.io.ByteArrayInputStream(
                        "{\"login\":\"\"}".getBytes(java.nio.charset.StandardCharsets.UTF_8))))
                .build();
        assertThat(http.send(small, java.net.http.HttpResponse.BodyHandlers.ofString())
                        .body())
                .contains("/problems/invalid-request");
        var large = endless.copy()
                .POST(java.net.http.HttpRequest.BodyPublishers.ofInputStream(
                        () -> new java.io.ByteArrayInputStream(new byte[3 << 20])))
                .build();
        var answer = http.send(large, java.net.http.HttpResponse.BodyHandlers.ofString());
        assertThat(answer.statusCode()).isEqualTo(413);
        assertThat(answer.body()).contains("/problems/body-too-large");
    }

    @Test
    void a_key_is_shown_once_opens_its_carriers_door_and_is_shut_when_revoked() {
        String admin = Door.admin();
        String carrier = "01900000-0000-7000-8000-000000000002";
        var issued = given().auth()
                .oauth2(admin)
                .contentType("application/json")
                .body("{\"carrierId\":\"" + carrier + "\",\"label\":\"billing\"}")
                .post("/v1/api-keys")
                .then()
                .statusCode(201)
                .extract();
        String key = issued.path("key");
        given().header("X-API-Key", key).get("/v1/api-keys").then().statusCode(403);
        given().header("X-API-Key", key).get("/v1/packages").then().statusCode(200);
        given().auth()
                .oauth2(admin)
                .header("Idempotency-Key", UUID.randomUUID().toString())
                .contentType("application/json")
                .body("{}")
                .post("/v1/api-keys/" + issued.path("id") + "/revoke")
                .then()
                .statusCode(204);
        given().header("X-API-Key", key).get("/v1/api-keys").then().statusCode(401);
    }

    @Test
    void a_body_over_a_mebibyte_is_refused_by_its_length() {
        given().contentType("application/json")
                .body("x".repeat(1_100_000))
                .post("/v1/sessions")
                .then()
                .statusCode(413)
                .body("type", equalTo("/problems/body-too-large"));
    }

    @Test
    void an_unknown_address_and_a_wrong_method_are_problems_too() {
        given().get("/v1/nothing-here").then().statusCode(404).body("type", equalTo("/problems/not-found"));
        given().delete("/v1/sessions").then().statusCode(405).body("type", equalTo("/problems/method-not-allowed"));
        given().contentType("text/plain")
                .body("hello")
                .post("/v1/sessions")
                .then()
                .statusCode(415)
                .body("type", equalTo("/problems/unsupported-media-type"));
    }

    @Test
    void every_problem_type_has_its_sentences_and_its_page_in_both_languages() {
        for (ProblemType type : ProblemType.values()) {
            for (Language language : Language.ofAllTexts())
                for (String part : new String[] {".title", ".detail", ".mend"})
                    assertThat(ProblemTexts.has(type.slug() + part, language))
                            .as("%s%s in %s", type.slug(), part, language)
                            .isTrue();
            given().get("/problems/" + type.slug())
                    .then()
                    .statusCode(200)
                    .body(containsString(type.slug()), not(containsString("{")));
        }
    }
}
