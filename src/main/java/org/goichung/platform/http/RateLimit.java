package org.goichung.platform.http;

import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import org.goichung.platform.problem.ProblemType;
import org.goichung.platform.problem.Refusal;

/**
 * So many tries per key and window on this instance; beyond that 429 with Retry-After. Remembers the most recent keys only, so its
 * memory has a bound.
 */
public final class RateLimit {
    private static final int REMEMBERED = 20_000;

    private final int tries;
    private final long windowNanos;
    private final Map<String, Window> windows = new LinkedHashMap<>(16, 0.75f, true) {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Window> eldest) {
            return size() > REMEMBERED;
        }
    };

    private static final class Window {
        final long startedAt;
        int used;

        Window(long startedAt) {
            this.startedAt = startedAt;
        }
    }

    public RateLimit(int tries, int windowSeconds) {
        this.tries = tries;
        this.windowNanos = Duration.ofSeconds(windowSeconds).toNanos();
    }

    /** Counts one try; refuses beyond the limit. */
    public synchronized void take(String key) {
        long now = System.nanoTime();
        Window window = windows.get(key);
        if (window == null || now - window.startedAt > windowNanos) {
            window = new Window(now);
            windows.put(key, window);
        }
        if (++window.used > tries)
            throw Refusal.of(ProblemType.TOO_MANY_REQUESTS)
                    .retryAfter(Duration.ofNanos(windowNanos - (now - window.startedAt))
                            .plusSeconds(1));
    }
}
