package org.goichung.quota.crash;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.concurrent.locks.LockSupport;

/** Asks until it has a definite answer, always with the same key and body, as a careful client does. */
final class Caller {
    private static final Duration PATIENCE = Duration.ofMinutes(3);
    private static final Duration BREATH = Duration.ofMillis(50);

    private final HttpClient http = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(Duration.ofSeconds(2))
            .build();
    private final String base;

    Caller(int port) {
        base = "http://127.0.0.1:" + port;
    }

    record Answer(int status, String body) {}

    /** @param headers names and values */
    Answer ask(String path, String contentType, String body, String... headers) {
        var request = HttpRequest.newBuilder(URI.create(base + path))
                .timeout(Duration.ofSeconds(10))
                .header("Content-Type", contentType)
                .headers(headers)
                .POST(BodyPublishers.ofString(body))
                .build();
        long giveUp = System.nanoTime() + PATIENCE.toNanos();
        while (System.nanoTime() < giveUp) {
            try {
                HttpResponse<String> answer = http.send(request, BodyHandlers.ofString());
                if (isDefinite(answer)) return new Answer(answer.statusCode(), answer.body());
            } catch (IOException unknown) {
                // whether it was done, the next answer to the same key will tell
            } catch (InterruptedException stop) {
                throw new IllegalStateException(stop);
            }
            LockSupport.parkNanos(BREATH.toNanos());
        }
        throw new AssertionError("no definite answer within " + PATIENCE + " of POST " + path);
    }

    private static boolean isDefinite(HttpResponse<String> answer) {
        int status = answer.statusCode();
        return status < 500
                && status != 429
                && !(status == 409 && answer.body().contains("/problems/idempotency-key-in-use"));
    }
}
