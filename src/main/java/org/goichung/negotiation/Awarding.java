package org.goichung.negotiation;

import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.LockModeType;
import java.time.Instant;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.goichung.catalog.CatalogService;
import org.goichung.catalog.PackageVersionView;
import org.goichung.negotiation.model.Award;
import org.goichung.negotiation.model.AwardLine;
import org.goichung.negotiation.model.AwardPlan;
import org.goichung.negotiation.model.AwardThread;
import org.goichung.negotiation.model.BidMove;
import org.goichung.negotiation.model.BidThread;
import org.goichung.negotiation.model.Coalition;
import org.goichung.negotiation.model.PackageFit;
import org.goichung.negotiation.model.PricedLine;
import org.goichung.negotiation.model.ProposalRules;
import org.goichung.negotiation.model.RfqMember;
import org.goichung.negotiation.model.RfqMove;
import org.goichung.negotiation.model.RfqState;
import org.goichung.negotiation.model.StandingOffer;
import org.goichung.negotiation.model.award.AwardQuestion;
import org.goichung.negotiation.model.award.AwardRules;
import org.goichung.negotiation.model.award.RuleCheck;
import org.goichung.negotiation.store.OfferStore;
import org.goichung.negotiation.store.ProposalStore;
import org.goichung.platform.database.Ids;
import org.goichung.platform.identity.CarrierId;
import org.goichung.platform.identity.Scope;
import org.goichung.platform.problem.ProblemType;
import org.goichung.platform.problem.Refusal;
import org.goichung.platform.time.Clock;
import org.hibernate.reactive.mutiny.Mutiny;
import org.jspecify.annotations.Nullable;

/** Makes an award of an RFQ under its exclusive lock, and asks the members. */
@ApplicationScoped
class Awarding {
    private static final Scope PROPOSALS = Scope.system("award-proposal");

    private final OfferStore offers;
    private final Opening opening;
    private final CatalogService catalog;
    private final LotChecks places;
    private final Proceedings proceedings;
    private final ProposalStore proposals;

    Awarding(
            OfferStore offers,
            Opening opening,
            CatalogService catalog,
            LotChecks places,
            Proceedings proceedings,
            ProposalStore proposals) {
        this.proposals = proposals;
        this.offers = offers;
        this.opening = opening;
        this.catalog = catalog;
        this.places = places;
        this.proceedings = proceedings;
    }

    Uni<AwardThread> award(Mutiny.Session session, Scope scope, Coalition coalition, NewAward wanted, Instant now) {
        return offers.lockThreads(session, coalition.rfq().id())
                .chain(threads -> onTable(scope, coalition, threads, now)
                        .invoke(table -> table.requireFit(wanted))
                        .chain(table -> demands(session, coalition, now)
                                .map(demands -> plan(coalition, demands, table.standing(), wanted)))
                        .call(plan -> requireRules(session, coalition, wanted.proposalId(), plan, threads))
                        .chain(plan -> put(session, scope, coalition, threads, plan, now)));
    }

    /** What could be awarded now, and who wants how much. */
    Uni<AwardQuestion> question(Mutiny.Session session, Coalition coalition, AwardRules rules, Instant now) {
        var codes = new HashMap<CarrierId, String>();
        var carrierOf = new HashMap<UUID, CarrierId>();
        return offers.threads(session, coalition.rfq().id())
                .invoke(threads -> threads.stream()
                        .filter(thread -> thread.bid().state().standing())
                        .forEach(thread -> carrierOf.put(
                                thread.standing().id(), thread.bid().carrierId())))
                .chain(threads -> catalog.carriers()
                        .invoke(all -> all.forEach(carrier -> codes.put(carrier.id(), carrier.code())))
                        .chain(() -> onTable(PROPOSALS, coalition, threads, now)))
                .map(OnTable::standing)
                .chain(standing -> mandating(session, coalition, now, LockModeType.NONE)
                        .chain(members -> places.provincesOf(coalition.enterprises())
                                .map(provinces -> new AwardQuestion(
                                        members.stream()
                                                .map(member -> new AwardQuestion.Member(
                                                        member.enterpriseId(),
                                                        member.demand(),
                                                        provinces.get(member.enterpriseId())))
                                                .toList(),
                                        standing.stream()
                                                .map(offer -> new AwardQuestion.Bidder(
                                                        offer, codes.getOrDefault(carrierOf.get(offer.offerId()), "")))
                                                .toList(),
                                        rules))));
    }

    /**
     * Offers that the carrier stands by and that outlive the vote.
     *
     * @param unfit those that no longer meet their lot as it was amended, and cannot be awarded
     */
    private record OnTable(List<StandingOffer> standing, Set<UUID> unfit) {

        void requireFit(NewAward wanted) {
            for (int i = 0; i < wanted.lines().size(); i++)
                if (unfit.contains(wanted.lines().get(i).offerId()))
                    throw Refusal.field(
                            ProblemType.AWARD_INVALID, "/lines/" + i + "/offerId", "offer-no-longer-meets-lot");
        }
    }

