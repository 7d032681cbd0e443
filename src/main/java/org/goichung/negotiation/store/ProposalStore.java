package org.goichung.negotiation.store;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.LockModeType;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.goichung.negotiation.model.Proposal;
import org.goichung.platform.database.Statements;
import org.goichung.platform.paging.PageRequest;
import org.goichung.platform.problem.Refusal;
import org.hibernate.reactive.mutiny.Mutiny;
import org.jspecify.annotations.Nullable;

/** Proposed awards, waiting, being searched for and found. */
@ApplicationScoped
public class ProposalStore {
    private static final UUID BEFORE_ALL = new UUID(0, 0);

    public Uni<Proposal> require(Mutiny.Session session, UUID rfqId, UUID id) {
        return find(session, rfqId, id).map(found -> found.orElseThrow(Refusal::notFound));
    }

    public Uni<Optional<Proposal>> find(Mutiny.Session session, UUID rfqId, UUID id) {
        return session.find(Proposal.class, id).map(found -> Optional.ofNullable(found)
                .filter(proposal -> proposal.rfqId().equals(rfqId)));
    }

    public Uni<List<Proposal>> page(Mutiny.Session session, UUID rfqId, PageRequest page) {
        return session.createQuery(
                        "from Proposal p where p.rfqId = :rfq and p.id > :after order by p.id", Proposal.class)
                .setParameter("rfq", rfqId)
                .setParameter("after", page.afterId() == null ? BEFORE_ALL : page.afterId())
                .setMaxResults(page.fetchSize())
                .getResultList();
    }

    /** All that wait or are being searched for, of any RFQ. */
    public Uni<Long> underWay(Mutiny.Session session) {
        return Statements.of(session)
                .select("SELECT count(*) FROM award_proposal WHERE state IN ('WAITING', 'SOLVING')")
                .map(rows -> ((Number) rows.getFirst()[0]).longValue());
    }

    /** The one that waits longest, or whose instance is long gone, locked; null when there is none. */
    public Uni<@Nullable Proposal> lockOneDue(Mutiny.Session session, Instant now) {
        return Statements.of(session)
                .select("""
                        SELECT id
                          FROM award_proposal
                         WHERE state = 'WAITING' OR state = 'SOLVING' AND taken_until < $1
                         ORDER BY asked_at
                         LIMIT 1
                           FOR UPDATE SKIP LOCKED
                        """, now.atOffset(ZoneOffset.UTC))
                .chain(rows -> rows.isEmpty()
                        ? Uni.createFrom().nullItem()
                        : session.find(Proposal.class, Reach.ids(rows).getFirst()));
    }

    public Uni<Proposal> lock(Mutiny.Session session, UUID id) {
        return session.find(Proposal.class, id, LockModeType.PESSIMISTIC_WRITE)
                .onItem()
                .ifNull()
                .failWith(Refusal::notFound);
    }
}
