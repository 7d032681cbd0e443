package org.goichung.dashboard;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.greaterThan;
import static org.hamcrest.Matchers.hasItem;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.goichung.support.Door;
import org.goichung.workforce.TestPeople;
import org.junit.jupiter.api.Test;

/** The worker's own door as a phone meets it. */
@QuarkusTest
class WorkerDoorTest {
    private final TestPeople people = new TestPeople();

    @Inject
    TestPhones phones;

    @Test
    void a_known_and_an_unknown_number_get_the_same_answer_and_only_the_known_one_an_sms() {
        String known = registered();
        String unknown = people.number();
        Response forKnown = ask(spaced(known));
        Response forUnknown = ask(unknown);
        assertThat(forKnown.statusCode()).isEqualTo(202);
        assertThat(forUnknown.statusCode()).isEqualTo(202);
        assertThat(forKnown.asString()).isEqualTo(forUnknown.asString());
        assertThat(phones.codeFor(known)).isNotNull();
        assertThat(phones.codeFor(unknown)).isNull();

        String page = typed(known);
        assertThat(page.replace(spaced(known), "")).isEqualTo(typed(unknown).replace(spaced(unknown), ""));
        assertThat(page).contains("Nếu số", "có trong danh sách").doesNotContain("<script");
    }

    @Test
    void the_right_code_gives_a_workers_token_once() {
        String number = registered();
        ask(number);
        String code = phones.codeFor(number);
        String token = prove("+84" + number.substring(1), code)
                .then()
                .statusCode(200)
                .extract()
                .path("token");
        given().auth().oauth2(token).get("/v1/packages").then().statusCode(200);
        given().auth().oauth2(token).get("/v1/api-keys").then().statusCode(403);
        prove(number, code).then().statusCode(422).body("type", equalTo("/problems/wrong-code"));
    }

    @Test
    void behind_the_right_code_stands_the_personal_answer_and_behind_a_wrong_one_the_form_again() {
        String number = registered();
        ask(number);
        String code = phones.codeFor(number);
        String again = answer(number, code.equals("000000") ? "000001" : "000000", 422);
        assertThat(again).contains("Mã chưa đúng", "name=\"code\"");
        String page = answer(spaced(number), code.substring(0, 3) + " " + code.substring(3), 200);
        assertThat(page)
                .contains("<h1>", "công đoàn", "Xem cho số khác")
                .doesNotContain(number)
                .doesNotContain(spaced(number))
                .doesNotContain("<script");
        assertThat(answer(number, code, 422)).contains("Mã chưa đúng");
    }

    @Test
    void five_wrong_codes_use_the_code_up() {
        String number = registered();
        ask(number);
        String code = phones.codeFor(number);
        String wrong = code.equals("000000") ? "000001" : "000000";
        for (int i = 0; i < 5; i++) prove(number, wrong).then().statusCode(422);
        prove(number, code).then().statusCode(422).body("type", equalTo("/problems/wrong-code"));
    }

    @Test
    void a_number_that_asks_too_often_has_to_wait_known_or_not() {
        for (String number : new String[] {registered(), people.number()}) {
            for (int i = 0; i < 5; i++) assertThat(ask(number).statusCode()).isEqualTo(202);
            ask(number)
                    .then()
                    .statusCode(429)
                    .header("Retry-After", Integer::parseInt, greaterThan(60))
                    .body("type", equalTo("/problems/too-many-requests"));
            given().contentType("application/x-www-form-urlencoded; charset=UTF-8")
                    .formParam("msisdn", number)
                    .post("/")
                    .then()
                    .statusCode(429)
                    .header("Retry-After", Integer::parseInt, greaterThan(60))
                    .contentType("text/html");
        }
    }

