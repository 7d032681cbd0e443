package org.goichung.platform.identity;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/**
 * Who somebody was when the database was last asked, for what is answered from memory while it is away. An account that is disabled in
 * that time is let in until the database is back, or its quarter of an hour is over.
 */
@ApplicationScoped
class LastScopes {
    private static final int MOST = 20_000;
    private static final Duration KEPT = Duration.ofMinutes(15);

    /** How long it is taken for silent that did not answer in time, unless it answers. */
    private static final Duration SILENT = Duration.ofSeconds(10);

    private record Known(Scope scope, long at) {}

    private final Map<UUID, Known> known = new LinkedHashMap<>(16, 0.75f, true) {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<UUID, Known> eldest) {
            return size() > MOST;
        }
    };

    private volatile long silentUntil = System.nanoTime();

    /** The database let somebody wait in vain just now: who comes next need not wait as long. */
    void silent() {
        silentUntil = System.nanoTime() + SILENT.toNanos();
    }

    boolean isSilent() {
        return silentUntil - System.nanoTime() > 0;
    }

    synchronized void remember(UUID account, Scope scope) {
        silentUntil = System.nanoTime();
        known.put(account, new Known(scope, System.nanoTime()));
    }

    synchronized void forget(UUID account) {
        known.remove(account);
    }

    synchronized Optional<Scope> of(UUID account) {
        return Optional.ofNullable(known.get(account))
                .filter(last -> System.nanoTime() - last.at() < KEPT.toNanos())
                .map(Known::scope);
    }
}
