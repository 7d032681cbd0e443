package org.goichung.support;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;

/**
 * The packaged service as a second process, with settings and a data folder of its own under {@code target/service}. It can be
 * started, killed and started again; closing it ends its process and its database's.
 */
public final class Service implements AutoCloseable {
    private static final Duration READY_WITHIN = Duration.ofSeconds(120);
    private static final Duration ENDED_WITHIN = Duration.ofSeconds(60);
    private static final HttpClient HTTP =
            HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(2)).build();

    /** What a run that ended by itself left behind. */
    public record Ended(int status, String out, String err) {}

    private final String name;
    private final Path folder;
    private final Map<String, String> settings = new LinkedHashMap<>();
    private Process process;
    private int runs;

    private Service(String name) {
        this.name = name;
        this.folder = newFolder(name);
        settings.put("GOICHUNG_DATA_DIR", folder.resolve("data").toString());
        settings.put("GOICHUNG_DEMO", "false");
        settings.put("QUARKUS_HTTP_PORT", Integer.toString(freePort()));
    }

    /** A service without demo on a free port, with an empty data folder. */
    public static Service named(String name) {
        return new Service(name);
    }

    public Service with(String setting, String value) {
        settings.put(setting, value);
        return this;
    }

    /** Starts it and waits until it is ready. */
    public Service start() {
        return startBy(jar());
    }

    /** Starts it by the README's first command. */
    public Service startByScript() {
        return startBy(List.of("./goichung"));
    }

    private Service startBy(List<String> command) {
        launch(command);
        eventually("ready", READY_WITHIN, () -> {
            if (!process.isAlive()) throw new AssertionError("the service ended: " + out() + err());
            return isReady();
        });
        return this;
    }

    /** Starts it and waits until it ends by itself, as a refused start does. */
    public Ended runToItsEnd() {
        launch(jar());
        return awaitEnd();
    }

    /** Runs one of its commands with these settings, while it does not serve. */
    public Ended command(String... arguments) {
        var command = new ArrayList<>(jar());
        command.addAll(List.of(arguments));
        launch(command);
        return awaitEnd();
    }

    public boolean isReady() {
        try {
            return get("/q/health/ready").statusCode() == 200;
        } catch (UncheckedIOException notThere) {
            return false;
        }
    }

    /** As a power cut would: the process has no say in it. The database's server lives on. */
    public void kill() {
        process.destroyForcibly();
        awaitEnd();
    }

    /** SIGTERM, and wait for the end. */
    public Ended terminate() {
        process.destroy();
        return awaitEnd();
    }

    /** The embedded database's server, if one lives. */
    public Optional<ProcessHandle> postmaster() {
        try {
            long pid = Long.parseLong(Files.readAllLines(dataFolder().resolve("database/postmaster.pid"))
                    .getFirst()
                    .strip());
            return ProcessHandle.of(pid).filter(ProcessHandle::isAlive);
        } catch (IOException | RuntimeException none) {
            return Optional.empty();
        }
    }

    public Path dataFolder() {
        return Path.of(settings.get("GOICHUNG_DATA_DIR"));
    }

    public int port() {
        return Integer.parseInt(settings.get("QUARKUS_HTTP_PORT"));
    }

    public HttpResponse<String> get(String path, String... headers) {
        return send(request(path, headers).GET().build());
    }

    public HttpResponse<String> post(String path, String json, String... headers) {
        return send(request(path, headers)
                .header("Content-Type", "application/json")
                .POST(BodyPublishers.ofString(json))
                .build());
    }

    public String out() {
        return text("out");
    }

    public String err() {
        return text("err");
    }

    @Override
    public void close() {
        if (process != null && process.isAlive()) terminate();
        postmaster().ifPresent(left -> {
            left.destroyForcibly();
            left.onExit().join();
        });
    }

    /** Asks again and again until it is so. */
    public static void eventually(String what, Duration within, BooleanSupplier so) {
        long deadline = System.nanoTime() + within.toNanos();
        while (!so.getAsBoolean()) {
            if (System.nanoTime() > deadline) throw new AssertionError("not " + what + " within " + within);
            try {
                Thread.sleep(100);
            } catch (InterruptedException stop) {
                throw new IllegalStateException(stop);
            }
        }
    }

    /** One that no outgoing connection is given, so that a service that is started again finds it still free. */
    public static int freePort() {
        while (true) {
            int port = ThreadLocalRandom.current().nextInt(15_000, 32_000);
            try (var socket = new ServerSocket(port)) {
                return socket.getLocalPort();
            } catch (IOException taken) {
                // another one, then
            }
        }
    }

    private static List<String> jar() {
        String java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
        var command = new ArrayList<>(List.of(java, "-XX:+UseSerialGC"));
        // as ./goichung does: libraries' warnings would stand beside the one sentence
        if (Runtime.version().feature() >= 24)
            command.addAll(List.of("--enable-native-access=ALL-UNNAMED", "--sun-misc-unsafe-memory-access=allow"));
        command.addAll(List.of("-jar", System.getProperty("goichung.jar", "target/quarkus-app/quarkus-run.jar")));
        return command;
    }

    private void launch(List<String> command) {
        runs++;
        try {
            var builder = new ProcessBuilder(command)
                    .redirectOutput(file("out").toFile())
                    .redirectError(file("err").toFile());
            builder.environment().keySet().removeIf(key -> key.startsWith("GOICHUNG_") || key.startsWith("QUARKUS_"));
            builder.environment().put("JAVA_HOME", System.getProperty("java.home"));
            builder.environment().putAll(settings);
            process = builder.start();
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    private Ended awaitEnd() {
        try {
            if (!process.waitFor(ENDED_WITHIN.toSeconds(), TimeUnit.SECONDS)) {
                process.destroyForcibly();
                throw new AssertionError(name + " did not end within " + ENDED_WITHIN + ": " + out());
            }
            return new Ended(process.exitValue(), out(), err());
        } catch (InterruptedException stop) {
            throw new IllegalStateException(stop);
        }
    }

    private HttpRequest.Builder request(String path, String... headers) {
        var request = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port() + path))
                .timeout(Duration.ofSeconds(20));
        return headers.length == 0 ? request : request.headers(headers);
    }

    private static HttpResponse<String> send(HttpRequest request) {
        try {
            return HTTP.send(request, BodyHandlers.ofString());
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        } catch (InterruptedException stop) {
            throw new IllegalStateException(stop);
        }
    }

    private Path file(String stream) {
        return folder.resolve(runs + "." + stream);
    }

    private String text(String stream) {
        try {
            return Files.readString(file(stream));
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    private static Path newFolder(String name) {
        try {
            Path parent = Files.createDirectories(Path.of("target", "service").toAbsolutePath());
            return Files.createTempDirectory(parent, name + "-");
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }
}
