package org.goichung.demo;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.goichung.support.Service;

/** The packaged service in demo mode, as a process of its own with a data folder of its own. */
final class RunningDemo implements AutoCloseable {
    private static final Duration PATIENCE = Duration.ofMinutes(4);
    private static final Path JAR = Path.of(System.getProperty("goichung.jar", "target/quarkus-app/quarkus-run.jar"));

    private final Path folder;
    private final int port;
    private Process process;

    RunningDemo() throws Exception {
        folder = Files.createTempDirectory(Files.createDirectories(Path.of("target", "tour")), "run");
        port = Service.freePort();
    }

    String base() {
        return "http://127.0.0.1:" + port;
    }

    Path folder() {
        return folder;
    }

    int port() {
        return port;
    }

    /** Starts it and waits until it is ready. */
    void start() throws Exception {
        launch();
        until(() -> get("/q/health/ready")
                .filter(answer -> answer.statusCode() == 200)
                .isPresent());
    }

    /** Starts it and kills it as soon as its log-ins are made, with the people and all that follows still to come. */
    void startAndKillWhileItLoads() throws Exception {
        launch();
        until(() -> get("/demo/credentials")
                .filter(answer -> answer.body().contains("\"login\""))
                .isPresent());
        var ready = get("/q/health/ready").orElseThrow();
        kill();
        if (ready.statusCode() == 200) throw new AssertionError("the load was over before it was cut short");
    }

    private void launch() throws IOException {
        var builder = new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(), "-Xmx768m", "-jar", JAR.toString());
        builder.environment().put("GOICHUNG_DATA_DIR", folder.resolve("data").toString());
        builder.environment().put("QUARKUS_HTTP_PORT", Integer.toString(port));
        builder.environment().put("GOICHUNG_DEMO_SIMULATOR", "false");
        builder.environment().put("QUARKUS_LOG_CATEGORY__ORG_GOICHUNG__LEVEL", "DEBUG");
        builder.redirectErrorStream(true)
                .redirectOutput(
                        ProcessBuilder.Redirect.appendTo(folder.resolve("log").toFile()));
        process = builder.start();
    }

    /** As {@code kill -9} does; the database goes on without it. */
    void kill() throws InterruptedException {
        process.destroyForcibly().waitFor();
    }

    /** Its database answers nobody while this runs. */
    void withFrozenDatabase(Runnable then) throws Exception {
        var postmaster = ProcessHandle.of(
                        Long.parseLong(Files.readAllLines(folder.resolve("data/database/postmaster.pid"))
                                .getFirst()
                                .strip()))
                .orElseThrow();
        signal("-STOP", postmaster);
        try {
            then.run();
        } finally {
            signal("-CONT", postmaster);
        }
    }

    private static void signal(String signal, ProcessHandle postmaster) throws Exception {
        var command = new ArrayList<>(List.of("kill", signal, Long.toString(postmaster.pid())));
        postmaster.descendants().forEach(each -> command.add(Long.toString(each.pid())));
        // a session may have ended meanwhile
        new ProcessBuilder(command).redirectErrorStream(true).start().waitFor();
    }

    String log() throws IOException {
        return Files.readString(folder.resolve("log"));
    }

    @Override
    public void close() throws Exception {
        process.destroy();
        process.waitFor();
    }

    private interface Question {
        boolean isSo() throws Exception;
    }

    private void until(Question question) throws Exception {
        long giveUp = System.nanoTime() + PATIENCE.toNanos();
        while (!question.isSo()) {
            if (!process.isAlive() || System.nanoTime() > giveUp)
                throw new AssertionError("the demo did not become ready:\n" + log());
            Thread.sleep(100);
        }
    }

    /** Empty while nobody answers. */
    private Optional<HttpResponse<String>> get(String path) throws InterruptedException {
        var request = HttpRequest.newBuilder(URI.create(base() + path)).build();
        try (var http = HttpClient.newHttpClient()) {
            return Optional.of(http.send(request, BodyHandlers.ofString()));
        } catch (IOException notYet) {
            return Optional.empty();
        }
    }
}
