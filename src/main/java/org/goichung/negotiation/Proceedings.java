package org.goichung.negotiation;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.goichung.catalog.CarrierView;
import org.goichung.catalog.CatalogService;
import org.goichung.negotiation.model.Bid;
import org.goichung.negotiation.model.BidMove;
import org.goichung.negotiation.model.Coalition;
import org.goichung.negotiation.model.Machine;
import org.goichung.negotiation.model.Move;
import org.goichung.negotiation.model.Offer;
import org.goichung.negotiation.model.OfferContent;
import org.goichung.negotiation.model.Rfq;
import org.goichung.negotiation.model.RfqMove;
import org.goichung.negotiation.store.MoveRecords;
import org.goichung.platform.database.Statements;
import org.goichung.platform.identity.CarrierId;
import org.goichung.platform.identity.Role;
import org.goichung.platform.identity.Scope;
import org.goichung.platform.outbox.Audience;
import org.goichung.platform.outbox.Event;
import org.goichung.platform.outbox.Journal;
import org.goichung.platform.time.Clock;
import org.hibernate.reactive.mutiny.Mutiny;

/** Puts moves on record and tells those concerned, in the move's own transaction. */
@ApplicationScoped
class Proceedings {
    private final MoveRecords records;
    private final Journal journal;
    private final CatalogService catalog;

    Proceedings(MoveRecords records, Journal journal, CatalogService catalog) {
        this.records = records;
        this.journal = journal;
        this.catalog = catalog;
    }

    /** A package made for the RFQ, once the offer that brings it is open: agreements are for versions of packages. */
    Uni<Void> enterPackage(Mutiny.Session session, Rfq rfq, Offer offer) {
        OfferContent content = offer.content();
        OfferTerms terms = content.terms();
        CustomPackage made = terms.customPackage();
        if (made == null) return Uni.createFrom().voidItem();
        LocalDate day = LocalDate.ofInstant(offer.submittedAt(), Clock.VIETNAM);
        return catalog.addNegotiated(
                Statements.of(session),
                terms.versionId(),
                content.carrier(),
                made.code(),
                made.version(terms, rfq.lot(terms.lot()).orElseThrow(), day));
    }

    Uni<Void> rfqMoved(Mutiny.Session session, Scope scope, Coalition coalition, RfqMove move, Instant at) {
        var rfq = coalition.rfq();
        return ofRfq(
                session,
                scope,
                coalition,
                rfq.id(),
                Machine.word(move),
                rfq.state().word(),
                at);
    }

    /** What the leading body did with something of an RFQ's. */
    Uni<Void> ofRfq(
            Mutiny.Session session,
            Scope scope,
            Coalition coalition,
            UUID subject,
            String move,
            String state,
            Instant at) {
        var rfq = coalition.rfq();
        return put(
                session,
                new Move(
                        rfq.id(),
                        subject,
                        move,
                        state,
                        scope.principal(),
                        rfq.leadBodyId(),
                        null,
                        coalition.mandates(),
                        at));
    }

    /** Of a revealed bid: what a carrier or the union did with it, told to these two only. */
    Uni<Void> bidMoved(
            Mutiny.Session session, Scope scope, Coalition coalition, Bid bid, BidMove move, UUID offer, Instant at) {
        boolean byCarrier = scope.role() == Role.CARRIER;
        return put(
                        session,
                        new Move(
                                bid.rfqId(),
                                bid.id(),
                                Machine.word(move),
                                bid.state().word(),
                                scope.principal(),
                                byCarrier ? null : scope.unionBody(),
                                byCarrier ? bid.carrierId() : null,
                                byCarrier ? List.of() : coalition.mandates(),
                                at))
                .chain(() -> tellOfBid(session, scope, coalition, bid, move, offer));
    }

    /** To its carrier and the leading body alone. */
    Uni<Void> tellOfBid(Mutiny.Session session, Scope scope, Coalition coalition, Bid bid, BidMove move, UUID offer) {
        return tell(
                session,
                scope,
                new Event(
                        "bid-moved",
                        bid.id(),
                        offer,
                        Set.of(Audience.of(coalition.rfq().leadBodyId()), Audience.of(bid.carrierId())),
                        Map.of(
                                "rfqId", bid.rfqId().toString(),
                                "bidId", bid.id().toString(),
                                "move", Machine.word(move),
                                "state", bid.state().word())));
    }

    /** Of a round of last offers, to the leading body, the members and the carriers that are invited. */
    Uni<Void> tellOfRound(
            Mutiny.Session session, Scope scope, String type, Coalition coalition, Iterable<CarrierId> carriers) {
        String deadline = coalition.rfq().lastDeadline().toString();
        return tellOfRfq(session, scope, type, coalition, carriers, Map.of("deadline", deadline));
    }

    Uni<Void> put(Mutiny.Session session, Move move) {
        return records.add(Statements.of(session), move);
    }

    Uni<Void> tell(Mutiny.Session session, Scope scope, Event event) {
        return journal.record(Statements.of(session), scope, event);
    }

    /** An event about something of an RFQ's to its leading body, its members and every carrier, in the order of the RFQ's own. */
    Uni<Void> tellAll(
            Mutiny.Session session,
            Scope scope,
            String type,
            Coalition coalition,
            UUID subject,
            Map<String, Object> data) {
        return catalog.carriers()
                .map(all -> coalition.audience(all.stream().map(CarrierView::id).toList()))
                .chain(audience ->
                        tell(session, scope, new Event(type, coalition.rfq().id(), subject, audience, data)));
    }

    /** An event about an RFQ to its leading body, its members and some carriers. */
    Uni<Void> tellOfRfq(
            Mutiny.Session session, Scope scope, String type, Coalition coalition, Iterable<CarrierId> carriers) {
        return tellOfRfq(session, scope, type, coalition, carriers, Map.of());
    }

    private Uni<Void> tellOfRfq(
            Mutiny.Session session,
            Scope scope,
            String type,
            Coalition coalition,
            Iterable<CarrierId> carriers,
            Map<String, String> more) {
        var rfq = coalition.rfq();
        var data = new HashMap<String, Object>(more);
        data.put("state", rfq.state().word());
        return tell(session, scope, Event.of(type, rfq.id(), coalition.audience(carriers), data));
    }
}
