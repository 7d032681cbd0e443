package org.goichung.workforce;

import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.infrastructure.Infrastructure;
import jakarta.enterprise.context.ApplicationScoped;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.function.Function;
import org.goichung.platform.database.Statements;
import org.goichung.platform.database.Transactions;
import org.goichung.platform.identity.Role;
import org.goichung.platform.identity.Scope;
import org.goichung.platform.outbox.Audience;
import org.goichung.platform.outbox.Event;
import org.goichung.platform.outbox.Journal;
import org.goichung.platform.time.Clock;
import org.goichung.workforce.model.Finding;
import org.goichung.workforce.model.RosterColumn;
import org.goichung.workforce.model.RosterProgress;
import org.goichung.workforce.store.RosterFile;
import org.goichung.workforce.store.RosterIntake;
import org.goichung.workforce.store.RosterIntake.Sealed;
import org.goichung.workforce.store.RosterReading;
import org.goichung.workforce.store.RosterReading.Candidate;
import org.goichung.workforce.store.RosterReading.Chunk;
import org.goichung.workforce.store.WorkerImports;
import org.goichung.workforce.store.WorkerImports.Unfinished;
import org.jboss.logging.Logger;

/**
 * Takes one roster in: read and checked on worker threads, written chunk by chunk in short transactions that also count it, so that a
 * run cut short goes on where it was.
 */
@ApplicationScoped
class RosterRunner {
    private static final Logger LOG = Logger.getLogger(RosterRunner.class);
    private static final int TRIES = 10;
    private static final Duration SOON = Duration.ofMillis(50);
    private static final Duration LATER = Duration.ofSeconds(5);
    private static final int LAST_ORDINAL = 100;

    private final Transactions transactions;
    private final WorkerImports imports;
    private final RosterIntake intake;
    private final WorkerService workers;
    private final Journal journal;
    private final Clock clock;

    RosterRunner(
            Transactions transactions,
            WorkerImports imports,
            RosterIntake intake,
            WorkerService workers,
            Journal journal,
            Clock clock) {
        this.transactions = transactions;
        this.imports = imports;
        this.intake = intake;
        this.workers = workers;
        this.journal = journal;
        this.clock = clock;
    }

    /** Blocking work where it may block. */
    static <T> Uni<T> onWorker(Callable<T> work) {
        return Uni.createFrom()
                .item(() -> {
                    try {
                        return work.call();
                    } catch (RuntimeException refused) {
                        throw refused;
                    } catch (Exception failure) {
                        throw new IllegalStateException(failure);
                    }
                })
                .runSubscriptionOn(Infrastructure.getDefaultWorkerPool());
    }

    /** Runs to the end, good or bad; fails only where the database does not even take the end. */
    Uni<Void> run(Unfinished roster, Path file) {
        return onWorker(() -> new RosterReading(file, intake, clock.today(), roster.rowsRead()))
                .chain(reading -> system(sql -> imports.start(sql, roster.id(), reading.unknownColumns()))
                        .chain(() -> chunks(roster, reading))
                        .eventually(() -> onWorker(() -> {
                            reading.close();
                            return true;
                        })))
                .chain(() -> finish(roster))
                .onFailure()
                .recoverWithUni(failure -> fail(roster, failure));
    }

    private Uni<Void> chunks(Unfinished roster, RosterReading reading) {
        return Multi.createBy()
                .repeating()
                .uni(() -> onWorker(reading::next).call(chunk -> write(roster, chunk)))
                .whilst(chunk -> !chunk.last())
                .onItem()
                .ignoreAsUni();
    }

    /**
     * Two rosters that share people may run into each other, and the database may be away for a moment: the chunk is looked at again.
     */
    private Uni<Void> write(Unfinished roster, Chunk chunk) {
        if (chunk.candidates().isEmpty() && chunk.rejected() == 0)
            return Uni.createFrom().voidItem();
        return system(sql -> write(sql, roster, chunk))
                .onFailure()
                .retry()
                .withBackOff(SOON, LATER)
                .atMost(TRIES);
    }

    private Uni<Void> write(Statements sql, Unfinished roster, Chunk chunk) {
        List<Sealed> rows = chunk.candidates().stream().map(Candidate::row).toList();
        return intake.numberTaken(sql, rows).chain(taken -> {
            List<Candidate> accepted = chunk.candidates().stream()
                    .filter(one -> !taken.contains(one.row()))
                    .toList();
            long mended = accepted.stream().filter(Candidate::mended).count();
            var progress = new RosterProgress(accepted.size(), chunk.rejected() + taken.size(), mended);
            return take(sql, roster, accepted)
                    .chain(() -> imports.progress(sql, roster.id(), progress, errors(chunk, taken)))
                    .replaceWithVoid();
        });
    }

    private Uni<Void> take(Statements sql, Unfinished roster, List<Candidate> accepted) {
        if (roster.dryRun() || accepted.isEmpty()) return Uni.createFrom().voidItem();
        List<Sealed> rows = accepted.stream().map(Candidate::row).toList();
        return intake.take(sql, roster.enterprise(), rows, clock.today())
                .chain(taken -> workers.tellEnded(sql, actor(roster), taken.ended()));
    }

    private static List<WorkerImportError> errors(Chunk chunk, Set<Sealed> taken) {
        List<WorkerImportError> errors = new ArrayList<>(chunk.errors());
        for (Candidate one : chunk.candidates())
            if (taken.contains(one.row()))
                errors.add(new WorkerImportError(
                        one.line(), LAST_ORDINAL, RosterColumn.MSISDN.header(), "number-of-another-person", false));
        return errors;
    }

    private Uni<Void> finish(Unfinished roster) {
        return system(sql -> imports.end(sql, roster.id(), null)
                .chain(() -> imports.find(sql, roster.id()))
                .chain(found -> tellImported(sql, roster, found.orElseThrow())));
    }

    private Uni<Void> tellImported(Statements sql, Unfinished roster, WorkerImportView end) {
        if (roster.dryRun()) return Uni.createFrom().voidItem();
        return journal.record(
                sql,
                actor(roster),
                Event.of(
                        "roster-imported",
                        roster.id(),
                        Set.of(Audience.of(roster.enterprise())),
                        Map.of("rowsAccepted", end.rowsAccepted(), "rowsRejected", end.rowsRejected())));
    }

    private Uni<Void> fail(Unfinished roster, Throwable failure) {
        String code =
                switch (failure) {
                    case RosterFile.Broken broken -> "broken-csv";
                    case RosterReading.TooManyRows tooMany -> "too-many-rows";
                    default -> "unavailable";
                };
        if (code.equals("unavailable")) LOG.errorf(failure, "roster %s failed", roster.id());
        List<WorkerImportError> where = failure instanceof RosterFile.Broken broken
                ? List.of(new WorkerImportError(broken.line(), LAST_ORDINAL, Finding.WHOLE_ROW, code, false))
                : List.of();
        return system(sql -> imports.progress(sql, roster.id(), new RosterProgress(0, 0, 0), where)
                .chain(() -> imports.end(sql, roster.id(), code))
                .replaceWithVoid());
    }

    private static Scope actor(Unfinished roster) {
        return new Scope(roster.principal(), Role.SYSTEM, Set.of(), Set.of(), true, null, null, null);
    }

    private <T> Uni<T> system(Function<Statements, Uni<T>> work) {
        return transactions.systemSql(connection -> work.apply(Statements.of(connection)));
    }
}
