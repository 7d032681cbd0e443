package org.goichung.negotiation;

import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.LockModeType;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.goichung.negotiation.model.Bid;
import org.goichung.negotiation.model.BidThread;
import org.goichung.negotiation.model.Coalition;
import org.goichung.negotiation.model.Coalition.Viewer;
import org.goichung.negotiation.model.Offer;
import org.goichung.negotiation.model.OfferContent;
import org.goichung.negotiation.model.Rfq;
import org.goichung.negotiation.store.OfferSeal;
import org.goichung.negotiation.store.OfferStore;
import org.goichung.negotiation.store.RfqStore;
import org.goichung.platform.database.Ids;
import org.goichung.platform.database.Statements;
import org.goichung.platform.database.Transactions;
import org.goichung.platform.database.Violations;
import org.goichung.platform.identity.CarrierId;
import org.goichung.platform.identity.Scope;
import org.goichung.platform.paging.Page;
import org.goichung.platform.paging.PageRequest;
import org.goichung.platform.problem.ProblemType;
import org.goichung.platform.problem.Refusal;
import org.goichung.platform.time.Clock;
import org.hibernate.reactive.mutiny.Mutiny;
import org.jspecify.annotations.Nullable;

/**
 * Offers while they are sealed: handed in, replaced and withdrawn by their bidder until the deadline. No event, log or record tells
 * of them before the RFQ closes. What follows after the close is {@link BargainService}'s.
 */
@ApplicationScoped
public class OfferService {
    private final Transactions transactions;
    private final RfqStore rfqs;
    private final OfferStore offers;
    private final OfferSeal seal;
    private final OfferChecks checks;
    private final Clock clock;

    OfferService(
            Transactions transactions,
            RfqStore rfqs,
            OfferStore offers,
            OfferSeal seal,
            OfferChecks checks,
            Clock clock) {
        this.transactions = transactions;
        this.rfqs = rfqs;
        this.offers = offers;
        this.seal = seal;
        this.checks = checks;
        this.clock = clock;
    }

    /** The first offer of the caller's carrier on a lot; a second one is a revision of the first. */
    public Uni<OfferReceipt> submit(Scope scope, UUID rfqId, OfferTerms terms) {
        CarrierId carrier = scope.requireCarrier();
        return transactions
                .write(session -> inTime(session, scope, rfqId)
                        .chain(entry -> checks.check(session, scope, entry.rfq(), terms, entry.now())
                                .chain(() -> requireNone(session, entry.rfq(), carrier, terms.lot()))
                                .chain(() -> handIn(session, scope, entry, null, terms))))
                .onFailure(broken -> Violations.of(broken, "bid_one_per_carrier_and_lot"))
                .transform(second -> Refusal.of(ProblemType.ALREADY_EXISTS));
    }

    /** What the caller may see: a carrier its own, the union everything once the RFQ has closed. */
    public Uni<OfferView.Page> list(Scope scope, UUID rfqId, PageRequest page) {
        return transactions.read(session -> rfqs.read(session, rfqId).chain(coalition -> {
            Rfq rfq = coalition.rfq();
            boolean own = coalition.viewer(scope) == Viewer.CARRIER;
            if (!own && !rfq.unsealed()) return Uni.createFrom().item(new OfferView.Page(List.of(), null, true));
            return offers.page(session, rfqId, own ? ownIndexes(scope.requireCarrier(), rfq) : null, page)
                    .map(rows -> Page.of(
                            rows,
                            page,
                            row -> List.of(row.bid().id(), row.offer().revision())))
                    .chain(rows -> views(scope, rfq, rows.items())
                            .map(items -> new OfferView.Page(items, rows.next(), rfq.takesSealed())));
        }));
    }

    /** In place of the bidder's last offer, while the RFQ is open. */
    Uni<OfferReceipt> replace(
            Mutiny.Session session, Scope scope, UUID offerId, OfferStore.Place place, OfferTerms terms) {
        return ownSealed(session, scope, offerId, place).chain(own -> inTime(session, own.rfq())
                .invoke(now -> requireSameLot(scope, own.rfq(), own.thread().bid(), terms.lot()))
                .call(now -> checks.check(session, scope, own.rfq(), terms, now))
                .chain(now -> handIn(session, scope, new Entry(own.rfq(), now), own.thread(), terms)));
    }

    /** The bidder's sealed thread, under its lock, while offers are taken; not found for everybody else. */
    Uni<BidThread> ownSealedInTime(Mutiny.Session session, Scope scope, UUID offerId, OfferStore.Place place) {
        return ownSealed(session, scope, offerId, place)
                .chain(own -> inTime(session, own.rfq()).replaceWith(own.thread()));
    }

    /** Whether the bid is the caller's carrier's, sealed or not. */
    boolean isOwn(Scope scope, Rfq rfq, Bid bid) {
        return ownIndexes(scope.requireCarrier(), rfq).contains(bid.bidderIndex());
    }

    private record Entry(Rfq rfq, Instant now) {}

    private record OwnSealed(Rfq rfq, BidThread thread) {}

