package org.goichung.subsidy.store;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import org.goichung.platform.database.Ids;
import org.goichung.platform.database.Statements;
import org.goichung.platform.identity.EnterpriseId;
import org.goichung.platform.paging.PageRequest;
import org.goichung.subsidy.NewProgramme;
import org.goichung.subsidy.Payer;
import org.goichung.subsidy.ProgrammeView;
import org.goichung.subsidy.Share;
import org.jspecify.annotations.Nullable;

/** Programmes and whose they are. A programme is only ever inserted. */
@ApplicationScoped
public class ProgrammeStore {
    private static final String PROGRAMMES = """
            SELECT p.id, p.name, p.shares::text, p.rest_borne_by, p.criteria, p.valid_from, p.valid_until,
                   ARRAY(SELECT e.enterprise_id FROM programme_enterprise e WHERE e.programme_id = p.id
                          AND ($1::uuid[] IS NULL OR e.enterprise_id = ANY ($1)) ORDER BY e.enterprise_id)
              FROM programme p
             WHERE ($1::uuid[] IS NULL
                    OR NOT EXISTS (SELECT 1 FROM programme_enterprise e WHERE e.programme_id = p.id)
                    OR EXISTS (SELECT 1 FROM programme_enterprise e
                                WHERE e.programme_id = p.id AND e.enterprise_id = ANY ($1)))
            """;
    private static final TypeReference<List<Share>> SHARES = new TypeReference<>() {};

    private final ObjectMapper json;

    public ProgrammeStore(ObjectMapper json) {
        this.json = json;
    }

    /** @param reach only what is for one of these or for everybody; null for all */
    public Uni<List<ProgrammeView>> one(Statements connection, UUID id, @Nullable Set<EnterpriseId> reach) {
        return connection
                .select(PROGRAMMES + "AND p.id = $2", (Object) idsOf(reach), id)
                .map(this::views);
    }

    /** By id, so in the order of coming. */
    public Uni<List<ProgrammeView>> page(Statements connection, @Nullable Set<EnterpriseId> reach, PageRequest page) {
        return connection
                .select(
                        PROGRAMMES + "AND ($2::uuid IS NULL OR p.id > $2) ORDER BY p.id LIMIT $3",
                        (Object) idsOf(reach),
                        page.afterId(),
                        page.fetchSize())
                .map(this::views);
    }

    /** All that run on this day or later. */
    public Uni<List<ProgrammeView>> notOver(Statements connection, LocalDate day) {
        return connection
                .select(
                        PROGRAMMES + "AND (p.valid_until IS NULL OR p.valid_until >= $2) ORDER BY p.id",
                        (Object) null,
                        day)
                .map(this::views);
    }

    public Uni<UUID> insert(Statements connection, NewProgramme what) {
        UUID id = Ids.next();
        return connection
                .update(
                        """
                        INSERT INTO programme (id, name, shares, rest_borne_by, criteria, valid_from, valid_until)
                        VALUES ($1, $2, $3::text::jsonb, $4, $5, $6, $7)
                        """,
                        id,
                        what.name(),
                        write(what.shares()),
                        what.restBorneBy().wireName(),
                        new LinkedHashSet<>(what.criteria()).toArray(String[]::new),
                        what.validFrom(),
                        what.validUntil())
                .chain(() -> connection.update("""
                        INSERT INTO programme_enterprise (programme_id, enterprise_id)
                        SELECT DISTINCT $1::uuid, one FROM unnest($2::uuid[]) one
                        """, id, what.enterpriseIds().toArray(UUID[]::new)))
                .replaceWith(id);
    }

    private List<ProgrammeView> views(List<@Nullable Object[]> rows) {
        return rows.stream().map(this::view).toList();
    }

    private ProgrammeView view(@Nullable Object[] row) {
        return new ProgrammeView(
                (UUID) some(row, 0),
                (String) some(row, 1),
                read((String) some(row, 2)),
                payer((String) some(row, 3)),
                Arrays.stream((Object[]) some(row, 4)).map(String::valueOf).toList(),
                Arrays.stream((Object[]) some(row, 7))
                        .map(id -> new EnterpriseId((UUID) id))
                        .toList(),
                (LocalDate) some(row, 5),
                (LocalDate) row[6]);
    }

    private static Object some(@Nullable Object[] row, int column) {
        return Objects.requireNonNull(row[column]);
    }

    private static Payer payer(String word) {
        return Arrays.stream(Payer.values())
                .filter(payer -> payer.wireName().equals(word))
                .findFirst()
                .orElseThrow();
    }

    private static UUID @Nullable [] idsOf(@Nullable Set<EnterpriseId> reach) {
        return reach == null ? null : reach.stream().map(EnterpriseId::value).toArray(UUID[]::new);
    }

    private String write(List<Share> shares) {
        try {
            return json.writeValueAsString(shares);
        } catch (JsonProcessingException impossible) {
            throw new IllegalStateException("shares could not be written", impossible);
        }
    }

    private List<Share> read(String stored) {
        try {
            return json.readValue(stored, SHARES);
        } catch (JsonProcessingException broken) {
            throw new IllegalStateException("stored shares could not be read", broken);
        }
    }
}
