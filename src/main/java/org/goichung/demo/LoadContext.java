package org.goichung.demo;

import io.vertx.core.json.JsonObject;
import java.net.URI;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;
import org.goichung.demo.model.CarrierBook;
import org.goichung.demo.model.Seed;
import org.goichung.platform.time.Clock;

/**
 * What the steps of a load share: the API, the day it began, and what earlier steps made. Keys of operations follow from their names,
 * so that a step done again after a crash gets the same answers.
 */
final class LoadContext {
    private final DemoApi api;
    private final Seed seed;
    private final Instant begun;
    private final Supplier<Instant> clock;
    private final JsonObject made = new JsonObject(new ConcurrentHashMap<>());
    private final Map<String, DemoApi> loggedIn = new ConcurrentHashMap<>();

    LoadContext(URI base, Seed seed, Instant begun, Supplier<Instant> clock) {
        this.api = DemoApi.at(base);
        this.seed = seed;
        this.begun = begun;
        this.clock = clock;
    }

    /** The API as this account. */
    DemoApi as(String login) {
        return loggedIn.computeIfAbsent(login, who -> api.withToken(api.logIn(who, seed.password(who))));
    }

    CarrierSimulator simulator(String carrierCode) {
        UUID carrier = UUID.fromString(id("carrier:" + carrierCode));
        return CarrierSimulator.of(
                api, seed.apiKey(carrier), carrier, CarrierBook.of(carrierCode).orElseThrow(), clock);
    }

    Instant begun() {
        return begun;
    }

    LocalDate today() {
        return LocalDate.ofInstant(begun, Clock.VIETNAM);
    }

    String key(String operation) {
        return "demo-" + seed.id(operation);
    }

    void remember(String name, String id) {
        made.put(name, id);
    }

    void remember(JsonObject earlier) {
        made.mergeIn(earlier);
    }

    /** An id that an earlier step made. */
    String id(String name) {
        String id = made.getString(name);
        if (id == null) throw new IllegalStateException("no step has made " + name);
        return id;
    }

    /** All that is known so far. */
    JsonObject made() {
        return made.copy();
    }
}
