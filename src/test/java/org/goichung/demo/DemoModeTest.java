package org.goichung.demo;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import java.util.Map;
import java.util.UUID;
import org.goichung.platform.identity.Accounts;
import org.goichung.platform.identity.ApiKeys;
import org.goichung.platform.identity.CarrierId;
import org.goichung.platform.identity.Role;
import org.goichung.platform.identity.Sessions;
import org.goichung.support.Door;
import org.junit.jupiter.api.Test;

/** Outside demo mode nothing of the demo opens a door, though its accounts and keys are still in the database. */
@QuarkusTest
class DemoModeTest {
    private static final CarrierId VIETTEL = new CarrierId(UUID.fromString("01900000-0000-7000-8000-000000000001"));

    @Test
    void a_demo_account_gets_no_token_and_is_told_why() {
        String login = demoAccount("a demo's password");
        for (String language : new String[] {"vi", "en"})
            given().contentType("application/json")
                    .header("Accept-Language", language)
                    .body(Map.of("login", login, "password", "a demo's password"))
                    .post("/v1/sessions")
                    .then()
                    .statusCode(403)
                    .body("type", equalTo("/problems/demo-account"))
                    .body(
                            "title",
                            equalTo(language.equals("vi") ? "Tài khoản của bản dùng thử" : "An account of the demo"));
    }

    @Test
    void who_does_not_know_its_password_learns_nothing_of_it() {
        given().contentType("application/json")
                .body(Map.of("login", demoAccount("a demo's password"), "password", "a guess"))
                .post("/v1/sessions")
                .then()
                .statusCode(401)
                .body("type", equalTo("/problems/wrong-credentials"));
    }

    @Test
    void a_token_from_the_days_of_the_demo_opens_nothing() {
        String login = demoAccount("a demo's password");
        var account = Door.await(() -> Door.bean(Accounts.class).withPassword(login, "a demo's password"))
                .orElseThrow();
        given().auth()
                .oauth2(Door.bean(Sessions.class).issue(account))
                .get("/v1/packages")
                .then()
                .statusCode(401);
    }

    @Test
    void a_demo_key_opens_nothing() {
        String key = "gck_demo_" + UUID.randomUUID();
        Door.await(() -> Door.bean(ApiKeys.class).putDemo(UUID.randomUUID(), VIETTEL, "the demo's", key));
        given().header("X-API-Key", key).get("/v1/activations").then().statusCode(401);
        given().header("X-API-Key", Door.apiKey(VIETTEL.value()))
                .get("/v1/activations")
                .then()
                .statusCode(200);
    }

    @Test
    void the_demos_own_addresses_are_not_there_for_anybody() {
        for (String token : new String[] {"", Door.admin(), Door.steward(UUID.randomUUID())}) {
            isNotThere(as(token).get("/demo/credentials"));
            isNotThere(as(token).body("{\"advanceSeconds\":1}").post("/demo/clock"));
            isNotThere(as(token).body("{\"msisdn\":\"0912345678\"}").post("/demo/sms"));
        }
    }

    private static RequestSpecification as(String token) {
        var request = given().contentType("application/json");
        return token.isEmpty() ? request : request.auth().oauth2(token);
    }

    private static void isNotThere(Response answer) {
        assertThat(answer.statusCode()).as(answer.asString()).isEqualTo(404);
        assertThat(answer.<String>path("type")).isEqualTo("/problems/not-found");
    }

    private static String demoAccount(String password) {
        String login = "demo-" + UUID.randomUUID();
        Door.await(() -> Door.bean(Accounts.class).put(login, password, Role.ADMIN, null, null, null, null, true));
        return login;
    }
}
