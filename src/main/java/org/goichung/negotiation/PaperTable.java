package org.goichung.negotiation;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.LockModeType;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.BiFunction;
import org.goichung.negotiation.model.Coalition;
import org.goichung.negotiation.model.Coalition.Viewer;
import org.goichung.negotiation.model.OfferContent;
import org.goichung.negotiation.model.Paper;
import org.goichung.negotiation.model.Rfq;
import org.goichung.negotiation.store.OfferSeal;
import org.goichung.negotiation.store.PaperStore;
import org.goichung.negotiation.store.RfqStore;
import org.goichung.platform.database.Statements;
import org.goichung.platform.database.Transactions;
import org.goichung.platform.identity.Scope;
import org.goichung.platform.paging.Page;
import org.goichung.platform.paging.PageRequest;
import org.goichung.platform.problem.ProblemType;
import org.goichung.platform.problem.Refusal;
import org.goichung.platform.time.Clock;
import org.hibernate.reactive.mutiny.Mutiny;

/** Where two officials of the leading body enter what a carrier wrote, and nobody else sees it. */
@ApplicationScoped
class PaperTable {
    private static final int MOST_OF_ONE = 50;

    private final Transactions transactions;
    private final RfqStore rfqs;
    private final PaperStore papers;
    private final OfferSeal seal;
    private final Clock clock;

    PaperTable(Transactions transactions, RfqStore rfqs, PaperStore papers, OfferSeal seal, Clock clock) {
        this.transactions = transactions;
        this.rfqs = rfqs;
        this.papers = papers;
        this.seal = seal;
        this.clock = clock;
    }

    /**
     * A paper with one of its two people before it, under its lock.
     *
     * @param person that one's keyed fingerprint
     */
    record Sheet<P extends Paper>(Coalition coalition, OfferSeal.Of seal, P paper, String person, Instant now) {
        Rfq rfq() {
            return coalition.rfq();
        }
    }

    /** Whose it is comes before anything that would tell of it; the share lock keeps the RFQ as it is. */
    <P extends Paper> Uni<Sheet<P>> sheet(Mutiny.Session session, Scope scope, Class<P> kind, UUID rfqId, UUID id) {
        return rfqs.lock(session, rfqId, LockModeType.PESSIMISTIC_READ).chain(coalition -> {
            if (!hasTable(coalition, scope)) throw Refusal.notFound();
            var rfqSeal = seal.of(coalition.rfq());
            String person = rfqSeal.personIndex(scope.principal());
            return papers.lock(session, kind, rfqId, id)
                    .invoke(paper -> paper.requireOneOfTheTwo(person))
                    .chain(paper -> clock.now(Statements.of(session))
                            .map(now -> new Sheet<>(coalition, rfqSeal, paper, person, now)));
        });
    }

    private static boolean hasTable(Coalition coalition, Scope scope) {
        return coalition.viewer(scope) == Viewer.LEAD && coalition.rfq().openedAt() != null;
    }

    /** Those that the caller entered or witnesses; for everybody else an empty list, whatever there is. */
    <P extends Paper, V> Uni<Page<V>> list(
            Scope scope, Class<P> kind, UUID rfqId, PageRequest page, BiFunction<OfferSeal.Of, P, V> view) {
        return transactions.read(session -> rfqs.read(session, rfqId).chain(coalition -> {
            if (!hasTable(coalition, scope)) return Uni.createFrom().item(new Page<V>(List.of(), null));
            var rfqSeal = seal.of(coalition.rfq());
            return papers.page(session, kind, rfqId, rfqSeal.personIndex(scope.principal()), page)
                    .map(rows ->
                            Page.of(rows, page, paper -> List.of(paper.id())).map(paper -> view.apply(rfqSeal, paper)));
        }));
    }

    /** One person enters so many at most. */
    Uni<Void> requireRoom(Mutiny.Session session, Scope scope, Class<? extends Paper> kind, Rfq rfq) {
        return papers.enteredBy(session, kind, rfq.id(), seal.of(rfq).personIndex(scope.principal()))
                .invoke(many -> {
                    if (many >= MOST_OF_ONE)
                        throw Refusal.of(ProblemType.TOO_MANY_PAPER_OFFERS, Map.of("most", MOST_OF_ONE));
                })
                .replaceWithVoid();
    }

    /** The caller, who enters it, and the witness that it names. */
    static Paper.Two two(OfferSeal.Of rfqSeal, OfferContent content) {
        return new Paper.Two(
                rfqSeal.personIndex(content.principal()),
                rfqSeal.personIndex(content.requirePaper().witnessPrincipal()));
    }
}
