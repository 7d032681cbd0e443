package org.goichung.negotiation.walk;

import static org.goichung.support.Door.await;
import static org.goichung.support.Door.bean;

import io.smallrye.mutiny.Uni;
import java.time.Duration;
import java.time.Instant;
import java.time.YearMonth;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Supplier;
import org.goichung.catalog.SubscriberKind;
import org.goichung.negotiation.AgreementAmendmentService;
import org.goichung.negotiation.AgreementService;
import org.goichung.negotiation.AmendmentService;
import org.goichung.negotiation.AwardService;
import org.goichung.negotiation.BargainService;
import org.goichung.negotiation.CounterOffer;
import org.goichung.negotiation.LegalBasis;
import org.goichung.negotiation.Lot;
import org.goichung.negotiation.LotRequirements;
import org.goichung.negotiation.MandateService;
import org.goichung.negotiation.NegotiationJobs;
import org.goichung.negotiation.NewAgreementAmendment;
import org.goichung.negotiation.NewAmendment;
import org.goichung.negotiation.NewAnswer;
import org.goichung.negotiation.NewAward;
import org.goichung.negotiation.NewMandate;
import org.goichung.negotiation.NewProposal;
import org.goichung.negotiation.NewQuestion;
import org.goichung.negotiation.NewRfq;
import org.goichung.negotiation.NewVote;
import org.goichung.negotiation.OfferReceipt;
import org.goichung.negotiation.OfferService;
import org.goichung.negotiation.OfferTerms;
import org.goichung.negotiation.ProposalService;
import org.goichung.negotiation.QuestionService;
import org.goichung.negotiation.RatificationService;
import org.goichung.negotiation.RfqService;
import org.goichung.negotiation.RollOver;
import org.goichung.negotiation.Tier;
import org.goichung.negotiation.VoteLinkService;
import org.goichung.platform.http.Language;
import org.goichung.platform.identity.EnterpriseId;
import org.goichung.platform.identity.UnionBodyId;
import org.goichung.platform.problem.Refusal;
import org.goichung.platform.time.Clock;
import org.goichung.platform.time.DatabaseClock;
import org.goichung.quota.store.GrantLedger;

/** The running service, asked as the model is. */
final class Broker implements AutoCloseable {
    private static final String LOT = "Gói dữ liệu";
    private static final long MORE_THAN_ANY_GIVES = 900_000_000_000_000L;
    private static final String STALE = "\"900\"";

    final World world;
    final Names names = new Names();
    final Records records;
    private final Map<String, Long> versions = new HashMap<>();
    private final Map<Integer, Integer> rfqOfQuestion = new HashMap<>();
    private final Map<Integer, Integer> offerOfChange = new HashMap<>();
    private Duration moved = Duration.ZERO;

    Broker(World world) {
        this.world = world;
        goTo(0);
        records = new Records(this);
        for (int i = 0; i < Actor.MANY; i++) {
            names.put("e" + i, world.enterprises.get(i));
            names.put("c" + i, World.carrier(i));
        }
    }

    @Override
    public void close() {
        records.clear();
        go(moved.negated());
    }

    private void go(Duration by) {
        await(() -> bean(DatabaseClock.class).advance(by));
        moved = moved.plus(by);
    }

    /** To just behind the minute. */
    void goTo(long minute) {
        Duration way = Duration.between(bean(Clock.class).instant(), Times.at(minute));
        go(Duration.ofSeconds(way.toSeconds() + (way.isNegative() ? 0 : 1)));
    }

    /** {@code done}, or what it was refused as. */
    String run(Step step, long now) {
        try {
            make(step, now);
            return "done";
        } catch (Refusal refusal) {
            String type = refusal.type().slug();
            return refusal.fields().isEmpty()
                    ? type
                    : type + " " + refusal.fields().getFirst().code();
        }
    }

