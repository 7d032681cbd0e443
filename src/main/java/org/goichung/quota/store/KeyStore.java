package org.goichung.quota.store;

import static org.goichung.quota.store.Columns.instant;
import static org.goichung.quota.store.Columns.instantOrNull;
import static org.goichung.quota.store.Columns.instants;
import static org.goichung.quota.store.Columns.longs;
import static org.goichung.quota.store.Columns.number;
import static org.goichung.quota.store.Columns.texts;
import static org.goichung.quota.store.Columns.timestamp;
import static org.goichung.quota.store.Columns.uuids;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import org.goichung.platform.database.Statements;
import org.goichung.platform.http.Language;
import org.goichung.platform.problem.ProblemType;
import org.goichung.quota.model.Answered;
import org.goichung.quota.model.Claimed;
import org.goichung.quota.model.Order;
import org.goichung.quota.model.Outcome;
import org.goichung.quota.model.Outcome.Done;
import org.goichung.quota.model.Outcome.Refused;
import org.goichung.quota.model.Settled;
import org.jspecify.annotations.Nullable;

/**
 * Keys of draws, reservations, returns and transfers. Looked up behind the pools' locks, so that what whoever held them before has
 * stored is seen; a key that another pool's order stores at the same moment is caught by the table's own uniqueness, which undoes the
 * whole batch.
 */
@ApplicationScoped
public class KeyStore {
    /** What is violated where a key was stored between the look and the writing. */
    static final String UNIQUE = "quota_draw_key_pkey";

    /** @param at read behind the locks */
    public record Looked(Map<UUID, Known> known, Instant at) {}

    /** A known key: the body it came with, and its answer. */
    public record Known(UUID body, Settled settled) {

        Answered answerTo(Claimed repeat) {
            return body.equals(repeat.body()) ? new Answered.Stored(settled) : Answered.KEY_REUSED;
        }
    }

    /** The answers that are stored under these keys, and the time. */
    public Uni<Looked> look(Statements sql, Collection<Claimed> orders) {
        return sql.select("""
                        SELECT now.instant, k.key_hash, k.body_hash, k.language, k.kind, k.subject_id, k.pool_id, k.amount,
                               k.posted, k.expires_at, k.claimed_at, k.refusal, k.available, k.state
                          FROM (SELECT goichung_now() AS instant) now
                          LEFT JOIN quota_draw_key k ON k.key_hash = ANY ($1)
                        """, (Object) uuids(orders, Claimed::key)).map(rows -> {
            Map<UUID, Known> known = new HashMap<>();
            for (Object[] row : rows) if (row[1] != null) known.put((UUID) row[1], known(row));
            return new Looked(known, instant(rows.getFirst()[0]));
        });
    }

    /** A new key with what came of its order. */
    record Settling(Claimed claimed, Outcome outcome) {

        private @Nullable Refused refusal() {
            return outcome instanceof Refused refused ? refused : null;
        }

        private @Nullable String state() {
            return switch (outcome) {
                case Refused refused -> refused.state();
                case Done done -> done.state();
            };
        }

        private boolean isDraw() {
            return outcome instanceof Done done && done.kind() == Order.Kind.DRAW;
        }

        private long amount() {
            return switch (outcome) {
                case Refused refused -> refused.amount();
                case Done done -> done.amount();
            };
        }
    }

    /** Stores new keys with their answers; in sorted order, as everybody. */
    Uni<Void> store(Statements sql, List<Settling> settled, Instant at) {
        if (settled.isEmpty()) return Uni.createFrom().voidItem();
        List<Settling> sorted = new ArrayList<>(settled);
        sorted.sort(Comparator.comparing(each -> each.claimed().key()));
        Uni<Integer> stored =
                sorted.stream().allMatch(Settling::isDraw) ? storeDraws(sql, sorted, at) : storeAny(sql, sorted, at);
        return stored.replaceWithVoid();
    }

    /** The same as {@link #storeAny} for what most keys are of. */
    private static Uni<Integer> storeDraws(Statements sql, List<Settling> draws, Instant at) {
        return sql.update(
                """
                INSERT INTO quota_draw_key (key_hash, body_hash, language, kind, subject_id, pool_id, amount, claimed_at)
                SELECT unnest($1::uuid[]), unnest($2::uuid[]), unnest($3::text[]), 'draw', unnest($4::uuid[]),
                       unnest($5::uuid[]), unnest($6::bigint[]), $7
                """,
                uuids(draws, each -> each.claimed().key()),
                uuids(draws, each -> each.claimed().body()),
                texts(draws, each -> each.claimed().language().tag()),
                uuids(draws, each -> each.claimed().order().subject()),
                uuids(draws, each -> each.claimed().order().pool().poolId()),
                longs(draws, Settling::amount),
                timestamp(at));
    }

    private static Uni<Integer> storeAny(Statements sql, List<Settling> settled, Instant at) {
        return sql.update(
                """
                INSERT INTO quota_draw_key (key_hash, body_hash, language, kind, subject_id, pool_id, amount, posted, expires_at,
                                            refusal, available, state, claimed_at)
                SELECT unnest($1::uuid[]), unnest($2::uuid[]), unnest($3::text[]), unnest($4::text[]), unnest($5::uuid[]),
                       unnest($6::uuid[]), unnest($7::bigint[]), unnest($8::bigint[]), unnest($9::timestamptz[]),
                       unnest($10::text[]), unnest($11::bigint[]), unnest($12::text[]), $13
                """,
                uuids(settled, each -> each.claimed().key()),
                uuids(settled, each -> each.claimed().body()),
                texts(settled, each -> each.claimed().language().tag()),
                texts(settled, each -> wireName(each.claimed().order().kind())),
                uuids(settled, each -> each.claimed().order().subject()),
                uuids(settled, each -> each.claimed().order().pool().poolId()),
                longs(settled, Settling::amount),
                longs(settled, each -> each.outcome() instanceof Done done ? done.posted() : 0),
                instants(settled, each -> each.outcome() instanceof Done done ? done.expiresAt() : null),
                texts(
                        settled,
                        each -> each.refusal() == null
                                ? null
                                : each.refusal().type().slug()),
                settled.stream()
                        .map(each ->
                                each.refusal() == null ? null : each.refusal().available())
                        .toArray(Long[]::new),
                texts(settled, Settling::state),
                timestamp(at));
    }

    private static Known known(Object[] row) {
        Outcome outcome;
        String refusal = (String) row[11];
        if (refusal != null)
            outcome = new Refused(
                    typeOf(refusal), (UUID) row[6], number(row[7]), number(row[12]), (@Nullable String) row[13]);
        else
            outcome = new Done(
                    Order.Kind.valueOf(((String) row[4]).toUpperCase(Locale.ROOT)),
                    (UUID) row[5],
                    (UUID) row[6],
                    number(row[7]),
                    number(row[8]),
                    instantOrNull(row[9]),
                    instant(row[10]),
                    (@Nullable String) row[13]);
        Language language = Language.valueOf(((String) row[3]).toUpperCase(Locale.ROOT));
        return new Known((UUID) row[2], new Settled(outcome, language, true));
    }

    private static ProblemType typeOf(String slug) {
        return ProblemType.valueOf(slug.toUpperCase(Locale.ROOT).replace('-', '_'));
    }

    private static String wireName(Order.Kind kind) {
        return kind.name().toLowerCase(Locale.ROOT);
    }
}
