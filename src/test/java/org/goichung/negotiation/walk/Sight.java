package org.goichung.negotiation.walk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.goichung.support.Door.await;
import static org.goichung.support.Door.bean;

import io.smallrye.mutiny.Uni;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.goichung.negotiation.AgreementService;
import org.goichung.negotiation.Allocation;
import org.goichung.negotiation.AwardService;
import org.goichung.negotiation.AwardView;
import org.goichung.negotiation.BestAndFinalView;
import org.goichung.negotiation.FinalService;
import org.goichung.negotiation.OfferService;
import org.goichung.negotiation.OfferView;
import org.goichung.negotiation.ProposalService;
import org.goichung.negotiation.ProposalView;
import org.goichung.negotiation.QuestionService;
import org.goichung.negotiation.QuestionView;
import org.goichung.negotiation.RfqService;
import org.goichung.negotiation.RfqView;
import org.goichung.negotiation.walk.State.Deal;
import org.goichung.negotiation.walk.State.Rfq;
import org.goichung.platform.http.Language;
import org.goichung.platform.identity.Scope;
import org.goichung.platform.paging.Page;
import org.goichung.platform.paging.PageRequest;
import org.goichung.platform.problem.ProblemType;
import org.goichung.platform.problem.Refusal;

/** What each may see, and what an award and an agreement must be, whatever was done before. */
final class Sight {
    private static final PageRequest ALL = PageRequest.of(null, 500);

    private final Broker broker;
    private final State all;

    Sight(Broker broker, Model model) {
        this.broker = broker;
        this.all = model.all;
    }

    /** One after the other looks at one thing after the other. */
    void check(int turn) {
        Actor actor = Actor.values()[turn % Actor.values().length];
        Rfq rfq = one(List.copyOf(all.rfqs.values()), turn);
        if (rfq != null) check(actor, rfq, turn);
        Deal deal = one(List.copyOf(all.deals.values()), turn);
        if (deal != null) check(actor, deal);
    }

    private static <T> T one(List<T> things, int turn) {
        return things.isEmpty() ? null : things.get(turn / Actor.values().length % things.size());
    }

    private static void hidden(Supplier<Uni<?>> look) {
        assertThatThrownBy(() -> await(look::get))
                .isInstanceOfSatisfying(
                        Refusal.class, refused -> assertThat(refused.type()).isEqualTo(ProblemType.NOT_FOUND));
    }

    /** At the offers each time, at the rest in turn. */
    private void check(Actor actor, Rfq rfq, int turn) {
        Scope scope = broker.world.scope(actor);
        UUID id = broker.names.id("r" + rfq.name);
        var rfqs = bean(RfqService.class);
        var offers = bean(OfferService.class);
        var awards = bean(AwardService.class);
        var questions = bean(QuestionService.class);
        boolean sees = Model.sees(all, actor, rfq.name);
        if (sees) checkOffers(actor, rfq, await(() -> offers.list(scope, id, ALL)));
        else hidden(() -> offers.list(scope, id, ALL));
        var finals = bean(FinalService.class);
        if (sees && rfq.finalDeadline >= 0) checkRound(actor, rfq, await(() -> finals.round(scope, id)));
        else hidden(() -> finals.round(scope, id));
        switch (turn % 3) {
            case 0 -> {
                if (sees || Members.mayJoin(all, actor, rfq.name))
                    checkRfq(actor, rfq, sees, await(() -> rfqs.rfq(scope, id)));
                else hidden(() -> rfqs.rfq(scope, id));
            }
            case 1 -> {
                if (sees)
                    checkAwards(
                            actor,
                            rfq,
                            await(() -> awards.awards(scope, id, ALL)).items());
                else hidden(() -> awards.awards(scope, id, ALL));
            }
            default -> {
                if (sees) checkQuestions(actor, rfq, await(() -> questions.list(scope, id, ALL)));
                else hidden(() -> questions.list(scope, id, ALL));
            }
        }
    }

