package org.goichung.quota.store;

import static org.goichung.quota.store.Columns.instant;
import static org.goichung.quota.store.Columns.instantOrNull;
import static org.goichung.quota.store.Columns.longs;
import static org.goichung.quota.store.Columns.number;
import static org.goichung.quota.store.Columns.texts;
import static org.goichung.quota.store.Columns.uuids;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.goichung.platform.database.Statements;
import org.goichung.platform.http.Language;
import org.goichung.platform.problem.ProblemType;
import org.goichung.quota.model.Answered;
import org.goichung.quota.model.Claimed;
import org.goichung.quota.model.Order;
import org.goichung.quota.model.Outcome;
import org.goichung.quota.model.Settled;
import org.jspecify.annotations.Nullable;

/** Keys of draws, reservations, returns and transfers. */
@ApplicationScoped
public class KeyStore {

    /** @param keys those that were new, and are ours now */
    public record Claims(Set<UUID> keys, Instant at) {}

    /** A known key: the body it came with, and its answer. */
    public record Known(UUID body, Settled settled) {

        Answered answerTo(Claimed repeat) {
            return body.equals(repeat.body()) ? new Answered.Stored(settled) : Answered.KEY_REUSED;
        }
    }

    /**
     * Claims the keys that nobody holds, in sorted order. A statement of its own behind the pools' locks: so it sees what whoever held
     * the locks before has claimed, and only what it returns may be debited. Also reads the time, since that has to be read behind
     * the locks.
     */
    public Uni<Claims> claim(Statements sql, Collection<Claimed> wanted) {
        return sql.select(
                        """
                        WITH now AS MATERIALIZED (SELECT goichung_now() AS instant),
                        claimed AS (
                            INSERT INTO quota_draw_key (key_hash, body_hash, language, kind, subject_id, pool_id, amount,
                                                        expires_at, claimed_at)
                            SELECT k.key_hash, k.body_hash, k.language, k.kind, k.subject_id, k.pool_id, k.amount,
                                   now.instant + make_interval(secs => k.expires_in), now.instant
                              FROM unnest($1::uuid[], $2::uuid[], $3::text[], $4::text[], $5::uuid[], $6::uuid[],
                                          $7::bigint[], $8::bigint[])
                                AS k(key_hash, body_hash, language, kind, subject_id, pool_id, amount, expires_in), now
                             ORDER BY k.key_hash
                            ON CONFLICT DO NOTHING
                            RETURNING key_hash)
                        SELECT now.instant, (SELECT coalesce(array_agg(key_hash), '{}') FROM claimed) FROM now
                        """,
                        uuids(wanted, Claimed::key),
                        uuids(wanted, Claimed::body),
                        texts(wanted, each -> each.language().tag()),
                        texts(wanted, each -> wireName(each.order().kind())),
                        uuids(wanted, each -> each.order().subject()),
                        uuids(wanted, each -> each.order().pool().poolId()),
                        longs(wanted, each -> amount(each.order())),
                        wanted.stream().map(each -> expiresIn(each.order())).toArray(Long[]::new))
                .map(rows -> new Claims(Set.of((UUID[]) rows.getFirst()[1]), instant(rows.getFirst()[0])));
    }

    /** A key is not spent on what names no pool or reservation. */
    public Uni<Void> giveBack(Statements sql, Collection<Claimed> misplaced) {
        if (misplaced.isEmpty()) return Uni.createFrom().voidItem();
        return sql.update(
                        "DELETE FROM quota_draw_key WHERE key_hash = ANY ($1)", (Object) uuids(misplaced, Claimed::key))
                .replaceWithVoid();
    }

    /** The answers that were stored under these keys. */
    public Uni<Map<UUID, Known>> known(Statements sql, Collection<Claimed> repeats) {
        if (repeats.isEmpty()) return Uni.createFrom().item(Map.of());
        return sql.select("""
                        SELECT key_hash, body_hash, language, kind, subject_id, pool_id, amount, posted, expires_at, claimed_at,
                               refusal, available, state
                          FROM quota_draw_key WHERE key_hash = ANY ($1)
                        """, (Object) uuids(repeats, Claimed::key)).map(rows -> {
            Map<UUID, Known> known = new HashMap<>();
            for (Object[] row : rows) known.put((UUID) row[0], known(row));
            return known;
        });
    }

