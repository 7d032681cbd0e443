package org.goichung.workforce;

import io.quarkus.runtime.StartupEvent;
import io.smallrye.mutiny.Uni;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.streams.ReadStream;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.goichung.platform.database.Ids;
import org.goichung.platform.database.Statements;
import org.goichung.platform.database.Transactions;
import org.goichung.platform.database.Violations;
import org.goichung.platform.identity.EnterpriseId;
import org.goichung.platform.identity.Scope;
import org.goichung.platform.paging.Page;
import org.goichung.platform.paging.PageRequest;
import org.goichung.platform.problem.FieldError;
import org.goichung.platform.problem.ProblemType;
import org.goichung.platform.problem.Refusal;
import org.goichung.platform.time.Loops;
import org.goichung.workforce.model.RosterColumn;
import org.goichung.workforce.model.RosterHeader;
import org.goichung.workforce.store.RosterFile;
import org.goichung.workforce.store.RosterReceiver;
import org.goichung.workforce.store.RosterSpool;
import org.goichung.workforce.store.RosterSpool.Spooled;
import org.goichung.workforce.store.WorkerImports;
import org.goichung.workforce.store.WorkerImports.Unfinished;
import org.jboss.logging.Logger;

/** Rosters: received, taken in behind the answer, followed and accounted for row by row. */
@ApplicationScoped
public class RosterService {
    private static final Logger LOG = Logger.getLogger(RosterService.class);
    private static final Duration BEAT = Duration.ofSeconds(30);
    private static final Duration ABANDONED = Duration.ofMinutes(3);

    private final Transactions transactions;
    private final WorkerImports imports;
    private final RosterRunner runner;
    private final RosterSpool spool;
    private final RosterReceiver receiver;
    private final RosterQueue queue = new RosterQueue(2);

    public RosterService(
            Transactions transactions,
            WorkerImports imports,
            RosterRunner runner,
            RosterSpool spool,
            RosterReceiver receiver) {
        this.transactions = transactions;
        this.imports = imports;
        this.runner = runner;
        this.spool = spool;
        this.receiver = receiver;
    }

    /** 404 out of reach; 403 for whom the enterprise's roster is none of their business. */
    private static void requireMayImport(Scope scope, EnterpriseId enterprise) {
        switch (scope.role()) {
            case UNION_OFFICER -> scope.requireOwn(enterprise);
            case STEWARD, EMPLOYER, SYSTEM -> scope.require(enterprise);
            case CARRIER, WORKER, AUDITOR, ADMIN -> throw Refusal.of(ProblemType.FORBIDDEN);
        }
    }

    /**
     * Streams a roster to disk and answers before its rows are read.
     *
     * @param body paused; what is left of it after a refusal is the caller's affair
     * @return the import; with {@code sameFileAs} where this very file was taken in before, which changes nothing
     */
    public Uni<WorkerImportView> receive(
            Scope scope, EnterpriseId enterprise, ReadStream<Buffer> body, boolean dryRun) {
        requireMayImport(scope, enterprise);
        return receiver.receive(body).chain(arrived -> receive(scope, enterprise, arrived, dryRun));
    }

    private Uni<WorkerImportView> receive(Scope scope, EnterpriseId enterprise, Spooled arrived, boolean dryRun) {
        return requireColumns(arrived.file())
                .chain(() -> addOrFind(scope, enterprise, arrived, dryRun))
                .call(view -> view.sameFileAs() == null ? begin(scope, view, arrived.file()) : delete(arrived.file()))
                .onFailure()
                .call(() -> delete(arrived.file()));
    }

    private Uni<Void> begin(Scope scope, WorkerImportView view, Path arrived) {
        return RosterRunner.onWorker(() -> {
                    spool.keep(arrived, view.id());
                    return true;
                })
                .invoke(() ->
                        enqueue(new Unfinished(view.id(), view.enterpriseId(), scope.principal(), view.dryRun(), 0)))
                .replaceWithVoid();
    }

    private void enqueue(Unfinished roster) {
        Path file = spool.of(roster.id());
        // where not even the end can be written, the file stays, to go on with
        queue.add(roster.id(), () -> runner.run(roster, file).chain(() -> delete(file)));
    }

