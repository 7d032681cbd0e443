package org.goichung.workforce.store;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.goichung.platform.identity.EnterpriseId;
import org.goichung.platform.identity.Scope;
import org.goichung.platform.paging.PageRequest;
import org.goichung.platform.problem.Refusal;
import org.goichung.workforce.model.Enterprise;
import org.hibernate.reactive.mutiny.Mutiny;

/** Employers, as far as a scope reaches. */
@ApplicationScoped
public class Enterprises {

    public Uni<Enterprise> require(Mutiny.Session session, EnterpriseId id) {
        return session.find(Enterprise.class, id.value()).onItem().ifNull().failWith(Refusal::notFound);
    }

    /** Those of these enterprises that the scope reaches, in the order of names. */
    public Uni<List<Enterprise>> of(Mutiny.Session session, Scope scope, Collection<EnterpriseId> ids) {
        return session.createQuery("from Enterprise e where e.id in :ids order by e.name, e.id", Enterprise.class)
                .setParameter("ids", values(ids.stream().filter(scope::reaches).toList()))
                .getResultList();
    }

    public Uni<List<Enterprise>> page(Mutiny.Session session, Scope scope, PageRequest page) {
        var query = session.createQuery("""
                        from Enterprise e
                         where (:every = true or e.id in :ids)
                           and (:first = true or e.name > :name or (e.name = :name and e.id > :id))
                         order by e.name, e.id
                        """, Enterprise.class)
                .setParameter("every", scope.everyEnterprise())
                .setParameter("ids", values(scope.enterprises()))
                .setParameter("first", page.first())
                .setParameter("name", page.first() ? "" : page.after().getFirst())
                .setParameter("id", page.first() ? new UUID(0, 0) : page.afterId());
        return query.setMaxResults(page.fetchSize()).getResultList();
    }

    private static List<UUID> values(Collection<EnterpriseId> ids) {
        return ids.stream().map(EnterpriseId::value).toList();
    }

    /** Those that have wifi for their people. */
    public Uni<Set<EnterpriseId>> withWifi(Mutiny.Session session) {
        return session.createQuery("select e.id from Enterprise e where e.wifi", UUID.class)
                .getResultList()
                .map(ids -> ids.stream().map(EnterpriseId::new).collect(Collectors.toUnmodifiableSet()));
    }
}
