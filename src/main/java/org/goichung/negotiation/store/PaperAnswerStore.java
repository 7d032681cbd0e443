package org.goichung.negotiation.store;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.LockModeType;
import java.util.List;
import java.util.UUID;
import org.goichung.negotiation.model.PaperAnswer;
import org.goichung.platform.paging.PageRequest;
import org.goichung.platform.problem.Refusal;
import org.hibernate.reactive.mutiny.Mutiny;

/** Carriers' answers on paper. */
@ApplicationScoped
public class PaperAnswerStore {
    private static final UUID BEFORE_ALL = new UUID(0, 0);

    public Uni<PaperAnswer> lock(Mutiny.Session session, UUID rfqId, UUID id) {
        return session.find(PaperAnswer.class, id, LockModeType.PESSIMISTIC_WRITE)
                .map(found -> {
                    if (found == null || !found.rfqId().equals(rfqId)) throw Refusal.notFound();
                    return found;
                });
    }

    /** Those that this person entered or witnesses. */
    public Uni<List<PaperAnswer>> page(Mutiny.Session session, UUID rfqId, String personIndex, PageRequest page) {
        return session.createQuery("""
                        from PaperAnswer p
                         where p.rfqId = :rfq and (p.entererIndex = :person or p.witnessIndex = :person) and p.id > :after
                         order by p.id
                        """, PaperAnswer.class)
                .setParameter("rfq", rfqId)
                .setParameter("person", personIndex)
                .setParameter("after", page.afterId() == null ? BEFORE_ALL : page.afterId())
                .setMaxResults(page.fetchSize())
                .getResultList();
    }

    public Uni<Long> enteredBy(Mutiny.Session session, UUID rfqId, String personIndex) {
        return session.createQuery(
                        "select count(p) from PaperAnswer p where p.rfqId = :rfq and p.entererIndex = :person",
                        Long.class)
                .setParameter("rfq", rfqId)
                .setParameter("person", personIndex)
                .getSingleResult();
    }
}
