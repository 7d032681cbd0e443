package org.goichung.negotiation;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.LockModeType;
import java.time.Instant;
import java.util.UUID;
import org.goichung.negotiation.PaperTable.Sheet;
import org.goichung.negotiation.model.Coalition;
import org.goichung.negotiation.model.Machine;
import org.goichung.negotiation.model.OfferContent;
import org.goichung.negotiation.model.PaperOffer;
import org.goichung.negotiation.model.Rfq;
import org.goichung.negotiation.store.OfferSeal;
import org.goichung.negotiation.store.RfqStore;
import org.goichung.platform.database.Ids;
import org.goichung.platform.database.Statements;
import org.goichung.platform.database.Transactions;
import org.goichung.platform.identity.Scope;
import org.goichung.platform.paging.Page;
import org.goichung.platform.paging.PageRequest;
import org.goichung.platform.time.Clock;
import org.hibernate.reactive.mutiny.Mutiny;

/**
 * Offers on paper: entered by an official of the leading body, confirmed by a witness, known to those two. No event, log or record tells
 * of them before the RFQ closes, nor does any refusal tell whether the carrier has offered already.
 */
@ApplicationScoped
public class PaperOfferService {
    private final Transactions transactions;
    private final RfqStore rfqs;
    private final PaperTable table;
    private final OfferSeal seal;
    private final PaperChecks checks;
    private final Clock clock;

    PaperOfferService(
            Transactions transactions,
            RfqStore rfqs,
            PaperTable table,
            OfferSeal seal,
            PaperChecks checks,
            Clock clock) {
        this.transactions = transactions;
        this.rfqs = rfqs;
        this.table = table;
        this.seal = seal;
        this.checks = checks;
        this.clock = clock;
    }

    /** It does not count before its witness has confirmed it. */
    public Uni<PaperOfferView> enter(Scope scope, UUID rfqId, NewPaperOffer asked) {
        return transactions.write(
                session -> inTime(session, scope, rfqId).chain(entry -> checks.requireCarrier(asked.carrierId())
                        .chain(() -> checks.two(session, scope, entry.rfq(), asked.witnessLogin()))
                        .call(() -> checks.check(session, asked.carrierId(), entry.rfq(), asked.terms(), entry.now()))
                        .call(() -> table.requireRoom(session, scope, PaperOffer.class, entry.rfq()))
                        .chain(paper -> put(session, scope, entry, asked, paper))));
    }

    /** By the witness; measured once more, since the RFQ may have been amended. */
    public Uni<PaperOfferView> confirm(Scope scope, UUID rfqId, UUID id) {
        return transactions.write(session -> inTime(session, scope, rfqId, id)
                .invoke(sheet -> sheet.paper().confirm(sheet.person(), sheet.now()))
                .call(sheet -> {
                    OfferContent content = content(sheet.seal(), sheet.paper());
                    return checks.check(
                            session,
                            content.carrier(),
                            sheet.rfq(),
                            content.terms().asSent(),
                            sheet.now());
                })
                .call(session::flush)
                .map(sheet -> view(sheet.seal(), sheet.paper())));
    }

    /** By either of the two before it is confirmed, after that by both. */
    public Uni<PaperOfferView> withdraw(Scope scope, UUID rfqId, UUID id) {
        return transactions.write(session -> inTime(session, scope, rfqId, id)
                .invoke(sheet -> sheet.paper().withdraw(sheet.person(), sheet.now()))
                .call(session::flush)
                .map(sheet -> view(sheet.seal(), sheet.paper())));
    }

    /** Those that the caller entered or witnesses; for everybody else an empty list, whatever there is. */
    public Uni<Page<PaperOfferView>> list(Scope scope, UUID rfqId, PageRequest page) {
        return table.list(scope, PaperOffer.class, rfqId, page, PaperOfferService::view);
    }

    private static OfferContent content(OfferSeal.Of rfqSeal, PaperOffer offer) {
        return rfqSeal.open(offer.id(), offer.sealed());
    }

    private static PaperOfferView view(OfferSeal.Of rfqSeal, PaperOffer offer) {
        return PaperOfferView.of(offer, content(rfqSeal, offer));
    }

    private record Entry(Rfq rfq, Instant now) {}

    /** The share lock keeps the RFQ from closing, as for every offer. */
    private Uni<Entry> inTime(Mutiny.Session session, Scope scope, UUID rfqId) {
        return rfqs.lock(session, rfqId, LockModeType.PESSIMISTIC_READ)
                .invoke(coalition -> coalition.requireLead(scope))
                .map(Coalition::rfq)
                .chain(rfq -> clock.now(Statements.of(session)).map(now -> {
                    if (rfq.openedAt() == null)
                        throw Machine.illegal("offer", rfq.state().word());
                    rfq.requireTakesOffers(now);
                    return new Entry(rfq, now);
                }));
    }

    private Uni<Sheet<PaperOffer>> inTime(Mutiny.Session session, Scope scope, UUID rfqId, UUID id) {
        return table.sheet(session, scope, PaperOffer.class, rfqId, id)
                .invoke(sheet -> sheet.rfq().requireTakesOffers(sheet.now()));
    }

    private Uni<PaperOfferView> put(
            Mutiny.Session session, Scope scope, Entry entry, NewPaperOffer asked, OfferContent.Paper paper) {
        var content = OfferContent.of(asked.carrierId().value(), scope.principal(), OfferSeal.newSalt(), asked.terms())
                .onPaper(paper);
        var rfqSeal = seal.of(entry.rfq());
        UUID id = Ids.next();
        var offer = new PaperOffer(
                id,
                entry.rfq().id(),
                PaperTable.two(rfqSeal, content),
                rfqSeal.seal(id, content),
                content.digest(),
                entry.now());
        return session.persist(offer).chain(session::flush).replaceWith(() -> PaperOfferView.of(offer, content));
    }
}
