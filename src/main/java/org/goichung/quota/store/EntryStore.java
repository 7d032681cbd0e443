package org.goichung.quota.store;

import static org.goichung.quota.store.Columns.longs;
import static org.goichung.quota.store.Columns.texts;
import static org.goichung.quota.store.Columns.uuids;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.List;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.goichung.platform.database.Statements;
import org.goichung.quota.model.Entry;
import org.goichung.quota.model.EntryKind;
import org.goichung.quota.model.Pool;

/** Entries, the balances behind them, and now and then a mark that keeps a balance of the past near. */
@ApplicationScoped
class EntryStore {
    private final int entriesPerMark;

    /** @param entriesPerMark how many entries of a pool, about, lie between two of its marks */
    EntryStore(@ConfigProperty(name = "goichung.quota.entries-per-mark", defaultValue = "4096") int entriesPerMark) {
        this.entriesPerMark = entriesPerMark;
    }

    Uni<Void> write(Statements sql, Collection<Pool> pools, Instant at) {
        List<Pool> changed =
                pools.stream().filter(pool -> !pool.entries().isEmpty()).toList();
        if (changed.isEmpty()) return Uni.createFrom().voidItem();
        List<Entry> entries =
                changed.stream().flatMap(pool -> pool.entries().stream()).toList();
        boolean draws = entries.stream().allMatch(entry -> entry.kind() == EntryKind.DRAW);
        Uni<Integer> written = draws ? writeDraws(sql, changed, entries, at) : writeAny(sql, changed, entries, at);
        List<Pool> due = changed.stream().filter(this::isMarkDue).toList();
        if (due.isEmpty()) return written.replaceWithVoid();
        return Uni.combine().all().unis(written, writeMarks(sql, due, at)).discardItems();
    }

    /** The same as {@link #writeAny} for what most entries are: a draw changes one balance. */
    private static Uni<Integer> writeDraws(Statements sql, List<Pool> pools, List<Entry> draws, Instant at) {
        return sql.update(
                """
                WITH changed AS (
                    UPDATE quota_pool p
                       SET posted = c.posted, last_entry = c.last_entry, alerted = c.alerted
                      FROM (SELECT unnest($1::uuid[]) AS enterprise_id, unnest($2::uuid[]) AS pool_id,
                                   unnest($3::bigint[]) AS posted, unnest($4::bigint[]) AS last_entry,
                                   unnest($5::bigint[]) AS alerted) c
                     WHERE p.enterprise_id = c.enterprise_id AND p.pool_id = c.pool_id)
                INSERT INTO quota_entry (enterprise_id, pool_id, number, recorded_at, kind, limit_delta, reserved,
                                         posted, overused, reference)
                SELECT unnest($7::uuid[]), unnest($8::uuid[]), unnest($9::bigint[]), $6, 'draw', 0, 0,
                       unnest($10::bigint[]), 0, unnest($11::uuid[])
                """,
                uuids(pools, pool -> pool.key().enterpriseId().value()),
                uuids(pools, pool -> pool.key().poolId()),
                longs(pools, pool -> pool.balances().posted()),
                longs(pools, pool -> pool.marks().lastEntry()),
                longs(pools, pool -> pool.marks().alerted()),
                at.atOffset(ZoneOffset.UTC),
                uuids(draws, entry -> entry.pool().enterpriseId().value()),
                uuids(draws, entry -> entry.pool().poolId()),
                longs(draws, Entry::number),
                longs(draws, Entry::posted),
                uuids(draws, Entry::reference));
    }

