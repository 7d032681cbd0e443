package org.goichung.quota.model;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.goichung.platform.problem.ProblemType;
import org.goichung.quota.model.Outcome.Done;
import org.goichung.quota.model.Outcome.Refused;

/** Decides orders one after the other on locked pools and reservations. */
public final class Decision {
    private final Map<UUID, Pool> pools;
    private final Map<UUID, Reservation> reservations;
    private final List<Reservation> made = new ArrayList<>();
    private final Instant at;

    /** @param at read after the locks were taken */
    public Decision(Map<UUID, Pool> pools, Map<UUID, Reservation> reservations, Instant at) {
        this.pools = pools;
        this.reservations = reservations;
        this.at = at;
    }

    /** Reservations that the orders made. */
    public List<Reservation> made() {
        return made;
    }

    public Outcome decide(Order order) {
        Pool pool = pools.get(order.pool().poolId());
        if (pool == null) throw new IllegalArgumentException("an order's pool is not locked");
        return switch (order) {
            case Order.Draw draw -> draw(draw, pool);
            case Order.Reserve reserve -> reserve(reserve, pool);
            case Order.Post post -> post(post, pool);
            case Order.Void release -> release(release, pool);
        };
    }

    private Outcome draw(Order.Draw order, Pool pool) {
        Admission admission = pool.admits(order.amount());
        if (admission != Admission.ADMITTED) return refused(admission, pool, order.amount());
        pool.draw(order.amount(), order.subject());
        return new Done(Order.Kind.DRAW, order.subject(), pool.key().poolId(), order.amount(), 0, null, at);
    }

    private Outcome reserve(Order.Reserve order, Pool pool) {
        Admission admission = pool.admits(order.amount());
        if (admission != Admission.ADMITTED) return refused(admission, pool, order.amount());
        pool.reserve(order.amount(), order.subject());
        Instant expiresAt = at.plusSeconds(order.expiresInSeconds());
        made.add(new Reservation(order.subject(), pool.key(), order.amount(), 0, Reservation.State.PENDING, expiresAt));
        return new Done(Order.Kind.RESERVE, order.subject(), pool.key().poolId(), order.amount(), 0, expiresAt, at);
    }

    private Outcome post(Order.Post order, Pool pool) {
        Reservation reservation = reservation(order.subject());
        long part = order.amount() == null ? reservation.amount() : order.amount();
        if (reservation.stateAt(at) != Reservation.State.PENDING) return ended(reservation, part);
        if (part > reservation.amount())
            return new Refused(ProblemType.MORE_THAN_RESERVED, pool.key().poolId(), part, reservation.amount(), null);
        reservation.post(pool, part);
        return new Done(Order.Kind.POST, reservation.id(), pool.key().poolId(), reservation.amount(), part, null, at);
    }

    private Outcome release(Order.Void order, Pool pool) {
        Reservation reservation = reservation(order.subject());
        if (reservation.stateAt(at) != Reservation.State.PENDING) return ended(reservation, reservation.amount());
        reservation.release(pool);
        return new Done(Order.Kind.VOID, reservation.id(), pool.key().poolId(), reservation.amount(), 0, null, at);
    }

    private Reservation reservation(UUID id) {
        Reservation reservation = reservations.get(id);
        if (reservation == null) throw new IllegalArgumentException("an order's reservation is not locked");
        return reservation;
    }

    private Outcome ended(Reservation reservation, long asked) {
        return new Refused(
                ProblemType.RESERVATION_ENDED,
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
        return new Refused(type, pool.key().poolId(), amount, pool.balances().available(), null);
    }
}
