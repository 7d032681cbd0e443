package org.goichung.negotiation;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.LockModeType;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.goichung.negotiation.model.Coalition;
import org.goichung.negotiation.model.Coalition.Viewer;
import org.goichung.negotiation.model.Machine;
import org.goichung.negotiation.model.OfferContent;
import org.goichung.negotiation.model.PaperOffer;
import org.goichung.negotiation.model.Rfq;
import org.goichung.negotiation.store.OfferSeal;
import org.goichung.negotiation.store.PaperOfferStore;
import org.goichung.negotiation.store.RfqStore;
import org.goichung.platform.database.Ids;
import org.goichung.platform.database.Statements;
import org.goichung.platform.database.Transactions;
import org.goichung.platform.identity.Scope;
import org.goichung.platform.paging.Page;
import org.goichung.platform.paging.PageRequest;
import org.goichung.platform.problem.ProblemType;
import org.goichung.platform.problem.Refusal;
import org.goichung.platform.time.Clock;
import org.hibernate.reactive.mutiny.Mutiny;

/**
 * Offers on paper: entered by an official of the leading body, confirmed by a witness, known to those two. No event, log or record tells
 * of them before the RFQ closes, nor does any refusal tell whether the carrier has offered already.
 */
@ApplicationScoped
public class PaperOfferService {
    private static final int MOST_OF_ONE = 50;

    private final Transactions transactions;
    private final RfqStore rfqs;
    private final PaperOfferStore papers;
    private final OfferSeal seal;
    private final PaperChecks checks;
    private final Clock clock;

    PaperOfferService(
            Transactions transactions,
            RfqStore rfqs,
            PaperOfferStore papers,
            OfferSeal seal,
            PaperChecks checks,
            Clock clock) {
        this.transactions = transactions;
        this.rfqs = rfqs;
        this.papers = papers;
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
                        .call(() -> requireRoom(session, scope, entry.rfq()))
                        .chain(paper -> put(session, scope, entry, asked, paper))));
    }

    /** By the witness; measured once more, since the RFQ may have been amended. */
    public Uni<PaperOfferView> confirm(Scope scope, UUID rfqId, UUID id) {
        return transactions.write(session -> onTheTable(session, scope, rfqId, id)
                .invoke(table -> table.offer().confirm(table.person(), table.now()))
                .call(table -> checks.check(
                        session,
                        table.content().carrier(),
                        table.rfq(),
                        table.content().terms().asSent(),
                        table.now()))
                .call(session::flush)
                .map(table -> PaperOfferView.of(table.offer(), table.content())));
    }

    /** By either of the two before it is confirmed, after that by both. */
    public Uni<PaperOfferView> withdraw(Scope scope, UUID rfqId, UUID id) {
        return transactions.write(session -> onTheTable(session, scope, rfqId, id)
                .invoke(table -> table.offer().withdraw(table.person(), table.now()))
                .call(session::flush)
                .map(table -> PaperOfferView.of(table.offer(), table.content())));
    }

    /** Those that the caller entered or witnesses; for everybody else an empty list, whatever there is. */
    public Uni<Page<PaperOfferView>> list(Scope scope, UUID rfqId, PageRequest page) {
        return transactions.read(session -> rfqs.read(session, rfqId).chain(coalition -> {
            Rfq rfq = coalition.rfq();
            if (coalition.viewer(scope) != Viewer.LEAD || rfq.openedAt() == null)
                return Uni.createFrom().item(new Page<PaperOfferView>(List.of(), null));
            var rfqSeal = seal.of(rfq);
            return papers.page(session, rfqId, rfqSeal.personIndex(scope.principal()), page)
                    .map(rows -> Page.of(rows, page, offer -> List.of(offer.id()))
                            .map(offer -> PaperOfferView.of(offer, rfqSeal.open(offer.id(), offer.sealed()))));
        }));
    }

    private record Entry(Rfq rfq, Instant now) {}

    /** An offer with one of its two people before it, in time, under its lock. */
    private record Table(Rfq rfq, PaperOffer offer, OfferContent content, String person, Instant now) {}

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

    /** Whose it is comes before anything that would tell of it. */
    private Uni<Table> onTheTable(Mutiny.Session session, Scope scope, UUID rfqId, UUID id) {
        return rfqs.lock(session, rfqId, LockModeType.PESSIMISTIC_READ)
                .invoke(coalition -> {
                    if (coalition.viewer(scope) != Viewer.LEAD) throw Refusal.notFound();
                })
                .map(Coalition::rfq)
                .chain(rfq -> papers.lock(session, rfqId, id).chain(offer -> {
                    var rfqSeal = seal.of(rfq);
                    String person = rfqSeal.personIndex(scope.principal());
                    offer.requireOneOfTheTwo(person);
                    return clock.now(Statements.of(session))
                            .invoke(rfq::requireTakesOffers)
                            .map(now -> new Table(rfq, offer, rfqSeal.open(id, offer.sealed()), person, now));
                }));
    }

    private Uni<Void> requireRoom(Mutiny.Session session, Scope scope, Rfq rfq) {
        return papers.enteredBy(session, rfq.id(), seal.of(rfq).personIndex(scope.principal()))
                .invoke(many -> {
                    if (many >= MOST_OF_ONE)
                        throw Refusal.of(ProblemType.TOO_MANY_PAPER_OFFERS, Map.of("most", MOST_OF_ONE));
                })
                .replaceWithVoid();
    }

    private Uni<PaperOfferView> put(
            Mutiny.Session session, Scope scope, Entry entry, NewPaperOffer asked, OfferContent.Paper paper) {
        var content = OfferContent.of(asked.carrierId().value(), scope.principal(), OfferSeal.newSalt(), asked.terms())
                .onPaper(paper);
        var rfqSeal = seal.of(entry.rfq());
        UUID id = Ids.next();
        var two = new PaperOffer.Two(
                rfqSeal.personIndex(scope.principal()), rfqSeal.personIndex(paper.witnessPrincipal()));
        var offer = new PaperOffer(id, entry.rfq().id(), two, rfqSeal.seal(id, content), content.digest(), entry.now());
        return session.persist(offer).chain(session::flush).replaceWith(() -> PaperOfferView.of(offer, content));
    }
}