    private static void checkQuestions(Actor actor, Rfq rfq, Page<QuestionView> page) {
        page.items().forEach(question -> assertThat(question.carrierId() != null)
                .isEqualTo(!actor.isCarrier() && rfq.closed));
    }

    private static void checkRfq(Actor actor, Rfq rfq, boolean sees, RfqView view) {
        long exact = rfq.demand.values().stream().mapToLong(each -> each).sum();
        Long lines = !rfq.opened ? null : (Long) (actor.leads() ? exact : exact / 5 * 5);
        assertThat(view.lots().getFirst().lines()).isEqualTo(lines);
        int members = actor.leads() ? rfq.members.size() : sees && actor.isUnion() ? 1 : 0;
        assertThat(view.members()).hasSize(members);
    }

    /** Nobody sees an offer before the close but its bidder; none ever sees another's. */
    private void checkOffers(Actor actor, Rfq rfq, OfferView.Page page) {
        Set<String> expected = all.offers.values().stream()
                .filter(offer -> offer.bid.rfq == rfq)
                .filter(offer ->
                        actor.isCarrier() ? offer.bid.carrier == actor.number() : rfq.closed && offer.bid.revealed)
                .filter(offer -> !offer.sealed)
                .map(offer -> "o" + offer.name)
                .collect(Collectors.toSet());
        assertThat(page.items().stream().map(OfferView::id).map(this::name).collect(Collectors.toSet()))
                .isEqualTo(expected);
        assertThat(page.sealed()).isEqualTo(!rfq.closed || rfq.state.equals("BEST_AND_FINAL"));
    }

    /** A bidder what it handed in last, everybody else nothing. */
    private void checkRound(Actor actor, Rfq rfq, BestAndFinalView round) {
        Set<String> expected = rfq.bids.stream()
                .filter(bid -> actor.isCarrier() && bid.carrier == actor.number() && !bid.finals.isEmpty())
                .filter(bid -> bid.state.equals("INVITED"))
                .map(bid -> "o" + bid.finals.getLast().name)
                .collect(Collectors.toSet());
        assertThat(round.offers().stream().map(OfferView::id).map(this::name).collect(Collectors.toSet()))
                .isEqualTo(expected);
    }

    private String name(UUID id) {
        return broker.names.told(id.toString());
    }

    private void checkAwards(Actor actor, Rfq rfq, List<AwardView> views) {
        for (AwardView view : views) {
            State.Award award = all.awards.get(Integer.parseInt(name(view.id()).substring(1)));
            assertThat(view.lines()).hasSize((int) award.lines.stream()
                    .filter(line -> actor.leads()
                            || actor.isUnion() && line.enterprise() == actor.number()
                            || actor.isCarrier() && line.offer().bid.carrier == actor.number())
                    .count());
            if (actor.leads()) checkSums(rfq, view);
        }
        if (!actor.isCarrier())
            assertThat(views).hasSize((int) all.awards.values().stream()
                    .filter(award -> award.rfq == rfq)
                    .count());
        else assertThat(views).allSatisfy(view -> assertThat(view.lines()).isNotEmpty());
    }

    /** To each exactly what it wants, or what is short of it is told; no more of an offer than there is, at the price of the tier reached. */
    private void checkSums(Rfq rfq, AwardView view) {
        for (int member : rfq.members) {
            var enterprise = broker.world.enterprise(member);
            long given = view.lines().stream()
                    .filter(line -> line.enterpriseId().equals(enterprise))
                    .mapToLong(AwardView.Line::lines)
                    .sum();
            long missing = view.shortfalls().stream()
                    .filter(each -> each.enterpriseId().equals(enterprise))
                    .mapToLong(each -> each.lines())
                    .sum();
            // a member whose mandate had ended takes no part
            if (given + missing > 0) assertThat(given + missing).isEqualTo(rfq.demand.get(member));
        }
        checkPrices(view.lines());
    }

