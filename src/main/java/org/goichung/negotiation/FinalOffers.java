package org.goichung.negotiation;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.LockModeType;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Predicate;
import org.goichung.negotiation.model.Bid;
import org.goichung.negotiation.model.BidState;
import org.goichung.negotiation.model.BidThread;
import org.goichung.negotiation.model.FinalOffer;
import org.goichung.negotiation.model.FinalRules;
import org.goichung.negotiation.model.Machine;
import org.goichung.negotiation.model.OfferContent;
import org.goichung.negotiation.model.Rfq;
import org.goichung.negotiation.store.FinalOfferStore;
import org.goichung.negotiation.store.OfferSeal;
import org.goichung.negotiation.store.OfferStore;
import org.goichung.negotiation.store.RfqStore;
import org.goichung.platform.database.Ids;
import org.goichung.platform.database.Statements;
import org.goichung.platform.identity.CarrierId;
import org.goichung.platform.identity.Scope;
import org.goichung.platform.problem.ProblemType;
import org.goichung.platform.problem.Refusal;
import org.goichung.platform.time.Clock;
import org.hibernate.reactive.mutiny.Mutiny;

/**
 * Last offers while they are sealed: handed in, replaced and withdrawn by their bidder until the round's deadline. Until it ends no event,
 * log or record tells of them, nor does any bid look as if it had one.
 */
@ApplicationScoped
class FinalOffers {
    private final RfqStore rfqs;
    private final OfferStore offers;
    private final FinalOfferStore finals;
    private final OfferSeal seal;
    private final OfferChecks checks;
    private final Clock clock;

    FinalOffers(
            RfqStore rfqs, OfferStore offers, FinalOfferStore finals, OfferSeal seal, OfferChecks checks, Clock clock) {
        this.rfqs = rfqs;
        this.offers = offers;
        this.finals = finals;
        this.seal = seal;
        this.checks = checks;
        this.clock = clock;
    }

    /** One that is still sealed; empty for every other offer's id. */
    Uni<Optional<FinalOffer>> sealed(Mutiny.Session session, UUID id) {
        return finals.sealed(session, id);
    }

    /** The first on a bid; it names the offer that stands. */
    Uni<OfferReceipt> handIn(
            Mutiny.Session session, Scope scope, UUID offerId, OfferStore.Place place, OfferTerms terms) {
        return own(session, scope, place.rfqId())
                .map(all -> one(all, own -> own.bid().id().equals(place.bidId())))
                .chain(own -> put(session, scope, own, offerId, terms));
    }

    /** In place of one handed in before; it names that one. */
    Uni<OfferReceipt> replace(Mutiny.Session session, Scope scope, FinalOffer earlier, OfferTerms terms) {
        return ownOf(session, scope, earlier).chain(own -> put(session, scope, own, earlier.id(), terms));
    }

    /** Takes back all that its bidder handed in on the bid; the offer from before the round stands. */
    Uni<BidView> withdraw(Mutiny.Session session, Scope scope, FinalOffer last) {
        return ownOf(session, scope, last)
                .chain(own -> inTime(session, own, "withdraw").chain(now -> handedIn(session, own)
                        .invoke(handedIn -> {
                            requireOnTheTable(own, handedIn, last.id());
                            handedIn.forEach(each -> each.withdraw(now));
                        })
                        .call(session::flush)
                        .replaceWith(() -> BidView.of(own.bid()))));
    }

    /** The last one of each bid that the carrier has handed in and not withdrawn. */
    Uni<List<OfferView>> views(Mutiny.Session session, Rfq rfq, CarrierId carrier) {
        var rfqSeal = seal.of(rfq);
        return threads(session, rfq, carrier)
                .chain(own -> finals.standing(session, rfq.id()).map(all -> own.stream()
                        .filter(each -> each.bid().state() == BidState.INVITED)
                        .flatMap(each -> all.stream()
                                .filter(last ->
                                        !last.isOnPaper() && last.finalIndex().equals(each.index()))
                                .reduce((before, last) -> last)
                                .map(last -> view(rfqSeal, each, last))
                                .stream())
                        .toList()));
    }

    private static OfferView view(OfferSeal.Of rfqSeal, Own own, FinalOffer last) {
        OfferContent content = rfqSeal.open(last.id(), last.sealed());
        int revision = own.thread().nextRevision();
        return OfferView.of(own.bid(), last.revealed(own.bid().id(), revision, content), content, null);
    }

