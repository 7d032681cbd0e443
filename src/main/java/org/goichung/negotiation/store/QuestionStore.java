package org.goichung.negotiation.store;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.LockModeType;
import java.util.List;
import java.util.UUID;
import org.goichung.negotiation.model.Question;
import org.goichung.platform.paging.PageRequest;
import org.goichung.platform.problem.Refusal;
import org.hibernate.reactive.mutiny.Mutiny;

/** Questions on RFQs. */
@ApplicationScoped
public class QuestionStore {
    private static final UUID BEFORE_ALL = new UUID(0, 0);

    public Uni<Question> lock(Mutiny.Session session, UUID rfqId, UUID id) {
        return session.find(Question.class, id, LockModeType.PESSIMISTIC_WRITE).map(found -> {
            if (found == null || !found.rfqId().equals(rfqId)) throw Refusal.notFound();
            return found;
        });
    }

    public Uni<List<Question>> page(Mutiny.Session session, UUID rfqId, PageRequest page) {
        return session.createQuery(
                        "from Question q where q.rfqId = :rfq and q.id > :after order by q.id", Question.class)
                .setParameter("rfq", rfqId)
                .setParameter("after", page.afterId() == null ? BEFORE_ALL : page.afterId())
                .setMaxResults(page.fetchSize())
                .getResultList();
    }

    /** All of an RFQ; they are bounded. */
    public Uni<List<Question>> all(Mutiny.Session session, UUID rfqId) {
        return session.createQuery("from Question q where q.rfqId = :rfq order by q.id", Question.class)
                .setParameter("rfq", rfqId)
                .getResultList();
    }
}
