package org.goichung.negotiation.store;

import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.LockModeType;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.goichung.negotiation.model.Coalition;
import org.goichung.negotiation.model.Rfq;
import org.goichung.negotiation.model.RfqMember;
import org.goichung.platform.database.Statements;
import org.goichung.platform.identity.Role;
import org.goichung.platform.identity.Scope;
import org.goichung.platform.identity.UnionBodyId;
import org.goichung.platform.paging.PageRequest;
import org.goichung.platform.problem.Refusal;
import org.hibernate.reactive.mutiny.Mutiny;

/**
 * RFQs and their coalitions. Whoever locks more than one thing locks the RFQ first, then bids, then the award. Before an RFQ's row its
 * place in the queue is locked: whoever shares a row may pass those who wait to have it alone, and a crowd of bidders would keep the
 * leading body, or the deadline, waiting for as long as it comes.
 */
@ApplicationScoped
public class RfqStore {
    private static final Taking OFFERS = new Taking("OPEN", "offer_deadline");
    private static final Taking LAST_OFFERS = new Taking("BEST_AND_FINAL", "final_deadline");

    /** An RFQ {@code r} that an enterprise of an array may read of before it joins. */
    private static final String OPEN_TO_JOIN = """
            r.state = 'OPEN'
            AND EXISTS (SELECT
                          FROM mandate g
                         WHERE g.to_body_id = r.lead_body_id AND g.enterprise_id = ANY (%s) AND g.withdrawn_at IS NULL
                           AND g.valid_until >= (r.offer_deadline AT TIME ZONE 'Asia/Ho_Chi_Minh')::date
                           AND NOT EXISTS (SELECT FROM rfq_member f WHERE f.rfq_id = r.id AND f.enterprise_id = g.enterprise_id))
            """;

    public Uni<Coalition> read(Mutiny.Session session, UUID id) {
        return session.find(Rfq.class, id)
                .onItem()
                .ifNull()
                .failWith(Refusal::notFound)
                .chain(rfq -> coalition(session, rfq));
    }

    /** Under a lock: exclusive to move the RFQ, shared to do something that only holds in its present state. */
    public Uni<Coalition> lock(Mutiny.Session session, UUID id, LockModeType mode) {
        return queue(session, id, mode)
                .chain(() -> session.find(Rfq.class, id, mode))
                .onItem()
                .ifNull()
                .failWith(Refusal::notFound)
                .chain(rfq -> coalition(session, rfq));
    }

    public Uni<Coalition> lockToMove(Mutiny.Session session, UUID id) {
        return lock(session, id, LockModeType.PESSIMISTIC_WRITE);
    }

    /** The same for a job, which has others to see to: whoever waits too long tries again later. */
    public Uni<Coalition> lockToMoveSoon(Mutiny.Session session, UUID id) {
        return Statements.of(session).update("SET LOCAL lock_timeout = '5s'").chain(() -> lockToMove(session, id));
    }

    private static Uni<Void> queue(Mutiny.Session session, UUID id, LockModeType mode) {
        String shared = mode == LockModeType.PESSIMISTIC_READ ? "_shared" : "";
        return Statements.of(session)
                .select("SELECT pg_advisory_xact_lock" + shared + "($1)::text", id.getLeastSignificantBits())
                .replaceWithVoid();
    }

    private static Uni<Coalition> coalition(Mutiny.Session session, Rfq rfq) {
        return session.createQuery(
                        "from RfqMember m where m.rfqId = :rfq and m.leftAt is null order by m.enterpriseId",
                        RfqMember.class)
                .setParameter("rfq", rfq.id())
                .getResultList()
                .map(members -> new Coalition(rfq, members));
    }

    /** Those the caller has a part in, or may come to have one in. */
    public Uni<List<Coalition>> page(Mutiny.Session session, Scope scope, PageRequest page) {
        UnionBodyId body = scope.unionBody();
        return Statements.of(session)
                .select(
                        """
                        SELECT r.id
                          FROM rfq r
                         WHERE (r.lead_body_id = $1
                                OR $2 AND r.opened_at IS NOT NULL
                                OR EXISTS (SELECT
                                             FROM rfq_member m
                                            WHERE m.rfq_id = r.id AND m.enterprise_id = ANY ($3) AND m.left_at IS NULL)
                                OR (%s))
                           AND ($4::uuid IS NULL OR r.id > $4)
                         ORDER BY r.id
                         LIMIT $5
                        """.formatted(OPEN_TO_JOIN.formatted("$6")),
                        body == null ? null : body.value(),
                        scope.role() == Role.CARRIER,
                        Reach.of(scope),
                        page.afterId(),
                        page.fetchSize(),
                        Reach.ofOwn(scope))
                .chain(rows -> Multi.createFrom()
                        .iterable(Reach.ids(rows))
                        .onItem()
                        .transformToUniAndConcatenate(id -> read(session, id))
                        .collect()
                        .asList());
    }

