package org.goichung.union.store;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.goichung.platform.database.Transactions;
import org.goichung.platform.identity.EnterpriseId;
import org.goichung.platform.identity.UnionBodyId;
import org.goichung.union.BodyOver;
import org.jspecify.annotations.Nullable;

/** How far a body reaches, asked of the pg client: the door asks it before any session is open. */
@ApplicationScoped
public class UnionTree {
    private final Transactions transactions;

    public UnionTree(Transactions transactions) {
        this.transactions = transactions;
    }

    /** The enterprises whose open grassroots union stands in the body's subtree on that day, its own included. */
    public Uni<Set<EnterpriseId>> enterprisesUnder(UnionBodyId body, LocalDate day) {
        return transactions.app().select("""
                        WITH RECURSIVE below AS (
                            SELECT $1::uuid AS id
                            UNION
                            SELECT e.child_id
                              FROM union_edge e
                              JOIN below b ON e.parent_id = b.id
                             WHERE e.valid_from <= $2::date AND (e.valid_to IS NULL OR e.valid_to >= $2::date))
                        SELECT u.enterprise_id
                          FROM below b
                          JOIN union_body u ON u.id = b.id
                         WHERE u.enterprise_id IS NOT NULL AND (u.closed_on IS NULL OR u.closed_on >= $2::date)
                        """, body.value(), day).map(UnionTree::ids);
    }

    /** The enterprise that the body itself sits at; empty for a superior or closed body. */
    public Uni<Set<EnterpriseId>> enterprisesOf(UnionBodyId body, LocalDate day) {
        return transactions.app().select("""
                        SELECT enterprise_id
                          FROM union_body
                         WHERE id = $1 AND enterprise_id IS NOT NULL AND (closed_on IS NULL OR closed_on >= $2::date)
                        """, body.value(), day).map(UnionTree::ids);
    }

    /** The bodies that these enterprises belong to, those with the most of them first, then by name. */
    public Uni<List<BodyOver>> bodiesOver(Set<EnterpriseId> enterprises, LocalDate day) {
        return transactions
                .app()
                .select("""
                        WITH RECURSIVE above AS (
                            SELECT u.id, u.enterprise_id
                              FROM union_body u
                             WHERE u.enterprise_id = ANY ($1) AND (u.closed_on IS NULL OR u.closed_on >= $2::date)
                            UNION
                            SELECT e.parent_id, a.enterprise_id
                              FROM union_edge e
                              JOIN above a ON e.child_id = a.id
                             WHERE e.valid_from <= $2::date AND (e.valid_to IS NULL OR e.valid_to >= $2::date))
                        SELECT u.id, u.name, array_agg(a.enterprise_id)
                          FROM above a
                          JOIN union_body u ON u.id = a.id
                         GROUP BY u.id, u.name
                         ORDER BY count(*) DESC, u.name, u.id
                        """, enterprises.stream().map(EnterpriseId::value).toArray(UUID[]::new), day)
                .map(rows -> rows.stream().map(UnionTree::bodyOver).toList());
    }

    private static BodyOver bodyOver(@Nullable Object[] row) {
        Set<EnterpriseId> below = Arrays.stream((UUID[]) Objects.requireNonNull(row[2]))
                .map(EnterpriseId::new)
                .collect(Collectors.toUnmodifiableSet());
        return new BodyOver(new UnionBodyId((UUID) Objects.requireNonNull(row[0])), String.valueOf(row[1]), below);
    }

    private static Set<EnterpriseId> ids(List<@Nullable Object[]> rows) {
        Set<EnterpriseId> ids = new HashSet<>();
        for (var row : rows) if (row[0] instanceof UUID id) ids.add(new EnterpriseId(id));
        return Set.copyOf(ids);
    }
}