    @Test
    void what_is_no_number_is_told_by_pointer_and_on_the_page_in_words() {
        ask("12345").then().statusCode(400).body("errors.pointer", hasItem("/msisdn"));
        prove("0912345678", "12 456").then().statusCode(400).body("errors.pointer", hasItem("/code"));
        String page = given().contentType("application/x-www-form-urlencoded; charset=UTF-8")
                .formParam("msisdn", "<b>12345")
                .post("/")
                .then()
                .statusCode(400)
                .extract()
                .asString();
        assertThat(page).contains("Nhập đủ 10 chữ số").doesNotContain("<b>12345");
    }

    @Test
    void the_page_is_small_has_one_field_and_is_kept_by_nobody() {
        Response page = given().get("/");
        assertThat(page.statusCode()).isEqualTo(200);
        assertThat(page.header("Cache-Control")).contains("no-store");
        assertThat(page.header("Content-Security-Policy")).contains("default-src 'none'");
        assertThat(page.asString())
                .contains("lang=\"vi\"", "Số điện thoại của bạn")
                .doesNotContain("<script")
                .doesNotContain("style=")
                .containsOnlyOnce("<input id=");
        assertThat(page.asByteArray().length).isLessThan(4_000);
        given().get("/worker.css").then().statusCode(200);
    }

    @Test
    void no_page_is_kept_framed_scripted_or_told_of_to_others() {
        String number = registered();
        ask(number);
        for (Response page : List.of(
                given().get("/"),
                form("/", Map.of("msisdn", "12345")),
                form("/", Map.of("msisdn", number)),
                form("/answer", Map.of("msisdn", number, "code", "12")),
                form("/answer", Map.of("msisdn", number, "code", phones.codeFor(number))))) {
            assertThat(page.contentType()).isEqualToIgnoringCase("text/html;charset=UTF-8");
            assertThat(page.header("Cache-Control")).isEqualTo("no-store");
            assertThat(page.header("Content-Security-Policy"))
                    .contains("default-src 'none'", "form-action 'self'", "frame-ancestors 'none'", "base-uri 'none'")
                    .doesNotContain("unsafe");
            assertThat(page.header("Referrer-Policy")).isEqualTo("no-referrer");
            assertThat(page.header("X-Content-Type-Options")).isEqualTo("nosniff");
            assertThat(page.headers().hasHeaderWithName("Set-Cookie")).isFalse();
        }
    }

    @Test
    void outside_the_demo_nobody_is_shown_a_code() {
        String number = registered();
        ask(number);
        given().contentType("application/json")
                .body(Map.of("msisdn", number))
                .post("/demo/sms")
                .then()
                .statusCode(404);
    }

    private String registered() {
        String enterprise = people.enterprise();
        String number = people.number();
        people.register(Door.steward(UUID.fromString(enterprise)), enterprise, people.nationalId(), number);
        return number;
    }

    private static String spaced(String number) {
        return number.substring(0, 4) + " " + number.substring(4, 7) + " " + number.substring(7);
    }

    private static Response ask(String number) {
        return given().contentType("application/json")
                .body(Map.of("msisdn", number))
                .post("/v1/worker-codes");
    }

    private static Response prove(String number, String code) {
        return given().contentType("application/json")
                .body(Map.of("msisdn", number, "code", code))
                .post("/v1/worker-sessions");
    }

    private static Response form(String path, Map<String, String> fields) {
        return given().contentType("application/x-www-form-urlencoded; charset=UTF-8")
                .formParams(fields)
                .post(path);
    }

    private static String answer(String number, String code, int status) {
        return given().contentType("application/x-www-form-urlencoded; charset=UTF-8")
                .formParam("msisdn", number)
                .formParam("code", code)
                .post("/answer")
                .then()
                .statusCode(status)
                .extract()
                .asString();
    }

    private static String typed(String number) {
        return given().contentType("application/x-www-form-urlencoded; charset=UTF-8")
                .formParam("msisdn", number)
                .post("/")
                .then()
                .statusCode(200)
                .extract()
                .asString();
    }
}