    /** What was made is told whole by its claim; the outcomes of what ended a hold are written beside it. */
    public Uni<Void> settle(Statements sql, Map<UUID, Outcome> outcomes) {
        record Row(
                UUID key,
                long amount,
                long posted,
                @Nullable String refusal,
                long available,
                @Nullable String state) {}
        List<Row> rows = new ArrayList<>();
        outcomes.forEach((key, outcome) -> {
            switch (outcome) {
                case Outcome.Refused no ->
                    rows.add(new Row(key, no.amount(), 0, no.type().slug(), no.available(), no.state()));
                case Outcome.Done done -> {
                    if (done.kind().endsHold())
                        rows.add(new Row(key, done.amount(), done.posted(), null, 0, done.state()));
                }
            }
        });
        if (rows.isEmpty()) return Uni.createFrom().voidItem();
        return sql.update(
                        """
                        UPDATE quota_draw_key k
                           SET amount = s.amount, posted = s.posted, refusal = s.refusal, available = s.available, state = s.state
                          FROM unnest($1::uuid[], $2::bigint[], $3::bigint[], $4::text[], $5::bigint[], $6::text[])
                            AS s(key_hash, amount, posted, refusal, available, state)
                         WHERE k.key_hash = s.key_hash
                        """,
                        uuids(rows, Row::key),
                        longs(rows, Row::amount),
                        longs(rows, Row::posted),
                        texts(rows, Row::refusal),
                        longs(rows, Row::available),
                        texts(rows, Row::state))
                .replaceWithVoid();
    }

    /** Forgets what is older than 48 hours, twice what is promised. */
    public Uni<Integer> forget(Statements sql) {
        return sql.update("DELETE FROM quota_draw_key WHERE claimed_at < goichung_now() - interval '48 hours'");
    }

    private static Known known(Object[] row) {
        Outcome outcome;
        String refusal = (String) row[10];
        if (refusal != null)
            outcome = new Outcome.Refused(
                    typeOf(refusal), (UUID) row[5], number(row[6]), number(row[11]), (@Nullable String) row[12]);
        else
            outcome = new Outcome.Done(
                    Order.Kind.valueOf(((String) row[3]).toUpperCase(Locale.ROOT)),
                    (UUID) row[4],
                    (UUID) row[5],
                    number(row[6]),
                    number(row[7]),
                    instantOrNull(row[8]),
                    instant(row[9]),
                    (@Nullable String) row[12]);
        Language language = Language.valueOf(((String) row[2]).toUpperCase(Locale.ROOT));
        return new Known((UUID) row[1], new Settled(outcome, language, true));
    }

    private static ProblemType typeOf(String slug) {
        return ProblemType.valueOf(slug.toUpperCase(Locale.ROOT).replace('-', '_'));
    }

    private static String wireName(Order.Kind kind) {
        return kind.name().toLowerCase(Locale.ROOT);
    }

    private static long amount(Order order) {
        return switch (order) {
            case Order.Draw draw -> draw.amount();
            case Order.Reserve reserve -> reserve.amount();
            case Order.Return back -> back.amount();
            case Order.Propose propose -> propose.amount();
            // known when it is settled
            case Order.Post post -> 0;
            case Order.Void release -> 0;
            case Order.Reply reply -> 0;
        };
    }

    private static @Nullable Long expiresIn(Order order) {
        return switch (order) {
            case Order.Reserve reserve -> reserve.expiresInSeconds();
            case Order.Propose propose -> propose.expiresInSeconds();
            case Order.Draw d -> null;
            case Order.Return r -> null;
            case Order.Post p -> null;
            case Order.Void v -> null;
            case Order.Reply r -> null;
        };
    }
}