    private void make(Step step, long now) {
        switch (step) {
            case Step.Give give -> give(give, now);
            case Step.TakeBack back -> {
                String name = "m" + back.mandate();
                String version = names.knows(name) ? records.version("mandate", names.id(name)) : STALE;
                await(() -> bean(MandateService.class).withdraw(world.scope(back.by()), names.id(name), version));
            }
            case Step.Draft draft -> draft(draft, now);
            case Step.Open open -> {
                String version = version(open.rfq(), open.stale());
                await(() -> bean(RfqService.class).open(world.scope(open.by()), rfq(open.rfq()), version));
            }
            case Step.Close close -> {
                String version = version(close.rfq(), close.stale());
                await(() -> bean(RfqService.class).close(world.scope(close.by()), rfq(close.rfq()), version));
            }
            case Step.Cancel cancel -> {
                String version = version(cancel.rfq(), cancel.stale());
                await(() -> bean(RfqService.class).cancel(world.scope(cancel.by()), rfq(cancel.rfq()), version));
            }
            case Step.Amend amend -> amend(amend);
            case Step.Ask ask -> {
                rfqOfQuestion.put(ask.question(), ask.rfq());
                var asked = new NewQuestion("Có tính cước chuyển vùng không?");
                var question =
                        await(() -> bean(QuestionService.class).ask(world.scope(ask.by()), rfq(ask.rfq()), asked));
                names.put("q" + ask.question(), question.id());
            }
            case Step.Answer answer ->
                await(() -> bean(QuestionService.class)
                        .answer(
                                world.scope(answer.by()),
                                rfq(rfqOfQuestion.getOrDefault(answer.question(), 0)),
                                names.id("q" + answer.question()),
                                new NewAnswer("Không.")));
            case Step.Submit submit ->
                offered(submit.offer(), () -> bean(OfferService.class)
                        .submit(world.scope(submit.by()), rfq(submit.rfq()), terms(submit.by(), submit.terms(), now)));
            case Step.Revise revise ->
                offered(revise.offer(), () -> bean(BargainService.class)
                        .revise(world.scope(revise.by()), offer(revise.of()), terms(revise.by(), revise.terms(), now)));
            case Step.Counter counter ->
                offered(counter.offer(), () -> bean(BargainService.class)
                        .counter(
                                world.scope(counter.by()),
                                offer(counter.of()),
                                new CounterOffer(tiers(counter.tiers()), counter.sums())));
            case Step.Accept accept ->
                await(() -> bean(BargainService.class).accept(world.scope(accept.by()), offer(accept.offer())));
            case Step.Decline decline ->
                await(() -> bean(BargainService.class).decline(world.scope(decline.by()), offer(decline.offer())));
            case Step.Withdraw withdraw ->
                await(() -> bean(BargainService.class).withdraw(world.scope(withdraw.by()), offer(withdraw.offer())));
            case Step.Propose propose -> propose(propose);
            case Step.Award award -> award(award);
            case Step.Vote vote ->
                await(() -> bean(RatificationService.class)
                        .vote(
                                world.scope(vote.by()),
                                rfq(vote.rfq()),
                                new NewVote(
                                        world.enterprise(vote.enterprise()),
                                        null,
                                        null,
                                        null,
                                        vote.yes() ? NewVote.Resolution.YES : NewVote.Resolution.NO)));
            case Step.VoteByLink vote -> {
                String secret = records.secret(names.id("w" + vote.award()), world.enterprises.get(vote.enterprise()));
                await(() -> bean(VoteLinkService.class).vote(secret, vote.yes()));
            }
            case Step.MoveAgreement move -> moveAgreement(move);
            case Step.Share share -> share(share, now);
            case Step.Reply reply -> reply(reply);
            case Step.Pass pass -> pass(pass, now);
        }
    }

    private UUID rfq(int name) {
        return names.id("r" + name);
    }

    private UUID offer(int name) {
        return names.id("o" + name);
    }

    private String version(int rfq, boolean stale) {
        return stale || !names.knows("r" + rfq) ? STALE : records.version("rfq", rfq(rfq));
    }

    private void give(Step.Give step, long now) {
        var wanted = new NewMandate(
                world.enterprise(step.enterprise()),
                new UnionBodyId(world.federation),
                100,
                step.carried() ? 70 : 20,
                20,
                Times.day(now).plusDays(step.days()));
        names.put(
                "m" + step.mandate(),
                await(() -> bean(MandateService.class).give(world.scope(step.by()), wanted))
                        .id());
    }

    private void draft(Step.Draft step, long now) {
        long deadline = Times.deadline(now + step.deadlineIn());
        var members = new HashSet<EnterpriseId>();
        step.members().forEach(member -> members.add(world.enterprise(member)));
        YearMonth start = Times.month(deadline).plusMonths(step.startIn());
        var asked = new NewRfq(
                "Gói chung",
                List.of(new Lot(LOT, World.CRITERIA, null, null, null, start, step.months())),
                members,
                Times.at(deadline),
                step.windowHours(),
                step.quorum(),
                0,
                RollOver.NONE);
        names.put(
                "r" + step.rfq(),
                await(() -> bean(RfqService.class).draft(world.scope(step.by()), asked))
                        .id());
    }