    /** Whether the RFQ takes offers and one of the caller's own enterprises may join it: with a mandate for its leading body, and never in it. */
    public Uni<Boolean> mayJoin(Mutiny.Session session, Scope scope, UUID rfqId) {
        return Statements.of(session)
                .select(
                        "SELECT r.id FROM rfq r WHERE r.id = $1 AND " + OPEN_TO_JOIN.formatted("$2"),
                        rfqId,
                        Reach.ofOwn(scope))
                .map(rows -> !rows.isEmpty());
    }

    /** Open RFQs past their deadline but for these, the longest past first. */
    public Uni<List<UUID>> dueToClose(Mutiny.Session session, Instant now, Set<UUID> without, int most) {
        return OFFERS.due(session, now, without, most);
    }

    /** Whether it is still open past its deadline; then locked, behind whoever came in time and before whoever comes later. */
    public Uni<Boolean> lockDueToClose(Mutiny.Session session, UUID id) {
        return OFFERS.lockDue(session, id);
    }

    /** Rounds of last offers past their deadline but for these, the longest past first. */
    public Uni<List<UUID>> dueToEndRound(Mutiny.Session session, Instant now, Set<UUID> without, int most) {
        return LAST_OFFERS.due(session, now, without, most);
    }

    /** Whether it still runs past its deadline; then locked as for the close. */
    public Uni<Boolean> lockDueToEndRound(Mutiny.Session session, UUID id) {
        return LAST_OFFERS.lockDue(session, id);
    }

    /** A state in which offers are taken, and the column of the deadline that ends it. */
    private record Taking(String state, String deadline) {
        Uni<List<UUID>> due(Mutiny.Session session, Instant now, Set<UUID> without, int most) {
            return Statements.of(session)
                    .select(
                            """
                            SELECT id
                              FROM rfq
                             WHERE state = '%1$s' AND %2$s < $1 AND id <> ALL ($2)
                             ORDER BY %2$s
                             LIMIT $3
                            """.formatted(state, deadline),
                            now.atOffset(ZoneOffset.UTC),
                            without.toArray(UUID[]::new),
                            most)
                    .map(Reach::ids);
        }

        Uni<Boolean> lockDue(Mutiny.Session session, UUID id) {
            Statements sql = Statements.of(session);
            return sql.update("SET LOCAL lock_timeout = '5s'")
                    .chain(() -> queue(session, id, LockModeType.PESSIMISTIC_WRITE))
                    .chain(() -> sql.select("""
                            SELECT id
                              FROM rfq
                             WHERE id = $1 AND state = '%s' AND %s < goichung_now()
                               FOR UPDATE
                            """.formatted(state, deadline), id))
                    .map(rows -> !rows.isEmpty());
        }
    }

    /** RFQs whose members' time to vote has ended but for these, the longest over first. */
    public Uni<List<UUID>> dueToSettle(Mutiny.Session session, Instant now, Set<UUID> without, int most) {
        return Statements.of(session)
                .select("""
                        SELECT r.id
                          FROM rfq r
                          JOIN award a ON a.rfq_id = r.id AND a.outcome IS NULL
                         WHERE r.state = 'RATIFYING' AND a.vote_until < $1 AND r.id <> ALL ($2)
                         ORDER BY a.vote_until
                         LIMIT $3
                        """, now.atOffset(ZoneOffset.UTC), without.toArray(UUID[]::new), most)
                .map(Reach::ids);
    }

    /** Whether its vote is still over and unsettled, and nobody else is settling it; then locked. */
    public Uni<Boolean> lockDueToSettle(Mutiny.Session session, UUID id) {
        return Statements.of(session).select("""
                        SELECT r.id
                          FROM rfq r
                          JOIN award a ON a.rfq_id = r.id AND a.outcome IS NULL
                         WHERE r.id = $1 AND r.state = 'RATIFYING' AND a.vote_until < goichung_now()
                           FOR UPDATE OF r SKIP LOCKED
                        """, id).map(rows -> !rows.isEmpty());
    }
}
