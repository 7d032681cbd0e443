package org.goichung.contract;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.goichung.contract.Tenant.Caller;

/** The stream of events as somebody hears it. */
final class Heard {
    private Heard() {}

    /** From the first event that is kept on to the first that has the latest in it. */
    static String until(String latest, URI events, Caller caller) throws Exception {
        var request = HttpRequest.newBuilder(events)
                .header(caller.header(), caller.credential())
                .header("Last-Event-ID", "0")
                .build();
        try (var client = HttpClient.newHttpClient()) {
            var answer = client.send(request, BodyHandlers.ofInputStream());
            assertThat(answer.statusCode()).isEqualTo(200);
            var lines = new BufferedReader(new InputStreamReader(answer.body(), StandardCharsets.UTF_8));
            String heard =
                    CompletableFuture.supplyAsync(() -> upTo(latest, lines)).get(30, TimeUnit.SECONDS);
            answer.body().close();
            client.shutdownNow();
            return heard;
        }
    }

    private static String upTo(String latest, BufferedReader lines) {
        var heard = new StringBuilder();
        try {
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                heard.append(line).append('\n');
                if (line.contains(latest)) break;
            }
        } catch (IOException closed) {
            throw new UncheckedIOException(closed);
        }
        return heard.toString();
    }
}
