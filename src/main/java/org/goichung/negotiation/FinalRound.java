package org.goichung.negotiation;

import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.goichung.negotiation.model.Bid;
import org.goichung.negotiation.model.BidMove;
import org.goichung.negotiation.model.BidState;
import org.goichung.negotiation.model.BidThread;
import org.goichung.negotiation.model.Coalition;
import org.goichung.negotiation.model.FinalOffer;
import org.goichung.negotiation.model.Machine;
import org.goichung.negotiation.model.Move;
import org.goichung.negotiation.model.Offer;
import org.goichung.negotiation.model.OfferContent;
import org.goichung.negotiation.model.RfqMove;
import org.goichung.negotiation.store.FinalOfferStore;
import org.goichung.negotiation.store.OfferSeal;
import org.goichung.negotiation.store.OfferStore;
import org.goichung.platform.identity.CarrierId;
import org.goichung.platform.identity.Scope;
import org.hibernate.reactive.mutiny.Mutiny;

/** A round of last offers begins and ends, under its RFQ's exclusive lock: all that stand are invited, and opened together. */
@ApplicationScoped
class FinalRound {
    private final OfferStore offers;
    private final FinalOfferStore finals;
    private final OfferSeal seal;
    private final Proceedings proceedings;

    FinalRound(OfferStore offers, FinalOfferStore finals, OfferSeal seal, Proceedings proceedings) {
        this.offers = offers;
        this.finals = finals;
        this.seal = seal;
        this.proceedings = proceedings;
    }

    /** Counter-offers that wait for an answer are taken back; what their bidders stood by stands. */
    Uni<Void> call(Mutiny.Session session, Scope scope, Coalition coalition, NewBestAndFinal asked, Instant now) {
        var rfq = coalition.rfq();
        rfq.callBestAndFinal(asked.deadline(), scope.principal(), asked.reason(), now);
        return offers.lockThreads(session, rfq.id())
                .call(threads -> each(threads, thread -> takeBack(session, scope, coalition, thread, now)))
                .map(threads -> threads.stream()
                        .filter(thread -> thread.bid().state().standing())
                        .toList())
                .invoke(invited -> {
                    if (invited.isEmpty()) throw Machine.illegal("call-best-and-final", "no-standing-bid");
                })
                .call(() -> proceedings.rfqMoved(session, scope, coalition, RfqMove.CALL_BEST_AND_FINAL, now))
                .call(invited -> proceedings.tellOfRound(
                        session, scope, "rfq-best-and-final-called", coalition, carriers(invited)))
                .chain(invited ->
                        each(invited, thread -> moved(session, scope, coalition, thread.bid(), BidMove.INVITE, now)));
    }

    private Uni<Void> takeBack(
            Mutiny.Session session, Scope scope, Coalition coalition, BidThread thread, Instant now) {
        if (thread.bid().state() != BidState.COUNTERED) return Uni.createFrom().voidItem();
        thread.bid().move(BidMove.TAKE_BACK_COUNTER);
        return session.flush()
                .chain(() -> proceedings.bidMoved(
                        session,
                        scope,
                        coalition,
                        thread.bid(),
                        BidMove.TAKE_BACK_COUNTER,
                        thread.latest().id(),
                        now));
    }

    private Uni<Void> moved(
            Mutiny.Session session, Scope scope, Coalition coalition, Bid bid, BidMove move, Instant now) {
        bid.move(move);
        return session.flush()
                .chain(() -> proceedings.bidMoved(session, scope, coalition, bid, move, bid.standingOfferId(), now));
    }

    /** Whoever handed nothing in stands by its earlier offer. */
    Uni<Void> end(Mutiny.Session session, Scope scope, Coalition coalition, Instant now) {
        var rfq = coalition.rfq();
        rfq.endBestAndFinal(now);
        return offers.lockThreads(session, rfq.id())
                .map(threads -> threads.stream()
                        .filter(thread -> thread.bid().state() == BidState.INVITED)
                        .toList())
                .call(() -> proceedings.rfqMoved(session, scope, coalition, RfqMove.END_BEST_AND_FINAL, now))
                .chain(invited -> finals.standing(session, rfq.id())
                        .map(all -> all.stream().collect(Collectors.groupingBy(FinalOffer::finalIndex)))
                        .chain(handedIn ->
                                each(invited, thread -> end(session, scope, coalition, thread, handedIn, now)))
                        .chain(() -> proceedings.tellOfRound(
                                session, scope, "rfq-best-and-final-ended", coalition, carriers(invited))));
    }

    private Uni<Void> end(
            Mutiny.Session session,
            Scope scope,
            Coalition coalition,
            BidThread thread,
            Map<String, List<FinalOffer>> handedIn,
            Instant now) {
        Bid bid = thread.bid();
        var rfqSeal = seal.of(coalition.rfq());
        List<FinalOffer> own =
                counting(handedIn.getOrDefault(rfqSeal.finalIndex(bid.carrierId(), bid.lot()), List.of()));
        if (own.isEmpty()) return moved(session, scope, coalition, bid, BidMove.STAND_BY, now);
        int revision = thread.nextRevision();
        var revealed = new ArrayList<Offer>();
        for (FinalOffer each : own)
            revealed.add(each.revealed(bid.id(), revision++, rfqSeal.open(each.id(), each.sealed())));
        Offer last = revealed.getLast();
        bid.revise(last.id(), last.content().terms());
        return session.persistAll(revealed.toArray())
                .chain(session::flush)
                .chain(() -> each(revealed, offer -> proceedings
                        .enterPackage(session, coalition.rfq(), offer)
                        .chain(() -> proceedings.put(session, handedIn(coalition, bid, offer)))))
                .chain(() -> proceedings.tellOfBid(session, scope, coalition, bid, BidMove.REVISE, last.id()));
    }

    /** What the carrier handed in itself, and only where it did not, what was entered for it. */
    private static List<FinalOffer> counting(List<FinalOffer> all) {
        List<FinalOffer> own = all.stream().filter(each -> !each.isOnPaper()).toList();
        return own.isEmpty() ? all : own;
    }

    /** What could not be put on record while it was sealed. */
    private static Move handedIn(Coalition coalition, Bid bid, Offer offer) {
        OfferContent content = offer.content();
        UUID rfq = coalition.rfq().id();
        var paper = content.paper();
        return new Move(
                rfq,
                bid.id(),
                Machine.word(BidMove.REVISE),
                BidState.INVITED.word(),
                paper == null ? content.principal() : paper.witnessPrincipal(),
                paper == null ? null : coalition.rfq().leadBodyId(),
                bid.carrierId(),
                paper == null ? List.of() : coalition.mandates(),
                offer.submittedAt());
    }

    private static List<CarrierId> carriers(List<BidThread> invited) {
        return invited.stream()
                .map(thread -> thread.bid().carrierId())
                .distinct()
                .toList();
    }

    private static <T> Uni<Void> each(List<T> items, Function<T, Uni<Void>> work) {
        return Multi.createFrom()
                .iterable(items)
                .onItem()
                .transformToUniAndConcatenate(work::apply)
                .collect()
                .asList()
                .replaceWithVoid();
    }
}
