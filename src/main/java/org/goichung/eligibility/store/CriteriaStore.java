package org.goichung.eligibility.store;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.goichung.eligibility.CriterionView;
import org.goichung.eligibility.NewCriterion;
import org.goichung.eligibility.Sentences;
import org.goichung.platform.database.Ids;
import org.goichung.platform.database.Statements;
import org.goichung.platform.paging.PageRequest;

/** Criteria and their versions. A version is only ever inserted. */
@ApplicationScoped
public class CriteriaStore {
    private static final String COLUMNS = """
            id, name, version, expression, yes_vi, no_vi, unknown_vi, yes_en, no_en, unknown_en,
            yes_km, no_km, unknown_km, effective_from
            """;

    /** All versions, by name and number. */
    public Uni<List<CriterionView>> all(Statements connection) {
        return connection
                .select("SELECT " + COLUMNS + " FROM criterion ORDER BY name, version")
                .map(CriteriaStore::views);
    }

    /** Those in force on the day, and of a name that begins later its first. */
    public Uni<List<CriterionView>> page(Statements connection, LocalDate day, PageRequest page) {
        return connection
                .select(
                        "SELECT DISTINCT ON (name) " + COLUMNS + """
                          FROM criterion
                         WHERE $1::text IS NULL OR name > $1
                         ORDER BY name, (effective_from <= $3) DESC, CASE WHEN effective_from <= $3 THEN version END DESC, version
                         LIMIT $2
                        """,
                        page.first() ? null : page.after().getFirst(),
                        page.fetchSize(),
                        day)
                .map(CriteriaStore::views);
    }

    /** The day from which the newest version of a name is in force; none where there is no such name. */
    public Uni<Optional<LocalDate>> latestFrom(Statements connection, String name) {
        return connection
                .select("SELECT max(effective_from) FROM criterion WHERE name = $1", name)
                .map(rows -> Optional.ofNullable((LocalDate) rows.getFirst()[0]));
    }

    /**
     * How many names there are beside a new one; nought beside one that is known. Names are added one after the other, so that two at once
     * do not take the same place.
     */
    public Uni<Long> othersThan(Statements connection, String name) {
        return connection
                .select("SELECT 1 FROM (SELECT pg_advisory_xact_lock(hashtext('criteria'))) AS locked")
                .chain(() -> connection.select("""
                        SELECT CASE WHEN bool_or(name = $1) THEN 0 ELSE count(DISTINCT name) END
                          FROM criterion
                        """, name))
                .map(rows -> ((Number) Objects.requireNonNull(rows.getFirst()[0])).longValue());
    }

    public Uni<Set<String>> unknownAmong(Statements connection, Collection<String> names) {
        return connection
                .select("SELECT DISTINCT name FROM criterion WHERE name = ANY ($1)", (Object)
                        names.toArray(String[]::new))
                .map(rows -> {
                    Set<String> unknown = new HashSet<>(names);
                    rows.forEach(row -> unknown.remove(String.valueOf(row[0])));
                    return unknown;
                });
    }

    /** As the next version of its name; two at once: one of them breaks {@code criterion_version_once}. */
    public Uni<CriterionView> insert(Statements connection, NewCriterion what, LocalDate from) {
        UUID id = Ids.next();
        Sentences km = what.km();
        return connection
                .update(
                        """
                        INSERT INTO criterion (id, name, version, expression, yes_vi, no_vi, unknown_vi, yes_en, no_en, unknown_en,
                                               yes_km, no_km, unknown_km, effective_from)
                        SELECT $1, $2, coalesce(max(version), 0) + 1, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13
                          FROM criterion
                         WHERE name = $2
                        """,
                        id,
                        what.name(),
                        what.expression(),
                        what.vi().yes(),
                        what.vi().no(),
                        what.vi().unknown(),
                        what.en().yes(),
                        what.en().no(),
                        what.en().unknown(),
                        km == null ? null : km.yes(),
                        km == null ? null : km.no(),
                        km == null ? null : km.unknown(),
                        from)
                .chain(() -> connection.select("SELECT " + COLUMNS + " FROM criterion WHERE id = $1", id))
                .map(rows -> views(rows).getFirst());
    }

    private static List<CriterionView> views(List<Object[]> rows) {
        return rows.stream()
                .map(row -> new CriterionView(
                        (UUID) row[0],
                        text(row[1]),
                        (Integer) row[2],
                        text(row[3]),
                        new Sentences(text(row[4]), text(row[5]), text(row[6])),
                        new Sentences(text(row[7]), text(row[8]), text(row[9])),
                        row[10] == null ? null : new Sentences(text(row[10]), text(row[11]), text(row[12])),
                        (LocalDate) Objects.requireNonNull(row[13])))
                .toList();
    }

    private static String text(Object cell) {
        return (String) Objects.requireNonNull(cell);
    }
}
