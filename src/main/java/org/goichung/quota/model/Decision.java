package org.goichung.quota.model;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.goichung.platform.problem.ProblemType;
import org.goichung.quota.PoolKey;
import org.goichung.quota.TransferAnswer;
import org.goichung.quota.model.Outcome.Done;
import org.goichung.quota.model.Outcome.Refused;
import org.jspecify.annotations.Nullable;

/** Decides orders one after the other on locked pools and reservations. */
public final class Decision {
    private final Map<UUID, Pool> pools;
    private final Map<UUID, Reservation> reservations;
    private final List<Reservation> made = new ArrayList<>();
    private final List<LimitMove> moves = new ArrayList<>();
    private final Instant at;

    /** @param at read after the locks were taken */
    public Decision(Map<UUID, Pool> pools, Map<UUID, Reservation> reservations, Instant at) {
        this.pools = pools;
        this.reservations = reservations;
        this.at = at;
    }

    /**
     * A return, or a step of a transfer, that was done: both enterprises are told of it.
     *
     * @param rolledPart how much of a transfer had rolled over before
     */
    public record LimitMove(Order order, Pool pool, long amount, long rolledPart) {}

    /** Reservations that the orders made. */
    public List<Reservation> made() {
        return made;
    }

    public List<LimitMove> moves() {
        return moves;
    }

    public Outcome decide(Order order) {
        Pool pool = poolOf(order.pool());
        return switch (order) {
            case Order.Draw draw -> draw(draw, pool);
            case Order.Reserve reserve -> reserve(reserve, pool);
            case Order.Post post -> post(post, pool);
            case Order.Void release -> release(release, pool);
            case Order.Return back -> giveBack(back, pool);
            case Order.Propose propose -> propose(propose, pool);
            case Order.Reply reply -> reply(reply, pool);
        };
    }

    private Outcome draw(Order.Draw order, Pool pool) {
        Admission admission = pool.admits(order.amount(), at);
        if (admission != Admission.ADMITTED) return refused(admission, pool, order.amount());
        pool.draw(order.amount(), order.subject());
        return done(order, order.amount(), null);
    }

    private Outcome reserve(Order.Reserve order, Pool pool) {
        Admission admission = pool.admits(order.amount(), at);
        if (admission != Admission.ADMITTED) return refused(admission, pool, order.amount());
        return done(order, order.amount(), hold(order, pool, order.amount(), order.expiresInSeconds()));
    }

    private Outcome post(Order.Post order, Pool pool) {
        Reservation reservation = reservation(order.subject());
        long part = order.amount() == null ? reservation.amount() : order.amount();
        if (reservation.stateAt(at) != Reservation.State.PENDING)
            return ended(ProblemType.RESERVATION_ENDED, reservation, part);
        if (part > reservation.amount())
            return new Refused(ProblemType.MORE_THAN_RESERVED, pool.key().poolId(), part, reservation.amount(), null);
        reservation.post(pool, part);
        return ended(order, reservation);
    }

    private Outcome release(Order.Void order, Pool pool) {
        Reservation reservation = reservation(order.subject());
        if (reservation.stateAt(at) != Reservation.State.PENDING)
            return ended(ProblemType.RESERVATION_ENDED, reservation, reservation.amount());
        reservation.release(pool, at);
        return ended(order, reservation);
    }

    private Outcome giveBack(Order.Return order, Pool pool) {
        Admission admission = pool.admits(order.amount(), at);
        if (admission != Admission.ADMITTED) return refused(admission, pool, order.amount());
        pool.giveBack(order.amount(), order.subject());
        moves.add(new LimitMove(order, pool, order.amount(), 0));
        return done(order, order.amount(), null);
    }

    private Outcome propose(Order.Propose order, Pool pool) {
        var terms = order.terms();
        if (terms.toEnterprise().equals(terms.from().enterpriseId()))
            return refused(ProblemType.TRANSFER_TO_ONESELF, pool, order.amount());
        if (terms.to() == null) return refused(ProblemType.TRANSFER_OUTSIDE_AGREEMENT, pool, order.amount());
        Admission admission = pool.admits(order.amount(), at);
        if (admission != Admission.ADMITTED) return refused(admission, pool, order.amount());
        long rolledPart = pool.rolledPart(order.amount());
        Instant expiresAt = hold(order, pool, order.amount(), order.expiresInSeconds());
        moves.add(new LimitMove(order, pool, order.amount(), rolledPart));
        return done(order, order.amount(), expiresAt);
    }

    private Outcome reply(Order.Reply order, Pool from) {
        Reservation held = reservation(order.subject());
        if (held.stateAt(at) != Reservation.State.PENDING)
            return ended(ProblemType.TRANSFER_ENDED, held, held.amount());
        if (order.answer() == TransferAnswer.ACCEPT) {
            Pool to = poolOf(order.pools().getLast());
            // the amount is held already; told are the receiver's own figures, never the giver's
            for (Pool each : List.of(from, to)) {
                Admission admission = each.admits(0, at);
                if (admission != Admission.ADMITTED) return refused(admission, to, held.amount());
            }
            held.handOver(from, to, order.rolledPart());
        } else {
            held.release(from, order.answer());
        }
        moves.add(new LimitMove(order, from, held.amount(), order.rolledPart()));
        return ended(order, held);
    }

    private Instant hold(Order order, Pool pool, long amount, long seconds) {
        pool.reserve(amount, order.subject());
        Instant expiresAt = at.plusSeconds(seconds);
        made.add(new Reservation(order.subject(), pool.key(), amount, 0, Reservation.State.PENDING, expiresAt));
        return expiresAt;
    }

    private Pool poolOf(PoolKey key) {
        Pool pool = pools.get(key.poolId());
        if (pool == null) throw new IllegalArgumentException("an order's pool is not locked");
        return pool;
    }

    private Reservation reservation(UUID id) {
        Reservation reservation = reservations.get(id);
        if (reservation == null) throw new IllegalArgumentException("an order's reservation is not locked");
        return reservation;
    }

    private Outcome done(Order order, long amount, @Nullable Instant expiresAt) {
        return new Done(order.kind(), order.subject(), order.pool().poolId(), amount, 0, expiresAt, at, null);
    }

    /** Of what was held. */
    private Outcome ended(Order order, Reservation held) {
        return new Done(
                order.kind(),
                held.id(),
                order.pool().poolId(),
                held.amount(),
                held.posted(),
                null,
                at,
                held.state().wireName());
    }

    private Outcome ended(ProblemType type, Reservation reservation, long asked) {
        return new Refused(
                type,
                reservation.pool().poolId(),
                asked,
                0,
                reservation.stateAt(at).wireName());
    }

    private static Outcome refused(Admission admission, Pool pool, long amount) {
        ProblemType type =
                switch (admission) {
                    case EXHAUSTED -> ProblemType.QUOTA_EXHAUSTED;
                    case PERIOD_CLOSED -> ProblemType.PERIOD_CLOSED;
                    case POOL_FROZEN -> ProblemType.POOL_FROZEN;
                    case ADMITTED -> throw new IllegalArgumentException("admitted");
                };
        return refused(type, pool, amount);
    }

    private static Outcome refused(ProblemType type, Pool pool, long amount) {
        return new Refused(type, pool.key().poolId(), amount, pool.balances().available(), null);
    }
}
