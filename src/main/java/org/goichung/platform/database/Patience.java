package org.goichung.platform.database;

import io.smallrye.mutiny.TimeoutException;
import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.subscription.UniEmitter;
import io.vertx.core.Vertx;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.BooleanSupplier;
import java.util.function.Function;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * How long the database is waited for. Work that is given up is not cancelled but goes on to its end, so that it gives its connection
 * back; it is told that nobody waits any more. Failures come where the question was asked.
 */
@ApplicationScoped
public class Patience {
    /** Once others have waited in vain, and until somebody is answered. */
    private static final Duration BRIEFLY = Duration.ofSeconds(2);

    private final Vertx vertx;
    private final AtomicBoolean silent = new AtomicBoolean();

    Duration limit;

    public Patience(
            Vertx vertx, @ConfigProperty(name = "goichung.database.patience", defaultValue = "PT20S") Duration limit) {
        this.vertx = vertx;
        this.limit = limit;
    }

    Duration limit() {
        return limit;
    }

    /** Fails with {@link TimeoutException} where the work takes too long. */
    public <T> Uni<T> waitFor(Uni<T> work) {
        return waitFor(givenUp -> work);
    }

    /** @param work is given the question whether it has been given up */
    <T> Uni<T> waitFor(Function<BooleanSupplier, Uni<T>> work) {
        return Uni.createFrom().emitter(emitter -> wait(work, emitter));
    }

    private <T> void wait(Function<BooleanSupplier, Uni<T>> work, UniEmitter<? super T> emitter) {
        var over = new AtomicBoolean();
        var givenUp = new AtomicBoolean();
        Duration longest = silent.get() && BRIEFLY.compareTo(limit) < 0 ? BRIEFLY : limit;
        long timer = vertx.setTimer(longest.toMillis(), rung -> {
            if (!over.compareAndSet(false, true)) return;
            givenUp.set(true);
            silent.set(true);
            emitter.fail(new TimeoutException());
        });
        Uni.createFrom()
                .deferred(() -> work.apply(givenUp::get))
                .subscribe()
                .with(
                        item -> {
                            silent.set(false);
                            if (!over.compareAndSet(false, true)) return;
                            vertx.cancelTimer(timer);
                            emitter.complete(item);
                        },
                        failure -> {
                            if (!over.compareAndSet(false, true)) return;
                            vertx.cancelTimer(timer);
                            emitter.fail(failure);
                        });
    }
}
