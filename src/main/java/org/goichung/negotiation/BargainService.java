package org.goichung.negotiation;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.LockModeType;
import java.time.Instant;
import java.util.UUID;
import org.goichung.negotiation.model.Bid;
import org.goichung.negotiation.model.BidMove;
import org.goichung.negotiation.model.BidThread;
import org.goichung.negotiation.model.Coalition;
import org.goichung.negotiation.model.Machine;
import org.goichung.negotiation.model.Offer;
import org.goichung.negotiation.model.OfferContent;
import org.goichung.negotiation.model.Side;
import org.goichung.negotiation.store.OfferSeal;
import org.goichung.negotiation.store.OfferStore;
import org.goichung.negotiation.store.RfqStore;
import org.goichung.platform.database.Ids;
import org.goichung.platform.database.Statements;
import org.goichung.platform.database.Transactions;
import org.goichung.platform.identity.Role;
import org.goichung.platform.identity.Scope;
import org.goichung.platform.problem.ProblemType;
import org.goichung.platform.problem.Refusal;
import org.goichung.platform.time.Clock;
import org.hibernate.reactive.mutiny.Mutiny;

/**
 * The moves on an offer: before the deadline its bidder's alone, after the close between the carrier and the leading body. Each names
 * the offer it is about; one that is no longer on the table is refused, so that nobody answers what was replaced meanwhile.
 */
@ApplicationScoped
public class BargainService {
    private static final Scope EXPIRY = Scope.system("offer-expiry");
    private static final Scope UNANSWERED = Scope.system("counter-deadline");

    private final Transactions transactions;
    private final RfqStore rfqs;
    private final OfferStore offers;
    private final SealedOffers sealed;
    private final OfferChecks checks;
    private final Proceedings proceedings;
    private final Clock clock;
    private final DueWork expiries;
    private final DueWork unanswered;

    BargainService(
            Transactions transactions,
            RfqStore rfqs,
            OfferStore offers,
            SealedOffers sealed,
            OfferChecks checks,
            Proceedings proceedings,
            Clock clock) {
        this.transactions = transactions;
        this.rfqs = rfqs;
        this.offers = offers;
        this.sealed = sealed;
        this.checks = checks;
        this.proceedings = proceedings;
        this.clock = clock;
        this.expiries =
                new DueWork("this bid could not be ended:", transactions, clock, offers::dueToExpire, this::expire);
        this.unanswered = new DueWork(
                "this counter-offer could not be taken back:",
                transactions,
                clock,
                offers::leftUnanswered,
                this::takeBackUnanswered);
    }

    /** The leading body answers an offer with other prices. */
    public Uni<OfferReceipt> counter(Scope scope, UUID offerId, CounterOffer counter) {
        return transactions.write(session -> offers.place(session, offerId)
                .chain(place -> table(session, scope, offerId, place, "counter"))
                .invoke(table -> table.coalition().rfq().requireMayCounter())
                .chain(table -> {
                    OfferTerms terms = counter.appliedTo(table.offer().content().terms());
                    counter.check(terms, table.now());
                    return checks.prices(session, table.coalition().rfq(), terms, table.now())
                            .invoke(() -> table.bid().move(BidMove.COUNTER))
                            .chain(() -> answer(
                                    session,
                                    scope,
                                    table,
                                    BidMove.COUNTER,
                                    Side.UNION,
                                    content(scope, table, terms).toBeAnsweredBy(counter.answerBy())));
                }));
    }

    /** The carrier offers anew: in place of a sealed offer, as its last offer, or in answer to a counter-offer. */
    public Uni<OfferReceipt> revise(Scope scope, UUID offerId, OfferTerms terms) {
        return transactions.write(session -> sealed.revise(session, scope, offerId, terms)
                .chain(receipt -> receipt.isPresent()
                        ? Uni.createFrom().item(receipt.get())
                        : offers.place(session, offerId)
                                .chain(place -> reviseOpenly(session, scope, offerId, place, terms))));
    }

    /** The carrier accepts a counter-offer and stands by it from now on. */
    public Uni<BidView> accept(Scope scope, UUID offerId) {
        return transactions.write(session -> offers.place(session, offerId)
                .chain(place -> table(session, scope, offerId, place, "accept"))
                .invoke(table -> {
                    OfferTerms terms = table.offer().content().terms();
                    if (table.offer().side() != Side.UNION) throw Refusal.of(ProblemType.OFFER_SUPERSEDED);
                    if (table.now().isAfter(terms.validUntil())) throw Machine.illegal("accept", "expired");
                    table.thread().requireAnswerInTime("accept", table.now());
                    table.bid().accept(offerId, terms);
                })
                .chain(table -> moved(session, scope, table, BidMove.ACCEPT)));
    }

    /** The carrier refuses a counter-offer and its own offer stands again; the leading body declines a bid for good. */
    public Uni<BidView> decline(Scope scope, UUID offerId) {
        BidMove move = BidMove.decline(side(scope));
        return transactions.write(session -> offers.place(session, offerId)
                .chain(place -> table(session, scope, offerId, place, "decline"))
                .invoke(table -> table.bid().move(move))
                .chain(table -> moved(session, scope, table, move)));
    }

    /** The carrier withdraws its sealed bid, or what it handed in as its last offer, in time; the leading body takes back a counter-offer. */
    public Uni<BidView> withdraw(Scope scope, UUID offerId) {
        BidMove move = BidMove.withdraw(side(scope));
        return transactions.write(session -> sealed.withdraw(session, scope, offerId)
                .chain(view -> view.isPresent()
                        ? Uni.createFrom().item(view.get())
                        : offers.place(session, offerId)
                                .chain(place -> table(session, scope, offerId, place, "withdraw"))
                                .invoke(table -> table.bid().move(move))
                                .chain(table -> moved(session, scope, table, move))));
    }

