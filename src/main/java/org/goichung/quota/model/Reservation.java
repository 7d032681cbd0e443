package org.goichung.quota.model;

import java.time.Instant;
import java.util.Locale;
import java.util.UUID;
import org.goichung.quota.PoolKey;
import org.goichung.quota.TransferAnswer;
import org.jspecify.annotations.Nullable;

/** An amount set aside: pending until it ends, once. */
public final class Reservation {
    /** Where a reservation stands. */
    public enum State {
        PENDING,
        POSTED,
        VOIDED,
        EXPIRED,
        /** Of a transfer's hold, which went to the receiver. */
        ACCEPTED,
        /** Of a transfer's hold, which went back. */
        DECLINED,
        WITHDRAWN;

        public String wireName() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    private final UUID id;
    private final PoolKey pool;
    private final long amount;
    private final @Nullable Instant expiresAt;
    private State state;
    private long posted;
    private boolean changed;

    public Reservation(UUID id, PoolKey pool, long amount, long posted, State state, @Nullable Instant expiresAt) {
        this.id = id;
        this.pool = pool;
        this.amount = amount;
        this.posted = posted;
        this.state = state;
        this.expiresAt = expiresAt;
    }

    /** Where it stands at an instant: one whose time is over has expired, though no job has seen it yet. */
    public State stateAt(Instant now) {
        return state == State.PENDING && expiresAt != null && !expiresAt.isAfter(now) ? State.EXPIRED : state;
    }

    /** Posts a part or the whole; the rest goes back to the pool. */
    public void post(Pool from, long part) {
        end(State.POSTED);
        posted = part;
        from.settle(amount, part, id, EntryKind.POST);
    }

    /** Gives the whole back; behind the close of its period that is an expiry of that period. */
    public void release(Pool to, Instant at) {
        boolean late = to.isClosed(at);
        end(late ? State.EXPIRED : State.VOIDED);
        to.settle(amount, 0, id, late ? EntryKind.EXPIRE : EntryKind.VOID);
    }

    /**
     * A transfer's hold goes to the receiver.
     *
     * @param rolledPart how much of it had rolled over before it was set aside
     */
    public void handOver(Pool from, Pool to, long rolledPart) {
        end(State.ACCEPTED);
        from.transferOut(amount, rolledPart, id);
        to.transferIn(amount, rolledPart, id);
    }

    /** A transfer's hold goes back to the giver. */
    public void release(Pool to, TransferAnswer answer) {
        end(
                switch (answer) {
                    case DECLINE -> State.DECLINED;
                    case WITHDRAW -> State.WITHDRAWN;
                    case ACCEPT -> throw new IllegalArgumentException("what is accepted is not given back");
                });
        to.settle(amount, 0, id, EntryKind.VOID);
    }

    public void expire(Pool to) {
        end(State.EXPIRED);
        to.settle(amount, 0, id, EntryKind.EXPIRE);
    }

    private void end(State how) {
        if (state != State.PENDING) throw new IllegalStateException("a reservation ends once: " + state);
        state = how;
        changed = true;
    }

    public UUID id() {
        return id;
    }

    public PoolKey pool() {
        return pool;
    }

    public long amount() {
        return amount;
    }

    public long posted() {
        return posted;
    }

    public State state() {
        return state;
    }

    public @Nullable Instant expiresAt() {
        return expiresAt;
    }

    public boolean changed() {
        return changed;
    }

    /** By its stored word. */
    public static State stateOf(String word) {
        return State.valueOf(word.toUpperCase(Locale.ROOT));
    }
}