    private void amend(Step.Amend step) {
        var rfq = records.rfq(rfq(step.rfq()));
        Instant deadline = Times.at(rfq == null ? 1 : Times.deadline(Times.minute(rfq.deadline()) + step.later()));
        var lots = step.asks() == null || rfq == null
                ? null
                : List.of(new LotRequirements(
                        LOT, null, step.asks() ? MORE_THAN_ANY_GIVES : null, null, rfq.start(), rfq.months()));
        var demand = step.enterprise() < 0
                ? null
                : List.of(new NewAmendment.DemandCorrection(
                        world.enterprise(step.enterprise()), LOT, Map.of(world.carrierCode, step.lines())));
        String version = version(step.rfq(), false);
        await(() -> bean(AmendmentService.class)
                .amend(
                        world.scope(step.by()),
                        rfq(step.rfq()),
                        version,
                        new NewAmendment("Đếm lại", deadline, lots, demand)));
    }

    private void offered(int name, Supplier<Uni<OfferReceipt>> move) {
        names.put("o" + name, await(move).offerId());
    }

    private OfferTerms terms(Actor by, Step.Terms terms, long now) {
        int own = Math.max(0, by.number());
        return new OfferTerms(
                terms.otherLot() ? "Gói thoại" : LOT,
                world.packages.get(terms.othersPackage() ? (own + 1) % Actor.MANY : own),
                tiers(terms.tiers()),
                terms.sums(),
                terms.capacity(),
                Times.at(Times.validity(now + terms.validFor())),
                LegalBasis.OWN_TARIFF,
                World.REFERENCE_VND,
                SubscriberKind.PREPAID,
                null,
                null);
    }

    private static List<Tier> tiers(List<Step.Tier> tiers) {
        return tiers.stream().map(tier -> new Tier(tier.from(), tier.price())).toList();
    }

    private void propose(Step.Propose step) {
        var asked = new NewProposal(null, null, null, null, 10, null, null);
        var proposal = await(
                () -> bean(ProposalService.class).propose(world.scope(step.by()), rfq(step.rfq()), asked, Language.EN));
        NegotiationJobs.propose();
        names.put("proposal of r" + step.rfq(), proposal.id());
    }

    private void award(Step.Award step) {
        var accepting = new HashSet<EnterpriseId>();
        step.accepting().forEach(each -> accepting.add(world.enterprise(each)));
        var lines = step.lines().stream()
                .map(line ->
                        new NewAward.Line(world.enterprise(line.enterprise()), offer(line.offer()), line.lines(), null))
                .toList();
        String version = version(step.rfq(), step.stale());
        var award = await(() -> bean(AwardService.class)
                .award(world.scope(step.by()), rfq(step.rfq()), version, new NewAward(lines, accepting)));
        names.put("w" + step.award(), award.id());
        NegotiationJobs.invite(award.rfqId());
    }

    private UUID agreement(int offer) {
        return records.agreementOn(offer(offer));
    }

    private void moveAgreement(Step.MoveAgreement step) {
        UUID id = agreement(step.offer());
        String version = step.stale() ? STALE : records.version("agreement", id);
        var scope = world.scope(step.by());
        var agreements = bean(AgreementService.class);
        await(() -> switch (step.deed()) {
            case SUSPEND -> agreements.suspend(scope, id, version);
            case RESUME -> agreements.resume(scope, id, version);
            case TERMINATE -> agreements.terminate(scope, id, version);
        });
    }

    private void share(Step.Share step, long now) {
        offerOfChange.put(step.change(), step.offer());
        YearMonth first = Times.month(now).plusMonths(step.inMonths());
        var wanted = new NewAgreementAmendment(
                world.enterprise(step.from()),
                world.enterprise(step.to()),
                step.lines(),
                null,
                first,
                step.months() == null ? null : first.plusMonths(step.months() - 1L));
        UUID agreement = agreement(step.offer());
        var change =
                await(() -> bean(AgreementAmendmentService.class).propose(world.scope(step.by()), agreement, wanted));
        names.put("x" + step.change(), change.id());
    }

    private void reply(Step.Reply step) {
        UUID agreement = agreement(offerOfChange.getOrDefault(step.change(), 0));
        UUID id = names.id("x" + step.change());
        var scope = world.scope(step.by());
        var changes = bean(AgreementAmendmentService.class);
        await(() -> switch (step.word()) {
            case ACCEPT -> changes.accept(scope, agreement, id);
            case DECLINE -> changes.decline(scope, agreement, id);
            case WITHDRAW -> changes.withdraw(scope, agreement, id);
        });
    }

    private void pass(Step.Pass step, long then) {
        records.awaitTold();
        goTo(then);
        for (Step.Job job : step.jobs())
            switch (job) {
                case CLOSE -> NegotiationJobs.close();
                case SETTLE -> NegotiationJobs.settle();
                case EXPIRE -> NegotiationJobs.expire();
                case CALENDAR -> NegotiationJobs.calendar();
            }
        records.awaitTold();
        await(() -> bean(GrantLedger.class).grantDue(null));
    }
}
