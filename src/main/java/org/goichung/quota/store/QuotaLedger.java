package org.goichung.quota.store;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.goichung.platform.database.Pipeline;
import org.goichung.platform.database.Statements;
import org.goichung.platform.database.Transactions;
import org.goichung.quota.PoolKey;
import org.goichung.quota.model.Answered;
import org.goichung.quota.model.Claimed;
import org.goichung.quota.model.Decision;
import org.goichung.quota.model.Fold;
import org.goichung.quota.model.HoldKey;
import org.goichung.quota.model.Order;
import org.goichung.quota.model.Outcome;
import org.goichung.quota.model.Pool;
import org.goichung.quota.model.Reservation;
import org.goichung.quota.model.Settled;

/**
 * Settles a batch of orders of any enterprises in one transaction: locks their pools, then their reservations; looks behind the locks
 * which keys are known, so that one held by another instance is never debited twice; decides the others, one after the other; writes
 * keys with their answers, balances and entries. The server is waited for twice: before deciding, and for the commit.
 */
@ApplicationScoped
public class QuotaLedger {
    private final Transactions transactions;
    private final PoolStore pools;
    private final ReservationStore reservations;
    private final KeyStore keys;
    private final PoolChanges changes;
    private final TransferStore transfers;

    public QuotaLedger(
            Transactions transactions,
            PoolStore pools,
            ReservationStore reservations,
            KeyStore keys,
            PoolChanges changes,
            TransferStore transfers) {
        this.transactions = transactions;
        this.pools = pools;
        this.reservations = reservations;
        this.keys = keys;
        this.changes = changes;
        this.transfers = transfers;
    }

    /** One answer per order, in their order. */
    public Uni<List<Answered>> settle(List<Claimed> orders) {
        var fold = new Fold(orders);
        var batch = new Batch(List.copyOf(fold.leaders()));
        return transactions
                .systemPipeline(batch::settle)
                .invoke(() -> changes.note(batch.locked.values()))
                .chain(answers -> settleLeftOver(fold)
                        .map(later -> fold.unfold(
                                leader -> answers.getOrDefault(leader.key(), Answered.UNKNOWN_POOL), later)));
    }

    private Uni<List<Answered>> settleLeftOver(Fold fold) {
        return fold.leftOver().isEmpty() ? Uni.createFrom().item(List.of()) : settle(fold.leftOver());
    }

    /** What one transaction knows. */
    private final class Batch {
        private final List<Claimed> orders;
        private final List<KeyStore.Settling> settled = new ArrayList<>();
        private final Map<UUID, Answered> answers;
        private Map<UUID, Pool> locked = Map.of();
        private Map<UUID, Reservation> held = Map.of();
        private List<Reservation> made = List.of();
        private List<Decision.LimitMove> moves = List.of();

        Batch(List<Claimed> orders) {
            this.orders = orders;
            this.answers = HashMap.newHashMap(orders.size());
        }

        Uni<Map<UUID, Answered>> settle(Pipeline pipeline) {
            Statements sql = pipeline.statements();
            var wanted = orders.stream()
                    .flatMap(each -> each.order().pools().stream())
                    .toList();
            return Uni.combine()
                    .all()
                    .unis(
                            pipeline.begin(),
                            pools.lock(sql, wanted).invoke(found -> locked = found),
                            reservations.lock(sql, reservationsWanted()).invoke(found -> held = found),
                            keys.look(sql, orders))
                    .with((begun, itsPools, itsReservations, looked) -> looked)
                    .invoke(this::decide)
                    .chain(looked -> write(pipeline, looked.at()))
                    .replaceWith(answers);
        }

        /** A key is not spent on what names no pool or reservation. */
        private void decide(KeyStore.Looked looked) {
            var decision = new Decision(locked, held, looked.at());
            for (Claimed each : orders) {
                var known = looked.known().get(each.key());
                if (known != null) answers.put(each.key(), known.answerTo(each));
                else if (isPlaceable(each)) {
                    Outcome outcome = decision.decide(each.order());
                    settled.add(new KeyStore.Settling(each, outcome));
                    answers.put(each.key(), new Answered.Stored(new Settled(outcome, each.language(), false)));
                }
            }
            made = decision.made();
            moves = decision.moves();
        }

        private Uni<Void> write(Pipeline pipeline, Instant at) {
            Statements sql = pipeline.statements();
            return tell(sql, at).chain(() -> Uni.combine()
                    .all()
                    .unis(
                            pools.enter(sql, locked.values(), at),
                            moves.isEmpty() ? hold(sql, at) : Uni.createFrom().voidItem(),
                            reservations.end(sql, held.values(), at),
                            keys.store(sql, settled, at),
                            pipeline.commit())
                    .discardItems());
        }

        /** What is rare and takes statements one after the other: a transfer stands on its hold, so that is written before it. */
        private Uni<Void> tell(Statements sql, Instant at) {
            Uni<Void> alerted = pools.alert(sql, locked.values(), at);
            return moves.isEmpty()
                    ? alerted
                    : alerted.chain(() -> hold(sql, at)).chain(() -> transfers.record(sql, moves));
        }

        private Uni<Void> hold(Statements sql, Instant at) {
            return reservations.insert(sql, made, null, at);
        }

        private Set<HoldKey> reservationsWanted() {
            return orders.stream()
                    .map(Claimed::order)
                    .filter(order -> order.kind().endsHold())
                    .map(order -> new HoldKey(order.pool().enterpriseId(), order.subject()))
                    .collect(Collectors.toSet());
        }

        private boolean isPlaceable(Claimed claimed) {
            Order order = claimed.order();
            for (PoolKey pool : order.pools()) if (!locked.containsKey(pool.poolId())) return false;
            return !order.kind().endsHold() || held.containsKey(order.subject());
        }
    }
}
