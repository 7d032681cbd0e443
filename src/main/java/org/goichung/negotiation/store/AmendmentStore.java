package org.goichung.negotiation.store;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.UUID;
import org.goichung.negotiation.model.Amendment;
import org.goichung.platform.paging.PageRequest;
import org.hibernate.reactive.mutiny.Mutiny;

/** Amendments of RFQs, which nothing changes. */
@ApplicationScoped
public class AmendmentStore {
    private static final UUID BEFORE_ALL = new UUID(0, 0);

    public Uni<List<Amendment>> page(Mutiny.Session session, UUID rfqId, PageRequest page) {
        return session.createQuery(
                        "from Amendment a where a.rfqId = :rfq and a.id > :after order by a.id", Amendment.class)
                .setParameter("rfq", rfqId)
                .setParameter("after", page.afterId() == null ? BEFORE_ALL : page.afterId())
                .setMaxResults(page.fetchSize())
                .getResultList();
    }
}
