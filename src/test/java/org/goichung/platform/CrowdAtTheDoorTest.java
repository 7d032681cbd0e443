package org.goichung.platform;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import org.goichung.support.Door;
import org.junit.jupiter.api.Test;

/** Many come at once, each over a connection of its own. */
@QuarkusTest
class CrowdAtTheDoorTest {
    private static final int CLIENTS = 100;
    private static final int REQUESTS = 10;

    @TestHTTPResource("/v1/enterprises?limit=1")
    URI enterprises;

    @Test
    void everybody_of_a_crowd_with_tokens_is_let_in() throws Exception {
        var request = HttpRequest.newBuilder(enterprises)
                .header("Authorization", "Bearer " + Door.admin())
                .version(HttpClient.Version.HTTP_1_1)
                .build();
        var statuses = new ArrayList<Integer>();
        try (var crowd = Executors.newFixedThreadPool(CLIENTS);
                var http = HttpClient.newHttpClient()) {
            Callable<List<Integer>> client = () -> {
                var own = new ArrayList<Integer>();
                for (int i = 0; i < REQUESTS; i++)
                    own.add(http.send(request, BodyHandlers.discarding()).statusCode());
                return own;
            };
            for (var done : crowd.invokeAll(java.util.Collections.nCopies(CLIENTS, client)))
                statuses.addAll(done.get());
        }
        assertThat(statuses).hasSize(CLIENTS * REQUESTS).containsOnly(200);
    }
}