    /** In-house: takes a file in to its end; one that was cut short goes on. The file stays where it is. */
    Uni<WorkerImportView> importFile(Scope scope, EnterpriseId enterprise, Path file) {
        requireMayImport(scope, enterprise);
        return requireColumns(file)
                .chain(() -> RosterRunner.onWorker(() -> RosterSpool.measure(file)))
                .chain(spooled -> addOrFind(scope, enterprise, spooled, false))
                .call(view -> isOver(view)
                        ? Uni.createFrom().voidItem()
                        : runner.run(
                                new Unfinished(view.id(), enterprise, scope.principal(), false, view.rowsRead()), file))
                .chain(view -> isOver(view) ? Uni.createFrom().item(view) : read(view.id()));
    }

    private static boolean isOver(WorkerImportView view) {
        return view.finishedAt() != null;
    }

    private Uni<WorkerImportView> addOrFind(Scope scope, EnterpriseId enterprise, Spooled file, boolean dryRun) {
        Statements sql = sql();
        return sameFile(enterprise, file)
                .chain(known -> known.isPresent()
                        ? Uni.createFrom().item(known.get())
                        : add(sql, scope, enterprise, file, dryRun)
                                .onFailure(broken -> Violations.of(broken, "worker_import_same_file"))
                                .recoverWithUni(
                                        twin -> sameFile(enterprise, file).map(Optional::orElseThrow)));
    }

    private Uni<Optional<WorkerImportView>> sameFile(EnterpriseId enterprise, Spooled file) {
        return imports.sameFile(sql(), enterprise, file.sha256())
                .map(known -> known.map(WorkerImportView::asTheSameFile));
    }

    private Uni<WorkerImportView> add(
            Statements sql, Scope scope, EnterpriseId enterprise, Spooled file, boolean dryRun) {
        UUID id = Ids.next();
        return imports.add(sql, id, enterprise, scope.principal(), dryRun, file.sha256(), file.size())
                .onFailure(broken -> Violations.of(broken, "worker_import_enterprise_id_fkey"))
                .transform(unknown -> Refusal.notFound())
                .chain(() -> read(id));
    }

    /** For those who may see the enterprise; 404 otherwise. */
    public Uni<WorkerImportView> view(Scope scope, UUID id) {
        return read(id).invoke(view -> scope.require(view.enterpriseId()));
    }

    /** What is to be said of the rows, in their order. */
    public Uni<Page<WorkerImportError>> errors(Scope scope, UUID id, PageRequest page) {
        return view(scope, id)
                .chain(view -> imports.errors(sql(), id, page))
                .map(rows -> Page.of(rows, page, one -> List.of(one.row(), one.ordinal())));
    }

    void watch(@Observes StartupEvent start, Loops loops) {
        resumeLeft().subscribe().with(done -> {}, unreachable -> LOG.debug("rosters are looked at later", unreachable));
        loops.every(BEAT, "rosters", () -> imports.touch(systemSql(), queue.held())
                .chain(this::resumeLeft)
                .chain(() -> imports.giveUpUntouched(systemSql(), ABANDONED))
                .replaceWithVoid());
    }

    /** Goes on with what was cut short and whose file is here. */
    Uni<Void> resumeLeft() {
        return imports.unfinished(systemSql())
                .chain(rosters -> RosterRunner.onWorker(() -> rosters.stream()
                        .filter(roster -> Files.exists(spool.of(roster.id())))
                        .toList()))
                .invoke(here -> here.forEach(this::enqueue))
                .replaceWithVoid();
    }

    private Uni<WorkerImportView> read(UUID id) {
        return imports.find(sql(), id).map(found -> found.orElseThrow(Refusal::notFound));
    }

    private static Uni<Void> requireColumns(Path file) {
        return RosterRunner.onWorker(() -> {
                    try (var roster = RosterFile.open(file)) {
                        return roster.header();
                    }
                })
                .invoke(RosterService::requireColumns)
                .replaceWithVoid();
    }

    private static void requireColumns(RosterHeader header) {
        if (header.width() == 0) throw Refusal.of(ProblemType.ROSTER_EMPTY);
        if (header.missing().isEmpty()) return;
        String names = header.missing().stream().map(RosterColumn::header).collect(Collectors.joining(", "));
        List<FieldError> fields = header.missing().stream()
                .map(column -> FieldError.of("/" + column.header(), "roster-column-missing"))
                .toList();
        throw Refusal.fields(ProblemType.ROSTER_COLUMNS_MISSING, Map.of("columns", names), fields);
    }

    private static Uni<Void> delete(Path file) {
        return RosterRunner.onWorker(() -> Files.deleteIfExists(file)).replaceWithVoid();
    }

    private Statements sql() {
        return transactions.app();
    }

    private Statements systemSql() {
        return Statements.of(transactions.systemPool());
    }
}
