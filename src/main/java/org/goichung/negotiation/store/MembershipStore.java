package org.goichung.negotiation.store;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.goichung.negotiation.model.Membership;
import org.goichung.negotiation.model.RfqMember;
import org.goichung.platform.database.Statements;
import org.goichung.platform.identity.EnterpriseId;
import org.goichung.platform.paging.PageRequest;
import org.hibernate.reactive.mutiny.Mutiny;
import org.jspecify.annotations.Nullable;

/** Who belonged to which coalition from when to when, and who may come to belong to one. */
@ApplicationScoped
public class MembershipStore {
    private static final UUID BEFORE_ALL = new UUID(0, 0);

    /**
     * Joins and leaves of an RFQ's coalition, oldest first.
     *
     * @param enterprises whose they are; null for all
     */
    public Uni<List<Membership>> page(
            Mutiny.Session session, UUID rfqId, @Nullable Collection<EnterpriseId> enterprises, PageRequest page) {
        return session.createQuery("""
                        from Membership m
                         where m.rfqId = :rfq and m.id > :after and (:all = true or m.enterpriseId in :enterprises)
                         order by m.id
                        """, Membership.class)
                .setParameter("rfq", rfqId)
                .setParameter("after", page.afterId() == null ? BEFORE_ALL : page.afterId())
                .setParameter("all", enterprises == null)
                .setParameter(
                        "enterprises",
                        enterprises == null
                                ? List.of(BEFORE_ALL)
                                : enterprises.stream().map(EnterpriseId::value).toList())
                .setMaxResults(page.fetchSize())
                .getResultList();
    }

    /** The row of an enterprise that left earlier. */
    public Uni<Optional<RfqMember>> former(Mutiny.Session session, UUID rfqId, EnterpriseId enterprise) {
        return session.createQuery(
                        "from RfqMember m where m.rfqId = :rfq and m.enterpriseId = :enterprise", RfqMember.class)
                .setParameter("rfq", rfqId)
                .setParameter("enterprise", enterprise.value())
                .getResultList()
                .map(rows -> rows.stream().findFirst());
    }

    /** Open RFQs with time left, of whose members some have withdrawn their mandates and others have not left, but for these. */
    public Uni<List<UUID>> dueToLeave(
            Mutiny.Session session, Instant now, Duration timeLeft, Set<UUID> without, int most) {
        return Statements.of(session)
                .select("""
                        SELECT r.id
                          FROM rfq r
                         WHERE r.state = 'OPEN' AND r.offer_deadline >= $1 AND r.id <> ALL ($2)
                           AND EXISTS (SELECT
                                         FROM rfq_member m
                                        WHERE m.rfq_id = r.id AND m.left_at IS NULL
                                          AND NOT EXISTS (SELECT
                                                            FROM mandate g
                                                           WHERE g.enterprise_id = m.enterprise_id
                                                             AND g.to_body_id = r.lead_body_id AND g.withdrawn_at IS NULL))
                           AND (SELECT count(*) FROM rfq_member m WHERE m.rfq_id = r.id AND m.left_at IS NULL) > 1
                         ORDER BY r.offer_deadline
                         LIMIT $3
                        """, now.plus(timeLeft).atOffset(ZoneOffset.UTC), without.toArray(UUID[]::new), most)
                .map(Reach::ids);
    }
}
