package org.goichung.quota.store;

import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.goichung.platform.database.Ids;
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

    /** One outcome per row, in their order. */
    public Uni<List<UsageOutcome>> take(CarrierId carrier, List<UsageRow> rows) {
        if (rows.isEmpty()) return Uni.createFrom().item(List.of());
        Map<String, UsageRow> first = new LinkedHashMap<>();
        for (UsageRow row : rows) first.putIfAbsent(row.event().eventId(), row);
        boolean amends = rows.stream().anyMatch(UsageRow::isAmendment);
        return under(carrier, amends, work -> work.take(List.copyOf(first.values())))
                .map(outcomes -> rows.stream()
                        .map(row -> {
                            UsageRow leader = first.get(row.event().eventId());
                            UsageOutcome outcome = outcomes.get(row.event().eventId());
                            if (leader == null || outcome == null) throw new IllegalStateException("no outcome");
                            if (leader == row) return outcome;
                            return leader.content().equals(row.content())
                                    ? UsageOutcome.DUPLICATE
                                    : UsageOutcome.CONFLICT;
                        })
                        .toList());
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
                .systemSql(connection -> {
                    var work = new Work(Statements.of(connection), carrier);
                    return book.enter(work.sql, carrier, alone)
                            .chain(() -> task.run(work))
                            .call(() -> work.post(touched));
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

        Work(Statements sql, CarrierId carrier) {
            this.sql = sql;
            this.carrier = carrier;
        }

        Uni<Map<String, UsageOutcome>> take(List<UsageRow> rows) {
            List<UsageRow> plain =
                    rows.stream().filter(row -> !row.isAmendment()).toList();
            List<UsageRow> amendments =
                    rows.stream().filter(UsageRow::isAmendment).toList();
            return book.match(sql, carrier, plain)
                    .map(matched -> {
                        List<UsageRow> all = new ArrayList<>(matched);
                        all.addAll(amendments);
                        return all;
                    })
                    .chain(all -> book.claim(sql, carrier, all)
                            .call(claimed -> tellKnown(all, claimed))
                            .chain(claimed -> count(all, claimed)))
                    .replaceWith(outcomes);
        }

        private Uni<Void> tellKnown(List<UsageRow> rows, Set<String> claimed) {
            List<UsageRow> known = rows.stream()
                    .filter(row -> !claimed.contains(row.event().eventId()))
                    .toList();
            return book.contents(sql, carrier, ids(known))
                    .invoke(contents -> {
                        for (UsageRow row : known)
                            outcomes.put(
                                    row.event().eventId(),
                                    row.content()
                                                    .equals(contents.get(
                                                            row.event().eventId()))
                                            ? UsageOutcome.DUPLICATE
                                            : UsageOutcome.CONFLICT);
                    })
                    .replaceWithVoid();
        }

        private Uni<Void> count(List<UsageRow> rows, Set<String> claimed) {
            List<UsageRow> amendments = new ArrayList<>();
            List<String> originals = new ArrayList<>();
            for (UsageRow row : rows) {
                if (!claimed.contains(row.event().eventId())) continue;
                if (row.isAmendment()) {
                    amendments.add(row);
                    continue;
                }
                originals.add(row.event().eventId());
                if (row.line() == null) park(row);
                else {
                    tally.count(row.line(), row.event().startedAt(), row.event().bytes());
                    outcomes.put(row.event().eventId(), UsageOutcome.POSTED);
                }
            }
            return book.waitingFor(sql, carrier, originals)
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
            return book.parked(sql, carrier, after, REPLAYED_AT_ONCE).chain(page -> {
                if (page.isEmpty()) return Uni.createFrom().item(new Replayed(null, 0));
                String last = page.size() < REPLAYED_AT_ONCE
                        ? null
                        : page.getLast().event().eventId();
                return book.match(sql, carrier, page).chain(rows -> {
                    List<UsageRow> matched =
                            rows.stream().filter(row -> row.line() != null).toList();
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

        /** Writes what was tallied, pools before days. */
        Uni<Void> post(List<Pool> touched) {
            UUID chunk = Ids.next();
            return pools.lock(sql, tally.pools())
                    .invoke(locked -> touched.addAll(locked.values()))
                    .chain(locked -> clock.now(sql)
                            .invoke(now -> tally.enter(locked, chunk, now))
                            .chain(now -> pools.write(sql, locked.values(), now)
                                    .chain(() -> book.park(sql, carrier, parked, now))))
                    .chain(() -> days.add(sql, carrier, tally.days()));
        }
    }

    private static List<String> ids(List<UsageRow> rows) {
        return rows.stream().map(row -> row.event().eventId()).toList();
    }
}
