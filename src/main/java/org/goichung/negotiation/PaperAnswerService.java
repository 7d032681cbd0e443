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
import org.goichung.negotiation.model.PaperAnswer;
import org.goichung.negotiation.model.PaperAnswer.Said;
import org.goichung.negotiation.model.PaperOffer;
import org.goichung.negotiation.model.Rfq;
import org.goichung.negotiation.store.OfferSeal;
import org.goichung.negotiation.store.PaperAnswerStore;
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
 * What a carrier that offered on paper answers on paper: to a counter-offer, or when last offers are asked for. Entered by an official of
 * the leading body and said when a witness has confirmed it; until then, and in a round of last offers until its end, known to those two.
 */
@ApplicationScoped
public class PaperAnswerService {
    private static final int MOST_OF_ONE = 50;

    private final Transactions transactions;
    private final RfqStore rfqs;
    private final PaperAnswerStore papers;
    private final OfferSeal seal;
    private final PaperAnswering answering;
    private final Clock clock;

    PaperAnswerService(
            Transactions transactions,
            RfqStore rfqs,
            PaperAnswerStore papers,
            OfferSeal seal,
            PaperAnswering answering,
            Clock clock) {
        this.transactions = transactions;
        this.rfqs = rfqs;
        this.papers = papers;
        this.seal = seal;
        this.answering = answering;
        this.clock = clock;
    }

    /** Nothing has been said before its witness has confirmed it. */
    public Uni<PaperAnswerView> enter(Scope scope, UUID offerId, NewPaperAnswer asked) {
        return transactions.write(session -> answering.place(session, offerId).chain(place -> coalition(
                        session, scope, place.rfqId())
                .chain(coalition -> answering.requireRevealed(session, place).chain(thread -> {
                    coalition.requireLead(scope);
                    return clock.now(Statements.of(session))
                            .call(now -> requireRoom(session, scope, coalition.rfq()))
                            .chain(now -> answering
                                    .said(session, scope, coalition, thread, offerId, asked, now)
                                    .chain(said -> put(session, scope, coalition.rfq(), said, now)));
                }))));
    }

    /** By the witness; measured once more, and then it is as if the carrier had said so. */
    public Uni<PaperAnswerView> confirm(Scope scope, UUID rfqId, UUID id) {
        return transactions.write(
                session -> onTheTable(session, scope, rfqId, id).chain(table -> {
                    table.answer().confirm(table.person(), table.now());
                    return answering
                            .carryOut(session, scope, table.coalition(), table.answer(), table.said(), table.now())
                            .chain(session::flush)
                            .replaceWith(() -> PaperAnswerView.of(table.answer(), table.said()));
                }));
    }

    /** By either of the two before it is confirmed; a last offer that counts by both, until the round's deadline. */
    public Uni<PaperAnswerView> withdraw(Scope scope, UUID rfqId, UUID id) {
        return transactions.write(session -> onTheTable(session, scope, rfqId, id)
                .call(table -> answering.withdraw(
                        session, table.coalition().rfq(), table.answer(), table.person(), table.now()))
                .call(session::flush)
                .map(table -> PaperAnswerView.of(table.answer(), table.said())));
    }

    /** Those that the caller entered or witnesses; for everybody else an empty list, whatever there is. */
    public Uni<Page<PaperAnswerView>> list(Scope scope, UUID rfqId, PageRequest page) {
        return transactions.read(session -> rfqs.read(session, rfqId).chain(coalition -> {
            Rfq rfq = coalition.rfq();
            if (coalition.viewer(scope) != Viewer.LEAD || rfq.openedAt() == null)
                return Uni.createFrom().item(new Page<PaperAnswerView>(List.of(), null));
            var rfqSeal = seal.of(rfq);
            return papers.page(session, rfqId, rfqSeal.personIndex(scope.principal()), page)
                    .map(rows -> Page.of(rows, page, answer -> List.of(answer.id()))
                            .map(answer ->
                                    PaperAnswerView.of(answer, rfqSeal.openAnswer(answer.id(), answer.sealed()))));
        }));
    }

    /** An answer with one of its two people before it, under its lock. */
    private record Table(Coalition coalition, PaperAnswer answer, Said said, String person, Instant now) {}

    private Uni<Coalition> coalition(Mutiny.Session session, Scope scope, UUID rfqId) {
        return rfqs.lock(session, rfqId, LockModeType.PESSIMISTIC_READ).invoke(coalition -> coalition.viewer(scope));
    }

    /** Whose it is comes before anything that would tell of it; the share lock keeps the RFQ as it is. */
    private Uni<Table> onTheTable(Mutiny.Session session, Scope scope, UUID rfqId, UUID id) {
        return coalition(session, scope, rfqId).chain(coalition -> {
            if (coalition.viewer(scope) != Viewer.LEAD || coalition.rfq().openedAt() == null) throw Refusal.notFound();
            var rfqSeal = seal.of(coalition.rfq());
            String person = rfqSeal.personIndex(scope.principal());
            return papers.lock(session, rfqId, id)
                    .invoke(answer -> answer.requireOneOfTheTwo(person))
                    .chain(answer -> clock.now(Statements.of(session))
                            .map(now -> new Table(
                                    coalition, answer, rfqSeal.openAnswer(id, answer.sealed()), person, now)));
        });
    }

    private Uni<Void> requireRoom(Mutiny.Session session, Scope scope, Rfq rfq) {
        return papers.enteredBy(session, rfq.id(), seal.of(rfq).personIndex(scope.principal()))
                .invoke(many -> {
                    if (many >= MOST_OF_ONE)
                        throw Refusal.of(ProblemType.TOO_MANY_PAPER_OFFERS, Map.of("most", MOST_OF_ONE));
                })
                .replaceWithVoid();
    }

    private Uni<PaperAnswerView> put(Mutiny.Session session, Scope scope, Rfq rfq, Said said, Instant now) {
        var rfqSeal = seal.of(rfq);
        UUID id = Ids.next();
        var two = new PaperOffer.Two(
                rfqSeal.personIndex(scope.principal()),
                rfqSeal.personIndex(said.content().requirePaper().witnessPrincipal()));
        var answer = new PaperAnswer(id, rfq.id(), two, rfqSeal.sealAnswer(id, said), now);
        return session.persist(answer).chain(session::flush).replaceWith(() -> PaperAnswerView.of(answer, said));
    }
}