    private Uni<OnTable> onTable(Scope scope, Coalition coalition, List<BidThread> threads, Instant now) {
        var unfit = new HashSet<UUID>();
        Instant voteUntil = now.plus(coalition.rfq().ratificationWindow());
        return Multi.createFrom()
                .iterable(threads.stream()
                        .filter(thread -> thread.bid().state().standing())
                        .filter(thread -> !thread.bid().validUntil().isBefore(voteUntil))
                        .map(BidThread::standing)
                        .toList())
                .onItem()
                .transformToUniAndConcatenate(offer -> {
                    OfferTerms terms = offer.content().terms();
                    return catalog.version(scope, terms.versionId()).map(version -> {
                        if (!meetsLot(coalition, terms, version)) unfit.add(offer.id());
                        return new StandingOffer(offer.id(), terms, version.priceVnd());
                    });
                })
                .filter(offer -> !unfit.contains(offer.offerId()))
                .collect()
                .asList()
                .map(standing -> new OnTable(standing, unfit));
    }

    private static boolean meetsLot(Coalition coalition, OfferTerms terms, PackageVersionView version) {
        Lot lot = coalition.rfq().lot(terms.lot()).orElseThrow();
        return terms.servesSomeOf(lot) && PackageFit.of(version).misfits(lot).isEmpty();
    }

    private Uni<List<AwardPlan.Demand>> demands(Mutiny.Session session, Coalition coalition, Instant now) {
        return mandating(session, coalition, now, LockModeType.PESSIMISTIC_READ)
                .chain(members -> places.provincesOf(coalition.enterprises()).map(provinces -> members.stream()
                        .map(member -> new AwardPlan.Demand(
                                member.enterpriseId(),
                                linesByLot(coalition, member),
                                provinces.get(member.enterpriseId())))
                        .toList()));
    }

    /** The members whose mandate still holds today. */
    private Uni<List<RfqMember>> mandating(
            Mutiny.Session session, Coalition coalition, Instant now, LockModeType mode) {
        var rfq = coalition.rfq();
        LocalDate today = LocalDate.ofInstant(now, Clock.VIETNAM);
        return opening.mandatesOn(session, rfq.leadBodyId(), coalition.enterprises(), today, mode)
                .map(mandates -> coalition.members().stream()
                        .filter(member -> mandates.containsKey(member.enterpriseId()))
                        .toList());
    }

    private static Map<String, Long> linesByLot(Coalition coalition, RfqMember member) {
        var lines = new HashMap<String, Long>();
        coalition.rfq().lots().forEach(lot -> lines.put(lot.name(), member.linesOf(lot.name())));
        return lines;
    }

    private static AwardPlan plan(
            Coalition coalition, List<AwardPlan.Demand> demands, List<StandingOffer> standing, NewAward wanted) {
        var plan = AwardPlan.of(
                demands,
                standing,
                wanted.lines().stream()
                        .map(line -> new AwardPlan.Wanted(
                                line.enterpriseId(), line.offerId(), line.lines(), line.fundVndPerMonth()))
                        .toList(),
                wanted.acceptingLosses());
        long enterprises =
                plan.lines().stream().map(PricedLine::enterpriseId).distinct().count();
        if (enterprises < coalition.rfq().quorum())
            throw Refusal.field(ProblemType.AWARD_INVALID, "/lines", "fewer-than-quorum");
        return plan;
    }

    private Uni<Void> requireRules(
            Mutiny.Session session,
            Coalition coalition,
            @Nullable UUID proposalId,
            AwardPlan plan,
            List<BidThread> threads) {
        if (proposalId == null) return Uni.createFrom().voidItem();
        var carrierOf = new HashMap<UUID, CarrierId>();
        threads.forEach(thread ->
                carrierOf.put(thread.bid().standingOfferId(), thread.bid().carrierId()));
        return proposals
                .find(session, coalition.rfq().id(), proposalId)
                .map(found -> found.orElseThrow(
                        () -> Refusal.field(ProblemType.AWARD_INVALID, "/proposalId", "no-such-proposal")))
                .invoke(proposal -> RuleCheck.check(
                        ProposalRules.of(proposal.asked()),
                        Set.copyOf(ProposalRules.withoutEnterprises(proposal.asked())),
                        plan.lines(),
                        carrierOf,
                        coalition.demands()))
                .replaceWithVoid();
    }

    private Uni<AwardThread> put(
            Mutiny.Session session,
            Scope scope,
            Coalition coalition,
            List<BidThread> threads,
            AwardPlan plan,
            Instant now) {
        var rfq = coalition.rfq();
        if (rfq.state() == RfqState.CLOSED) rfq.move(RfqMove.EVALUATE);
        rfq.move(RfqMove.AWARD);
        var award = new Award(Ids.next(), rfq, plan.shortfalls(), now);
        Set<UUID> winning = plan.lines().stream().map(PricedLine::offerId).collect(Collectors.toSet());
        List<BidThread> winners = threads.stream()
                .filter(thread -> winning.contains(thread.bid().standingOfferId()))
                .toList();
        winners.forEach(thread -> thread.bid().move(BidMove.AWARD));
        List<CarrierId> carriers = winners.stream()
                .map(thread -> thread.bid().carrierId())
                .distinct()
                .toList();
        return session.persist(award)
                .chain(session::flush)
                .chain(() -> session.persistAll(plan.lines().stream()
                        .map(line -> new AwardLine(Ids.next(), award.id(), line))
                        .toArray()))
                .call(() -> proceedings.rfqMoved(session, scope, coalition, RfqMove.AWARD, now))
                .invoke(() -> rfq.move(RfqMove.ASK_MEMBERS))
                .call(session::flush)
                .call(() -> proceedings.rfqMoved(session, scope, coalition, RfqMove.ASK_MEMBERS, now))
                .call(() -> proceedings.tellOfRfq(session, scope, "rfq-awarded", coalition, carriers))
                .replaceWith(new AwardThread(award, plan.lines(), List.of()));
    }
}
