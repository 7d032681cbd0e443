package org.goichung.partner.usage;

import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.subscription.UniEmitter;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpServerRequest;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;

/** A body on its way in, piece by piece: the next is fetched when it is asked for. */
final class Body {
    private final HttpServerRequest request;
    private final Duration silence;
    private final AtomicReference<@Nullable UniEmitter<? super Optional<Buffer>>> waiting = new AtomicReference<>();
    private volatile @Nullable Throwable broken;

    /** @param silence how long nothing may come before the body is given up */
    Body(HttpServerRequest paused, Duration silence) {
        this.request = paused;
        this.silence = silence;
        request.handler(piece -> give(Optional.of(piece)));
        request.endHandler(ended -> give(Optional.empty()));
        request.exceptionHandler(this::fail);
    }

    /** The next piece; empty at the body's end. Fails with {@link BrokenBody} where the sender has fallen silent. */
    Uni<Optional<Buffer>> piece() {
        return Uni.createFrom()
                .<Optional<Buffer>>emitter(emitter -> {
                    waiting.set(emitter);
                    Throwable before = broken;
                    if (before != null) fail(before);
                    else request.fetch(1);
                })
                .ifNoItem()
                .after(silence)
                .failWith(() -> new BrokenBody("stalled"));
    }

    private void give(Optional<Buffer> piece) {
        var emitter = waiting.getAndSet(null);
        if (emitter != null) emitter.complete(piece);
    }

    /** Remembered for the next fetch, since a connection may break while a chunk is taken. */
    private void fail(Throwable failure) {
        broken = failure;
        var emitter = waiting.getAndSet(null);
        if (emitter != null) emitter.fail(failure);
    }
}
