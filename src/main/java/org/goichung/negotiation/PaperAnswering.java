package org.goichung.negotiation;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.goichung.negotiation.NewPaperAnswer.Answer;
import org.goichung.negotiation.model.BidMove;
import org.goichung.negotiation.model.BidState;
import org.goichung.negotiation.model.BidThread;
import org.goichung.negotiation.model.Coalition;
import org.goichung.negotiation.model.FinalOffer;
import org.goichung.negotiation.model.FinalRules;
import org.goichung.negotiation.model.Machine;
import org.goichung.negotiation.model.Move;
import org.goichung.negotiation.model.Offer;
import org.goichung.negotiation.model.OfferContent;
import org.goichung.negotiation.model.PaperAnswer;
import org.goichung.negotiation.model.PaperAnswer.Said;
import org.goichung.negotiation.model.Rfq;
import org.goichung.negotiation.model.RfqState;
import org.goichung.negotiation.model.Side;
import org.goichung.negotiation.store.FinalOfferStore;
import org.goichung.negotiation.store.OfferSeal;
import org.goichung.negotiation.store.OfferStore;
import org.goichung.platform.identity.Scope;
import org.goichung.platform.problem.ProblemType;
import org.goichung.platform.problem.Refusal;
import org.hibernate.reactive.mutiny.Mutiny;
import org.jspecify.annotations.Nullable;

/** What an answer on paper must be, and what it does once two people answer for it: the same as the carrier's own. */
@ApplicationScoped
class PaperAnswering {
    private final OfferStore offers;
    private final OfferSeal seal;
    private final PaperChecks checks;
    private final FinalOfferStore finals;
    private final Proceedings proceedings;

    PaperAnswering(
            OfferStore offers, OfferSeal seal, PaperChecks checks, FinalOfferStore finals, Proceedings proceedings) {
        this.offers = offers;
        this.finals = finals;
        this.seal = seal;
        this.checks = checks;
        this.proceedings = proceedings;
    }

    Uni<OfferStore.Place> place(Mutiny.Session session, UUID offerId) {
        return offers.place(session, offerId);
    }

    /** A bid that is sealed, or was withdrawn before the close, is not there for the union. */
    Uni<BidThread> requireRevealed(Mutiny.Session session, OfferStore.Place place) {
        return offers.thread(session, place.bidId()).invoke(thread -> {
            if (!thread.bid().revealed()) throw Refusal.notFound();
        });
    }

    /** As it is entered. */
    Uni<Said> said(
            Mutiny.Session session,
            Scope scope,
            Coalition coalition,
            BidThread thread,
            UUID offerId,
            NewPaperAnswer asked,
            Instant now) {
        var rfq = coalition.rfq();
        if (thread.offers().getFirst().content().paper() == null)
            throw Machine.illegal("answer-on-paper", "offered-by-machine");
        OfferTerms terms = terms(thread, offerId, asked);
        return measure(session, coalition, thread, offerId, asked.answer(), terms, now)
                .chain(() -> checks.two(session, scope, rfq, asked.witnessLogin()))
                .map(two -> new Said(
                        thread.bid().id(),
                        offerId,
                        asked.answer(),
                        OfferContent.of(thread.bid().carrierId().value(), scope.principal(), OfferSeal.newSalt(), terms)
                                .onPaper(two)));
    }

    private static OfferTerms terms(BidThread thread, UUID offerId, NewPaperAnswer asked) {
        OfferTerms terms = asked.terms();
        if ((terms == null) == (asked.answer() == Answer.REVISE))
            throw Refusal.field(ProblemType.INVALID_REQUEST, "/terms", "terms-with-a-revision-alone");
        return terms == null ? thread.require(offerId).content().terms() : terms;
    }

    /** When it is entered, and once more when it is confirmed. */
    private Uni<Void> measure(
            Mutiny.Session session,
            Coalition coalition,
            BidThread thread,
            UUID offerId,
            Answer answer,
            OfferTerms terms,
            Instant now) {
        var rfq = coalition.rfq();
        boolean last = rfq.state() == RfqState.BEST_AND_FINAL;
        if (last) rfq.requireTakesLastOffers("answer-on-paper", now);
        else rfq.requireBargaining("answer-on-paper");
        Offer named = thread.require(offerId);
        BidState awaited = last ? BidState.INVITED : BidState.COUNTERED;
        if (thread.bid().state() != awaited || last && answer != Answer.REVISE)
            throw Machine.illegal(Machine.word(answer), thread.bid().state().word());
        if (answer != Answer.DECLINE) thread.requireAnswerInTime(Machine.word(answer), now);
        if (answer == Answer.ACCEPT) {
            if (named.side() != Side.UNION) throw Refusal.of(ProblemType.OFFER_SUPERSEDED);
            if (now.isAfter(terms.validUntil())) throw Machine.illegal("accept", "expired");
        }
        if (answer != Answer.REVISE) return Uni.createFrom().voidItem();
        if (!thread.bid().lot().equals(terms.lot()))
            throw Refusal.field(ProblemType.OFFER_INVALID, "/terms/lot", "other-lot-than-the-bid");
        return checks.check(session, thread.bid().carrierId(), rfq, terms, now).invoke(() -> {
            if (last) requireNoWorse(thread, terms);
        });
    }