    private Uni<Entry> inTime(Mutiny.Session session, Scope scope, UUID rfqId) {
        return rfqs.lock(session, rfqId, LockModeType.PESSIMISTIC_READ)
                .invoke(coalition -> coalition.viewer(scope))
                .map(Coalition::rfq)
                .chain(rfq -> inTime(session, rfq).map(now -> new Entry(rfq, now)));
    }

    /** The share lock keeps the RFQ from closing; the clock is read after it was granted, so that in time means in time. */
    private Uni<Instant> inTime(Mutiny.Session session, Rfq locked) {
        return clock.now(Statements.of(session)).invoke(locked::requireTakesOffers);
    }

    /** Whose it is comes before anything that would tell of it: the RFQ's state, the hour, the caller's side. */
    private Uni<OwnSealed> ownSealed(Mutiny.Session session, Scope scope, UUID offerId, OfferStore.Place place) {
        CarrierId carrier = scope.carrier();
        if (carrier == null) throw Refusal.notFound();
        return rfqs.lock(session, place.rfqId(), LockModeType.PESSIMISTIC_READ)
                .map(Coalition::rfq)
                .chain(rfq -> offers.lockThread(session, place.bidId())
                        .invoke(thread -> {
                            if (!ownIndexes(carrier, rfq).contains(thread.bid().bidderIndex()))
                                throw Refusal.notFound();
                            thread.require(offerId);
                        })
                        .map(thread -> new OwnSealed(rfq, thread)));
    }

    private void requireSameLot(Scope scope, Rfq rfq, Bid bid, String lot) {
        if (!bid.bidderIndex().equals(seal.of(rfq).bidderIndex(scope.requireCarrier(), lot)))
            throw Refusal.field(ProblemType.OFFER_INVALID, "/lot", "other-lot-than-the-bid");
    }

    private Uni<Void> requireNone(Mutiny.Session session, Rfq rfq, CarrierId carrier, String lot) {
        String index = seal.of(rfq).bidderIndex(carrier, lot);
        return offers.lockPlace(session, index)
                .chain(() -> offers.threadsOf(session, rfq.id(), List.of(index)))
                .invoke(threads -> {
                    if (threads.stream()
                            .anyMatch(thread -> !thread.bid().state().ended()))
                        throw Refusal.of(ProblemType.ALREADY_EXISTS);
                })
                .replaceWithVoid();
    }

    private Uni<OfferReceipt> handIn(
            Mutiny.Session session, Scope scope, Entry entry, @Nullable BidThread earlier, OfferTerms terms) {
        CarrierId carrier = scope.requireCarrier();
        var content = OfferContent.of(carrier.value(), scope.principal(), OfferSeal.newSalt(), terms);
        var rfqSeal = seal.of(entry.rfq());
        UUID offerId = Ids.next();
        UUID bidId = earlier == null ? Ids.next() : earlier.bid().id();
        int revision = earlier == null ? 1 : earlier.nextRevision();
        var offer =
                Offer.sealed(offerId, bidId, revision, rfqSeal.seal(offerId, content), content.digest(), entry.now());
        Uni<Void> thread;
        if (earlier == null) {
            String index = rfqSeal.bidderIndex(carrier, terms.lot());
            thread = session.persist(Bid.submit(bidId, entry.rfq().id(), index, offerId));
        } else {
            earlier.bid().revise(offerId, terms);
            thread = Uni.createFrom().voidItem();
        }
        return thread.chain(session::flush)
                .chain(() -> session.persist(offer))
                .chain(session::flush)
                .replaceWith(new OfferReceipt(offerId, bidId, content.digest(), entry.now()));
    }

    /** Those that stand and may still be awarded are measured by the RFQ as it is now. */
    private Uni<List<OfferView>> views(Scope scope, Rfq rfq, List<OfferStore.OfBid> rows) {
        if (rows.isEmpty()) return Uni.createFrom().item(List.of());
        var rfqSeal = seal.of(rfq);
        Instant now = clock.instant();
        return Multi.createFrom()
                .iterable(rows)
                .onItem()
                .transformToUniAndConcatenate(row -> {
                    OfferContent content = contentOf(rfqSeal, row.offer());
                    boolean measured = row.bid().state().onTheTable()
                            && row.offer().id().equals(row.bid().standingOfferId());
                    return (measured
                                    ? checks.misfits(scope, rfq, content.terms(), now)
                                            .map(Optional::of)
                                    : Uni.createFrom().item(Optional.<List<String>>empty()))
                            .map(misfits -> OfferView.of(row.bid(), row.offer(), content, misfits.orElse(null)));
                })
                .collect()
                .asList();
    }

    private static OfferContent contentOf(OfferSeal.Of rfqSeal, Offer offer) {
        String sealed = offer.sealed();
        return sealed == null ? offer.content() : rfqSeal.open(offer.id(), Objects.requireNonNull(sealed));
    }

    private List<String> ownIndexes(CarrierId carrier, Rfq rfq) {
        var rfqSeal = seal.of(rfq);
        return rfq.lots().stream()
                .map(lot -> rfqSeal.bidderIndex(carrier, lot.name()))
                .toList();
    }
}
