package org.goichung.negotiation.store;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.LockModeType;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import org.goichung.negotiation.model.Mandate;
import org.goichung.platform.database.Statements;
import org.goichung.platform.identity.EnterpriseId;
import org.goichung.platform.identity.Scope;
import org.goichung.platform.identity.UnionBodyId;
import org.goichung.platform.paging.PageRequest;
import org.goichung.platform.problem.Refusal;
import org.hibernate.reactive.mutiny.Mutiny;

/** Mandates, by who gave and who holds them. */
@ApplicationScoped
public class MandateStore {

    /** Under its lock, which waits for whoever does something on the strength of it. */
    public Uni<Mandate> lock(Mutiny.Session session, UUID id) {
        return session.find(Mandate.class, id, LockModeType.PESSIMISTIC_WRITE)
                .onItem()
                .ifNull()
                .failWith(Refusal::notFound);
    }

    /**
     * Those not withdrawn that these enterprises' unions gave to the body, whether or not they have run out.
     *
     * @param mode shared for what is done on the strength of them, so that none is withdrawn meanwhile
     */
    public Uni<List<Mandate>> standing(
            Mutiny.Session session, UnionBodyId to, Collection<EnterpriseId> from, LockModeType mode) {
        return session.createQuery("""
                        from Mandate m
                         where m.toBodyId = :body and m.enterpriseId in :enterprises and m.withdrawnAt is null
                         order by m.id
                        """, Mandate.class)
                .setParameter("body", to.value())
                .setParameter(
                        "enterprises", from.stream().map(EnterpriseId::value).toList())
                .setLockMode(mode)
                .getResultList();
    }

    public Uni<List<Mandate>> of(Mutiny.Session session, Collection<UUID> ids) {
        return session.createQuery("from Mandate m where m.id in :ids", Mandate.class)
                .setParameter("ids", ids)
                .getResultList();
    }

    /** Given by enterprises in reach or to the caller's own body. */
    public Uni<List<Mandate>> page(Mutiny.Session session, Scope scope, PageRequest page) {
        UnionBodyId body = scope.unionBody();
        return Statements.of(session)
                .select("""
                        SELECT id
                          FROM mandate
                         WHERE (to_body_id = $1 OR enterprise_id = ANY ($2))
                           AND ($3::uuid IS NULL OR id > $3)
                         ORDER BY id
                         LIMIT $4
                        """, body == null ? null : body.value(), Reach.of(scope), page.afterId(), page.fetchSize())
                .chain(rows -> session.createQuery("from Mandate m where m.id in :ids order by m.id", Mandate.class)
                        .setParameter("ids", Reach.ids(rows))
                        .getResultList());
    }
}
