package org.goichung.workforce.store;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.goichung.platform.database.Statements;
import org.goichung.platform.identity.EnterpriseId;
import org.goichung.platform.paging.PageRequest;
import org.goichung.workforce.WorkerImportError;
import org.goichung.workforce.WorkerImportView;
import org.goichung.workforce.WorkerImportView.Status;
import org.goichung.workforce.model.RosterProgress;
import org.jspecify.annotations.Nullable;

/** Rosters that were sent, in the database. */
@ApplicationScoped
public class WorkerImports {
    private static final String SELECT = """
            SELECT id, enterprise_id, status, dry_run, rows_read, rows_accepted, rows_rejected, rows_mended,
                   array_to_string(unknown_columns, ','), failure, received_at, finished_at
              FROM worker_import
            """;

    /** An import that has not come to its end. */
    public record Unfinished(UUID id, EnterpriseId enterprise, String principal, boolean dryRun, long rowsRead) {}

    /** Breaks {@code worker_import_same_file} where the same file is there already. */
    public Uni<Integer> add(
            Statements connection,
            UUID id,
            EnterpriseId enterprise,
            String principal,
            boolean dryRun,
            byte[] sha256,
            long size) {
        return connection.update("""
                INSERT INTO worker_import (id, enterprise_id, principal, dry_run, sha256, size_bytes, status)
                VALUES ($1, $2, $3, $4, $5, $6, 'RECEIVED')
                """, id, enterprise.value(), principal, dryRun, sha256, size);
    }

    public Uni<Optional<WorkerImportView>> find(Statements connection, UUID id) {
        return connection.select(SELECT + " WHERE id = $1", id).map(WorkerImports::first);
    }

    /** The import of the very same file that was taken in for good, or is about to be. */
    public Uni<Optional<WorkerImportView>> sameFile(Statements connection, EnterpriseId enterprise, byte[] sha256) {
        return connection
                .select(
                        SELECT + " WHERE enterprise_id = $1 AND sha256 = $2 AND NOT dry_run AND status <> 'FAILED'",
                        enterprise.value(),
                        sha256)
                .map(WorkerImports::first);
    }

    public Uni<Integer> start(Statements connection, UUID id, List<Integer> unknownColumns) {
        return connection.update("""
                UPDATE worker_import
                   SET status = 'RUNNING', unknown_columns = $2::int[], touched_at = clock_timestamp()
                 WHERE id = $1
                """, id, unknownColumns.toArray(Integer[]::new));
    }

    /** Counts a chunk of rows and keeps what is to be said of them. */
    public Uni<Integer> progress(Statements connection, UUID id, RosterProgress rows, List<WorkerImportError> errors) {
        return addErrors(connection, id, errors)
                .chain(() -> connection.update("""
                        UPDATE worker_import
                           SET rows_read = rows_read + $2 + $3, rows_accepted = rows_accepted + $2,
                               rows_rejected = rows_rejected + $3, rows_mended = rows_mended + $4,
                               touched_at = clock_timestamp()
                         WHERE id = $1
                        """, id, rows.accepted(), rows.rejected(), rows.mended()));
    }

    private static Uni<Integer> addErrors(Statements connection, UUID id, List<WorkerImportError> errors) {
        if (errors.isEmpty()) return Uni.createFrom().item(0);
        return connection.update(
                """
                INSERT INTO worker_import_error (import_id, row_number, ordinal, column_name, code, mended, candidates)
                SELECT $1, e.* FROM unnest($2::bigint[], $3::int[], $4::text[], $5::text[], $6::boolean[], $7::text[]) AS e
                """,
                id,
                Columns.of(errors, new Long[0], WorkerImportError::row),
                Columns.of(errors, new Integer[0], WorkerImportError::ordinal),
                Columns.of(errors, new String[0], WorkerImportError::column),
                Columns.of(errors, new String[0], WorkerImportError::code),
                Columns.of(errors, new Boolean[0], WorkerImportError::mended),
                Columns.of(errors, new String[0], error -> String.join(" ", error.candidates())));
    }

