package org.goichung.negotiation.store;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.LockModeType;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.goichung.negotiation.model.Award;
import org.goichung.negotiation.model.AwardLine;
import org.goichung.negotiation.model.AwardThread;
import org.goichung.negotiation.model.Machine;
import org.goichung.negotiation.model.Vote;
import org.goichung.platform.paging.PageRequest;
import org.hibernate.reactive.mutiny.Mutiny;
import org.jspecify.annotations.Nullable;

/** Awards with their lines and votes. */
@ApplicationScoped
public class AwardStore {
    private static final UUID BEFORE_ALL = new UUID(0, 0);

    /** All awards of an RFQ, oldest first. */
    public Uni<List<AwardThread>> ofRfq(Mutiny.Session session, UUID rfqId) {
        return session.createQuery("from Award a where a.rfqId = :rfq order by a.id", Award.class)
                .setParameter("rfq", rfqId)
                .getResultList()
                .chain(awards -> complete(session, awards));
    }

    /**
     * Awards of an RFQ, oldest first.
     *
     * @param offers those that get something of these offers; null for all
     */
    public Uni<List<AwardThread>> page(
            Mutiny.Session session, UUID rfqId, @Nullable Collection<UUID> offers, PageRequest page) {
        return session.createQuery("""
                        from Award a
                         where a.rfqId = :rfq and a.id > :after
                           and (:all = true or exists (from AwardLine l where l.awardId = a.id and l.offerId in :offers))
                         order by a.id
                        """, Award.class)
                .setParameter("rfq", rfqId)
                .setParameter("after", page.afterId() == null ? BEFORE_ALL : page.afterId())
                .setParameter("all", offers == null)
                .setParameter("offers", offers == null || offers.isEmpty() ? List.of(BEFORE_ALL) : offers)
                .setMaxResults(page.fetchSize())
                .getResultList()
                .chain(awards -> complete(session, awards));
    }

    /** The award that is being voted on, locked; a refused move where there is none. */
    public Uni<AwardThread> lockPending(Mutiny.Session session, UUID rfqId) {
        return session.createQuery("from Award a where a.rfqId = :rfq and a.outcome is null", Award.class)
                .setParameter("rfq", rfqId)
                .setLockMode(LockModeType.PESSIMISTIC_WRITE)
                .getSingleResultOrNull()
                .onItem()
                .ifNull()
                .failWith(() -> Machine.illegal("vote", "no-award"))
                .chain(award -> complete(session, List.of(award)))
                .map(List::getFirst);
    }

    private static Uni<List<AwardThread>> complete(Mutiny.Session session, List<Award> awards) {
        List<UUID> ids = awards.stream().map(Award::id).toList();
        return session.createQuery("from AwardLine l where l.awardId in :ids order by l.id", AwardLine.class)
                .setParameter("ids", ids)
                .getResultList()
                .chain(lines -> session.createQuery("from Vote v where v.awardId in :ids order by v.id", Vote.class)
                        .setParameter("ids", ids)
                        .getResultList()
                        .map(votes -> put(awards, lines, votes)));
    }

    private static List<AwardThread> put(List<Award> awards, List<AwardLine> lines, List<Vote> votes) {
        Map<UUID, List<AwardLine>> linesOf = lines.stream().collect(Collectors.groupingBy(AwardLine::awardId));
        Map<UUID, List<Vote>> votesOf = votes.stream().collect(Collectors.groupingBy(Vote::awardId));
        return awards.stream()
                .map(award -> new AwardThread(
                        award,
                        linesOf.getOrDefault(award.id(), List.of()).stream()
                                .map(AwardLine::priced)
                                .toList(),
                        votesOf.getOrDefault(award.id(), List.of())))
                .toList();
    }
}
