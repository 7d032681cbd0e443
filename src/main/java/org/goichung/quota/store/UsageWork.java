package org.goichung.quota.store;

import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Executor;
import org.goichung.platform.database.Ids;
import org.goichung.platform.database.Pipeline;
import org.goichung.platform.database.Statements;
import org.goichung.platform.identity.CarrierId;
import org.goichung.platform.time.Clock;
import org.goichung.quota.UsageOutcome;
import org.goichung.quota.model.Amendments;
import org.goichung.quota.model.Pool;
import org.goichung.quota.model.UsageRow;
import org.goichung.quota.model.UsageTally;
import org.jspecify.annotations.Nullable;

/** One transaction of one carrier: what is known, what matches and what it changes. */
final class UsageWork {
    private final Books books;
    private final Statements sql;
    private final CarrierId carrier;
    private final UsageTally tally = new UsageTally();
    private final List<UsageRow> parked = new ArrayList<>();
    private final Map<String, UsageOutcome> outcomes = new HashMap<>();
    /** Of those of this chunk that may be amended by others of it. */
    private final Map<String, byte[]> numbers = new HashMap<>();

    private int posted;

    /** What it writes in. */
    record Books(UsageBook events, UsageDays days, PoolStore pools, Clock clock, Executor workers) {}

    /** @param last of a full page; null behind the last */
    record Replayed(@Nullable String last, long counted) {}

    UsageWork(Books books, Statements sql, CarrierId carrier) {
        this.books = books;
        this.sql = sql;
        this.carrier = carrier;
    }

    /** Looks what is known and where the rest belongs, at once; then counts what is new. */
    Uni<Map<String, UsageOutcome>> take(List<UsageRow> rows) {
        return Uni.combine()
                .all()
                .unis(
                        books.events().contents(sql, carrier, ids(rows)),
                        books.events().matching().linesOf(sql, carrier, rows),
                        books.events().parking().anyWaiting(sql, carrier))
                .asTuple()
                .emitOn(books.workers())
                .chain(found -> {
                    List<UsageRow> fresh = tellKnown(rows, found.getItem1());
                    return books.events()
                            .matching()
                            .match(sql, found.getItem2(), fresh)
                            .chain(matched -> count(matched, found.getItem3()));
                })
                .invoke(() -> requireAllTold(rows))
                .replaceWith(outcomes);
    }

    /** Amendments that had waited for an event of these are told beside them. */
    private void requireAllTold(List<UsageRow> rows) {
        if (posted + outcomes.size() == rows.size()) return;
        long others = rows.stream()
                .filter(row -> outcomes.containsKey(row.event().eventId()))
                .count();
        if (posted + others != rows.size()) throw new IllegalStateException("an event has no outcome");
    }

    /** Those that are not known. */
    private List<UsageRow> tellKnown(List<UsageRow> rows, Map<String, UUID> contents) {
        if (contents.isEmpty()) return rows;
        List<UsageRow> fresh = new ArrayList<>(rows.size());
        for (UsageRow row : rows) {
            UUID known = contents.get(row.event().eventId());
            if (known == null) fresh.add(row);
            else
                outcomes.put(
                        row.event().eventId(),
                        row.content().equals(known) ? UsageOutcome.DUPLICATE : UsageOutcome.CONFLICT);
        }
        return fresh;
    }

    private Uni<Void> count(List<UsageRow> rows, boolean anyWaiting) {
        boolean amends = anyWaiting || rows.stream().anyMatch(UsageRow::isAmendment);
        List<UsageRow> amendments = new ArrayList<>();
        List<String> originals = new ArrayList<>();
        for (UsageRow row : rows) {
            if (row.isAmendment()) {
                amendments.add(row);
                continue;
            }
            originals.add(row.event().eventId());
            if (amends) numbers.put(row.event().eventId(), row.msisdnIndex());
            if (row.line() == null) park(row);
            else {
                tally.count(row.line(), row.event().startedAt(), row.event().bytes());
                posted++;
            }
        }
        Uni<Void> inserted = books.events().insert(sql, carrier, rows);
        if (!amends) return inserted;
        return inserted.chain(() -> books.events().parking().waitingFor(sql, carrier, originals))
                .invoke(amendments::addAll)
                .chain(() -> amend(amendments));
    }

    private Uni<Void> amend(List<UsageRow> amendments) {
        if (amendments.isEmpty()) return Uni.createFrom().voidItem();
        Map<String, List<UsageRow>> byOriginal = new LinkedHashMap<>();
        for (UsageRow row : amendments)
            byOriginal
                    .computeIfAbsent(String.valueOf(row.event().amends()), original -> new ArrayList<>())
                    .add(row);
        return books.events().lockOriginals(sql, carrier, byOriginal.keySet()).chain(originals -> Multi.createFrom()
                .iterable(byOriginal.entrySet())
                .onItem()
                .transformToUniAndConcatenate(
                        each -> amend(each.getKey(), originals.get(each.getKey()), each.getValue()))
                .collect()
                .last()
                .replaceWithVoid());
    }

