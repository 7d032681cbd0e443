package org.goichung.demo;

import java.io.IOException;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;

/** The packaged service in demo mode, as a process of its own with a data folder of its own. */
final class RunningDemo implements AutoCloseable {
    private static final Duration PATIENCE = Duration.ofMinutes(4);
    private static final Path JAR = Path.of(System.getProperty("goichung.jar", "target/quarkus-app/quarkus-run.jar"));

    private final Path folder;
    private final int port;
    private Process process;

    RunningDemo() throws Exception {
        folder = Files.createTempDirectory(Files.createDirectories(Path.of("target", "tour")), "run");
        try (var socket = new ServerSocket(0)) {
            port = socket.getLocalPort();
        }
        start();
    }

    String base() {
        return "http://127.0.0.1:" + port;
    }

    Path folder() {
        return folder;
    }

    /** Starts it and waits until it is ready. */
    void start() throws Exception {
        var builder = new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(), "-Xmx768m", "-jar", JAR.toString());
        builder.environment().put("GOICHUNG_DATA_DIR", folder.resolve("data").toString());
        builder.environment().put("QUARKUS_HTTP_PORT", Integer.toString(port));
        builder.environment().put("GOICHUNG_DEMO_SIMULATOR", "false");
        builder.redirectErrorStream(true)
                .redirectOutput(
                        ProcessBuilder.Redirect.appendTo(folder.resolve("log").toFile()));
        process = builder.start();
        awaitReady();
    }

    /** As {@code kill -9} does; the database goes on without it. */
    void kill() throws InterruptedException {
        process.destroyForcibly().waitFor();
    }

    String log() throws IOException {
        return Files.readString(folder.resolve("log"));
    }

    @Override
    public void close() throws Exception {
        process.destroy();
        process.waitFor();
    }

    private void awaitReady() throws Exception {
        var ready =
                HttpRequest.newBuilder(URI.create(base() + "/q/health/ready")).build();
        long giveUp = System.nanoTime() + PATIENCE.toNanos();
        try (var http = HttpClient.newHttpClient()) {
            while (true) {
                try {
                    if (http.send(ready, BodyHandlers.discarding()).statusCode() == 200) return;
                } catch (IOException notYet) {
                    // said below when it lasts
                }
                if (!process.isAlive() || System.nanoTime() > giveUp)
                    throw new AssertionError("the demo did not become ready:\n" + log());
                Thread.sleep(100);
            }
        }
    }
}
