package org.goichung.negotiation;

import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import org.goichung.negotiation.model.Bid;
import org.goichung.negotiation.model.Coalition;
import org.goichung.negotiation.model.Move;
import org.goichung.negotiation.model.Offer;
import org.goichung.negotiation.model.OfferContent;
import org.goichung.negotiation.model.PaperOffer;
import org.goichung.negotiation.store.OfferSeal;
import org.goichung.negotiation.store.PaperStore;
import org.goichung.platform.database.Ids;
import org.hibernate.reactive.mutiny.Mutiny;

/**
 * Offers on paper at their RFQ's close. What a carrier handed in itself goes before what was entered for it, and of several on paper the
 * one confirmed last counts; all that two people answered for is put on record.
 */
@ApplicationScoped
class PaperClosing {
    private final PaperStore papers;
    private final OfferSeal seal;
    private final Proceedings proceedings;

    PaperClosing(PaperStore papers, OfferSeal seal, Proceedings proceedings) {
        this.papers = papers;
        this.seal = seal;
        this.proceedings = proceedings;
    }

    /**
     * How many became bids.
     *
     * @param taken the keyed indexes of carriers and lots that have bids already
     */
    Uni<Integer> reveal(Mutiny.Session session, Coalition coalition, Set<String> taken) {
        Set<String> bidders = new HashSet<>(taken);
        return papers.offers(session, coalition.rfq().id())
                .chain(all -> Multi.createFrom()
                        .iterable(all)
                        .onItem()
                        .transformToUniAndConcatenate(offer -> end(session, coalition, offer, bidders))
                        .collect()
                        .asList())
                .call(session::flush)
                .map(ends -> (int) ends.stream().filter(revealed -> revealed).count());
    }

    private Uni<Boolean> end(Mutiny.Session session, Coalition coalition, PaperOffer offer, Set<String> bidders) {
        if (offer.confirmedAt() == null) {
            offer.end(PaperOffer.Outcome.LAPSED);
            return Uni.createFrom().item(false);
        }
        var rfqSeal = seal.of(coalition.rfq());
        OfferContent content = rfqSeal.open(offer.id(), offer.sealed());
        String index = rfqSeal.bidderIndex(content.carrier(), content.terms().lot());
        boolean counts = offer.counts() && bidders.add(index);
        offer.end(counts ? PaperOffer.Outcome.REVEALED : PaperOffer.Outcome.SET_ASIDE);
        UUID bidId = Ids.next();
        return (counts
                        ? bid(session, coalition, offer, content, bidId, index)
                        : Uni.createFrom().voidItem())
                .chain(() -> record(session, coalition, offer, content, counts ? bidId : offer.id()))
                .replaceWith(counts);
    }

    /** The same envelope under the same id, as if the carrier had handed it in when the witness confirmed it. */
    private Uni<Void> bid(
            Mutiny.Session session,
            Coalition coalition,
            PaperOffer paper,
            OfferContent content,
            UUID bidId,
            String index) {
        var bid = Bid.submit(bidId, coalition.rfq().id(), index, paper.id());
        var offer = Offer.sealed(paper.id(), bidId, 1, paper.sealed(), paper.digest(), confirmedAt(paper));
        offer.reveal(content);
        bid.reveal(content.carrier(), content.terms());
        return session.persist(bid)
                .chain(session::flush)
                .chain(() -> session.persist(offer))
                .chain(session::flush)
                .chain(() -> proceedings.enterPackage(session, coalition.rfq(), offer));
    }

    private Uni<Void> record(
            Mutiny.Session session, Coalition coalition, PaperOffer offer, OfferContent content, UUID subject) {
        var paper = content.requirePaper();
        String state = offer.state().word();
        Instant confirmed = confirmedAt(offer);
        Instant withdrawn = offer.withdrawnAt();
        return put(
                        session,
                        coalition,
                        content,
                        subject,
                        "enter-on-paper",
                        "entered",
                        content.principal(),
                        offer.enteredAt())
                .chain(() -> put(
                        session,
                        coalition,
                        content,
                        subject,
                        "confirm-on-paper",
                        withdrawn == null ? state : "confirmed",
                        paper.witnessPrincipal(),
                        confirmed))
                .chain(() -> withdrawn == null
                        ? Uni.createFrom().voidItem()
                        : put(
                                session,
                                coalition,
                                content,
                                subject,
                                "withdraw-on-paper",
                                state,
                                offer.withdrawalAskedByEnterer() ? paper.witnessPrincipal() : content.principal(),
                                withdrawn));
    }

    private Uni<Void> put(
            Mutiny.Session session,
            Coalition coalition,
            OfferContent content,
            UUID subject,
            String move,
            String state,
            String principal,
            Instant at) {
        var rfq = coalition.rfq();
        List<UUID> mandates = coalition.mandates();
        return proceedings.put(
                session,
                new Move(rfq.id(), subject, move, state, principal, rfq.leadBodyId(), content.carrier(), mandates, at));
    }

    private static Instant confirmedAt(PaperOffer offer) {
        return Objects.requireNonNull(offer.confirmedAt());
    }
}
