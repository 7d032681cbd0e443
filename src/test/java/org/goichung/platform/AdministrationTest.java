package org.goichung.platform;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.goichung.platform.database.Statements;
import org.goichung.platform.database.Transactions;
import org.goichung.support.Door;
import org.junit.jupiter.api.Test;

/** What the administrator does to ways in: only for tenants that there are, and never without a trace. */
@QuarkusTest
class AdministrationTest {
    private static final String VIETTEL = "01900000-0000-7000-8000-000000000001";

    @Test
    void an_account_or_key_for_a_tenant_that_does_not_exist_is_refused_by_its_field() {
        Map<String, String> roles =
                Map.of("steward", "enterpriseId", "union-officer", "unionBodyId", "carrier", "carrierId");
        roles.forEach((role, field) -> post("/v1/accounts", account(role, field, UUID.randomUUID()))
                .then()
                .statusCode(400)
                .body("type", equalTo("/problems/invalid-request"))
                .body("errors.pointer", contains("/" + field)));
        post("/v1/api-keys", Map.of("carrierId", UUID.randomUUID(), "label", "nobody's"))
                .then()
                .statusCode(400)
                .body("errors.pointer", contains("/carrierId"))
                .body("errors.code", contains("unknown-carrier"));
    }

    @Test
    void every_act_stands_in_the_audit_with_who_did_it() {
        String account = made("/v1/accounts", account("carrier", "carrierId", UUID.fromString(VIETTEL)));
        post("/v1/accounts/" + account + "/disable", null).then().statusCode(204);
        String key = made("/v1/api-keys", Map.of("carrierId", VIETTEL, "label", "usage feed"));
        post("/v1/api-keys/" + key + "/revoke", null).then().statusCode(204);
        assertThat(audited(account)).containsExactly("account-made", "account-disabled");
        assertThat(audited(key)).containsExactly("api-key-issued", "api-key-revoked");
    }

    @Test
    void a_refused_act_leaves_no_trace() {
        UUID nobodys = UUID.randomUUID();
        post("/v1/accounts/" + nobodys + "/disable", null).then().statusCode(404);
        post("/v1/api-keys/" + nobodys + "/revoke", null).then().statusCode(404);
        assertThat(audited(nobodys.toString())).isEmpty();
    }

    private static Map<String, Object> account(String role, String field, UUID tenant) {
        return Map.of(
                "login", "ai-do-" + UUID.randomUUID(), "password", "mot cau dai de nho", "role", role, field, tenant);
    }

    private static List<String> audited(String subject) {
        return Door.await(() -> Statements.of(Door.bean(Transactions.class).systemPool())
                        .select(
                                "SELECT action FROM audit_entry WHERE subject = $1 AND tenant = 'administration:system'"
                                        + " AND actor LIKE 'account:%' ORDER BY occurred_at, id",
                                UUID.fromString(subject)))
                .stream()
                .map(row -> (String) row[0])
                .toList();
    }

    private static String made(String path, Map<String, ?> body) {
        return post(path, body).then().statusCode(201).extract().path("id");
    }

    private static Response post(String path, Map<String, ?> body) {
        var request = given().auth().oauth2(Door.admin()).contentType("application/json");
        return (body == null ? request : request.body(body)).post(path);
    }
}
