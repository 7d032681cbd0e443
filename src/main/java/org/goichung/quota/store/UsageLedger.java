package org.goichung.quota.store;

import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.infrastructure.Infrastructure;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Executor;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.goichung.platform.database.Ids;
import org.goichung.platform.database.Pipeline;
import org.goichung.platform.database.Statements;
import org.goichung.platform.database.Transactions;
import org.goichung.platform.identity.CarrierId;
import org.goichung.platform.time.Clock;
import org.goichung.quota.UsageOutcome;
import org.goichung.quota.model.Amendments;
import org.goichung.quota.model.Pool;
import org.goichung.quota.model.UsageRow;
import org.goichung.quota.model.UsageTally;
import org.jspecify.annotations.Nullable;

/**
 * Takes usage: what is known, what matches and what it changes commit together, so a repeat after any failure is neither lost nor
 * counted twice.
 */
@ApplicationScoped
public class UsageLedger {
    private static final int REPLAYED_AT_ONCE = 500;

    private final Transactions transactions;
    private final PoolStore pools;
    private final UsageBook book;
    private final UsageDays days;
    private final PoolChanges changes;
    private final Clock clock;
    private final Executor workers = Infrastructure.getDefaultWorkerPool();

    @ConfigProperty(name = "goichung.usage.retention-days", defaultValue = "92")
    int retentionDays;

    public UsageLedger(
            Transactions transactions,
            PoolStore pools,
            UsageBook book,
            UsageDays days,
            PoolChanges changes,
            Clock clock) {
        this.transactions = transactions;
        this.pools = pools;
        this.book = book;
        this.days = days;
        this.changes = changes;
        this.clock = clock;
    }

    /**
     * What came of those events that were not plainly posted, by their ids.
     *
     * @param rows of different events
     */
    public Uni<Map<String, UsageOutcome>> take(CarrierId carrier, List<UsageRow> rows) {
        if (rows.isEmpty()) return Uni.createFrom().item(Map.of());
        boolean amends = rows.stream().anyMatch(UsageRow::isAmendment);
        return under(carrier, amends, work -> work.take(rows))
                // another instance told one of them at the same moment: alone it is seen beforehand
                .onFailure(UsageBook::isKnownMeanwhile)
                .recoverWithUni(() -> under(carrier, true, work -> work.take(rows)));
    }

    /** The content recorded under each of these ids. */
    public Uni<Map<String, UUID>> contents(CarrierId carrier, List<String> ids) {
        return book.contents(Statements.of(transactions.systemPool()), carrier, ids);
    }

    /** Matches again what is parked; the number that counts now. */
    public Uni<Long> replay(CarrierId carrier) {
        return replayFrom(carrier, "", 0);
    }

    private record Replayed(@Nullable String last, long counted) {}

    private Uni<Long> replayFrom(CarrierId carrier, String after, long soFar) {
        return under(carrier, true, work -> work.replay(after))
                .chain(page -> page.last() == null
                        ? Uni.createFrom().item(soFar + page.counted())
                        : replayFrom(carrier, page.last(), soFar + page.counted()));
    }

    /** How far back events are taken; what is older is forgotten, here and among the parked. */
    public int retentionDays() {
        return retentionDays;
    }

    public Uni<Void> forget(Statements sql) {
        return sql.update(
                        "DELETE FROM usage_quarantine WHERE started_at < goichung_now() - make_interval(days => $1)",
                        retentionDays + 1)
                .chain(() -> sql.update(
                        "DELETE FROM usage_event WHERE started_at < goichung_now() - make_interval(days => $1)",
                        retentionDays + 1))
                .replaceWithVoid();
    }

    private interface InTransaction<T> {
        Uni<T> run(Work work);
    }

    private <T> Uni<T> under(CarrierId carrier, boolean alone, InTransaction<T> task) {
        List<Pool> touched = new ArrayList<>();
        return transactions
                .systemPipeline(pipeline -> {
                    var work = new Work(pipeline.statements(), carrier);
                    return Uni.combine()
                            .all()
                            .unis(
                                    pipeline.begin(),
                                    book.enter(work.sql, carrier, alone),
                                    Uni.createFrom().deferred(() -> task.run(work)))
                            .with((begun, entered, done) -> done)
                            .call(() -> work.post(touched, pipeline));
                })
                .invoke(() -> changes.note(touched));
    }

