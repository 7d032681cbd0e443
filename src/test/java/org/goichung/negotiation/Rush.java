package org.goichung.negotiation;

import static io.restassured.RestAssured.given;

import io.restassured.response.Response;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/** Many who ask at the same moment. */
final class Rush {
    private Rush() {}

    /**
     * A request that is remembered with its key, so that it can be asked again.
     *
     * @param ifMatch null where none is wanted
     * @param body null where there is none
     */
    record Ask(String token, String path, Long ifMatch, Object body, String key) {
        static Ask of(String token, String path, Object body) {
            return new Ask(token, path, null, body, UUID.randomUUID().toString());
        }

        static Ask move(String token, String path, long ifMatch, Object body) {
            return new Ask(token, path, ifMatch, body, UUID.randomUUID().toString());
        }

        Response post() {
            var request = given().auth()
                    .oauth2(token)
                    .contentType("application/json")
                    .header("Accept-Language", "en")
                    .header("Idempotency-Key", key);
            if (ifMatch != null) request.header("If-Match", "\"" + ifMatch + "\"");
            if (body != null) request.body(body);
            return request.post(path);
        }
    }

    /** All start together, each on a thread of its own; what each came to, in their order. */
    static <T> List<T> together(List<Callable<T>> work) throws Exception {
        var start = new CountDownLatch(1);
        List<Future<T>> done = new ArrayList<>();
        try (var threads = Executors.newFixedThreadPool(work.size())) {
            for (Callable<T> each : work)
                done.add(threads.submit(() -> {
                    start.await();
                    return each.call();
                }));
            start.countDown();
        }
        List<T> results = new ArrayList<>();
        for (Future<T> each : done) results.add(each.get());
        return results;
    }

    static List<Response> together(Ask... asks) throws Exception {
        return together(
                Arrays.stream(asks).map(ask -> (Callable<Response>) ask::post).toList());
    }
}
