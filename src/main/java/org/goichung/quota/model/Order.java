package org.goichung.quota.model;

import java.util.List;
import java.util.UUID;
import org.goichung.platform.identity.Scope;
import org.goichung.quota.PoolKey;
import org.goichung.quota.TransferAnswer;
import org.goichung.quota.TransferTerms;
import org.jspecify.annotations.Nullable;

/** What is asked of one pool, or of two where a transfer is accepted. */
public sealed interface Order {
    PoolKey pool();

    /** The draw, return, reservation or transfer it is about; a transfer's hold is the reservation of the same id. */
    UUID subject();

    record Draw(PoolKey pool, UUID subject, long amount) implements Order {}

    record Reserve(PoolKey pool, UUID subject, long amount, long expiresInSeconds) implements Order {}

    /** @param amount a part; null for the whole */
    record Post(PoolKey pool, UUID subject, @Nullable Long amount) implements Order {}

    record Void(PoolKey pool, UUID subject) implements Order {}

    /** Gives unused limit back to the agreement. */
    record Return(PoolKey pool, UUID subject, long amount, Scope by) implements Order {}

    /** Offers limit to another enterprise, and holds it meanwhile. */
    record Propose(TransferTerms terms, UUID subject, long amount, long expiresInSeconds, Scope by) implements Order {
        @Override
        public PoolKey pool() {
            return terms.from();
        }
    }

    /**
     * Answers a proposed transfer.
     *
     * @param rolledPart how much of its amount had rolled over before it was proposed
     */
    record Reply(TransferTerms terms, UUID subject, long rolledPart, TransferAnswer answer, Scope by) implements Order {
        @Override
        public PoolKey pool() {
            return terms.from();
        }
    }

    /** All that have to be locked. */
    default List<PoolKey> pools() {
        return this instanceof Reply reply
                        && reply.answer() == TransferAnswer.ACCEPT
                        && reply.terms().to() != null
                ? List.of(pool(), reply.terms().to())
                : List.of(pool());
    }

    default Kind kind() {
        return switch (this) {
            case Draw d -> Kind.DRAW;
            case Reserve r -> Kind.RESERVE;
            case Post p -> Kind.POST;
            case Void v -> Kind.VOID;
            case Return r -> Kind.RETURN;
            case Propose p -> Kind.PROPOSE;
            case Reply reply ->
                switch (reply.answer()) {
                    case ACCEPT -> Kind.ACCEPT;
                    case DECLINE -> Kind.DECLINE;
                    case WITHDRAW -> Kind.WITHDRAW;
                };
        };
    }

    /** An order's kind as it is stored. */
    enum Kind {
        DRAW,
        RESERVE,
        POST,
        VOID,
        RETURN,
        PROPOSE,
        ACCEPT,
        DECLINE,
        WITHDRAW;

        /** Whether it ends what was held before, so that a reservation has to be locked and its amount is known only then. */
        public boolean endsHold() {
            return switch (this) {
                case POST, VOID, ACCEPT, DECLINE, WITHDRAW -> true;
                case DRAW, RESERVE, RETURN, PROPOSE -> false;
            };
        }
    }
}