    /** One transaction of one carrier. */
    private final class Work {
        private final Statements sql;
        private final CarrierId carrier;
        private final UsageTally tally = new UsageTally();
        private final List<UsageRow> parked = new ArrayList<>();
        private final Map<String, UsageOutcome> outcomes = new HashMap<>();
        private int posted;

        Work(Statements sql, CarrierId carrier) {
            this.sql = sql;
            this.carrier = carrier;
        }

        /** Looks what is known and where the rest belongs, at once; then counts what is new. */
        Uni<Map<String, UsageOutcome>> take(List<UsageRow> rows) {
            return Uni.combine()
                    .all()
                    .unis(
                            book.contents(sql, carrier, ids(rows)),
                            book.matching().linesOf(sql, carrier, rows),
                            book.parking().anyWaiting(sql, carrier))
                    .asTuple()
                    .emitOn(workers)
                    .chain(found -> {
                        List<UsageRow> fresh = tellKnown(rows, found.getItem1());
                        return book.matching()
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
            List<UsageRow> amendments = new ArrayList<>();
            List<String> originals = new ArrayList<>();
            for (UsageRow row : rows) {
                if (row.isAmendment()) {
                    amendments.add(row);
                    continue;
                }
                originals.add(row.event().eventId());
                if (row.line() == null) park(row);
                else {
                    tally.count(row.line(), row.event().startedAt(), row.event().bytes());
                    posted++;
                }
            }
            Uni<Void> inserted = book.insert(sql, carrier, rows);
            if (amendments.isEmpty() && !anyWaiting) return inserted;
            return inserted.chain(() -> book.parking().waitingFor(sql, carrier, originals))
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
            return book.lockOriginals(sql, carrier, byOriginal.keySet()).chain(originals -> Multi.createFrom()
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
            for (UsageRow row : came) outcomes.put(row.event().eventId(), UsageOutcome.POSTED);
            return book.markAmendments(sql, carrier, ids(came)).chain(() -> {
                var winner = Amendments.winner(came, original.amendedBy());
                if (winner.isEmpty()) return Uni.createFrom().item(0);
                if (original.line() != null)
                    tally.amend(
                            original.line(),
                            original.startedAt(),
                            winner.get().event().bytes() - original.bytes());
                return book.amend(sql, carrier, id, winner.get());
            });
        }

        private void park(UsageRow row) {
            parked.add(row);
            outcomes.put(row.event().eventId(), UsageOutcome.PARKED);
        }

        Uni<Replayed> replay(String after) {
            return book.parking().parked(sql, carrier, after, REPLAYED_AT_ONCE).chain(page -> {
                if (page.isEmpty()) return Uni.createFrom().item(new Replayed(null, 0));
                String last = page.size() < REPLAYED_AT_ONCE
                        ? null
                        : page.getLast().event().eventId();
                return book.matching()
                        .linesOf(sql, carrier, page)
                        .chain(lines -> book.matching().match(sql, lines, page))
                        .chain(rows -> {
                            List<UsageRow> matched = rows.stream()
                                    .filter(row -> row.line() != null)
                                    .toList();
                            for (UsageRow row : matched)
                                if (row.line() != null)
                                    tally.count(
                                            row.line(),
                                            row.event().startedAt(),
                                            row.event().bytes());
                            return book.count(sql, carrier, matched).replaceWith(new Replayed(last, matched.size()));
                        });
            });
        }

        /** Writes what was tallied, pools before days, and commits. */
        Uni<Void> post(List<Pool> touched, Pipeline pipeline) {
            UUID chunk = Ids.next();
            return Uni.combine()
                    .all()
                    .unis(pools.lock(sql, tally.pools()), clock.now(sql))
                    .asTuple()
                    .invoke(found -> tally.enter(found.getItem1(), chunk, found.getItem2()))
                    .invoke(found -> touched.addAll(found.getItem1().values()))
                    .chain(found -> write(touched, found.getItem2(), pipeline));
        }

        private Uni<Void> write(List<Pool> locked, Instant now, Pipeline pipeline) {
            return pools.alert(sql, locked, now).chain(() -> Uni.combine()
                    .all()
                    .unis(
                            pools.enter(sql, locked, now),
                            book.parking().park(sql, carrier, parked, now),
                            days.add(sql, carrier, tally.days()),
                            pipeline.commit())
                    .discardItems());
        }
    }

    private static List<String> ids(List<UsageRow> rows) {
        return rows.stream().map(row -> row.event().eventId()).toList();
    }
}