    /** @param failure code of why it failed; null where it came to a good end */
    public Uni<Integer> end(Statements connection, UUID id, @Nullable String failure) {
        return connection.update("""
                UPDATE worker_import
                   SET status = CASE WHEN $2::text IS NULL THEN 'FINISHED' ELSE 'FAILED' END, failure = $2::text,
                       finished_at = goichung_now()
                 WHERE id = $1 AND status IN ('RECEIVED', 'RUNNING')
                """, id, failure);
    }

    public Uni<List<Unfinished>> unfinished(Statements connection) {
        return connection.select("""
                        SELECT id, enterprise_id, principal, dry_run, rows_read
                          FROM worker_import
                         WHERE status IN ('RECEIVED', 'RUNNING')
                         ORDER BY id
                        """).map(rows -> rows.stream()
                .map(row -> new Unfinished(
                        (UUID) row[0], new EnterpriseId((UUID) row[1]), (String) row[2], (Boolean) row[3], (Long)
                                row[4]))
                .toList());
    }

    /** Says that these are still at work, or waiting for it, somewhere. */
    public Uni<Integer> touch(Statements connection, List<UUID> ids) {
        return connection.update(
                "UPDATE worker_import SET touched_at = clock_timestamp() WHERE id = ANY ($1::uuid[])",
                (Object) ids.toArray(UUID[]::new));
    }

    /** Gives up those that nobody has touched for so long: whoever had the file is gone. */
    public Uni<Integer> giveUpUntouched(Statements connection, Duration age) {
        return connection.update("""
                UPDATE worker_import
                   SET status = 'FAILED', failure = 'interrupted', finished_at = goichung_now()
                 WHERE status IN ('RECEIVED', 'RUNNING') AND touched_at < clock_timestamp() - make_interval(secs => $1::int)
                """, (int) age.toSeconds());
    }

    public Uni<List<WorkerImportError>> errors(Statements connection, UUID id, PageRequest page) {
        return connection
                .select(
                        """
                        SELECT row_number, ordinal, column_name, code, mended, candidates
                          FROM worker_import_error
                         WHERE import_id = $1 AND (row_number, ordinal) > ($2::bigint, $3::bigint)
                         ORDER BY row_number, ordinal
                         LIMIT $4
                        """,
                        id,
                        page.first() ? -1L : page.afterNumber(0),
                        page.first() ? -1L : page.afterNumber(1),
                        page.fetchSize())
                .map(rows -> rows.stream().map(WorkerImports::error).toList());
    }

    private static WorkerImportError error(Object[] row) {
        String candidates = (String) row[5];
        return new WorkerImportError(
                (Long) row[0],
                (Integer) row[1],
                (String) row[2],
                (String) row[3],
                (Boolean) row[4],
                candidates.isEmpty() ? List.of() : List.of(candidates.split(" ")));
    }

    private static Optional<WorkerImportView> first(List<Object[]> rows) {
        return rows.stream().findFirst().map(WorkerImports::view);
    }

    @SuppressWarnings("NullAway") // failure and the end may be null, and so may be in the view
    private static WorkerImportView view(Object[] row) {
        List<Integer> unknown = new ArrayList<>();
        for (String position : ((String) row[8]).split(","))
            if (!position.isEmpty()) unknown.add(Integer.valueOf(position));
        return new WorkerImportView(
                (UUID) row[0],
                new EnterpriseId((UUID) row[1]),
                Status.valueOf((String) row[2]),
                (Boolean) row[3],
                (Long) row[4],
                (Long) row[5],
                (Long) row[6],
                (Long) row[7],
                unknown,
                (String) row[9],
                null,
                ((OffsetDateTime) row[10]).toInstant(),
                row[11] == null ? null : ((OffsetDateTime) row[11]).toInstant());
    }
}
