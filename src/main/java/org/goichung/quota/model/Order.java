package org.goichung.quota.model;

import java.util.UUID;
import org.goichung.quota.PoolKey;
import org.jspecify.annotations.Nullable;

/** What is asked of one pool. */
public sealed interface Order {
    PoolKey pool();

    /** The draw or reservation it is about. */
    UUID subject();

    record Draw(PoolKey pool, UUID subject, long amount) implements Order {}

    record Reserve(PoolKey pool, UUID subject, long amount, long expiresInSeconds) implements Order {}

    /** @param amount a part; null for the whole */
    record Post(PoolKey pool, UUID subject, @Nullable Long amount) implements Order {}

    record Void(PoolKey pool, UUID subject) implements Order {}

    default Kind kind() {
        return switch (this) {
            case Draw d -> Kind.DRAW;
            case Reserve r -> Kind.RESERVE;
            case Post p -> Kind.POST;
            case Void v -> Kind.VOID;
        };
    }

    /** An order's kind as it is stored. */
    enum Kind {
        DRAW,
        RESERVE,
        POST,
        VOID
    }
}
