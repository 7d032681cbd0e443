package org.goichung.negotiation;

import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.goichung.catalog.CarrierView;
import org.goichung.catalog.CatalogService;
import org.goichung.negotiation.model.BidMove;
import org.goichung.negotiation.model.BidState;
import org.goichung.negotiation.model.BidThread;
import org.goichung.negotiation.model.Coalition;
import org.goichung.negotiation.model.Machine;
import org.goichung.negotiation.model.Move;
import org.goichung.negotiation.model.Offer;
import org.goichung.negotiation.model.OfferContent;
import org.goichung.negotiation.model.RfqMove;
import org.goichung.negotiation.store.OfferSeal;
import org.goichung.negotiation.store.OfferStore;
import org.goichung.platform.identity.CarrierId;
import org.goichung.platform.identity.Scope;
import org.hibernate.reactive.mutiny.Mutiny;

/** The end of the time for offers: the RFQ closes, what was sealed is opened and put on record; or it is called off. */
@ApplicationScoped
class Closing {
    private final OfferStore offers;
    private final OfferSeal seal;
    private final CatalogService catalog;
    private final PaperClosing papers;
    private final QuestionService questions;
    private final Proceedings proceedings;

    Closing(
            OfferStore offers,
            OfferSeal seal,
            CatalogService catalog,
            PaperClosing papers,
            QuestionService questions,
            Proceedings proceedings) {
        this.offers = offers;
        this.seal = seal;
        this.catalog = catalog;
        this.papers = papers;
        this.questions = questions;
        this.proceedings = proceedings;
    }

    /** Of an RFQ under its exclusive lock. Where nobody offered anything it fails. */
    Uni<Void> close(Mutiny.Session session, Scope scope, Coalition coalition, Instant now) {
        var rfq = coalition.rfq();
        rfq.close(now);
        return proceedings
                .rfqMoved(session, scope, coalition, RfqMove.CLOSE, now)
                .chain(() -> questions.putOnRecord(session, coalition))
                .chain(() -> offers.lockThreads(session, rfq.id()))
                .map(threads -> threads.stream()
                        .filter(thread -> thread.bid().state() == BidState.SUBMITTED)
                        .toList())
                .call(threads -> each(threads, thread -> reveal(session, coalition, thread)))
                .chain(threads ->
                        papers.reveal(session, coalition, bidders(threads)).map(onPaper -> onPaper + threads.size()))
                .call(bids -> bids == 0 ? fail(session, scope, coalition, now) : nothing())
                .call(session::flush)
                .chain(this::carriers)
                .chain(carriers -> proceedings.tellOfRfq(session, scope, "rfq-closed", coalition, carriers));
    }

    /** Sealed offers stay sealed; revealed ones end. */
    Uni<Void> cancel(Mutiny.Session session, Scope scope, Coalition coalition, Instant now) {
        var rfq = coalition.rfq();
        boolean wasOpened = rfq.openedAt() != null;
        rfq.move(RfqMove.CANCEL);
        return proceedings
                .rfqMoved(session, scope, coalition, RfqMove.CANCEL, now)
                .chain(() -> offers.lockThreads(session, rfq.id()))
                .invoke(threads -> threads.stream()
                        .filter(thread -> !thread.bid().state().ended())
                        .forEach(thread -> thread.bid().move(BidMove.EXPIRE)))
                .call(session::flush)
                .chain(() -> wasOpened ? carriers() : Uni.createFrom().item(List.<CarrierId>of()))
                .chain(carriers -> proceedings.tellOfRfq(session, scope, "rfq-cancelled", coalition, carriers));
    }

    private static Set<String> bidders(List<BidThread> threads) {
        return threads.stream().map(thread -> thread.bid().bidderIndex()).collect(Collectors.toSet());
    }

    private Uni<Void> fail(Mutiny.Session session, Scope scope, Coalition coalition, Instant now) {
        coalition.rfq().move(RfqMove.FAIL);
        return proceedings.rfqMoved(session, scope, coalition, RfqMove.FAIL, now);
    }

    private Uni<Void> reveal(Mutiny.Session session, Coalition coalition, BidThread thread) {
        var rfqSeal = seal.of(coalition.rfq());
        for (Offer offer : thread.offers())
            offer.reveal(rfqSeal.open(offer.id(), Objects.requireNonNull(offer.sealed())));
        OfferContent standing = thread.standing().content();
        thread.bid().reveal(new CarrierId(standing.carrierId()), standing.terms());
        return each(thread.offers(), offer -> proceedings
                .enterPackage(session, coalition.rfq(), offer)
                .chain(() -> proceedings.put(session, handedIn(coalition.rfq().id(), offer))));
    }

    /** What could not be put on record while it was sealed. */
    private static Move handedIn(UUID rfqId, Offer offer) {
        OfferContent content = offer.content();
        return new Move(
                rfqId,
                offer.bidId(),
                offer.revision() == 1 ? "submit" : Machine.word(BidMove.REVISE),
                BidState.SUBMITTED.word(),
                content.principal(),
                null,
                new CarrierId(content.carrierId()),
                List.of(),
                offer.submittedAt());
    }

    private Uni<List<CarrierId>> carriers() {
        return catalog.carriers().map(all -> all.stream().map(CarrierView::id).toList());
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

    private static Uni<Void> nothing() {
        return Uni.createFrom().voidItem();
    }
}