    private static void requireNoWorse(BidThread thread, OfferTerms terms) {
        try {
            FinalRules.requireNoWorse(thread.standing().content().terms(), terms);
        } catch (Refusal worse) {
            throw PaperChecks.inTheTerms(worse);
        }
    }

    /** Under the RFQ's share lock: a last offer goes in among the others, sealed as they are; any other answer is a move of the bid. */
    Uni<Void> carryOut(
            Mutiny.Session session, Scope witness, Coalition coalition, PaperAnswer answer, Said said, Instant now) {
        boolean last = coalition.rfq().state() == RfqState.BEST_AND_FINAL;
        return (last ? offers.thread(session, said.bidId()) : offers.lockThread(session, said.bidId()))
                .call(thread -> measure(
                        session,
                        coalition,
                        thread,
                        said.offerId(),
                        said.answer(),
                        said.terms().asSent(),
                        now))
                .chain(thread -> last
                        ? handIn(session, coalition, thread, answer, said, now)
                        : move(session, witness, coalition, thread, answer, said, now));
    }

    /** What was confirmed has been said, but for a last offer while it is sealed. */
    Uni<Void> withdraw(Mutiny.Session session, Rfq rfq, PaperAnswer answer, String person, Instant now) {
        if (answer.confirmedAt() == null) {
            answer.withdraw(person, now);
            return Uni.createFrom().voidItem();
        }
        return finals.onPaper(session, answer.id())
                .invoke(last -> {
                    if (last.isEmpty())
                        throw Machine.illegal("withdraw", answer.state().word());
                    rfq.requireTakesLastOffers("withdraw", now);
                    answer.withdraw(person, now);
                    if (answer.state() == PaperAnswer.State.WITHDRAWN)
                        last.get().withdraw(now);
                })
                .replaceWithVoid();
    }

    private Uni<Void> handIn(
            Mutiny.Session session, Coalition coalition, BidThread thread, PaperAnswer answer, Said said, Instant now) {
        var rfq = coalition.rfq();
        var rfqSeal = seal.of(rfq);
        var bid = thread.bid();
        return session.persist(FinalOffer.onPaper(
                answer.id(),
                rfq.id(),
                rfqSeal.finalIndex(bid.carrierId(), bid.lot()),
                rfqSeal.seal(answer.id(), said.content()),
                said.content().digest(),
                now));
    }

    private Uni<Void> move(
            Mutiny.Session session,
            Scope witness,
            Coalition coalition,
            BidThread thread,
            PaperAnswer answer,
            Said said,
            Instant now) {
        var bid = thread.bid();
        BidMove move =
                switch (said.answer()) {
                    case REVISE -> BidMove.REVISE;
                    case ACCEPT -> BidMove.ACCEPT;
                    case DECLINE -> BidMove.REFUSE_COUNTER;
                };
        Offer revision = said.answer() == Answer.REVISE
                ? Offer.open(answer.id(), bid.id(), thread.nextRevision(), Side.CARRIER, said.content(), now)
                : null;
        switch (said.answer()) {
            case REVISE -> bid.revise(answer.id(), said.terms());
            case ACCEPT -> bid.accept(said.offerId(), said.terms());
            case DECLINE -> bid.move(move);
        }
        UUID subject = revision == null ? said.offerId() : revision.id();
        String enterer = said.content().principal();
        return persist(session, revision)
                .chain(session::flush)
                .chain(() -> revision == null
                        ? Uni.createFrom().voidItem()
                        : proceedings.enterPackage(session, coalition.rfq(), revision))
                .chain(() ->
                        record(session, coalition, thread, "enter-on-paper", "entered", enterer, answer.enteredAt()))
                .chain(() -> record(
                        session,
                        coalition,
                        thread,
                        Machine.word(move),
                        bid.state().word(),
                        witness.principal(),
                        now))
                .chain(() -> proceedings.tellOfBid(session, witness, coalition, bid, move, subject));
    }

    private static Uni<Void> persist(Mutiny.Session session, @Nullable Offer revision) {
        return revision == null ? Uni.createFrom().voidItem() : session.persist(revision);
    }

    private Uni<Void> record(
            Mutiny.Session session,
            Coalition coalition,
            BidThread thread,
            String move,
            String state,
            String principal,
            Instant at) {
        var rfq = coalition.rfq();
        var bid = thread.bid();
        List<UUID> mandates = coalition.mandates();
        return proceedings.put(
                session,
                new Move(rfq.id(), bid.id(), move, state, principal, rfq.leadBodyId(), bid.carrierId(), mandates, at));
    }
}
