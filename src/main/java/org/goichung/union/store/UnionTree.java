package org.goichung.union.store;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.goichung.platform.database.Statements;
import org.goichung.platform.database.Transactions;
import org.goichung.platform.identity.EnterpriseId;
import org.goichung.platform.identity.UnionBodyId;
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
        return Statements.of(transactions.appPool())
                .select("""
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
                        """, body.value(), day)
                .map(UnionTree::ids);
    }

    /** The enterprise that the body itself sits at; empty for a superior or closed body. */
    public Uni<Set<EnterpriseId>> enterprisesOf(UnionBodyId body, LocalDate day) {
        return Statements.of(transactions.appPool())
                .select("""
                        SELECT enterprise_id
                          FROM union_body
                         WHERE id = $1 AND enterprise_id IS NOT NULL AND (closed_on IS NULL OR closed_on >= $2::date)
                        """, body.value(), day)
                .map(UnionTree::ids);
    }

    private static Set<EnterpriseId> ids(List<@Nullable Object[]> rows) {
        Set<EnterpriseId> ids = new HashSet<>();
        for (var row : rows) if (row[0] instanceof UUID id) ids.add(new EnterpriseId(id));
        return Set.copyOf(ids);
    }
}
