package org.goichung.negotiation.walk;

import static org.goichung.support.Door.await;
import static org.goichung.support.Door.bean;

import io.smallrye.mutiny.Uni;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import java.util.function.Supplier;
import org.goichung.negotiation.AgreementAmendmentService;
import org.goichung.negotiation.AgreementService;
import org.goichung.negotiation.AmendmentService;
import org.goichung.negotiation.AwardService;
import org.goichung.negotiation.BargainService;
import org.goichung.negotiation.CounterOffer;
import org.goichung.negotiation.FinalService;
import org.goichung.negotiation.Leaving;
import org.goichung.negotiation.MandateService;
import org.goichung.negotiation.MemberService;
import org.goichung.negotiation.NegotiationJobs;
import org.goichung.negotiation.NewAnswer;
import org.goichung.negotiation.NewBestAndFinal;
import org.goichung.negotiation.NewMember;
import org.goichung.negotiation.NewProposal;
import org.goichung.negotiation.NewQuestion;
import org.goichung.negotiation.NewVote;
import org.goichung.negotiation.OfferReceipt;
import org.goichung.negotiation.OfferService;
import org.goichung.negotiation.ProposalService;
import org.goichung.negotiation.QuestionService;
import org.goichung.negotiation.RatificationService;
import org.goichung.negotiation.RfqService;
import org.goichung.negotiation.VoteLinkService;
import org.goichung.platform.http.Language;
import org.goichung.platform.problem.Refusal;
import org.goichung.platform.time.Clock;
import org.goichung.platform.time.DatabaseClock;
import org.goichung.quota.store.GrantLedger;

/** The running service, asked as the model is. */
final class Broker implements AutoCloseable {
    private static final String STALE = "\"900\"";

    final World world;
    private final Papers papers;
    private final DeskClerk desk;
    final Names names = new Names();
    final Records records;
    private final Map<String, Long> versions = new HashMap<>();
    private final Map<Integer, Integer> rfqOfQuestion = new HashMap<>();
    private final Map<Integer, Integer> offerOfChange = new HashMap<>();
    private Duration moved = Duration.ZERO;

    Broker(World world) {
        this.world = world;
        papers = new Papers(world, names);
        desk = new DeskClerk(world, names, papers);
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
            case Step.Give give -> {
                var mandate =
                        await(() -> bean(MandateService.class).give(world.scope(give.by()), papers.mandate(give, now)));
                names.put("m" + give.mandate(), mandate.id());
            }
            case Step.TakeBack back -> {
                String name = "m" + back.mandate();
                String version = names.knows(name) ? records.version("mandate", names.id(name)) : STALE;
                await(() -> bean(MandateService.class).withdraw(world.scope(back.by()), names.id(name), version));
            }
            case Step.Draft draft -> {
                var rfq = await(() -> bean(RfqService.class).draft(world.scope(draft.by()), papers.rfq(draft, now)));
                names.put("r" + draft.rfq(), rfq.id());
            }
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
            case Step.Amend amend -> {
                var asked = papers.amendment(amend, records.rfq(rfq(amend.rfq())));
                String version = version(amend.rfq(), false);
                await(() ->
                        bean(AmendmentService.class).amend(world.scope(amend.by()), rfq(amend.rfq()), version, asked));
            }
            case Step.Join join -> {
                String version = version(join.rfq(), join.stale());
                var asked = new NewMember(world.enterprise(join.enterprise()));
                await(() -> bean(MemberService.class).join(world.scope(join.by()), rfq(join.rfq()), version, asked));
            }
            case Step.Leave leave -> {
                String version = version(leave.rfq(), leave.stale());
                await(() -> bean(MemberService.class)
                        .leave(
                                world.scope(leave.by()),
                                rfq(leave.rfq()),
                                world.enterprise(leave.enterprise()),
                                version,
                                new Leaving("Đã có gói riêng")));
            }
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
                        .submit(
                                world.scope(submit.by()),
                                rfq(submit.rfq()),
                                papers.terms(submit.by(), submit.terms(), now)));
            case Step.Revise revise ->
                offered(revise.offer(), () -> bean(BargainService.class)
                        .revise(
                                world.scope(revise.by()),
                                offer(revise.of()),
                                papers.terms(revise.by(), revise.terms(), now)));
            case Step.CallFinal call -> {
                String version = version(call.rfq(), call.stale());
                var asked = new NewBestAndFinal(Times.at(Times.deadline(now + call.deadlineIn())), null);
                await(() -> bean(FinalService.class).call(world.scope(call.by()), rfq(call.rfq()), version, asked));
            }
            case Step.Counter counter ->
                offered(counter.offer(), () -> bean(BargainService.class)
                        .counter(
                                world.scope(counter.by()),
                                offer(counter.of()),
                                new CounterOffer(
                                        Papers.tiers(counter.tiers()),
                                        counter.sums(),
                                        counter.answerIn() == null
                                                ? null
                                                : Times.at(Times.deadline(now + counter.answerIn())))));
            case Step.Accept accept ->
                await(() -> bean(BargainService.class).accept(world.scope(accept.by()), offer(accept.offer())));
            case Step.Decline decline ->
                await(() -> bean(BargainService.class).decline(world.scope(decline.by()), offer(decline.offer())));
            case Step.Withdraw withdraw ->
                await(() -> bean(BargainService.class).withdraw(world.scope(withdraw.by()), offer(withdraw.offer())));
            case Step.OnPaper paper -> desk.make(paper, now);
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

    private void offered(int name, Supplier<Uni<OfferReceipt>> move) {
        names.put("o" + name, await(move).offerId());
    }

    private void propose(Step.Propose step) {
        var asked = new NewProposal(null, null, null, null, 10, null, null);
        var proposal = await(
                () -> bean(ProposalService.class).propose(world.scope(step.by()), rfq(step.rfq()), asked, Language.EN));
        NegotiationJobs.propose();
        names.put("proposal of r" + step.rfq(), proposal.id());
    }

    private void award(Step.Award step) {
        var wanted = papers.award(step);
        String version = version(step.rfq(), step.stale());
        var award =
                await(() -> bean(AwardService.class).award(world.scope(step.by()), rfq(step.rfq()), version, wanted));
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
        var wanted = papers.share(step, now);
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
                case LET_GO -> NegotiationJobs.letGo();
                case SETTLE -> NegotiationJobs.settle();
                case EXPIRE -> NegotiationJobs.expire();
                case CALENDAR -> NegotiationJobs.calendar();
            }
        records.awaitTold();
        await(() -> bean(GrantLedger.class).grantDue(null));
    }
}
