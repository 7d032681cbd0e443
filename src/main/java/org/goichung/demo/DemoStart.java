package org.goichung.demo;

import io.quarkus.runtime.StartupEvent;
import io.quarkus.vertx.http.HttpServer;
import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.infrastructure.Infrastructure;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.stream.Collectors;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.goichung.demo.model.CarrierBook;
import org.goichung.demo.store.LoadSteps;
import org.goichung.platform.time.Clock;
import org.goichung.platform.time.Loops;
import org.jboss.logging.Logger;

/** Where demo mode begins: the load on a thread of its own once the server answers, the log-ins on the console, simulated carriers. */
@ApplicationScoped
public class DemoStart {
    private static final Logger LOG = Logger.getLogger(DemoStart.class);
    private static final Duration SIMULATORS_REST = Duration.ofSeconds(5);
    private static final int TRIES = 3;

    private final DemoService demo;
    private final DemoLoad load;
    private final HttpServer server;
    private final Loops loops;
    private final Clock clock;
    private final boolean simulate;
    private volatile State state = State.LOADING;

    /** Where the load stands. */
    public enum State {
        LOADING,
        DONE,
        FAILED
    }

    DemoStart(
            DemoService demo,
            DemoLoad load,
            HttpServer server,
            Loops loops,
            Clock clock,
            @ConfigProperty(name = "goichung.demo.simulator", defaultValue = "true") boolean simulate) {
        this.demo = demo;
        this.load = load;
        this.server = server;
        this.loops = loops;
        this.clock = clock;
        this.simulate = simulate;
    }

    public State state() {
        return state;
    }

    void start(@Observes StartupEvent started) {
        if (demo.enabled()) Thread.ofPlatform().daemon().name("demo-load").start(this::loadAndGoOn);
        else state = State.DONE;
    }

    private void loadAndGoOn() {
        try {
            URI base = awaitServer();
            if (loaded(base)) {
                printLogIns();
                if (simulate) simulate(base);
            } else LOG.info("The database holds data of its own, so the demo was not loaded.");
            state = State.DONE;
        } catch (InterruptedException stop) {
            Thread.currentThread().interrupt();
        } catch (Exception failure) {
            state = State.FAILED;
            LOG.error("The demo could not be loaded; the next start tries again.", failure);
        }
    }

    /** What fails once, for instance while the database is started again, is tried again. */
    private boolean loaded(URI base) throws Exception {
        for (int tried = 1; ; tried++) {
            try {
                return load.run(base);
            } catch (RuntimeException failure) {
                if (tried == TRIES) throw failure;
                LOG.warnf("A step of the demo's load failed and is tried again: %s", failure.getMessage());
                Thread.sleep(1_000L * tried);
            }
        }
    }

    private URI awaitServer() throws InterruptedException {
        Waiting.until("the server answers", () -> server.getPort() > 0 && answers(server.getPort()));
        return URI.create("http://127.0.0.1:" + server.getPort());
    }

    private static boolean answers(int port) {
        try (var socket = new Socket()) {
            socket.connect(new InetSocketAddress("127.0.0.1", port), 500);
            return true;
        } catch (IOException notYet) {
            return false;
        }
    }

    private void printLogIns() {
        var credentials = LoadSteps.run(demo::credentials);
        String lines = credentials.accounts().stream()
                .map(one -> "  %-28s %-16s %s".formatted(one.login(), one.password(), one.role()))
                .collect(Collectors.joining("\n"));
        LOG.infof("Demo log-ins (also at /demo/credentials, with the machines' keys):%n%s", lines);
    }

    private void simulate(URI base) {
        var api = DemoApi.at(base);
        List<CarrierSimulator> simulators = LoadSteps.run(demo::demoCarriers).stream()
                .map(carrier -> CarrierSimulator.of(
                        api,
                        demo.seed().apiKey(carrier.id().value()),
                        carrier.id().value(),
                        CarrierBook.of(carrier.code()).orElseThrow(),
                        clock::instant))
                .toList();
        loops.every(SIMULATORS_REST, "carrier-simulators", () -> Uni.createFrom()
                .<Void>item(() -> {
                    simulators.forEach(CarrierSimulator::round);
                    return null;
                })
                .runSubscriptionOn(Infrastructure.getDefaultWorkerPool()));
    }
}
