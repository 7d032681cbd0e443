package org.goichung.negotiation;

import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.LockModeType;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.goichung.negotiation.model.Coalition;
import org.goichung.negotiation.model.Coalition.Viewer;
import org.goichung.negotiation.model.Move;
import org.goichung.negotiation.model.Question;
import org.goichung.negotiation.model.Rfq;
import org.goichung.negotiation.store.OfferSeal;
import org.goichung.negotiation.store.QuestionStore;
import org.goichung.negotiation.store.RfqStore;
import org.goichung.platform.database.Ids;
import org.goichung.platform.database.Statements;
import org.goichung.platform.database.Transactions;
import org.goichung.platform.identity.CarrierId;
import org.goichung.platform.identity.Scope;
import org.goichung.platform.paging.Page;
import org.goichung.platform.paging.PageRequest;
import org.goichung.platform.problem.ProblemType;
import org.goichung.platform.problem.Refusal;
import org.goichung.platform.time.Clock;
import org.hibernate.reactive.mutiny.Mutiny;

/**
 * Questions on an open RFQ and the leading body's answers, for all bidders and members to read. Who asked is sealed as a bidder is: no
 * event, audit entry or record tells it before the close.
 */
@ApplicationScoped
public class QuestionService {
    private static final int MOST_OF_ONE = 20;
    private static final int MOST_OF_ALL = 200;

    /** In the asker's stead, since an audit entry names who acted. */
    private static final Scope SOMEBODY = Scope.system("rfq-question");

    private final Transactions transactions;
    private final RfqStore rfqs;
    private final QuestionStore questions;
    private final OfferSeal seal;
    private final Proceedings proceedings;
    private final Clock clock;

    QuestionService(
            Transactions transactions,
            RfqStore rfqs,
            QuestionStore questions,
            OfferSeal seal,
            Proceedings proceedings,
            Clock clock) {
        this.transactions = transactions;
        this.rfqs = rfqs;
        this.questions = questions;
        this.seal = seal;
        this.proceedings = proceedings;
        this.clock = clock;
    }

    /** By a carrier, in time; exclusively, so that nobody asks past the bound. */
    public Uni<QuestionView> ask(Scope scope, UUID rfqId, NewQuestion asked) {
        CarrierId carrier = scope.requireCarrier();
        return transactions.write(session -> rfqs.lockToMove(session, rfqId)
                .invoke(coalition -> coalition.viewer(scope))
                .chain(coalition -> inTime(session, coalition.rfq(), "ask")
                        .chain(now -> questions
                                .all(session, rfqId)
                                .map(before -> question(scope, carrier, coalition.rfq(), before, asked, now)))
                        .call(session::persist)
                        .call(session::flush)
                        .call(question -> tell(session, SOMEBODY, "rfq-question-asked", coalition, question))
                        .map(question -> QuestionView.of(question, true, null))));
    }

    /** By the leading body, in time, once. */
    public Uni<QuestionView> answer(Scope scope, UUID rfqId, UUID id, NewAnswer given) {
        return transactions.write(session -> rfqs.lock(session, rfqId, LockModeType.PESSIMISTIC_READ)
                .invoke(coalition -> coalition.requireLead(scope))
                .chain(coalition -> questions
                        .lock(session, rfqId, id)
                        .call(question -> inTime(session, coalition.rfq(), "answer")
                                .invoke(now -> question.answer(given.text(), now))
                                .call(session::flush)
                                .call(now -> proceedings.ofRfq(
                                        session, scope, coalition, question.id(), "answer-question", "answered", now)))
                        .call(question -> tell(session, scope, "rfq-question-answered", coalition, question))
                        .map(question -> QuestionView.of(question, false, null))));
    }

    public Uni<Page<QuestionView>> list(Scope scope, UUID rfqId, PageRequest page) {
        return transactions.read(session -> rfqs.read(session, rfqId).chain(coalition -> {
            Viewer viewer = coalition.viewer(scope);
            Rfq rfq = coalition.rfq();
            return questions
                    .page(session, rfqId, page)
                    .map(rows -> Page.of(rows, page, question -> List.of(question.id())))
                    .map(found -> found.map(question -> viewer == Viewer.CARRIER
                            ? QuestionView.of(question, isOf(rfq, scope.requireCarrier(), question), null)
                            : QuestionView.of(question, false, rfq.unsealed() ? carrier(rfq, question) : null)));
        }));
    }

    /** At the close: who asked what, which could not be put on record while it was sealed. */
    Uni<Void> putOnRecord(Mutiny.Session session, Coalition coalition) {
        Rfq rfq = coalition.rfq();
        return questions.all(session, rfq.id()).chain(all -> Multi.createFrom()
                .iterable(all)
                .onItem()
                .transformToUniAndConcatenate(question -> {
                    var asker = asker(rfq, question);
                    return proceedings.put(
                            session,
                            new Move(
                                    rfq.id(),
                                    question.id(),
                                    "ask-question",
                                    "asked",
                                    asker.principal(),
                                    null,
                                    new CarrierId(asker.carrierId()),
                                    List.of(),
                                    question.askedAt()));
                })
                .collect()
                .asList()
                .replaceWithVoid());
    }

    private Question question(
            Scope scope, CarrierId carrier, Rfq rfq, List<Question> before, NewQuestion asked, Instant now) {
        var rfqSeal = seal.of(rfq);
        String index = rfqSeal.askerIndex(carrier);
        long own = before.stream()
                .filter(question -> question.askerIndex().equals(index))
                .count();
        if (own >= MOST_OF_ONE || before.size() >= MOST_OF_ALL)
            throw Refusal.of(ProblemType.TOO_MANY_QUESTIONS, Map.of("ofOne", MOST_OF_ONE, "ofAll", MOST_OF_ALL));
        UUID id = Ids.next();
        String asker = rfqSeal.sealAsker(id, new Question.Asker(carrier.value(), scope.principal()));
        return new Question(id, rfq.id(), index, asker, asked.text(), now);
    }

    private Uni<Instant> inTime(Mutiny.Session session, Rfq locked, String verb) {
        return clock.now(Statements.of(session)).invoke(now -> locked.requireOpen(verb, now));
    }

    private Uni<Void> tell(Mutiny.Session session, Scope scope, String type, Coalition coalition, Question question) {
        return proceedings.tellAll(
                session,
                scope,
                type,
                coalition,
                question.id(),
                Map.of("rfqId", question.rfqId().toString()));
    }

    private boolean isOf(Rfq rfq, CarrierId carrier, Question question) {
        return question.askerIndex().equals(seal.of(rfq).askerIndex(carrier));
    }

    private CarrierId carrier(Rfq rfq, Question question) {
        return new CarrierId(asker(rfq, question).carrierId());
    }

    private Question.Asker asker(Rfq rfq, Question question) {
        return seal.of(rfq).openAsker(question.id(), question.asker());
    }
}
