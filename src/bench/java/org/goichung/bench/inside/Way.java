package org.goichung.bench.inside;

import io.smallrye.mutiny.Uni;
import org.goichung.quota.PoolKey;

/** A way of drawing one unit. */
interface Way {
    /** True where it was drawn now, false where it was refused or had been drawn before. */
    Uni<Boolean> draw(PoolKey pool);

    default void close() {}
}
