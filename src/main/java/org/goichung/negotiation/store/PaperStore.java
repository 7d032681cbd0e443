package org.goichung.negotiation.store;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.LockModeType;
import java.util.List;
import java.util.UUID;
import org.goichung.negotiation.model.Paper;
import org.goichung.negotiation.model.PaperOffer;
import org.goichung.platform.paging.PageRequest;
import org.goichung.platform.problem.Refusal;
import org.hibernate.reactive.mutiny.Mutiny;

/** Carriers' offers and answers on paper; each kind has its own table. */
@ApplicationScoped
public class PaperStore {
    private static final UUID BEFORE_ALL = new UUID(0, 0);

    public <P extends Paper> Uni<P> lock(Mutiny.Session session, Class<P> kind, UUID rfqId, UUID id) {
        return session.find(kind, id, LockModeType.PESSIMISTIC_WRITE).map(found -> {
            if (found == null || !found.rfqId().equals(rfqId)) throw Refusal.notFound();
            return found;
        });
    }

    /** Those that this person entered or witnesses. */
    public <P extends Paper> Uni<List<P>> page(
            Mutiny.Session session, Class<P> kind, UUID rfqId, String personIndex, PageRequest page) {
        return session.createQuery("""
                        from %s p
                         where p.rfqId = :rfq and (p.entererIndex = :person or p.witnessIndex = :person) and p.id > :after
                         order by p.id
                        """.formatted(kind.getSimpleName()), kind)
                .setParameter("rfq", rfqId)
                .setParameter("person", personIndex)
                .setParameter("after", page.afterId() == null ? BEFORE_ALL : page.afterId())
                .setMaxResults(page.fetchSize())
                .getResultList();
    }

    public Uni<Long> enteredBy(Mutiny.Session session, Class<? extends Paper> kind, UUID rfqId, String personIndex) {
        return session.createQuery(
                        "select count(p) from %s p where p.rfqId = :rfq and p.entererIndex = :person"
                                .formatted(kind.getSimpleName()),
                        Long.class)
                .setParameter("rfq", rfqId)
                .setParameter("person", personIndex)
                .getSingleResult();
    }

    /** All offers of an RFQ under its exclusive lock, the one confirmed last first. */
    public Uni<List<PaperOffer>> offers(Mutiny.Session session, UUID rfqId) {
        return session.createQuery(
                        "from PaperOffer p where p.rfqId = :rfq order by p.confirmedAt desc nulls last, p.id desc",
                        PaperOffer.class)
                .setParameter("rfq", rfqId)
                .getResultList();
    }
}
