package org.goichung.quota.store;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.BiPredicate;
import java.util.stream.Stream;
import org.goichung.platform.database.Ids;
import org.goichung.platform.database.Statements;
import org.goichung.platform.database.Transactions;
import org.goichung.platform.identity.EnterpriseId;
import org.goichung.platform.problem.ProblemType;
import org.goichung.platform.problem.Refusal;
import org.goichung.platform.time.Clock;
import org.goichung.quota.EnrolmentHold;
import org.goichung.quota.Period;
import org.goichung.quota.PoolKey;
import org.goichung.quota.Unit;
import org.goichung.quota.model.Pool;
import org.goichung.quota.model.Reservation;

/** An enrolment's line-cycle and đồng: held together or neither, and ended together. Every step may be asked for again. */
@ApplicationScoped
public class EnrolmentHolds {
    private final Transactions transactions;
    private final PoolStore pools;
    private final ReservationStore reservations;
    private final PoolChanges changes;
    private final Clock clock;

    public EnrolmentHolds(
            Transactions transactions,
            PoolStore pools,
            ReservationStore reservations,
            PoolChanges changes,
            Clock clock) {
        this.transactions = transactions;
        this.pools = pools;
        this.reservations = reservations;
        this.changes = changes;
        this.clock = clock;
    }

    /** What an enrolment needs of the pools of the present period. */
    public record Wanted(
            UUID enrolmentId,
            EnterpriseId enterpriseId,
            UUID agreementId,
            UUID packageVersionId,
            long fundVnd,
            Instant expiresAt) {}

    public Uni<EnrolmentHold> hold(Wanted wanted) {
        return locked(
                sql -> clock.now(sql)
                        .chain(now -> poolsOf(sql, wanted, Period.of(now)))
                        .chain(present -> reservations
                                .poolsOfEnrolment(sql, wanted.enrolmentId())
                                .map(held -> Stream.concat(present.stream(), held.stream())
                                        .toList())),
                (sql, found, now) -> reservations
                        .ofEnrolment(sql, wanted.enrolmentId())
                        .chain(held -> held.stream().anyMatch(each -> stands(each, now))
                                ? Uni.createFrom().item(() -> holdOf(wanted.enrolmentId(), found, held))
                                : reserve(sql, wanted, found, held, now)));
    }

    public Uni<Void> keep(UUID enrolment) {
        return transactions.systemSqlInTime(connection -> {
            Statements sql = Statements.of(connection);
            return reservations
                    .keep(sql, enrolment)
                    .chain(kept -> kept > 0
                            ? Uni.createFrom().voidItem()
                            : reservations
                                    .ofEnrolment(sql, enrolment)
                                    .invoke(EnrolmentHolds::requirePosted)
                                    .replaceWithVoid());
        });
    }

    public Uni<Void> post(UUID enrolment) {
        return end(
                enrolment,
                (held, now) -> held.stream().anyMatch(each -> stands(each, now)),
                (reservation, pool, now) -> reservation.post(pool, reservation.amount()));
    }

    public Uni<Void> release(UUID enrolment) {
        return end(
                enrolment,
                (held, now) -> held.stream().noneMatch(each -> each.state() == Reservation.State.POSTED),
                Reservation::release);
    }

    private interface Ending {
        void end(Reservation reservation, Pool pool, Instant now);
    }

    private Uni<Void> end(UUID enrolment, BiPredicate<List<Reservation>, Instant> allowed, Ending how) {
        return locked(
                sql -> reservations.poolsOfEnrolment(sql, enrolment),
                (sql, found, now) -> reservations.ofEnrolment(sql, enrolment).chain(held -> {
                    if (!allowed.test(held, now)) throw ended(held);
                    for (Reservation each : held)
                        if (each.state() == Reservation.State.PENDING) how.end(each, poolOf(each, found), now);
                    return pools.write(sql, found.values(), now).chain(() -> reservations.end(sql, held, now));
                }));
    }

    private interface UnderLock<T> {
        Uni<T> run(Statements sql, Map<UUID, Pool> pools, Instant now);
    }

    private interface Needing {
        Uni<List<PoolKey>> pools(Statements sql);
    }

    private <T> Uni<T> locked(Needing needing, UnderLock<T> work) {
        List<Pool> touched = new ArrayList<>();
        return transactions
                .systemSqlInTime(connection -> {
                    Statements sql = Statements.of(connection);
                    return needing.pools(sql)
                            .chain(keys -> pools.lock(sql, keys))
                            .invoke(found -> touched.addAll(found.values()))
                            .chain(found -> clock.now(sql).chain(now -> work.run(sql, found, now)));
                })
                .invoke(() -> changes.note(touched));
    }

