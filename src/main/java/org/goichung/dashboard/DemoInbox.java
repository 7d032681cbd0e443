package org.goichung.dashboard;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Instance;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** In demo mode, the last code of each of the demo's own numbers, so that a visitor without that phone can go on. */
@ApplicationScoped
public class DemoInbox {
    private static final int REMEMBERED = 1_000;

    private final boolean demoMode;
    private final Instance<DemoNumbers> numbers;
    private final Map<String, String> codes = new LinkedHashMap<>() {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<String, String> eldest) {
            return size() > REMEMBERED;
        }
    };

    public DemoInbox(@ConfigProperty(name = "goichung.demo.enabled") boolean demoMode, Instance<DemoNumbers> numbers) {
        this.demoMode = demoMode;
        this.numbers = numbers;
    }

    Uni<Void> keep(String msisdn, String code) {
        if (!demoMode || numbers.isUnsatisfied()) return Uni.createFrom().voidItem();
        return numbers.get()
                .includes(msisdn)
                .invoke(own -> {
                    if (own) put(msisdn, code);
                })
                .replaceWithVoid();
    }

    /** Empty outside demo mode, and for numbers that are not the demo's. */
    public synchronized Optional<String> lastCodeFor(String msisdn) {
        return Optional.ofNullable(codes.get(msisdn));
    }

    private synchronized void put(String msisdn, String code) {
        codes.remove(msisdn);
        codes.put(msisdn, code);
    }
}
