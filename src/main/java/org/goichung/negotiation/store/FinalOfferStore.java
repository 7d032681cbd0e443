package org.goichung.negotiation.store;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.goichung.negotiation.model.FinalOffer;
import org.hibernate.reactive.mutiny.Mutiny;

/** Last offers until their round ends. */
@ApplicationScoped
public class FinalOfferStore {

    /** One that has not become a revision of its bid; empty for every other id. */
    public Uni<Optional<FinalOffer>> sealed(Mutiny.Session session, UUID id) {
        return session.createQuery(
                        "from FinalOffer f where f.id = :id and f.onPaper = false and not exists (from Offer o where o.id = f.id)",
                        FinalOffer.class)
                .setParameter("id", id)
                .getResultList()
                .map(rows -> rows.stream().findFirst());
    }

    /** One on paper, under the id of the answer that it came by; empty where that was no last offer. */
    public Uni<Optional<FinalOffer>> onPaper(Mutiny.Session session, UUID answerId) {
        return session.find(FinalOffer.class, answerId).map(Optional::ofNullable);
    }

    /** Those of an RFQ that were not withdrawn, as they were handed in. */
    public Uni<List<FinalOffer>> standing(Mutiny.Session session, UUID rfqId) {
        return session.createQuery(
                        "from FinalOffer f where f.rfqId = :rfq and f.withdrawnAt is null order by f.submittedAt, f.id",
                        FinalOffer.class)
                .setParameter("rfq", rfqId)
                .getResultList();
    }

    /** Those that a bidder handed in itself on a lot, found by its keyed index. */
    public Uni<List<FinalOffer>> standingOf(Mutiny.Session session, UUID rfqId, String finalIndex) {
        return session.createQuery("""
                        from FinalOffer f
                         where f.rfqId = :rfq and f.finalIndex = :index and f.onPaper = false and f.withdrawnAt is null
                         order by f.submittedAt, f.id
                        """, FinalOffer.class)
                .setParameter("rfq", rfqId)
                .setParameter("index", finalIndex)
                .getResultList();
    }
}