    private void checkPrices(List<AwardView.Line> lines) {
        for (AwardView.Line line : lines) {
            State.Offer offer =
                    all.offers.get(Integer.parseInt(name(line.offerId()).substring(1)));
            long taken = lines.stream()
                    .filter(each -> each.offerId().equals(line.offerId()))
                    .mapToLong(AwardView.Line::lines)
                    .sum();
            assertThat(taken).isLessThanOrEqualTo(offer.capacity);
            assertThat(line.priceVnd()).isEqualTo(offer.priceAt(offer.sums ? taken : line.lines()));
        }
    }

    private void check(Actor actor, Deal deal) {
        Scope scope = broker.world.scope(actor);
        UUID id = broker.records.agreementOn(broker.names.id("o" + deal.offer.name));
        var agreements = bean(AgreementService.class);
        boolean party = actor.leads()
                || actor.isCarrier() && actor.number() == deal.offer.bid.carrier
                || actor.isUnion() && deal.lines.containsKey(actor.number());
        if (!party) {
            hidden(() -> agreements.agreement(scope, id));
            return;
        }
        var view = await(() -> agreements.agreement(scope, id));
        long agreed = deal.lines.values().stream().mapToLong(each -> each).sum();
        assertThat(view.linesPerMonth()).isEqualTo(agreed);
        assertThat(view.revision()).isEqualTo(deal.revisions);
        if (!actor.isUnion())
            assertThat(view.allocations().stream()
                            .mapToLong(Allocation::linesPerMonth)
                            .sum())
                    .isEqualTo(agreed);
        YearMonth month = shown(deal);
        for (Allocation allocation : view.allocations()) {
            int member =
                    Integer.parseInt(name(allocation.enterpriseId().value()).substring(1));
            assertThat(allocation.linesPerMonth()).isPositive().isEqualTo(all.linesIn(deal, member, month));
            if (actor.isUnion()) assertThat(member).isEqualTo(actor.number());
        }
    }

    private YearMonth shown(Deal deal) {
        LocalDate today = Times.day(all.now);
        return YearMonth.from(
                today.isBefore(deal.rfq.firstDay())
                        ? deal.rfq.firstDay()
                        : today.isAfter(deal.rfq.lastDay()) ? deal.rfq.lastDay() : today);
    }

    /** A proposal keeps the rules that an award by hand is held to, and can be awarded as it stands. */
    void checkProposal(int rfqName) {
        Rfq rfq = all.rfqs.get(rfqName);
        ProposalView view = await(() -> bean(ProposalService.class)
                .proposal(
                        broker.world.scope(Actor.LEAD),
                        broker.names.id("r" + rfqName),
                        broker.names.id("proposal of r" + rfqName),
                        Language.EN));
        var awards = new Awards(all, new Deals(all));
        boolean possible =
                !awards.onTable(rfq).isEmpty() && !awards.mandating(rfq).isEmpty();
        ProposalView.Result result = view.result();
        if (result == null || result.lines().isEmpty()) {
            if (possible && result != null) assertThat(result.shortfalls()).isNotEmpty();
            return;
        }
        assertThat(possible).isTrue();
        checkPrices(result.lines());
        long cost = result.lines().stream()
                .mapToLong(line -> line.lines() * line.priceVnd())
                .sum();
        assertThat(result.costVndPerMonth()).isEqualTo(cost);
        for (int member : awards.mandating(rfq)) {
            var enterprise = broker.world.enterprise(member);
            long met = result.lines().stream()
                            .filter(line -> line.enterpriseId().equals(enterprise))
                            .mapToLong(AwardView.Line::lines)
                            .sum()
                    + result.shortfalls().stream()
                            .filter(each -> each.enterpriseId().equals(enterprise))
                            .mapToLong(each -> each.lines())
                            .sum();
            assertThat(met).isEqualTo(rfq.demand.get(member));
        }
    }
}
