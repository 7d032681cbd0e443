package org.goichung.quota.store;

import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import org.goichung.platform.database.Statements;
import org.goichung.platform.identity.Scope;
import org.goichung.platform.outbox.Audience;
import org.goichung.platform.outbox.Event;
import org.goichung.platform.outbox.Journal;
import org.goichung.quota.PoolKey;
import org.goichung.quota.TransferTerms;
import org.goichung.quota.model.Decision.LimitMove;
import org.goichung.quota.model.Order;
import org.goichung.quota.model.Pool;
import org.goichung.quota.model.Reservation;

/** What goes with returns and transfers beside their entries: a transfer's row, and the events to both enterprises. */
@ApplicationScoped
public class TransferStore {
    private static final Scope EXPIRY = Scope.system("expiry");

    private final Journal journal;

    public TransferStore(Journal journal) {
        this.journal = journal;
    }

    /** In the transaction that moved the limit, behind the holds' own rows. */
    Uni<Void> record(Statements sql, List<LimitMove> moves) {
        return oneByOne(moves, move -> record(sql, move));
    }

    private Uni<Void> record(Statements sql, LimitMove move) {
        return switch (move.order()) {
            case Order.Return back -> journal.record(sql, back.by(), returned(move));
            case Order.Propose propose ->
                insert(sql, propose)
                        .chain(() -> journal.record(
                                sql,
                                propose.by(),
                                told("proposed", propose.subject(), propose.terms(), move.amount())));
            case Order.Reply reply ->
                journal.record(
                        sql,
                        reply.by(),
                        told(
                                switch (reply.answer()) {
                                    case ACCEPT -> "accepted";
                                    case DECLINE -> "declined";
                                    case WITHDRAW -> "withdrawn";
                                },
                                reply.subject(),
                                reply.terms(),
                                move.amount()));
            case Order.Draw d -> Uni.createFrom().voidItem();
            case Order.Reserve r -> Uni.createFrom().voidItem();
            case Order.Post p -> Uni.createFrom().voidItem();
            case Order.Void v -> Uni.createFrom().voidItem();
        };
    }

    private static Uni<Integer> insert(Statements sql, Order.Propose propose) {
        PoolKey from = propose.terms().from();
        PoolKey to = propose.terms().to();
        if (to == null) throw new IllegalStateException("a transfer without a receiver was admitted");
        return sql.update(
                """
                INSERT INTO quota_transfer (enterprise_id, transfer_id, pool_id, to_enterprise_id, to_pool_id)
                VALUES ($1, $2, $3, $4, $5)
                """,
                from.enterpriseId().value(),
                propose.subject(),
                from.poolId(),
                to.enterpriseId().value(),
                to.poolId());
    }

    /** Tells that these holds expired; a transfer's to both sides. */
    Uni<Void> tellExpired(Statements sql, Collection<Reservation> expired) {
        if (expired.isEmpty()) return Uni.createFrom().voidItem();
        return among(sql, expired.stream().map(Reservation::id).toList())
                .chain(transfers -> oneByOne(expired, each -> {
                    TransferTerms terms = transfers.get(each.id());
                    Event event = terms == null ? expired(each) : told("expired", each.id(), terms, each.amount());
                    return journal.record(sql, EXPIRY, event);
                }));
    }

    private static Uni<Map<UUID, TransferTerms>> among(Statements sql, List<UUID> ids) {
        return sql.select(TransferReader.TERMS + "WHERE t.transfer_id = ANY ($1)", (Object) ids.toArray(UUID[]::new))
                .map(rows -> {
                    Map<UUID, TransferTerms> found = new HashMap<>();
                    for (Object[] row : rows) found.put((UUID) row[0], TransferReader.terms(row));
                    return found;
                });
    }

    private static Event expired(Reservation hold) {
        PoolKey pool = hold.pool();
        return new Event(
                "reservation-expired",
                pool.poolId(),
                hold.id(),
                Set.of(Audience.of(pool.enterpriseId())),
                Map.of(
                        "poolId", pool.poolId().toString(),
                        "enterpriseId", pool.enterpriseId().toString(),
                        "amount", hold.amount()));
    }

    private static Event returned(LimitMove move) {
        Pool pool = move.pool();
        PoolKey key = pool.key();
        return new Event(
                "quota-returned",
                key.poolId(),
                move.order().subject(),
                Set.of(Audience.of(key.enterpriseId()), Audience.of(pool.carrier())),
                Map.of(
                        "poolId", key.poolId().toString(),
                        "enterpriseId", key.enterpriseId().toString(),
                        "period", pool.period().toString(),
                        "unit", pool.unit().name(),
                        "amount", move.amount()));
    }

    private static Event told(String what, UUID transfer, TransferTerms terms, long amount) {
        Map<String, Object> data = new TreeMap<>();
        data.put("enterpriseId", terms.from().enterpriseId().toString());
        data.put("toEnterpriseId", terms.toEnterprise().toString());
        data.put("agreementId", terms.agreementId().toString());
        data.put("period", terms.period().toString());
        data.put("unit", terms.unit().name());
        data.put("amount", amount);
        return Event.of(
                "quota-transfer-" + what,
                transfer,
                Set.of(Audience.of(terms.from().enterpriseId()), Audience.of(terms.toEnterprise())),
                data);
    }

    private interface Step<T> {
        Uni<Void> of(T each);
    }

    private static <T> Uni<Void> oneByOne(Collection<T> all, Step<T> step) {
        if (all.isEmpty()) return Uni.createFrom().voidItem();
        return Multi.createFrom()
                .iterable(all)
                .onItem()
                .transformToUniAndConcatenate(step::of)
                .collect()
                .last()
                .replaceWithVoid();
    }
}
