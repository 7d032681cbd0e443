package org.goichung.workforce.store;

import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.subscription.UniEmitter;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.file.AsyncFile;
import io.vertx.core.file.OpenOptions;
import io.vertx.core.streams.ReadStream;
import jakarta.enterprise.context.ApplicationScoped;
import java.nio.file.Path;
import java.security.MessageDigest;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.goichung.platform.problem.ProblemType;
import org.goichung.platform.problem.Refusal;
import org.goichung.workforce.store.RosterSpool.Spooled;

/** Streams a body to disk: no faster than the disk, hashed and checked for its encoding on the way, up to a bound. */
@ApplicationScoped
public class RosterReceiver {
    private final Vertx vertx;
    private final RosterSpool spool;
    private final long mostBytes;

    public RosterReceiver(
            Vertx vertx,
            RosterSpool spool,
            @ConfigProperty(name = "goichung.roster.max-bytes", defaultValue = "268435456") long mostBytes) {
        this.vertx = vertx;
        this.spool = spool;
        this.mostBytes = mostBytes;
    }

    /** The body has to be paused. A refused or broken body leaves no file behind. */
    public Uni<Spooled> receive(ReadStream<Buffer> body) {
        return Uni.createFrom()
                .completionStage(() -> vertx.executeBlocking(spool::arrival).toCompletionStage())
                .chain(path -> Uni.createFrom()
                        .completionStage(() -> vertx.fileSystem()
                                .open(path.toString(), new OpenOptions().setWrite(true))
                                .toCompletionStage())
                        .chain(file -> Uni.createFrom()
                                .<Spooled>emitter(emitter -> new Arrival(body, path, file, emitter).begin()))
                        .onFailure()
                        .call(() -> Uni.createFrom().completionStage(() -> vertx.fileSystem()
                                .delete(path.toString())
                                .toCompletionStage())));
    }

    /** One body on its way. */
    private final class Arrival {
        private final ReadStream<Buffer> body;
        private final Path path;
        private final AsyncFile file;
        private final UniEmitter<? super Spooled> emitter;
        private final MessageDigest sha = RosterSpool.sha256();
        private final Utf8Check encoding = new Utf8Check();
        private long size;
        private boolean over;

        Arrival(ReadStream<Buffer> body, Path path, AsyncFile file, UniEmitter<? super Spooled> emitter) {
            this.body = body;
            this.path = path;
            this.file = file;
            this.emitter = emitter;
        }

        void begin() {
            file.exceptionHandler(this::fail);
            body.exceptionHandler(this::fail).handler(this::take).endHandler(ended -> end());
            body.resume();
        }

        private void take(Buffer piece) {
            if (over) return;
            byte[] bytes = piece.getBytes();
            size += bytes.length;
            if (size > mostBytes) {
                fail(Refusal.of(ProblemType.BODY_TOO_LARGE));
                return;
            }
            if (!encoding.accept(bytes)) {
                fail(Refusal.of(ProblemType.ROSTER_NOT_UTF8));
                return;
            }
            sha.update(bytes);
            file.write(piece);
            if (file.writeQueueFull()) {
                body.pause();
                file.drainHandler(drained -> body.resume());
            }
        }

        private void end() {
            if (over) return;
            over = true;
            file.close().onComplete(closed -> {
                if (closed.failed()) emitter.fail(closed.cause());
                else if (!encoding.complete()) emitter.fail(Refusal.of(ProblemType.ROSTER_NOT_UTF8));
                else if (size == 0) emitter.fail(Refusal.of(ProblemType.ROSTER_EMPTY));
                else emitter.complete(new Spooled(path, sha.digest(), size));
            });
        }

        private void fail(Throwable failure) {
            if (over) return;
            over = true;
            file.close().onComplete(closed -> emitter.fail(failure));
        }
    }
}
