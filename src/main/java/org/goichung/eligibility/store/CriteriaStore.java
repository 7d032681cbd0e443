package org.goichung.eligibility.store;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
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
    private static final String NEWEST = """
            SELECT DISTINCT ON (name) id, name, version, expression, yes_vi, no_vi, unknown_vi, yes_en, no_en, unknown_en
              FROM criterion
            """;

    /** The version in force of each, by name. */
    public Uni<List<CriterionView>> newest(Statements connection) {
        return connection.select(NEWEST + "ORDER BY name, version DESC").map(CriteriaStore::views);
    }

    public Uni<List<CriterionView>> page(Statements connection, PageRequest page) {
        return connection
                .select(
                        NEWEST + "WHERE $1::text IS NULL OR name > $1 ORDER BY name, version DESC LIMIT $2",
                        page.first() ? null : page.after().getFirst(),
                        page.fetchSize())
                .map(CriteriaStore::views);
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
    public Uni<CriterionView> insert(Statements connection, NewCriterion what) {
        UUID id = Ids.next();
        return connection
                .update(
                        """
                        INSERT INTO criterion (id, name, version, expression, yes_vi, no_vi, unknown_vi, yes_en, no_en, unknown_en)
                        SELECT $1, $2, coalesce(max(version), 0) + 1, $3, $4, $5, $6, $7, $8, $9
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
                        what.en().unknown())
                .chain(() -> connection.select(NEWEST + "WHERE id = $1", id))
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
                        new Sentences(text(row[7]), text(row[8]), text(row[9]))))
                .toList();
    }

    private static String text(Object cell) {
        return (String) Objects.requireNonNull(cell);
    }
}