    private Uni<Integer> amend(String id, UsageBook.@Nullable Original original, List<UsageRow> came) {
        if (original == null) {
            came.forEach(this::park);
            return Uni.createFrom().item(0);
        }
        byte @Nullable [] number = numbers.getOrDefault(id, original.msisdnIndex());
        List<UsageRow> ofIt =
                came.stream().filter(row -> Amendments.isOf(row, number)).toList();
        List<UsageRow> misnamed =
                came.stream().filter(row -> !Amendments.isOf(row, number)).toList();
        return refuse(misnamed).chain(() -> apply(id, original, ofIt));
    }

    /** Those of another number: one that came now is not kept; one that was acknowledged before stays parked. */
    private Uni<Integer> refuse(List<UsageRow> misnamed) {
        if (misnamed.isEmpty()) return Uni.createFrom().item(0);
        for (UsageRow row : misnamed) outcomes.putIfAbsent(row.event().eventId(), UsageOutcome.ANOTHER_NUMBER);
        return books.events()
                .parking()
                .markMisnamed(sql, carrier, ids(misnamed))
                .chain(() -> books.events().forget(sql, carrier, ids(misnamed)));
    }

    private Uni<Integer> apply(String id, UsageBook.Original original, List<UsageRow> came) {
        if (came.isEmpty()) return Uni.createFrom().item(0);
        for (UsageRow row : came) outcomes.putIfAbsent(row.event().eventId(), UsageOutcome.POSTED);
        return books.events().markAmendments(sql, carrier, ids(came)).chain(() -> {
            var winner = Amendments.winner(came, original.amendedBy());
            if (winner.isEmpty()) return Uni.createFrom().item(0);
            if (original.line() != null)
                tally.amend(
                        original.line(),
                        original.startedAt(),
                        winner.get().event().bytes() - original.bytes());
            return books.events().amend(sql, carrier, id, winner.get());
        });
    }

    private void park(UsageRow row) {
        parked.add(row);
        outcomes.put(row.event().eventId(), UsageOutcome.PARKED);
    }

    Uni<Replayed> replay(String after, int atOnce) {
        return books.events().parking().parked(sql, carrier, after, atOnce).chain(page -> {
            if (page.isEmpty()) return Uni.createFrom().item(new Replayed(null, 0));
            String last = page.size() < atOnce ? null : page.getLast().event().eventId();
            return books.events()
                    .matching()
                    .linesOf(sql, carrier, page)
                    .chain(lines -> books.events().matching().match(sql, lines, page))
                    .chain(rows -> {
                        List<UsageRow> matched =
                                rows.stream().filter(row -> row.line() != null).toList();
                        for (UsageRow row : matched)
                            if (row.line() != null)
                                tally.count(
                                        row.line(),
                                        row.event().startedAt(),
                                        row.event().bytes());
                        return books.events()
                                .count(sql, carrier, matched)
                                .replaceWith(new Replayed(last, matched.size()));
                    });
        });
    }

    /** Leaves the next one parked. */
    Uni<Replayed> pass(String after) {
        return books.events()
                .parking()
                .parked(sql, carrier, after, 1)
                .map(page -> new Replayed(
                        page.isEmpty() ? null : page.getFirst().event().eventId(), 0));
    }

    /** Writes what was tallied, pools before days, and commits. */
    Uni<Void> post(List<Pool> touched, Pipeline pipeline) {
        UUID chunk = Ids.next();
        return Uni.combine()
                .all()
                .unis(books.pools().lock(sql, tally.pools()), books.clock().now(sql))
                .asTuple()
                .invoke(found -> tally.enter(found.getItem1(), chunk, found.getItem2()))
                .invoke(found -> touched.addAll(found.getItem1().values()))
                .chain(found -> write(touched, found.getItem2(), pipeline));
    }

    private Uni<Void> write(List<Pool> locked, Instant now, Pipeline pipeline) {
        return books.pools().alert(sql, locked, now).chain(() -> Uni.combine()
                .all()
                .unis(
                        books.pools().enter(sql, locked, now),
                        books.events().parking().park(sql, carrier, parked, now),
                        books.days().add(sql, carrier, tally.days()),
                        pipeline.commit())
                .discardItems());
    }

    private static List<String> ids(List<UsageRow> rows) {
        return rows.stream().map(row -> row.event().eventId()).toList();
    }
}
