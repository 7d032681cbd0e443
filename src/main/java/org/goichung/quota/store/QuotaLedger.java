package org.goichung.quota.store;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.goichung.platform.database.Statements;
import org.goichung.platform.database.Transactions;
import org.goichung.quota.PoolKey;
import org.goichung.quota.model.Answered;
import org.goichung.quota.model.Claimed;
import org.goichung.quota.model.Decision;
import org.goichung.quota.model.Fold;
import org.goichung.quota.model.Order;
import org.goichung.quota.model.Outcome;
import org.goichung.quota.model.Pool;
import org.goichung.quota.model.Reservation;
import org.goichung.quota.model.Settled;

/**
 * Settles a batch of orders of any enterprises in one transaction: locks their pools, then their reservations; claims the keys in a
 * statement of its own, so that one held by another instance is never debited twice; decides what it claimed, one after the other;
 * writes balances, entries and keys; and answers the repeats from what was stored.
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
                .systemSql(connection -> batch.settle(Statements.of(connection)))
                .invoke(() -> changes.note(batch.locked.values()))
                .map(answers -> fold.unfold(
                        leader -> answers.getOrDefault(leader.key(), Answered.UNKNOWN_POOL), Answered.KEY_REUSED));
    }

    /** What one transaction knows. */
    private final class Batch {
        private final List<Claimed> orders;
        private Map<UUID, Pool> locked = Map.of();
        private Map<UUID, Reservation> held = Map.of();

        Batch(List<Claimed> orders) {
            this.orders = orders;
        }

        Uni<Map<UUID, Answered>> settle(Statements sql) {
            return pools.lock(
                            sql,
                            orders.stream()
                                    .flatMap(each -> each.order().pools().stream())
                                    .toList())
                    .invoke(found -> locked = found)
                    .chain(() -> reservations.lock(sql, reservationsWanted()))
                    .invoke(found -> held = found)
                    .chain(() -> keys.claim(
                            sql, orders.stream().filter(this::isPlaceable).toList()))
                    .chain(claims -> decide(sql, claims));
        }

        private Uni<Map<UUID, Answered>> decide(Statements sql, KeyStore.Claims claims) {
            var decision = new Decision(locked, held, claims.at());
            Map<UUID, Outcome> outcomes = new LinkedHashMap<>();
            List<Claimed> repeats = new ArrayList<>();
            Map<UUID, Answered> answers = new HashMap<>();
            for (Claimed each : orders) {
                if (!claims.keys().contains(each.key())) {
                    repeats.add(each);
                    continue;
                }
                Outcome outcome = decision.decide(each.order());
                outcomes.put(each.key(), outcome);
                answers.put(each.key(), new Answered.Stored(new Settled(outcome, each.language(), false)));
            }
            return pools.write(sql, locked.values(), claims.at())
                    .chain(() -> reservations.insert(sql, decision.made(), null, claims.at()))
                    .chain(() -> reservations.end(sql, held.values(), claims.at()))
                    .chain(() -> transfers.record(sql, decision.moves()))
                    .chain(() -> keys.settle(sql, outcomes))
                    .chain(() -> keys.known(sql, repeats))
                    .map(known -> {
                        for (Claimed repeat : repeats) {
                            var stored = known.get(repeat.key());
                            if (stored != null) answers.put(repeat.key(), stored.answerTo(repeat));
                        }
                        return answers;
                    });
        }

        private List<UUID> reservationsWanted() {
            return orders.stream()
                    .map(Claimed::order)
                    .filter(order -> order.kind().endsHold())
                    .map(Order::subject)
                    .distinct()
                    .sorted()
                    .toList();
        }

        /** A key is not spent on what names no pool or reservation. */
        private boolean isPlaceable(Claimed claimed) {
            Order order = claimed.order();
            for (PoolKey pool : order.pools()) if (!locked.containsKey(pool.poolId())) return false;
            return !order.kind().endsHold() || held.containsKey(order.subject());
        }
    }
}
