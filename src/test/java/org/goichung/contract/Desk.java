package org.goichung.contract;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import io.restassured.path.json.JsonPath;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import java.util.UUID;
import java.util.function.BooleanSupplier;

/** What people and machines do over HTTP in a story, where everything goes as it should. */
final class Desk {
    private static final long PATIENCE_NANOS = 60_000_000_000L;

    private Desk() {}

    static JsonPath post(String token, String path, Object body) {
        return done(keyed(token).body(body).post(path));
    }

    /** A move of an aggregate as it stands now, found at its own address. */
    static JsonPath move(String token, String aggregate, String move, Object body) {
        String etag = as(token).get(aggregate).header("ETag");
        RequestSpecification request = keyed(token).header("If-Match", etag);
        if (body != null) request.body(body);
        return done(request.post(aggregate + "/" + move));
    }

    /** The first move of an aggregate that has no address of its own to be read at. */
    static void firstMove(String token, String aggregate, String move) {
        done(keyed(token).header("If-Match", "\"0\"").post(aggregate + "/" + move));
    }

    /** Changes an aggregate as it stands now, by a request to it or below it. */
    static void change(String method, String token, String aggregate, String below, Object body) {
        RequestSpecification request =
                keyed(token).header("If-Match", as(token).get(aggregate).header("ETag"));
        if (body != null) request.body(body);
        Response answer = request.request(method, aggregate + below);
        assertThat(answer.statusCode()).as(answer.asString()).isBetween(200, 299);
    }

    static JsonPath get(String token, String path) {
        return done(as(token).get(path));
    }

    static RequestSpecification as(String token) {
        return given().filter(Held.TO_THE_CONTRACT).auth().oauth2(token);
    }

    static void until(String what, BooleanSupplier so) {
        long deadline = System.nanoTime() + PATIENCE_NANOS;
        while (!so.getAsBoolean()) {
            assertThat(System.nanoTime()).as("waited too long until " + what).isLessThan(deadline);
            try {
                Thread.sleep(50);
            } catch (InterruptedException stopped) {
                throw new IllegalStateException(stopped);
            }
        }
    }

    private static RequestSpecification keyed(String token) {
        return as(token)
                .contentType("application/json")
                .header("Idempotency-Key", UUID.randomUUID().toString());
    }

    private static JsonPath done(Response answer) {
        assertThat(answer.statusCode()).as(answer.asString()).isBetween(200, 299);
        return answer.jsonPath();
    }
}
