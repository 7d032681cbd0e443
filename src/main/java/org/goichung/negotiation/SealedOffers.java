package org.goichung.negotiation;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.LockModeType;
import java.util.Optional;
import java.util.UUID;
import org.goichung.negotiation.model.Bid;
import org.goichung.negotiation.model.BidMove;
import org.goichung.negotiation.model.Coalition;
import org.goichung.negotiation.model.Rfq;
import org.goichung.negotiation.model.RfqState;
import org.goichung.negotiation.model.Side;
import org.goichung.negotiation.store.OfferStore;
import org.goichung.negotiation.store.RfqStore;
import org.goichung.platform.identity.Role;
import org.goichung.platform.identity.Scope;
import org.hibernate.reactive.mutiny.Mutiny;

/** Moves on an offer while offers are sealed: before the close on the first ones, in a best-and-final round on the last. */
@ApplicationScoped
class SealedOffers {
    private final RfqStore rfqs;
    private final OfferStore offers;
    private final OfferService first;
    private final FinalOffers last;

    SealedOffers(RfqStore rfqs, OfferStore offers, OfferService first, FinalOffers last) {
        this.rfqs = rfqs;
        this.offers = offers;
        this.first = first;
        this.last = last;
    }

    /** Empty where the offer's RFQ is closed and no round is under way. */
    Uni<Optional<OfferReceipt>> revise(Mutiny.Session session, Scope scope, UUID offerId, OfferTerms terms) {
        return last.sealed(session, offerId)
                .chain(own -> own.isPresent()
                        ? last.replace(session, scope, own.get(), terms).map(Optional::of)
                        : offers.place(session, offerId)
                                .chain(place -> rfq(session, place).chain(rfq -> {
                                    if (!rfq.unsealed())
                                        return first.replace(session, scope, offerId, place, terms)
                                                .map(Optional::of);
                                    return rfq.state() == RfqState.BEST_AND_FINAL
                                            ? last.handIn(session, scope, offerId, place, terms)
                                                    .map(Optional::of)
                                            : Uni.createFrom().item(Optional.empty());
                                })));
    }

    /** Empty where the offer's RFQ is closed and it is no last offer. */
    Uni<Optional<BidView>> withdraw(Mutiny.Session session, Scope scope, UUID offerId) {
        return last.sealed(session, offerId)
                .chain(own -> own.isPresent()
                        ? last.withdraw(session, scope, own.get()).map(Optional::of)
                        : offers.place(session, offerId).chain(place -> rfq(session, place)
                                .chain(rfq -> rfq.unsealed()
                                        ? Uni.createFrom().item(Optional.empty())
                                        : first.ownSealedInTime(session, scope, offerId, place)
                                                .invoke(thread -> thread.bid().move(withdrawal(scope)))
                                                .call(session::flush)
                                                .map(thread -> Optional.of(BidView.of(thread.bid()))))));
    }

    /** Whether the bid is the caller's carrier's, sealed or not. */
    boolean isOwn(Scope scope, Rfq rfq, Bid bid) {
        return first.isOwn(scope, rfq, bid);
    }

    private Uni<Rfq> rfq(Mutiny.Session session, OfferStore.Place place) {
        return rfqs.lock(session, place.rfqId(), LockModeType.PESSIMISTIC_READ).map(Coalition::rfq);
    }

    private static BidMove withdrawal(Scope scope) {
        return BidMove.withdraw(scope.role() == Role.CARRIER ? Side.CARRIER : Side.UNION);
    }
}