    private static Uni<Integer> writeAny(Statements sql, List<Pool> pools, List<Entry> entries, Instant at) {
        return sql.update(
                """
                WITH changed AS (
                    UPDATE quota_pool p
                       SET granted = c.granted, carried_in = c.carried_in, transferred_in = c.transferred_in,
                           carried_out = c.carried_out, transferred_out = c.transferred_out, returned = c.returned,
                           reserved = c.reserved, posted = c.posted, overused = c.overused,
                           last_entry = c.last_entry, alerted = c.alerted, rolled = c.rolled
                      FROM (SELECT unnest($1::uuid[]) AS enterprise_id, unnest($2::uuid[]) AS pool_id,
                                   unnest($3::bigint[]) AS granted, unnest($4::bigint[]) AS carried_in,
                                   unnest($5::bigint[]) AS transferred_in, unnest($6::bigint[]) AS carried_out,
                                   unnest($7::bigint[]) AS transferred_out, unnest($8::bigint[]) AS returned,
                                   unnest($9::bigint[]) AS reserved, unnest($10::bigint[]) AS posted,
                                   unnest($11::bigint[]) AS overused, unnest($12::bigint[]) AS last_entry,
                                   unnest($13::bigint[]) AS alerted, unnest($14::bigint[]) AS rolled) c
                     WHERE p.enterprise_id = c.enterprise_id AND p.pool_id = c.pool_id)
                INSERT INTO quota_entry (enterprise_id, pool_id, number, recorded_at, kind, limit_delta, reserved,
                                         posted, overused, reference)
                SELECT unnest($16::uuid[]), unnest($17::uuid[]), unnest($18::bigint[]), $15, unnest($19::text[]),
                       unnest($20::bigint[]), unnest($21::bigint[]), unnest($22::bigint[]), unnest($23::bigint[]),
                       unnest($24::uuid[])
                """,
                uuids(pools, pool -> pool.key().enterpriseId().value()),
                uuids(pools, pool -> pool.key().poolId()),
                longs(pools, pool -> pool.balances().granted()),
                longs(pools, pool -> pool.balances().carriedIn()),
                longs(pools, pool -> pool.balances().transferredIn()),
                longs(pools, pool -> pool.balances().carriedOut()),
                longs(pools, pool -> pool.balances().transferredOut()),
                longs(pools, pool -> pool.balances().returned()),
                longs(pools, pool -> pool.balances().reserved()),
                longs(pools, pool -> pool.balances().posted()),
                longs(pools, pool -> pool.balances().overused()),
                longs(pools, pool -> pool.marks().lastEntry()),
                longs(pools, pool -> pool.marks().alerted()),
                longs(pools, pool -> pool.marks().rolled()),
                at.atOffset(ZoneOffset.UTC),
                uuids(entries, entry -> entry.pool().enterpriseId().value()),
                uuids(entries, entry -> entry.pool().poolId()),
                longs(entries, Entry::number),
                texts(entries, entry -> entry.kind().wireName()),
                longs(entries, Entry::limitDelta),
                longs(entries, Entry::reserved),
                longs(entries, Entry::posted),
                longs(entries, Entry::overused),
                uuids(entries, Entry::reference));
    }

    private boolean isMarkDue(Pool pool) {
        long last = pool.marks().lastEntry();
        return last / entriesPerMark > (last - pool.entries().size()) / entriesPerMark;
    }

    private static Uni<Integer> writeMarks(Statements sql, List<Pool> pools, Instant at) {
        return sql.update(
                """
                INSERT INTO quota_mark (enterprise_id, pool_id, entry, recorded_at, granted, carried_in, transferred_in,
                                        carried_out, transferred_out, returned, reserved, posted, overused)
                SELECT unnest($1::uuid[]), unnest($2::uuid[]), unnest($3::bigint[]), $4, unnest($5::bigint[]),
                       unnest($6::bigint[]), unnest($7::bigint[]), unnest($8::bigint[]), unnest($9::bigint[]),
                       unnest($10::bigint[]), unnest($11::bigint[]), unnest($12::bigint[]), unnest($13::bigint[])
                """,
                uuids(pools, pool -> pool.key().enterpriseId().value()),
                uuids(pools, pool -> pool.key().poolId()),
                longs(pools, pool -> pool.marks().lastEntry()),
                at.atOffset(ZoneOffset.UTC),
                longs(pools, pool -> pool.balances().granted()),
                longs(pools, pool -> pool.balances().carriedIn()),
                longs(pools, pool -> pool.balances().transferredIn()),
                longs(pools, pool -> pool.balances().carriedOut()),
                longs(pools, pool -> pool.balances().transferredOut()),
                longs(pools, pool -> pool.balances().returned()),
                longs(pools, pool -> pool.balances().reserved()),
                longs(pools, pool -> pool.balances().posted()),
                longs(pools, pool -> pool.balances().overused()));
    }
}
