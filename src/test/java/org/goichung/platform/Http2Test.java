package org.goichung.platform;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.Socket;
import java.net.SocketException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpClient.Version;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

/** Frames of HTTP/2 need not say how long a body is; so nobody gets to send them here. */
@QuarkusTest
class Http2Test {
    @TestHTTPResource("/v1/sessions")
    URI sessions;

    @Test
    void who_would_like_http_2_is_answered_over_http_1_with_the_same_bound_on_bodies() throws Exception {
        try (var http = HttpClient.newBuilder().version(Version.HTTP_2).build()) {
            for (int again = 0; again < 2; again++) {
                var small = send(http, "{\"login\":\"\"}".getBytes(StandardCharsets.UTF_8));
                assertThat(small.version()).isEqualTo(Version.HTTP_1_1);
                assertThat(small.body()).contains("/problems/invalid-request");
            }
            var large = send(http, new byte[3 << 20]);
            assertThat(large.version()).isEqualTo(Version.HTTP_1_1);
            assertThat(large.statusCode()).isEqualTo(413);
            assertThat(large.body()).contains("/problems/body-too-large");
        }
    }

    @Test
    void who_speaks_http_2_without_asking_is_not_answered_in_it() throws Exception {
        try (var socket = new Socket(sessions.getHost(), sessions.getPort())) {
            socket.setSoTimeout(20_000);
            var out = socket.getOutputStream();
            out.write("PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n".getBytes(StandardCharsets.US_ASCII));
            // an empty frame of settings
            out.write(new byte[] {0, 0, 0, 4, 0, 0, 0, 0, 0});
            out.flush();
            assertThat(answer(socket)).matches(head -> head.isEmpty() || head.startsWith("HTTP/"));
        }
    }

    /** As much as a frame's head is long, which is no text; nothing where the connection is shut without a word. */
    private static String answer(Socket socket) throws IOException {
        try {
            return new String(socket.getInputStream().readNBytes(9), StandardCharsets.US_ASCII);
        } catch (SocketException shut) {
            return "";
        }
    }

    private HttpResponse<String> send(HttpClient http, byte[] body) throws Exception {
        var request = HttpRequest.newBuilder(sessions)
                .header("Content-Type", "application/json")
                .POST(BodyPublishers.ofInputStream(() -> new ByteArrayInputStream(body)))
                .build();
        return http.send(request, BodyHandlers.ofString());
    }
}
