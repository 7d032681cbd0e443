package org.goichung.quota.store;

import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.infrastructure.Infrastructure;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.goichung.platform.database.Statements;
import org.goichung.platform.database.Transactions;
import org.goichung.platform.identity.CarrierId;
import org.goichung.platform.time.Clock;
import org.goichung.quota.UsageOutcome;
import org.goichung.quota.model.Pool;
import org.goichung.quota.model.UsageRow;

/**
 * Takes usage: what is known, what matches and what it changes commit together, so a repeat after any failure is neither lost nor
 * counted twice.
 */
@ApplicationScoped
public class UsageLedger {
    /** Many, since a page may cost a look at all that is parked. */
    private static final int REPLAYED_AT_ONCE = 16_384;
    /** Behind it the database is taken to be away; what it still does is told when the events come again. */
    private static final Duration LONGEST = Duration.ofSeconds(60);

    private final Transactions transactions;
    private final UsageBook book;
    private final PoolChanges changes;
    private final UsageWork.Books books;

    public UsageLedger(
            Transactions transactions,
            PoolStore pools,
            UsageBook book,
            UsageDays days,
            PoolChanges changes,
            Clock clock) {
        this.transactions = transactions;
        this.book = book;
        this.changes = changes;
        this.books = new UsageWork.Books(book, days, pools, clock, Infrastructure.getDefaultWorkerPool());
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
                .recoverWithUni(() -> under(carrier, true, work -> work.take(rows)))
                .onFailure(UsageBook::isBeyondSums)
                .recoverWithUni(() -> takeHalves(carrier, rows));
    }

    /** Down to those that a sum can't hold any more; the others count, as if they had come one after the other. */
    private Uni<Map<String, UsageOutcome>> takeHalves(CarrierId carrier, List<UsageRow> rows) {
        if (rows.size() == 1)
            return Uni.createFrom().item(Map.of(rows.getFirst().event().eventId(), UsageOutcome.BEYOND_SUMS));
        int half = rows.size() / 2;
        return take(carrier, rows.subList(0, half))
                .chain(told -> take(carrier, rows.subList(half, rows.size())).map(later -> {
                    Map<String, UsageOutcome> all = new HashMap<>(told);
                    all.putAll(later);
                    return all;
                }));
    }

    /** The content recorded under each of these ids. */
    public Uni<Map<String, UUID>> contents(CarrierId carrier, List<String> ids) {
        return book.contents(Statements.of(transactions.systemPool()), carrier, ids);
    }

    /** Matches again what is parked; the number that counts now. */
    public Uni<Long> replay(CarrierId carrier) {
        return replayFrom(carrier, "", REPLAYED_AT_ONCE, 0);
    }

    private Uni<Long> replayFrom(CarrierId carrier, String after, int atOnce, long soFar) {
        return under(carrier, true, work -> work.replay(after, atOnce))
                .onFailure(UsageBook::isBeyondSums)
                .recoverWithUni(() -> atOnce > 1
                        ? Uni.createFrom().item(new UsageWork.Replayed(after, 0))
                        // what no sum can hold stays parked
                        : under(carrier, true, work -> work.pass(after)))
                .chain(page -> page.last() == null
                        ? Uni.createFrom().item(soFar + page.counted())
                        : replayFrom(carrier, page.last(), next(atOnce, page, after), soFar + page.counted()));
    }

    /** Half as many where a page did not go through, else more again. */
    private static int next(int atOnce, UsageWork.Replayed page, String after) {
        return after.equals(page.last()) ? atOnce / 2 : Math.min(REPLAYED_AT_ONCE, 2 * atOnce);
    }

    private interface InTransaction<T> {
        Uni<T> run(UsageWork work);
    }

    private <T> Uni<T> under(CarrierId carrier, boolean alone, InTransaction<T> task) {
        List<Pool> touched = new ArrayList<>();
        return transactions
                .systemPipeline(pipeline -> {
                    var sql = pipeline.statements();
                    var work = new UsageWork(books, sql, carrier);
                    return Uni.combine()
                            .all()
                            .unis(
                                    pipeline.begin(),
                                    book.enter(sql, carrier, alone),
                                    Uni.createFrom().deferred(() -> task.run(work)))
                            .with((begun, entered, done) -> done)
                            .call(() -> work.post(touched, pipeline));
                })
                .ifNoItem()
                .after(LONGEST)
                .fail()
                .invoke(() -> changes.note(touched));
    }
}