    /** Ends bids whose standing offer has run out, and takes back what was not answered in its time. */
    Uni<Void> expireAllDue() {
        return expiries.doAll().chain(unanswered::doAll);
    }

    /** The carrier's own offer stands again. */
    private Uni<Void> takeBackUnanswered(Mutiny.Session session, UUID bidId) {
        return offers.lockThread(session, bidId)
                .chain(thread -> clock.now(Statements.of(session)).chain(now -> {
                    if (!thread.counterIsOver(now)) return Uni.createFrom().voidItem();
                    var bid = thread.bid();
                    bid.move(BidMove.TAKE_BACK_COUNTER);
                    return session.flush()
                            .chain(() -> rfqs.read(session, bid.rfqId()))
                            .chain(coalition -> proceedings.bidMoved(
                                    session,
                                    UNANSWERED,
                                    coalition,
                                    bid,
                                    BidMove.TAKE_BACK_COUNTER,
                                    thread.latest().id(),
                                    now));
                }));
    }

    private Uni<Void> expire(Mutiny.Session session, UUID bidId) {
        return offers.lockDueToExpire(session, bidId)
                .chain(due -> due
                        ? clock.now(Statements.of(session)).chain(now -> expire(session, EXPIRY, bidId, now))
                        : Uni.createFrom().voidItem());
    }

    private Uni<Void> expire(Mutiny.Session session, Scope job, UUID bidId, Instant now) {
        return offers.lockThread(session, bidId)
                .invoke(thread -> thread.bid().move(BidMove.EXPIRE))
                .call(session::flush)
                .chain(thread -> rfqs.read(session, thread.bid().rfqId())
                        .chain(coalition -> proceedings.bidMoved(
                                session,
                                job,
                                coalition,
                                thread.bid(),
                                BidMove.EXPIRE,
                                thread.standing().id(),
                                now)));
    }

    /** An offer on the table after the close, under its bid's lock. */
    private record Table(Coalition coalition, BidThread thread, Offer offer, Instant now) {
        Bid bid() {
            return thread.bid();
        }
    }

    /** Not found for whoever is no party to it, and for everybody while it is sealed. */
    private Uni<Table> table(Mutiny.Session session, Scope scope, UUID offerId, OfferStore.Place place, String verb) {
        return rfqs.lock(session, place.rfqId(), LockModeType.PESSIMISTIC_READ)
                .chain(coalition -> offers.lockThread(session, place.bidId())
                        .invoke(thread -> requireParty(scope, coalition, thread.bid(), verb))
                        .invoke(thread -> coalition.rfq().requireBargaining(verb))
                        .chain(thread -> clock.now(Statements.of(session))
                                .map(now -> new Table(coalition, thread, thread.require(offerId), now))));
    }

    /** A bid that was withdrawn in time stays its bidder's own, and nobody else's to know of. */
    private void requireParty(Scope scope, Coalition coalition, Bid bid, String verb) {
        if (side(scope) == Side.UNION) {
            if (!bid.revealed()) throw Refusal.notFound();
            coalition.requireLead(scope);
            return;
        }
        if (!sealed.isOwn(scope, coalition.rfq(), bid)) throw Refusal.notFound();
        if (!bid.revealed()) throw Machine.illegal(verb, bid.state().word());
    }

    private Uni<OfferReceipt> reviseOpenly(
            Mutiny.Session session, Scope scope, UUID offerId, OfferStore.Place place, OfferTerms terms) {
        return table(session, scope, offerId, place, "revise")
                .invoke(table -> {
                    if (!table.bid().lot().equals(terms.lot()))
                        throw Refusal.field(ProblemType.OFFER_INVALID, "/lot", "other-lot-than-the-bid");
                    table.thread().requireAnswerInTime("revise", table.now());
                })
                .call(table -> checks.check(session, scope, table.coalition().rfq(), terms, table.now()))
                .chain(table ->
                        answer(session, scope, table, BidMove.REVISE, Side.CARRIER, content(scope, table, terms)));
    }

    private static OfferContent content(Scope scope, Table table, OfferTerms terms) {
        return OfferContent.of(table.bid().carrierId().value(), scope.principal(), OfferSeal.newSalt(), terms);
    }

    private Uni<OfferReceipt> answer(
            Mutiny.Session session, Scope scope, Table table, BidMove move, Side side, OfferContent content) {
        var bid = table.bid();
        UUID id = Ids.next();
        var offer = Offer.open(id, bid.id(), table.thread().nextRevision(), side, content, table.now());
        if (side == Side.CARRIER) bid.revise(id, content.terms());
        return session.persist(offer)
                .chain(session::flush)
                .chain(() -> proceedings.enterPackage(session, table.coalition().rfq(), offer))
                .chain(() -> proceedings.bidMoved(session, scope, table.coalition(), bid, move, id, table.now()))
                .replaceWith(new OfferReceipt(id, bid.id(), content.digest(), table.now()));
    }

    private Uni<BidView> moved(Mutiny.Session session, Scope scope, Table table, BidMove move) {
        return session.flush()
                .chain(() -> proceedings.bidMoved(
                        session,
                        scope,
                        table.coalition(),
                        table.bid(),
                        move,
                        table.offer().id(),
                        table.now()))
                .replaceWith(() -> BidView.of(table.bid()));
    }

    private static Side side(Scope scope) {
        return scope.role() == Role.CARRIER ? Side.CARRIER : Side.UNION;
    }
}