    /**
     * A bid of the caller's.
     *
     * @param index of its last offers; of one that was withdrawn before the close, the same as of another bid on its lot
     */
    private record Own(Rfq rfq, BidThread thread, String index) {
        Bid bid() {
            return thread.bid();
        }
    }

    /** Whose it is comes before anything that would tell of it; the share lock keeps the round from ending. */
    private Uni<List<Own>> own(Mutiny.Session session, Scope scope, UUID rfqId) {
        CarrierId carrier = scope.carrier();
        if (carrier == null) throw Refusal.notFound();
        return rfqs.lock(session, rfqId, LockModeType.PESSIMISTIC_READ)
                .chain(coalition -> threads(session, coalition.rfq(), carrier));
    }

    private Uni<List<Own>> threads(Mutiny.Session session, Rfq rfq, CarrierId carrier) {
        var rfqSeal = seal.of(rfq);
        var indexOf = new HashMap<String, String>();
        rfq.lots()
                .forEach(lot ->
                        indexOf.put(rfqSeal.bidderIndex(carrier, lot.name()), rfqSeal.finalIndex(carrier, lot.name())));
        return offers.threadsOf(session, rfq.id(), indexOf.keySet()).map(threads -> threads.stream()
                .map(thread ->
                        new Own(rfq, thread, indexOf.getOrDefault(thread.bid().bidderIndex(), "")))
                .toList());
    }

    private Uni<Own> ownOf(Mutiny.Session session, Scope scope, FinalOffer last) {
        return own(session, scope, last.rfqId())
                .map(all -> one(all, own -> own.bid().revealed() && own.index().equals(last.finalIndex())));
    }

    private static Own one(List<Own> all, Predicate<Own> which) {
        return all.stream().filter(which).findFirst().orElseThrow(Refusal::notFound);
    }

    private Uni<Instant> inTime(Mutiny.Session session, Own own, String verb) {
        if (!own.bid().revealed()) throw Machine.illegal(verb, own.bid().state().word());
        return clock.now(Statements.of(session)).invoke(now -> own.rfq().requireTakesLastOffers(verb, now));
    }

    /** Of two at once the second waits, and finds the first. */
    private Uni<List<FinalOffer>> handedIn(Mutiny.Session session, Own own) {
        return offers.lockPlace(session, own.index())
                .chain(() -> finals.standingOf(session, own.rfq().id(), own.index()));
    }

    private static void requireOnTheTable(Own own, List<FinalOffer> handedIn, UUID offerId) {
        UUID last = handedIn.isEmpty()
                ? own.bid().standingOfferId()
                : handedIn.getLast().id();
        if (!last.equals(offerId)) throw Refusal.of(ProblemType.OFFER_SUPERSEDED);
    }

    private Uni<OfferReceipt> put(Mutiny.Session session, Scope scope, Own own, UUID offerId, OfferTerms terms) {
        return inTime(session, own, "revise").chain(now -> handedIn(session, own)
                .invoke(handedIn -> {
                    requireOnTheTable(own, handedIn, offerId);
                    if (!own.bid().lot().equals(terms.lot()))
                        throw Refusal.field(ProblemType.OFFER_INVALID, "/lot", "other-lot-than-the-bid");
                })
                .call(() -> checks.check(session, scope, own.rfq(), terms, now))
                .invoke(() -> {
                    if (own.bid().state() != BidState.INVITED)
                        throw Machine.illegal("revise", own.bid().state().word());
                    FinalRules.requireNoWorse(own.thread().standing().content().terms(), terms);
                })
                .chain(() -> persist(
                        session,
                        own,
                        OfferContent.of(own.bid().carrierId().value(), scope.principal(), OfferSeal.newSalt(), terms),
                        now)));
    }

    private Uni<OfferReceipt> persist(Mutiny.Session session, Own own, OfferContent content, Instant now) {
        UUID id = Ids.next();
        var rfq = own.rfq();
        var last = new FinalOffer(id, rfq.id(), own.index(), seal.of(rfq).seal(id, content), content.digest(), now);
        return session.persist(last)
                .chain(session::flush)
                .replaceWith(new OfferReceipt(id, own.bid().id(), content.digest(), now));
    }
}
