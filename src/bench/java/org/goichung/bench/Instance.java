package org.goichung.bench;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.goichung.bench.inside.DrawOrder;
import org.goichung.bench.inside.Drawn;

/** One service, a process of its own on the shared database. */
final class Instance implements AutoCloseable {
    /** A small server's: what is measured has to fit. */
    static final String HEAP = "-Xmx512m";

    private static final ObjectMapper JSON =
            new ObjectMapper().disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES);
    private static final Duration READY_WITHIN = Duration.ofMinutes(10);
    private static final HttpClient HTTP = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(Duration.ofSeconds(2))
            .build();

    private final Process process;
    private final int port;

    private Instance(Process process, int port) {
        this.process = process;
        this.port = port;
    }

    static Instance start(Path jar, String heap, Map<String, String> settings, Path log) throws IOException {
        int port = freePort();
        var command = new ArrayList<String>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        if (Runtime.version().feature() >= 24)
            command.addAll(List.of("--enable-native-access=ALL-UNNAMED", "--sun-misc-unsafe-memory-access=allow"));
        // as ./goichung starts it
        command.addAll(List.of("-XX:+UseSerialGC", heap));
        String more = System.getenv("BENCH_JAVA_OPTIONS");
        if (more != null) command.addAll(List.of(more.split(" ")));
        command.addAll(List.of("-jar", jar.toString()));
        var builder = new ProcessBuilder(command).redirectErrorStream(true).redirectOutput(log.toFile());
        builder.environment().keySet().removeIf(key -> key.startsWith("GOICHUNG_") || key.startsWith("QUARKUS_"));
        builder.environment().putAll(settings);
        builder.environment().put("QUARKUS_HTTP_PORT", Integer.toString(port));
        builder.environment().put("QUARKUS_HTTP_HOST", "127.0.0.1");
        var instance = new Instance(builder.start(), port);
        instance.awaitReady(log);
        return instance;
    }

    ProcessHandle process() {
        return process.toHandle();
    }

    int port() {
        return port;
    }

    Drawn draw(DrawOrder order) {
        return read(post("/bench/draws", JSON.valueToTree(order)), Drawn.class);
    }

    /** Heap that lives after a collection, and resident memory, in bytes. */
    long[] memory() {
        JsonNode told = send(request("/bench/memory").GET().build());
        return new long[] {
            told.path("heapBytes").longValue(), told.path("residentBytes").longValue()
        };
    }

    /** What the answer holds under that name; empty where it has none. */
    String post(String path, String name) {
        return post(path, JSON.createObjectNode()).path(name).asText();
    }

    JsonNode post(String path) {
        return post(path, JSON.createObjectNode());
    }

    JsonNode get(String path) {
        return send(request(path).GET().build());
    }

    private JsonNode post(String path, JsonNode body) {
        return send(request(path)
                .header("Content-Type", "application/json")
                .POST(BodyPublishers.ofString(body.toString()))
                .build());
    }

    private HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + path))
                .timeout(Duration.ofMinutes(5));
    }

    private static JsonNode send(HttpRequest request) {
        try {
            HttpResponse<String> answer = HTTP.send(request, BodyHandlers.ofString());
            if (answer.statusCode() >= 300)
                throw new IllegalStateException(request.uri() + ": " + answer.statusCode() + " " + answer.body());
            return JSON.readTree(answer.body());
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        } catch (InterruptedException stop) {
            throw new IllegalStateException(stop);
        }
    }

    private static <T> T read(JsonNode json, Class<T> type) {
        try {
            return JSON.treeToValue(json, type);
        } catch (JsonProcessingException other) {
            throw new UncheckedIOException(other);
        }
    }

    private void awaitReady(Path log) {
        long deadline = System.nanoTime() + READY_WITHIN.toNanos();
        while (!isReady()) {
            if (!process.isAlive() || System.nanoTime() > deadline)
                throw new IllegalStateException("the service did not start; see " + log);
            pause();
        }
    }

    private boolean isReady() {
        try {
            var ready = request("/q/health/ready").GET().build();
            return HTTP.send(ready, BodyHandlers.discarding()).statusCode() == 200;
        } catch (IOException notThere) {
            return false;
        } catch (InterruptedException stop) {
            throw new IllegalStateException(stop);
        }
    }

    private static void pause() {
        try {
            Thread.sleep(100);
        } catch (InterruptedException stop) {
            throw new IllegalStateException(stop);
        }
    }

    private static int freePort() throws IOException {
        try (var socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        }
    }

    @Override
    public void close() {
        process.destroy();
        try {
            if (!process.waitFor(30, TimeUnit.SECONDS)) process.destroyForcibly();
        } catch (InterruptedException stop) {
            process.destroyForcibly();
        }
    }
}
