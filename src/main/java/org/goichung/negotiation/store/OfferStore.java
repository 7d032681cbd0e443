package org.goichung.negotiation.store;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.LockModeType;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.goichung.negotiation.model.Bid;
import org.goichung.negotiation.model.BidThread;
import org.goichung.negotiation.model.Offer;
import org.goichung.platform.database.Statements;
import org.goichung.platform.paging.PageRequest;
import org.goichung.platform.problem.Refusal;
import org.hibernate.reactive.mutiny.Mutiny;
import org.jspecify.annotations.Nullable;

/** Bids with their offers. */
@ApplicationScoped
public class OfferStore {
    private static final int HEX = 16;
    private static final int LONG_DIGITS = 16;

    /** Which bid of which RFQ an offer belongs to. */
    public record Place(UUID rfqId, UUID bidId) {}

    public Uni<Place> place(Mutiny.Session session, UUID offerId) {
        return Statements.of(session)
                .select("SELECT b.rfq_id, b.id FROM offer o JOIN bid b ON b.id = o.bid_id WHERE o.id = $1", offerId)
                .map(rows -> {
                    if (rows.isEmpty()) throw Refusal.notFound();
                    var row = rows.getFirst();
                    return new Place((UUID) Objects.requireNonNull(row[0]), (UUID) Objects.requireNonNull(row[1]));
                });
    }

    /** The thread under its bid's lock. */
    public Uni<BidThread> lockThread(Mutiny.Session session, UUID bidId) {
        return session.find(Bid.class, bidId, LockModeType.PESSIMISTIC_WRITE)
                .chain(bid -> withOffers(session, List.of(bid)))
                .map(List::getFirst);
    }

    /** The thread without a lock, of which nothing in the database tells afterwards. */
    public Uni<BidThread> thread(Mutiny.Session session, UUID bidId) {
        return session.find(Bid.class, bidId)
                .chain(bid -> withOffers(session, List.of(bid)))
                .map(List::getFirst);
    }

    /** All threads of an RFQ, whatever their state. */
    public Uni<List<BidThread>> threads(Mutiny.Session session, UUID rfqId) {
        return session.createQuery("from Bid b where b.rfqId = :rfq order by b.id", Bid.class)
                .setParameter("rfq", rfqId)
                .getResultList()
                .chain(bids -> withOffers(session, bids));
    }

    /** The same under the bids' locks, in the order of their ids. */
    public Uni<List<BidThread>> lockThreads(Mutiny.Session session, UUID rfqId) {
        return session.createQuery("from Bid b where b.rfqId = :rfq order by b.id", Bid.class)
                .setParameter("rfq", rfqId)
                .setLockMode(LockModeType.PESSIMISTIC_WRITE)
                .getResultList()
                .chain(bids -> withOffers(session, bids));
    }

    /** An offer with the bid it belongs to. */
    public record OfBid(Bid bid, Offer offer) {}

    /**
     * Offers of an RFQ bid by bid, oldest first.
     *
     * @param bidderIndexes the one bidder's whose offers they are; null: all that were revealed
     */
    public Uni<List<OfBid>> page(
            Mutiny.Session session, UUID rfqId, @Nullable Collection<String> bidderIndexes, PageRequest page) {
        return session.createQuery("""
                        select b, o
                          from Bid b join Offer o on o.bidId = b.id
                         where b.rfqId = :rfq
                           and (:own = true and b.bidderIndex in :indexes or :own = false and b.carrierId is not null)
                           and (:first = true or b.id > :bid or b.id = :bid and o.revision > :revision)
                         order by b.id, o.revision
                        """, Object[].class)
                .setParameter("rfq", rfqId)
                .setParameter("own", bidderIndexes != null)
                .setParameter("indexes", bidderIndexes == null ? List.of("") : bidderIndexes)
                .setParameter("first", page.first())
                .setParameter("bid", page.first() ? new UUID(0, 0) : page.afterId(0))
                .setParameter("revision", page.first() ? 0 : (int) page.afterNumber(1))
                .setMaxResults(page.fetchSize())
                .getResultList()
                .map(rows -> rows.stream()
                        .map(row -> new OfBid((Bid) row[0], (Offer) row[1]))
                        .toList());
    }

