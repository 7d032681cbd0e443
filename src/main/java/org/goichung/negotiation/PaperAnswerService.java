package org.goichung.negotiation;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.LockModeType;
import java.time.Instant;
import java.util.UUID;
import org.goichung.negotiation.model.Coalition;
import org.goichung.negotiation.model.PaperAnswer;
import org.goichung.negotiation.model.PaperAnswer.Said;
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
 * What a carrier that offered on paper answers on paper: to a counter-offer, or when last offers are asked for. Entered by an official of
 * the leading body and said when a witness has confirmed it; until then, and in a round of last offers until its end, known to those two.
 */
@ApplicationScoped
public class PaperAnswerService {
    private final Transactions transactions;
    private final RfqStore rfqs;
    private final PaperTable table;
    private final OfferSeal seal;
    private final PaperAnswering answering;
    private final Clock clock;

    PaperAnswerService(
            Transactions transactions,
            RfqStore rfqs,
            PaperTable table,
            OfferSeal seal,
            PaperAnswering answering,
            Clock clock) {
        this.transactions = transactions;
        this.rfqs = rfqs;
        this.table = table;
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
                            .call(now -> table.requireRoom(session, scope, PaperAnswer.class, coalition.rfq()))
                            .chain(now -> answering
                                    .said(session, scope, coalition, thread, offerId, asked, now)
                                    .chain(said -> put(session, coalition.rfq(), said, now)));
                }))));
    }

    /** By the witness; measured once more, and then it is as if the carrier had said so. */
    public Uni<PaperAnswerView> confirm(Scope scope, UUID rfqId, UUID id) {
        return transactions.write(session -> table.sheet(session, scope, PaperAnswer.class, rfqId, id)
                .invoke(sheet -> sheet.paper().confirm(sheet.person(), sheet.now()))
                .call(sheet -> answering.carryOut(
                        session,
                        scope,
                        sheet.coalition(),
                        sheet.paper(),
                        said(sheet.seal(), sheet.paper()),
                        sheet.now()))
                .call(session::flush)
                .map(sheet -> view(sheet.seal(), sheet.paper())));
    }

    /** By either of the two before it is confirmed; a last offer that counts by both, until the round's deadline. */
    public Uni<PaperAnswerView> withdraw(Scope scope, UUID rfqId, UUID id) {
        return transactions.write(session -> table.sheet(session, scope, PaperAnswer.class, rfqId, id)
                .call(sheet -> answering.withdraw(session, sheet.rfq(), sheet.paper(), sheet.person(), sheet.now()))
                .call(session::flush)
                .map(sheet -> view(sheet.seal(), sheet.paper())));
    }

    /** Those that the caller entered or witnesses; for everybody else an empty list, whatever there is. */
    public Uni<Page<PaperAnswerView>> list(Scope scope, UUID rfqId, PageRequest page) {
        return table.list(scope, PaperAnswer.class, rfqId, page, PaperAnswerService::view);
    }

    private static Said said(OfferSeal.Of rfqSeal, PaperAnswer answer) {
        return rfqSeal.openAnswer(answer.id(), answer.sealed());
    }

    private static PaperAnswerView view(OfferSeal.Of rfqSeal, PaperAnswer answer) {
        return PaperAnswerView.of(answer, said(rfqSeal, answer));
    }

    private Uni<Coalition> coalition(Mutiny.Session session, Scope scope, UUID rfqId) {
        return rfqs.lock(session, rfqId, LockModeType.PESSIMISTIC_READ).invoke(coalition -> coalition.viewer(scope));
    }

    private Uni<PaperAnswerView> put(Mutiny.Session session, Rfq rfq, Said said, Instant now) {
        var rfqSeal = seal.of(rfq);
        UUID id = Ids.next();
        var two = PaperTable.two(rfqSeal, said.content());
        var answer = new PaperAnswer(id, rfq.id(), two, rfqSeal.sealAnswer(id, said), now);
        return session.persist(answer).chain(session::flush).replaceWith(() -> PaperAnswerView.of(answer, said));
    }
}