    private static Uni<List<PoolKey>> poolsOf(Statements sql, Wanted wanted, Period period) {
        return sql.select(
                        """
                        SELECT pool_id FROM quota_pool
                         WHERE enterprise_id = $1 AND agreement_id = $2 AND package_version_id = $3 AND period = $4
                           AND (unit = 'LINE_CYCLE' OR unit = 'VND' AND $5)
                        """,
                        wanted.enterpriseId().value(),
                        wanted.agreementId(),
                        wanted.packageVersionId(),
                        period.firstDay(),
                        wanted.fundVnd() > 0)
                .map(rows -> rows.stream()
                        .map(row -> new PoolKey(wanted.enterpriseId(), (UUID) row[0]))
                        .toList());
    }

    private Uni<EnrolmentHold> reserve(
            Statements sql, Wanted wanted, Map<UUID, Pool> found, List<Reservation> earlier, Instant now) {
        // one whose time is over, though no job has seen it yet, makes room for the new one
        for (Reservation each : earlier)
            if (each.state() == Reservation.State.PENDING) each.expire(poolOf(each, found));
        List<Pool> present = found.values().stream()
                .filter(pool -> pool.period().equals(Period.of(now)))
                .toList();
        List<Reservation> made = new ArrayList<>();
        made.add(reserve(present, Unit.LINE_CYCLE, 1, wanted, now));
        if (wanted.fundVnd() > 0) made.add(reserve(present, Unit.VND, wanted.fundVnd(), wanted, now));
        return pools.write(sql, found.values(), now)
                .chain(() -> reservations.end(sql, earlier, now))
                .chain(() -> reservations.insert(sql, made, wanted.enrolmentId(), now))
                .replaceWith(() -> holdOf(wanted.enrolmentId(), found, made));
    }

    /** Throws where it does not fit: the transaction is then rolled back whole. */
    private static Reservation reserve(List<Pool> present, Unit unit, long amount, Wanted wanted, Instant now) {
        Pool pool = present.stream()
                .filter(each -> each.unit() == unit)
                .findFirst()
                .orElseThrow(() -> exhausted(amount, 0));
        switch (pool.admits(amount, now)) {
            case ADMITTED -> {}
            case EXHAUSTED -> throw exhausted(amount, pool.balances().available());
            case PERIOD_CLOSED -> throw Refusal.of(ProblemType.PERIOD_CLOSED);
            case POOL_FROZEN -> throw Refusal.of(ProblemType.POOL_FROZEN);
        }
        UUID id = Ids.next();
        pool.reserve(amount, id);
        return new Reservation(id, pool.key(), amount, 0, Reservation.State.PENDING, wanted.expiresAt());
    }

    /** Of reservations that stand, which come first. */
    private static EnrolmentHold holdOf(UUID enrolment, Map<UUID, Pool> found, List<Reservation> held) {
        Reservation first = held.getFirst();
        long fundVnd = held.stream()
                .filter(each ->
                        each.state() == first.state() && poolOf(each, found).unit() == Unit.VND)
                .mapToLong(Reservation::amount)
                .sum();
        return new EnrolmentHold(enrolment, poolOf(first, found).period(), fundVnd, first.expiresAt());
    }

    private static Pool poolOf(Reservation reservation, Map<UUID, Pool> found) {
        Pool pool = found.get(reservation.pool().poolId());
        if (pool == null) throw new IllegalStateException("a reservation's pool is not locked");
        return pool;
    }

    private static boolean stands(Reservation reservation, Instant now) {
        Reservation.State state = reservation.stateAt(now);
        return state == Reservation.State.PENDING || state == Reservation.State.POSTED;
    }

    private static void requirePosted(List<Reservation> held) {
        if (held.stream().noneMatch(each -> each.state() == Reservation.State.POSTED)) throw ended(held);
    }

    private static Refusal ended(List<Reservation> held) {
        String state = held.isEmpty() ? "expired" : held.getFirst().state().wireName();
        return Refusal.of(ProblemType.RESERVATION_ENDED, Map.of("state", state));
    }

    private static Refusal exhausted(long amount, long available) {
        return Refusal.of(ProblemType.QUOTA_EXHAUSTED, Map.of("amount", amount, "available", available));
    }
}
