package org.goichung.negotiation;

import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.LockModeType;
import java.time.Instant;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.goichung.negotiation.model.Award.Outcome;
import org.goichung.negotiation.model.AwardThread;
import org.goichung.negotiation.model.BidMove;
import org.goichung.negotiation.model.BidState;
import org.goichung.negotiation.model.BidThread;
import org.goichung.negotiation.model.Coalition;
import org.goichung.negotiation.model.Mandate;
import org.goichung.negotiation.model.Offer;
import org.goichung.negotiation.model.PricedLine;
import org.goichung.negotiation.model.Ratification;
import org.goichung.negotiation.model.Ratification.Result;
import org.goichung.negotiation.model.RfqMove;
import org.goichung.negotiation.store.MandateStore;
import org.goichung.negotiation.store.OfferStore;
import org.goichung.platform.identity.CarrierId;
import org.goichung.platform.identity.EnterpriseId;
import org.goichung.platform.identity.Scope;
import org.goichung.platform.problem.ProblemType;
import org.goichung.platform.problem.Refusal;
import org.hibernate.reactive.mutiny.Mutiny;

/** What follows from a vote that is over: agreements, or back to the table. */
@ApplicationScoped
class Settlement {
    private final OfferStore offers;
    private final MandateStore mandates;
    private final AgreementService agreements;
    private final Proceedings proceedings;

    Settlement(OfferStore offers, MandateStore mandates, AgreementService agreements, Proceedings proceedings) {
        this.offers = offers;
        this.mandates = mandates;
        this.agreements = agreements;
        this.proceedings = proceedings;
    }

    /** Nobody is bound by a vote whose union has taken its mandate back: it neither votes nor counts among those who said yes. */
    Uni<Void> requireMandate(Mutiny.Session session, Coalition coalition, EnterpriseId enterprise) {
        return mandating(session, coalition, Set.of(enterprise))
                .invoke(mandating -> {
                    if (mandating.isEmpty())
                        throw Refusal.of(
                                ProblemType.MANDATE_MISSING, Map.of("enterpriseIds", List.of(enterprise.toString())));
                })
                .replaceWithVoid();
    }

    private Uni<Set<EnterpriseId>> mandating(
            Mutiny.Session session, Coalition coalition, Set<EnterpriseId> enterprises) {
        return mandates.standing(session, coalition.rfq().leadBodyId(), enterprises, LockModeType.PESSIMISTIC_READ)
                .map(standing -> standing.stream().map(Mandate::enterpriseId).collect(Collectors.toUnmodifiableSet()));
    }

    /** Under the RFQ's exclusive lock. */
    Uni<Void> settle(Mutiny.Session session, Scope scope, Coalition coalition, AwardThread award, Instant now) {
        return mandating(session, coalition, award.saidYes())
                .chain(saidYes -> settle(session, scope, coalition, award, saidYes, now));
    }

    private Uni<Void> settle(
            Mutiny.Session session,
            Scope scope,
            Coalition coalition,
            AwardThread award,
            Set<EnterpriseId> saidYes,
            Instant now) {
        return offers.lockThreads(session, coalition.rfq().id()).chain(threads -> {
            var result = new Ratification(termsOf(threads), coalition.rfq().quorum()).settle(award.lines(), saidYes);
            return switch (result) {
                case Result.Concluded concluded ->
                    conclude(session, scope, coalition, award, threads, concluded.lines(), now);
                case Result.QuorumLost lost ->
                    reopen(session, scope, coalition, award, threads, Outcome.QUORUM_LOST, now);
                case Result.TierLost lost -> reopen(session, scope, coalition, award, threads, Outcome.TIER_LOST, now);
            };
        });
    }

    private static Map<UUID, OfferTerms> termsOf(List<BidThread> threads) {
        var terms = new HashMap<UUID, OfferTerms>();
        threads.stream()
                .filter(thread -> thread.bid().revealed())
                .map(BidThread::standing)
                .forEach(offer -> terms.put(offer.id(), offer.content().terms()));
        return terms;
    }

    private Uni<Void> conclude(
            Mutiny.Session session,
            Scope scope,
            Coalition coalition,
            AwardThread award,
            List<BidThread> threads,
            List<PricedLine> lines,
            Instant now) {
        Map<UUID, List<PricedLine>> byOffer = lines.stream()
                .collect(Collectors.groupingBy(PricedLine::offerId, LinkedHashMap::new, Collectors.toList()));
        award.award().settle(Outcome.CONCLUDED, now);
        coalition.rfq().move(RfqMove.CONCLUDE);
        passOverTheRest(threads, byOffer.keySet());
        List<BidThread> winners = threads.stream()
                .filter(thread -> byOffer.containsKey(thread.bid().standingOfferId()))
                .toList();
        return session.flush()
                .chain(() -> proceedings.rfqMoved(session, scope, coalition, RfqMove.CONCLUDE, now))
                .chain(() -> proceedings.tellOfRfq(session, scope, "rfq-concluded", coalition, bidders(threads)))
                .chain(() -> Multi.createFrom()
                        .iterable(winners)
                        .onItem()
                        .transformToUniAndConcatenate(winner -> {
                            Offer offer = winner.standing();
                            return agreements.ratify(
                                    session,
                                    scope,
                                    coalition,
                                    offer,
                                    winner.bid().carrierId(),
                                    byOffer.getOrDefault(offer.id(), List.of()));
                        })
                        .collect()
                        .asList())
                .replaceWithVoid();
    }

    private static void passOverTheRest(List<BidThread> threads, Set<UUID> winning) {
        threads.stream()
                .map(BidThread::bid)
                .filter(bid -> bid.revealed() && !bid.state().ended())
                .filter(bid -> bid.state() != BidState.AWARDED || !winning.contains(bid.standingOfferId()))
                .forEach(bid -> bid.move(BidMove.PASS_OVER));
    }

    private Uni<Void> reopen(
            Mutiny.Session session,
            Scope scope,
            Coalition coalition,
            AwardThread award,
            List<BidThread> threads,
            Outcome outcome,
            Instant now) {
        award.award().settle(outcome, now);
        coalition.rfq().move(RfqMove.REOPEN);
        List<BidThread> awarded = threads.stream()
                .filter(thread -> thread.bid().state() == BidState.AWARDED)
                .toList();
        awarded.forEach(thread -> thread.bid().move(BidMove.REOPEN));
        return session.flush()
                .chain(() -> proceedings.rfqMoved(session, scope, coalition, RfqMove.REOPEN, now))
                .chain(() -> proceedings.tellOfRfq(session, scope, "rfq-reopened", coalition, bidders(awarded)));
    }

    private static List<CarrierId> bidders(List<BidThread> threads) {
        return threads.stream()
                .filter(thread -> thread.bid().revealed())
                .map(thread -> thread.bid().carrierId())
                .distinct()
                .toList();
    }
}
