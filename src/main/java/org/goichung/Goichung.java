package org.goichung;

import io.quarkus.runtime.Application;
import io.quarkus.runtime.Quarkus;
import io.quarkus.runtime.annotations.QuarkusMain;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.YearMonth;
import java.time.format.DateTimeParseException;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.goichung.platform.keys.KeysFile;
import org.goichung.platform.start.Bootstrap;
import org.goichung.platform.start.OwnerDatabase;
import org.goichung.platform.start.Settings;
import org.goichung.platform.start.StartRefused;
import org.jspecify.annotations.Nullable;

/** Starts the service: the database first, then Quarkus; the database stops last. */
@QuarkusMain
public final class Goichung {
    private Goichung() {}

    public static void main(String... args) {
        System.exit(run(args));
    }

    private static int run(String... args) {
        try {
            if (args.length > 0) return command(args);
            Settings settings = Settings.of(System.getenv());
            requireFree(settings);
            Thread.ofPlatform().daemon().name("application-classes").start(Goichung::loadApplication);
            Bootstrap bootstrap = Bootstrap.prepare(settings);
            bootstrap.configuration().forEach(System::setProperty);
            var served = new CountDownLatch(1);
            Runtime.getRuntime()
                    .addShutdownHook(new Thread(() -> stopDatabaseAfter(served, bootstrap), "stop-database"));
            var exit = new AtomicInteger();
            try {
                Quarkus.run(
                        null,
                        (code, failure) -> {
                            exit.set(code);
                            if (failure != null) say(rootOf(failure).getMessage());
                        },
                        args);
            } finally {
                served.countDown();
            }
            return exit.get();
        } catch (StartRefused refused) {
            say(refused.getMessage());
            return 1;
        }
    }

    /** The half of Quarkus's start that needs no database, while the database starts. What fails here fails again where it is told. */
    private static void loadApplication() {
        try {
            Class.forName(Application.APP_CLASS_NAME, true, Goichung.class.getClassLoader());
        } catch (ClassNotFoundException | LinkageError toldByQuarkus) {
            // it meets the same when it is its turn
        }
    }

    /** What an operator asks for instead of serving; docs/operations.md tells of each. */
    private static int command(String... args) {
        String name = args.length == 2 ? args[0] : "";
        return switch (name) {
            case "make-keys" -> makeKeys(Path.of(args[1]));
            case "detach-entries" -> {
                long pools = ofMonth("SELECT quota_entry_detach(?)", args[1]);
                System.out.println("The entries of " + args[1] + " were taken away; " + pools
                        + " pools have a closing entry for them. The table is quota_entry_" + args[1].replace('-', '_')
                        + ".");
                yield 0;
            }
            case "attach-entries" -> {
                long pools = ofMonth("SELECT quota_entry_attach(?)", args[1]);
                System.out.println("The entries of " + args[1] + " are back, of " + pools + " pools.");
                yield 0;
            }
            default ->
                throw new StartRefused(
                        "Without arguments it serves; 'make-keys FILE' makes a keys file; "
                                + "'detach-entries YYYY-MM' takes a month of quota entries away, 'attach-entries YYYY-MM' brings it back.");
        };
    }

    private static long ofMonth(String query, String month) {
        try {
            return OwnerDatabase.ask(
                    Settings.of(System.getenv()), query, YearMonth.parse(month).atDay(1));
        } catch (DateTimeParseException none) {
            throw new StartRefused(month + " is not a month; write it as 2026-11.");
        }
    }

    /** The keys file that an external database's instances share. */
    private static int makeKeys(Path file) {
        if (Files.exists(file))
            throw new StartRefused("The file " + file + " exists already; keys are never overwritten.");
        KeysFile.readOrMake(file, true);
        return 0;
    }

    /** On SIGTERM Quarkus ends the application in a hook of its own; the database goes when that is done. */
    private static void stopDatabaseAfter(CountDownLatch served, Bootstrap bootstrap) {
        try {
            if (!served.await(30, TimeUnit.SECONDS)) say("the application did not end in 30 s");
        } catch (InterruptedException stop) {
            Thread.currentThread().interrupt();
        }
        bootstrap.close();
    }

    private static void say(@Nullable String sentence) {
        System.err.println("goichung: " + sentence);
    }

    private static void requireFree(Settings settings) {
        if (settings.httpPort() == 0) return;
        try (var socket = new ServerSocket()) {
            socket.setReuseAddress(true);
            socket.bind(new InetSocketAddress(settings.demo() ? "127.0.0.1" : "0.0.0.0", settings.httpPort()));
        } catch (IOException taken) {
            throw new StartRefused("Port " + settings.httpPort() + " is in use; set QUARKUS_HTTP_PORT to a free one.");
        }
    }

    private static Throwable rootOf(Throwable failure) {
        Throwable root = failure;
        while (root.getCause() != null && root.getCause() != root) root = root.getCause();
        return root;
    }
}
