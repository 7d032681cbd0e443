package org.goichung.union.store;

import io.smallrye.mutiny.Uni;
import java.time.Duration;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import java.util.function.LongSupplier;
import org.goichung.platform.identity.EnterpriseId;
import org.goichung.platform.identity.UnionBodyId;

/**
 * Remembers for a few seconds how far a body reaches, so that not every request asks the database. Waiters for one answer share it; a
 * failure is not kept. Bounded: a full cache first drops what is old, then everything.
 */
public final class ReachCache {
    private static final int MOST = 10_000;

    private record Held(long until, Uni<Set<EnterpriseId>> answer) {}

    private final Map<UnionBodyId, Held> held = new ConcurrentHashMap<>();
    private final long keepNanos;
    private final LongSupplier nanoTime;

    public ReachCache(Duration keep, LongSupplier nanoTime) {
        this.keepNanos = keep.toNanos();
        this.nanoTime = nanoTime;
    }

    public Uni<Set<EnterpriseId>> get(UnionBodyId body, Function<UnionBodyId, Uni<Set<EnterpriseId>>> ask) {
        long now = nanoTime.getAsLong();
        Held known = held.get(body);
        if (known != null && known.until - now > 0) return known.answer;
        if (held.size() >= MOST) makeRoom(now);
        var answer = ask.apply(body)
                .onFailure()
                .invoke(() -> held.remove(body))
                .memoize()
                .indefinitely();
        held.put(body, new Held(now + keepNanos, answer));
        return answer;
    }

    /** After a change of the tree. */
    public void forget() {
        held.clear();
    }

    private void makeRoom(long now) {
        held.values().removeIf(one -> one.until - now <= 0);
        if (held.size() >= MOST) held.clear();
    }
}
