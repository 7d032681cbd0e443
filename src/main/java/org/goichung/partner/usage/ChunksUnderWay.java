package org.goichung.partner.usage;

import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.infrastructure.Infrastructure;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Objects;
import java.util.function.Consumer;
import org.goichung.quota.UsageChunk;
import org.goichung.quota.UsageOutcome;

/**
 * The chunks of one body that are with the ledger: two at most, and those only where it does not matter which is recorded first. Their
 * outcomes are told in the body's order. Each method is called when what the one before gave has ended.
 */
final class ChunksUnderWay {
    private static final int AT_ONCE = 2;

    private final Deque<UnderWay> all = new ArrayDeque<>();

    private record UnderWay(UsageChunk chunk, Uni<List<UsageOutcome>> recorded, Consumer<List<UsageOutcome>> tell) {}

    /** Ends when the chunk is with the ledger; fails where one before it failed. */
    Uni<Void> start(UsageChunk chunk, Uni<List<UsageOutcome>> recording, Consumer<List<UsageOutcome>> tell) {
        if (hasToWait(chunk)) return first().chain(() -> start(chunk, recording, tell));
        Uni<List<UsageOutcome>> recorded = recording.memoize().indefinitely();
        all.add(new UnderWay(chunk, recorded, tell));
        recorded.subscribe().with(taken -> {}, failure -> {});
        return Uni.createFrom().voidItem();
    }

    /** Ends when none is with the ledger any more; fails where one did. */
    Uni<Void> ended() {
        return all.isEmpty() ? Uni.createFrom().voidItem() : first().chain(this::ended);
    }

    /** The same, whatever became of them; behind one that failed none is told any more, so that what is told is the body's beginning. */
    Uni<Void> endedAnyhow() {
        return all.isEmpty()
                ? Uni.createFrom().voidItem()
                : first().onFailure().recoverWithUni(this::endedUntold).chain(this::endedAnyhow);
    }

    /** Behind a failure that was met before. */
    Uni<Void> endedUntold() {
        UnderWay next = all.poll();
        return next == null
                ? Uni.createFrom().voidItem()
                : next.recorded()
                        .replaceWithVoid()
                        .onFailure()
                        .recoverWithNull()
                        .chain(this::endedUntold);
    }

    private boolean hasToWait(UsageChunk chunk) {
        return all.size() == AT_ONCE || all.stream().anyMatch(other -> !chunk.isIndifferentTo(other.chunk()));
    }

    private Uni<Void> first() {
        UnderWay first = Objects.requireNonNull(all.poll());
        return first.recorded()
                .emitOn(Infrastructure.getDefaultWorkerPool())
                .invoke(first.tell())
                .replaceWithVoid();
    }
}
