package org.goichung.union.store;

import static org.assertj.core.api.Assertions.assertThat;

import io.smallrye.mutiny.Uni;
import java.time.Duration;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import org.goichung.platform.identity.EnterpriseId;
import org.goichung.platform.identity.UnionBodyId;
import org.junit.jupiter.api.Test;

class ReachCacheTest {
    private final AtomicLong now = new AtomicLong();
    private final AtomicInteger asked = new AtomicInteger();
    private final ReachCache cache = new ReachCache(Duration.ofSeconds(3), now::get);
    private final UnionBodyId body = new UnionBodyId(UUID.randomUUID());

    @Test
    void the_answer_is_remembered_for_a_while_and_until_it_is_forgotten() {
        ask();
        ask();
        assertThat(asked).hasValue(1);
        now.addAndGet(Duration.ofSeconds(4).toNanos());
        ask();
        assertThat(asked).hasValue(2);
        cache.forget();
        ask();
        assertThat(asked).hasValue(3);
    }

    @Test
    void a_failure_is_not_remembered() {
        cache.get(body, any -> Uni.createFrom().failure(new IllegalStateException()))
                .subscribe()
                .with(item -> {}, failure -> {});
        ask();
        assertThat(asked).hasValue(1);
    }

    private void ask() {
        cache.get(body, any -> Uni.createFrom().item(() -> {
                    asked.incrementAndGet();
                    return Set.<EnterpriseId>of();
                }))
                .subscribe()
                .with(item -> {});
    }
}
