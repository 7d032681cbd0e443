package org.goichung.partner.usage;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.arc.Arc;
import io.quarkus.arc.ClientProxy;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.goichung.support.Door;
import org.goichung.support.Service;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Senders that begin a body and fall silent. */
@QuarkusTest
class StalledUsageTest {
    private static final Duration SOON = Duration.ofSeconds(30);

    @TestHTTPResource("/v1/usage-events")
    URI usage;

    private final List<Socket> silent = new ArrayList<>();
    private final UsageRoute route =
            ClientProxy.unwrap(Arc.container().instance(UsageRoute.class).get());
    private final Duration silence = route.silence;

    @AfterEach
    void end() throws IOException {
        route.silence = silence;
        for (Socket each : silent) each.close();
    }

    @Test
    void one_carriers_silent_bodies_keep_no_other_out() throws Exception {
        String stalling = Door.apiKey(UUID.randomUUID());
        String other = Door.apiKey(UUID.randomUUID());
        // one more each time: a short body may hold the last place while a silent one is turned away
        Service.eventually("the stalling one is turned away", SOON, () -> {
            beginBody(stalling);
            return send(stalling) == 429;
        });
        assertThat(send(other)).isEqualTo(200);
        for (Socket each : silent) each.close();
        Service.eventually("its places are free again", SOON, () -> send(stalling) == 200);
    }

    @Test
    void a_body_of_which_nothing_comes_any_more_is_given_up() throws Exception {
        route.silence = Duration.ofMillis(500);
        Socket socket = beginBody(Door.apiKey(UUID.randomUUID()));
        socket.setSoTimeout((int) SOON.toMillis());
        byte[] answer = new byte[4_096];
        int read = socket.getInputStream().read(answer);
        assertThat(new String(answer, 0, Math.max(0, read), StandardCharsets.UTF_8))
                .startsWith("HTTP/1.1 400")
                .containsIgnoringCase("application/problem+json");
    }

    private Socket beginBody(String key) {
        try {
            return begin(key);
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    private Socket begin(String key) throws IOException {
        var socket = new Socket(usage.getHost(), usage.getPort());
        silent.add(socket);
        socket.getOutputStream().write("""
                        POST /v1/usage-events HTTP/1.1\r
                        Host: localhost\r
                        X-API-Key: %s\r
                        Content-Type: application/x-ndjson\r
                        Transfer-Encoding: chunked\r
                        \r
                        1\r
                        {\r
                        """.formatted(key).getBytes(StandardCharsets.UTF_8));
        return socket;
    }

    private static int send(String key) {
        return given().header("X-API-Key", key)
                .contentType("application/json")
                .body("[]")
                .post("/v1/usage-events")
                .statusCode();
    }
}
