package org.goichung.platform;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.not;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.goichung.support.Door;
import org.junit.jupiter.api.Test;

/** The same key, seen from outside, on a POST that makes a carrier. */
@QuarkusTest
class OnceTest {

    @Test
    void the_same_key_and_body_get_the_same_answer_byte_for_byte() {
        String admin = Door.admin();
        String key = UUID.randomUUID().toString();
        String body = carrier();
        Response first = post(admin, key, body);
        Response again = post(admin, key, body);
        assertThat(first.statusCode()).as(first.asString()).isEqualTo(201);
        assertThat(again.statusCode()).isEqualTo(201);
        assertThat(again.asByteArray()).isEqualTo(first.asByteArray());
        assertThat(again.header("Location")).isEqualTo(first.header("Location"));
        assertThat(again.header("Idempotency-Replayed")).isEqualTo("true");
    }

    @Test
    void the_same_key_with_another_body_is_refused() {
        String admin = Door.admin();
        String key = UUID.randomUUID().toString();
        post(admin, key, carrier()).then().statusCode(201);
        post(admin, key, carrier()).then().statusCode(422).body("type", equalTo("/problems/idempotency-key-reused"));
    }

    @Test
    void the_key_of_another_person_is_another_key() {
        String key = UUID.randomUUID().toString();
        post(Door.admin(), key, carrier()).then().statusCode(201);
        post(Door.admin(), key, carrier()).then().statusCode(201);
    }

    @Test
    void a_refusal_of_the_domain_is_kept_under_its_key_and_a_fault_of_form_is_not() {
        String admin = Door.admin();
        String body = carrier();
        post(admin, UUID.randomUUID().toString(), body).then().statusCode(201);
        String key = UUID.randomUUID().toString();
        Response refused = post(admin, key, body);
        assertThat(refused.statusCode()).isEqualTo(409);
        assertThat(post(admin, key, body).asByteArray()).isEqualTo(refused.asByteArray());

        String other = UUID.randomUUID().toString();
        post(admin, other, "{}").then().statusCode(400);
        post(admin, other, carrier()).then().statusCode(201);
    }

    @Test
    void without_a_key_or_with_a_broken_one_nothing_happens() {
        given().auth()
                .oauth2(Door.admin())
                .contentType("application/json")
                .body(carrier())
                .post("/v1/carriers")
                .then()
                .statusCode(400)
                .body("type", equalTo("/problems/idempotency-key-required"));
        post(Door.admin(), "k".repeat(256), carrier())
                .then()
                .statusCode(400)
                .body("type", equalTo("/problems/idempotency-key-invalid"));
    }

    @Test
    void of_many_at_once_with_one_key_one_acts_and_the_others_wait_or_hear_the_same() throws Exception {
        String admin = Door.admin();
        String key = UUID.randomUUID().toString();
        String body = carrier();
        List<Response> answers = new ArrayList<>();
        try (var threads = Executors.newFixedThreadPool(8)) {
            List<Callable<Response>> calls = new ArrayList<>();
            for (int i = 0; i < 16; i++) calls.add(() -> post(admin, key, body));
            for (Future<Response> answer : threads.invokeAll(calls)) answers.add(answer.get());
        }
        assertThat(answers).extracting(Response::statusCode).containsAnyOf(201).isSubsetOf(201, 409);
        assertThat(answers.stream()
                        .filter(answer -> answer.statusCode() == 201)
                        .map(Response::asString)
                        .distinct())
                .hasSize(1);
        answers.stream().filter(answer -> answer.statusCode() == 409).forEach(answer -> answer.then()
                .body("type", equalTo("/problems/idempotency-key-in-use"))
                .header("Retry-After", not(equalTo(null))));
    }

    private static String carrier() {
        String code = "T"
                + UUID.randomUUID().toString().replace("-", "").substring(0, 8).toUpperCase(java.util.Locale.ROOT);
        return "{\"code\":\"%s\",\"name\":\"Nhà mạng thử\",\"shortCode\":\"199\"}".formatted(code);
    }

    private static Response post(String token, String key, String body) {
        return given().auth()
                .oauth2(token)
                .contentType("application/json")
                .header("Idempotency-Key", key)
                .body(body)
                .post("/v1/carriers");
    }
}
