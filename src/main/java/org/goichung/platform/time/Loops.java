package org.goichung.platform.time;

import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.vertx.core.runtime.context.VertxContextSafetyToggle;
import io.smallrye.common.vertx.VertxContext;
import io.smallrye.mutiny.Uni;
import io.vertx.core.Context;
import io.vertx.core.Vertx;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Duration;
import java.util.Objects;
import java.util.function.Supplier;
import org.jboss.logging.Logger;

/**
 * Runs short work again and again, faster than the scheduler's second: each run begins the given time after the last one ended, on a
 * context of its own where Hibernate Reactive may be used. A failure is logged and the loop goes on; shutdown ends it.
 */
@ApplicationScoped
public class Loops {
    private static final Logger LOG = Logger.getLogger(Loops.class);

    private final Vertx vertx;
    private volatile boolean ended;

    public Loops(Vertx vertx) {
        this.vertx = vertx;
    }

    public void every(Duration pause, String name, Supplier<Uni<Void>> work) {
        vertx.setTimer(Math.max(1, pause.toMillis()), timer -> {
            if (ended) return;
            Context context =
                    Objects.requireNonNull(VertxContext.createNewDuplicatedContext(vertx.getOrCreateContext()));
            VertxContextSafetyToggle.setContextSafe(context, true);
            context.runOnContext(ignored -> Uni.createFrom()
                    .deferred(() -> work.get())
                    .subscribe()
                    .with(done -> every(pause, name, work), failure -> {
                        if (!ended) LOG.debugf(failure, "the loop %s failed once", name);
                        every(pause, name, work);
                    }));
        });
    }

    void end(@Observes ShutdownEvent shutdown) {
        ended = true;
    }
}
