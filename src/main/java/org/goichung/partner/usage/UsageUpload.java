package org.goichung.partner.usage;

import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.infrastructure.Infrastructure;
import io.vertx.core.buffer.Buffer;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Executor;
import org.goichung.platform.identity.CarrierId;
import org.goichung.platform.problem.ProblemType;
import org.goichung.platform.problem.Refusal;
import org.goichung.platform.problem.rest.Refusals;
import org.goichung.quota.UsageChunk;
import org.goichung.quota.UsageEvent;
import org.goichung.quota.UsageOutcome;
import org.goichung.quota.UsageService;
import org.jspecify.annotations.Nullable;

/**
 * One body on its way in: a piece is fetched when the one before was read, and a chunk goes to the ledger as soon as it is full, while
 * the next is read. Chunks grow, so that a short body is soon told and a long one costs little. Memory stays the same however long
 * the body is. Reading runs on worker threads, one step after the other.
 */
final class UsageUpload {
    private static final int BLOCK = 16 * 1024;
    private static final int FIRST_CHUNK = 1_000;
    private static final Duration SHORTLY = Duration.ofSeconds(5);

    private final UsageService usage;
    private final CarrierId carrier;
    private final Body body;
    private final Unpacking unpacking;
    private final Cutting cutting;
    private final UsageReading reading;
    private final Outcomes outcomes;
    private final Executor workers = Infrastructure.getDefaultWorkerPool();
    private final byte[] block = new byte[BLOCK];
    private final ChunksUnderWay underWay = new ChunksUnderWay();
    private int full = FIRST_CHUNK;
    private List<Line> chunk = new ArrayList<>();

    private record Line(long number, UsageReading.Read read) {}

    UsageUpload(
            UsageService usage, CarrierId carrier, Body body, Unpacking unpacking, Cutting cutting, Outcomes outcomes) {
        this.usage = usage;
        this.carrier = carrier;
        this.body = body;
        this.unpacking = unpacking;
        this.cutting = cutting;
        this.reading = new UsageReading(usage.window());
        this.outcomes = outcomes;
    }

    /**
     * Ends when the whole body was taken; fails with {@code broken-body} where it cannot be read on, with {@code usage-interrupted} where
     * the ledger went away. Both tell how many lines of its beginning were taken.
     */
    Uni<Void> take() {
        return Multi.createBy()
                .repeating()
                .uni(body::piece)
                .whilst(Optional::isPresent)
                .onItem()
                .transformToUniAndConcatenate(piece -> piece.isPresent() ? read(piece.get()) : end())
                .collect()
                .last()
                .onFailure(UsageUpload::isOfTheBody)
                .call(underWay::endedAnyhow)
                .onFailure(failure -> !isOfTheBody(failure))
                .call(underWay::endedUntold)
                .onFailure()
                .transform(this::told)
                .replaceWithVoid();
    }

    private Uni<Void> read(Buffer piece) {
        byte[] bytes = piece.getBytes();
        return onWorker(() -> unpacking.feed(bytes)).chain(this::readOn);
    }

    /** Fills chunks and takes them, until the piece is read to its end. */
    private Uni<Void> readOn() {
        return Multi.createBy()
                .repeating()
                .uni(() -> onWorker(this::fill).chain(() -> isFull() ? flush().replaceWith(true) : done()))
                .whilst(more -> more)
                .collect()
                .last()
                .replaceWithVoid();
    }

    private Uni<Void> end() {
        return onWorker(() -> {
                    unpacking.end();
                    keep(cutting.end());
                })
                .chain(this::flush)
                .chain(underWay::ended);
    }

    private static Uni<Boolean> done() {
        return Uni.createFrom().item(false);
    }

    private void fill() {
        while (!isFull()) {
            Cutting.Cut cut = cutting.next();
            if (cut != null) {
                keep(cut);
                continue;
            }
            int count = unpacking.read(block);
            if (count == 0) return;
            cutting.feed(block, count);
        }
    }

    private void keep(Cutting.@Nullable Cut cut) {
        if (cut == null) return;
        chunk.add(new Line(cut.line(), reading.read(cut.bytes())));
    }

    private boolean isFull() {
        return chunk.size() >= full;
    }

    /** Ends when the chunk is on its way. */
    private Uni<Void> flush() {
        List<Line> read = chunk;
        chunk = new ArrayList<>();
        full = Math.min(UsageService.CHUNK, 2 * full);
        UsageChunk prepared = prepare(read);
        return underWay.start(prepared, record(prepared), taken -> tell(read, taken));
    }

    private UsageChunk prepare(List<Line> read) {
        List<UsageEvent> events = new ArrayList<>(read.size());
        for (var each : read)
            if (each.read().event() != null) events.add(each.read().event());
        return usage.prepare(events);
    }

    private Uni<List<UsageOutcome>> record(UsageChunk prepared) {
        return prepared.size() == 0 ? Uni.createFrom().item(List.of()) : usage.record(carrier, prepared);
    }

    private void tell(List<Line> read, List<UsageOutcome> taken) {
        int next = 0;
        for (Line line : read) {
            UsageEvent event = line.read().event();
            UsageOutcome outcome = event != null
                    ? taken.get(next++)
                    : UsageOutcome.rejected(String.valueOf(line.read().reason()));
            outcomes.add(line.number(), event == null ? null : event.eventId(), outcome);
        }
    }

    private Uni<Void> onWorker(Runnable step) {
        return Uni.createFrom().voidItem().emitOn(workers).invoke(step).replaceWithVoid();
    }

    /** As opposed to the ledger. */
    private static boolean isOfTheBody(Throwable failure) {
        return failure instanceof BrokenBody;
    }

    private Throwable told(Throwable failure) {
        if (failure instanceof BrokenBody body)
            return Refusal.of(ProblemType.BROKEN_BODY, Map.of("reason", body.reason(), "taken", outcomes.lines()));
        return Refusals.of(failure)
                .filter(refusal -> refusal.type() == ProblemType.UNAVAILABLE)
                .<Throwable>map(refusal -> Refusal.of(ProblemType.USAGE_INTERRUPTED, Map.of("taken", outcomes.lines()))
                        .retryAfter(SHORTLY))
                .orElse(failure);
    }
}