    /**
     * Of two that a bidder hands in at once on a lot the second waits, and finds the first: the database would refuse it too, but its
     * log and ours would tell that it came.
     */
    public Uni<Void> lockPlace(Mutiny.Session session, String bidderIndex) {
        long place = Long.parseUnsignedLong(bidderIndex, 0, LONG_DIGITS, HEX);
        return Statements.of(session)
                .select("SELECT pg_advisory_xact_lock($1)::text", place)
                .replaceWithVoid();
    }

    /** The threads of one bidder, found by its keyed indexes. */
    public Uni<List<BidThread>> threadsOf(Mutiny.Session session, UUID rfqId, Collection<String> bidderIndexes) {
        return session.createQuery(
                        "from Bid b where b.rfqId = :rfq and b.bidderIndex in :indexes order by b.id", Bid.class)
                .setParameter("rfq", rfqId)
                .setParameter("indexes", bidderIndexes)
                .getResultList()
                .chain(bids -> withOffers(session, bids));
    }

    private static Uni<List<BidThread>> withOffers(Mutiny.Session session, List<Bid> bids) {
        return session.createQuery("from Offer o where o.bidId in :bids order by o.revision", Offer.class)
                .setParameter("bids", bids.stream().map(Bid::id).toList())
                .getResultList()
                .map(offers -> {
                    Map<UUID, List<Offer>> byBid = offers.stream().collect(Collectors.groupingBy(Offer::bidId));
                    return bids.stream()
                            .map(bid -> new BidThread(bid, byBid.getOrDefault(bid.id(), List.of())))
                            .toList();
                });
    }

    /** Revealed bids whose standing offer has run out but for these, the longest first. */
    public Uni<List<UUID>> dueToExpire(Mutiny.Session session, Instant now, Set<UUID> without, int most) {
        return Statements.of(session)
                .select("""
                        SELECT id
                          FROM bid
                         WHERE state IN ('REVEALED', 'COUNTERED', 'REVISED', 'COUNTER_ACCEPTED') AND valid_until < $1
                           AND id <> ALL ($2)
                         ORDER BY valid_until
                         LIMIT $3
                        """, now.atOffset(ZoneOffset.UTC), without.toArray(UUID[]::new), most)
                .map(Reach::ids);
    }

    /** Bids whose counter-offer has named a time to be answered by that is over, but for these. */
    public Uni<List<UUID>> leftUnanswered(Mutiny.Session session, Instant now, Set<UUID> without, int most) {
        return Statements.of(session)
                .select("""
                        SELECT b.id
                          FROM bid b
                               JOIN LATERAL (SELECT content::jsonb ->> 'answerBy' AS answer_by
                                               FROM offer
                                              WHERE bid_id = b.id
                                              ORDER BY revision DESC
                                              LIMIT 1) latest ON true
                         WHERE b.state = 'COUNTERED' AND latest.answer_by::timestamptz < $1 AND b.id <> ALL ($2)
                         ORDER BY latest.answer_by::timestamptz
                         LIMIT $3
                        """, now.atOffset(ZoneOffset.UTC), without.toArray(UUID[]::new), most)
                .map(Reach::ids);
    }

    /** Whether its standing offer has still run out and nobody else is at it; then locked. */
    public Uni<Boolean> lockDueToExpire(Mutiny.Session session, UUID id) {
        return Statements.of(session).select("""
                        SELECT id
                          FROM bid
                         WHERE id = $1 AND state IN ('REVEALED', 'COUNTERED', 'REVISED', 'COUNTER_ACCEPTED')
                           AND valid_until < goichung_now()
                           FOR UPDATE SKIP LOCKED
                        """, id).map(rows -> !rows.isEmpty());
    }
}
