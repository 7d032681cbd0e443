package org.goichung.union.store;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.goichung.platform.database.Statements;
import org.goichung.platform.paging.PageRequest;
import org.goichung.platform.problem.Refusal;
import org.goichung.union.model.UnionBody;
import org.goichung.union.model.UnionEdge;
import org.hibernate.reactive.mutiny.Mutiny;

/** Bodies and their edges. */
@ApplicationScoped
public class UnionBodies {

    public Uni<UnionBody> require(Mutiny.Session session, UUID id) {
        return session.find(UnionBody.class, id).onItem().ifNull().failWith(Refusal::notFound);
    }

    public Uni<List<UnionBody>> page(Mutiny.Session session, PageRequest page) {
        var query = page.first()
                ? session.createQuery("from UnionBody b order by b.name, b.id", UnionBody.class)
                : session.createQuery(
                                "from UnionBody b where b.name > :name or (b.name = :name and b.id > :id) order by b.name, b.id",
                                UnionBody.class)
                        .setParameter("name", page.after().getFirst())
                        .setParameter("id", page.afterId());
        return query.setMaxResults(page.fetchSize()).getResultList();
    }

    public Uni<List<UnionBody>> of(Mutiny.Session session, Collection<UUID> ids) {
        return session.createQuery("from UnionBody b where b.id in :ids order by b.name, b.id", UnionBody.class)
                .setParameter("ids", ids)
                .getResultList();
    }

    /** The parents of these bodies on a day; a body at the top is missing. */
    public Uni<Map<UUID, UUID>> parents(Mutiny.Session session, Collection<UUID> children, LocalDate day) {
        return session.createQuery("""
                        select e.childId, e.parentId from UnionEdge e
                         where e.childId in :children and e.validFrom <= :day and (e.validTo is null or e.validTo >= :day)
                        """, Object[].class)
                .setParameter("children", children)
                .setParameter("day", day)
                .getResultList()
                .map(rows -> {
                    Map<UUID, UUID> parents = new HashMap<>();
                    for (Object[] row : rows) parents.put((UUID) row[0], (UUID) row[1]);
                    return parents;
                });
    }

    /** The edge that has no end yet; null for a body at the top. */
    public Uni<UnionEdge> openEdge(Mutiny.Session session, UUID child) {
        return session.createQuery("from UnionEdge e where e.childId = :child and e.validTo is null", UnionEdge.class)
                .setParameter("child", child)
                .getSingleResultOrNull();
    }

    /** One change of the tree at a time: two moves, each harmless, could together close a circle. */
    public Uni<Void> lockTree(Mutiny.Session session) {
        return Statements.of(session)
                .select("SELECT 1 FROM (SELECT pg_advisory_xact_lock(hashtext('union-tree'))) AS locked")
                .replaceWithVoid();
    }

    /** Whether a body would stand under itself: is {@code parent} in the subtree of {@code body} on that day or later? */
    public Uni<Boolean> isUnder(Mutiny.Session session, UUID parent, UUID body, LocalDate from) {
        return Statements.of(session).select("""
                        WITH RECURSIVE above AS (
                            SELECT $1::uuid AS id
                            UNION
                            SELECT e.parent_id
                              FROM union_edge e
                              JOIN above a ON e.child_id = a.id
                             WHERE e.valid_to IS NULL OR e.valid_to >= $3::date)
                        SELECT 1 FROM above WHERE id = $2::uuid
                        """, parent, body, from).map(rows -> !rows.isEmpty());
    }
}
