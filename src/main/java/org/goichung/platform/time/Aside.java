package org.goichung.platform.time;

import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.infrastructure.Infrastructure;
import io.smallrye.mutiny.vertx.MutinyHelper;
import io.vertx.core.Context;
import io.vertx.core.Vertx;
import java.util.concurrent.Executor;
import java.util.function.Supplier;

/**
 * What takes milliseconds or longer, beside the event loops. The answer comes back where the question was asked, since the caller may
 * be in the middle of a transaction of its own.
 */
public final class Aside {
    private Aside() {}

    public static <T> Uni<T> ask(Supplier<T> question) {
        return ask(Infrastructure.getDefaultWorkerPool(), question);
    }

    /** On threads of its own. */
    public static <T> Uni<T> ask(Executor threads, Supplier<T> question) {
        Uni<T> elsewhere = Uni.createFrom().item(question).runSubscriptionOn(threads);
        return Uni.createFrom().deferred(() -> {
            Context here = Vertx.currentContext();
            return here == null ? elsewhere : elsewhere.emitOn(MutinyHelper.executor(here));
        });
    }
}
