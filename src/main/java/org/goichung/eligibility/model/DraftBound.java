package org.goichung.eligibility.model;

import java.time.Duration;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.function.LongSupplier;
import org.goichung.platform.problem.ProblemType;
import org.goichung.platform.problem.Refusal;

/**
 * How many different questions of their own somebody may ask in an hour who may not see the people: with enough of them anybody's facts
 * could be found between two counts, however these are rounded. The same question again is free. On this instance.
 */
public final class DraftBound {
    public static final int MOST = 12;
    private static final long WINDOW_NANOS = Duration.ofHours(1).toNanos();
    private static final int REMEMBERED = 1_000;

    private record Window(long begunAt, Set<Object> asked) {}

    private final LongSupplier nanos;
    private final Map<String, Window> windows = new LinkedHashMap<>(16, 0.75f, true) {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Window> eldest) {
            return size() > REMEMBERED;
        }
    };

    /** @param nanos a clock that only goes forward */
    public DraftBound(LongSupplier nanos) {
        this.nanos = nanos;
    }

    /** Refuses one question more than may be asked. */
    public synchronized void take(String principal, Object question) {
        long now = nanos.getAsLong();
        Window window = windows.get(principal);
        if (window == null || now - window.begunAt() > WINDOW_NANOS) {
            window = new Window(now, new HashSet<>());
            windows.put(principal, window);
        }
        if (window.asked().contains(question)) return;
        if (window.asked().size() >= MOST)
            throw Refusal.of(ProblemType.TOO_MANY_REQUESTS)
                    .retryAfter(Duration.ofNanos(WINDOW_NANOS - (now - window.begunAt()))
                            .plusSeconds(1));
        window.asked().add(question);
    }
}
