package org.goichung.demo;

import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The public API as somebody outside uses it: a token or a key, JSON, and nothing else. Blocking. */
final class DemoApi {
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    private final HttpClient http;
    private final URI base;
    private final @Nullable String header;
    private final String credential;

    private DemoApi(HttpClient http, URI base, @Nullable String header, String credential) {
        this.http = http;
        this.base = base;
        this.header = header;
        this.credential = credential;
    }

    static DemoApi at(URI base) {
        var http = HttpClient.newBuilder()
                .version(HttpClient.Version.HTTP_1_1)
                .connectTimeout(PATIENCE)
                .build();
        return new DemoApi(http, base, null, "");
    }

    DemoApi withToken(String token) {
        return new DemoApi(http, base, "Authorization", "Bearer " + token);
    }

    DemoApi withKey(String apiKey) {
        return new DemoApi(http, base, "X-API-Key", apiKey);
    }

    /** A token of the account, as anybody logs in. */
    String logIn(String login, String password) {
        var credentials = new JsonObject().put("login", login).put("password", password);
        return json(send(request("/v1/sessions", "application/json").POST(body(credentials))))
                .getString("token");
    }

    JsonObject get(String path) {
        return json(send(request(path, null).GET()));
    }

    List<JsonObject> items(String path) {
        return objects(get(path).getJsonArray("items"));
    }

    /** Every item of a list, page by page. */
    List<JsonObject> all(String path) {
        var items = new ArrayList<JsonObject>();
        String next = null;
        do {
            var page = get(path + "&limit=200" + (next == null ? "" : "&after=" + next));
            items.addAll(objects(page.getJsonArray("items")));
            next = page.getString("next");
        } while (next != null);
        return items;
    }

    /** The object and its version. */
    long versionOf(String path) {
        var etag = send(request(path, null).GET()).headers().firstValue("ETag").orElse("\"0\"");
        return Long.parseLong(etag.replace("\"", ""));
    }

    /** @param key of the operation; the same on a retry */
    JsonObject post(String path, String key, JsonObject body) {
        return json(send(
                request(path, "application/json").header("Idempotency-Key", key).POST(body(body))));
    }

    JsonObject post(String path, JsonObject body) {
        return post(path, UUID.randomUUID().toString(), body);
    }

    /** A move of an aggregate at a version; without a body where null. */
    JsonObject move(String path, String key, long version, @Nullable JsonObject body) {
        var request = request(path, body == null ? null : "application/json")
                .header("Idempotency-Key", key)
                .header("If-Match", "\"" + version + "\"");
        return json(send(request.POST(body == null ? BodyPublishers.noBody() : body(body))));
    }

    /** A body of another kind: a roster, a batch of usage. */
    JsonObject upload(String path, String contentType, String text) {
        return json(send(request(path, contentType).POST(BodyPublishers.ofString(text))));
    }

    /** A body that is answered with lines. */
    List<JsonObject> lines(String path, String contentType, String text) {
        return send(request(path, contentType).POST(BodyPublishers.ofString(text)))
                .body()
                .lines()
                .map(JsonObject::new)
                .toList();
    }

    static List<JsonObject> objects(JsonArray array) {
        return array.stream().map(JsonObject.class::cast).toList();
    }

    private HttpRequest.Builder request(String path, @Nullable String contentType) {
        var request =
                HttpRequest.newBuilder(base.resolve(path)).timeout(PATIENCE).header("Accept-Language", "en");
        if (header != null) request.header(header, credential);
        if (contentType != null) request.header("Content-Type", contentType);
        return request;
    }

    private static HttpRequest.BodyPublisher body(JsonObject body) {
        return BodyPublishers.ofString(body.encode());
    }

    private HttpResponse<String> send(HttpRequest.Builder builder) {
        var request = builder.build();
        try {
            var answer = http.send(request, BodyHandlers.ofString());
            if (answer.statusCode() >= 300)
                throw new ApiRefusal(
                        request.method() + " " + request.uri().getPath(), answer.statusCode(), answer.body());
            return answer;
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        } catch (InterruptedException stop) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(stop);
        }
    }

    private static JsonObject json(HttpResponse<String> answer) {
        return answer.body().isBlank() ? new JsonObject() : new JsonObject(answer.body());
    }

    /** What the API did not take. */
    static final class ApiRefusal extends RuntimeException {
        private static final long serialVersionUID = 1L;

        private final int status;

        ApiRefusal(String what, int status, String problem) {
            super(what + " was answered with " + status + ": " + problem);
            this.status = status;
        }

        int status() {
            return status;
        }
    }
}
