package org.goichung.platform.start;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/** A running PostgreSQL server, as its {@code postmaster.pid} tells of it. */
record Postmaster(ProcessHandle process, int port) {
    private static final Duration STOP_WITHIN = Duration.ofSeconds(20);

    /** The server that the pid file names, if that process lives; it may be another's if the pid was given anew. */
    static Optional<Postmaster> of(Path folder) {
        try {
            List<String> lines = Files.readAllLines(folder.resolve("postmaster.pid"));
            if (lines.size() < 4) return Optional.empty();
            int port = Integer.parseInt(lines.get(3).strip());
            return ProcessHandle.of(Long.parseLong(lines.getFirst().strip()))
                    .filter(ProcessHandle::isAlive)
                    .map(process -> new Postmaster(process, port));
        } catch (IOException | NumberFormatException noServer) {
            return Optional.empty();
        }
    }

    /**
     * PostgreSQL refuses to start while the pid in its file lives, whoever has it now. After a power cut that may be any program:
     * such a file is taken away.
     */
    static void forgetStranger(Path folder) throws IOException {
        boolean stranger = of(folder)
                .flatMap(found -> found.process().info().command())
                .map(command -> !Path.of(command).getFileName().toString().startsWith("postgres"))
                .orElse(false);
        if (stranger) Files.delete(folder.resolve("postmaster.pid"));
    }

    boolean alive() {
        return process.isAlive();
    }

    /** SIGINT is PostgreSQL's fast shutdown: sessions are ended, a checkpoint is written. */
    void stop() {
        if (!process.isAlive()) return;
        try {
            new ProcessBuilder("kill", "-INT", Long.toString(process.pid()))
                    .start()
                    .waitFor();
            long deadline = System.nanoTime() + STOP_WITHIN.toNanos();
            while (process.isAlive() && System.nanoTime() < deadline) Thread.sleep(20);
        } catch (IOException noSuchCommand) {
            process.destroy();
        } catch (InterruptedException stop) {
            Thread.currentThread().interrupt();
        }
    }
}
