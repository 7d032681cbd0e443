package org.goichung.negotiation;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.goichung.negotiation.model.AwardThread;
import org.goichung.negotiation.model.Ballot;
import org.goichung.negotiation.model.Coalition;
import org.goichung.negotiation.model.Move;
import org.goichung.negotiation.model.Vote;
import org.goichung.negotiation.store.AwardStore;
import org.goichung.negotiation.store.RfqStore;
import org.goichung.platform.database.Ids;
import org.goichung.platform.database.Statements;
import org.goichung.platform.database.Transactions;
import org.goichung.platform.identity.EnterpriseId;
import org.goichung.platform.identity.Scope;
import org.goichung.platform.outbox.Audience;
import org.goichung.platform.outbox.Event;
import org.goichung.platform.problem.ProblemType;
import org.goichung.platform.problem.Refusal;
import org.goichung.platform.time.Clock;
import org.hibernate.reactive.mutiny.Mutiny;

/** The members' vote on an award, settled when all have voted or their time is over. */
@ApplicationScoped
public class RatificationService {
    private static final Scope WINDOW = Scope.system("ratification-window");

    private final Transactions transactions;
    private final RfqStore rfqs;
    private final AwardStore awards;
    private final Settlement settlement;
    private final Proceedings proceedings;
    private final Clock clock;
    private final DueWork settlements;

    RatificationService(
            Transactions transactions,
            RfqStore rfqs,
            AwardStore awards,
            Settlement settlement,
            Proceedings proceedings,
            Clock clock) {
        this.transactions = transactions;
        this.rfqs = rfqs;
        this.awards = awards;
        this.settlement = settlement;
        this.proceedings = proceedings;
        this.clock = clock;
        this.settlements = new DueWork(
                "the vote of this RFQ could not be settled:", transactions, clock, rfqs::dueToSettle, this::settle);
    }

    /** By the enterprise's own union, once; the answer shows what the vote has come to. */
    public Uni<AwardView> vote(Scope scope, UUID rfqId, NewVote cast) {
        return transactions.write(session -> rfqs.lockToMove(session, rfqId)
                .invoke(coalition -> {
                    coalition.viewer(scope);
                    scope.requireOwn(cast.enterpriseId());
                })
                .chain(coalition -> awards.lockPending(session, rfqId)
                        .chain(thread -> clock.now(Statements.of(session))
                                .chain(now -> put(session, scope, coalition, thread, cast, now)
                                        .call(after -> after.allVoted()
                                                ? settlement.settle(session, scope, coalition, after, now)
                                                : Uni.createFrom().voidItem())))
                        .map(after -> AwardView.of(
                                after,
                                coalition.rfq(),
                                line -> line.enterpriseId().equals(cast.enterpriseId()),
                                cast.enterpriseId()::equals))));
    }

    /** Settles awards whose vote is over. */
    Uni<Void> settleAllDue() {
        return settlements.doAll();
    }

    private Uni<Void> settle(Mutiny.Session session, UUID rfqId) {
        return rfqs.lockDueToSettle(session, rfqId)
                .chain(due -> due
                        ? rfqs.read(session, rfqId).chain(coalition -> awards.lockPending(session, rfqId)
                                .chain(thread -> clock.now(Statements.of(session))
                                        .chain(now -> settlement.settle(session, WINDOW, coalition, thread, now))))
                        : Uni.createFrom().voidItem());
    }

    private Uni<AwardThread> put(
            Mutiny.Session session, Scope scope, Coalition coalition, AwardThread thread, NewVote cast, Instant now) {
        EnterpriseId enterprise = cast.enterpriseId();
        if (!thread.electorate().contains(enterprise))
            throw Refusal.field(ProblemType.INVALID_REQUEST, "/enterpriseId", "not-in-the-award");
        if (thread.hasVoted(enterprise)) throw Refusal.of(ProblemType.ALREADY_EXISTS);
        thread.award().requireTakesVotes(now);
        Vote vote = vote(thread.award().id(), cast, now);
        return settlement
                .requireMandate(session, coalition, enterprise)
                .chain(() -> session.persist(vote))
                .chain(session::flush)
                .chain(() -> note(session, scope, coalition, vote))
                .replaceWith(() -> thread.with(vote));
    }

    private static Vote vote(UUID awardId, NewVote cast, Instant now) {
        Integer voters = cast.voters();
        Integer yes = cast.yes();
        Integer no = cast.no();
        var resolved = cast.vote();
        if (resolved != null && voters == null && yes == null && no == null)
            return Vote.resolved(Ids.next(), awardId, cast.enterpriseId(), resolved == NewVote.Resolution.YES, now);
        if (resolved != null || voters == null || yes == null || no == null)
            throw Refusal.field(ProblemType.INVALID_REQUEST, "", "ballot-or-vote");
        return Vote.counted(Ids.next(), awardId, cast.enterpriseId(), new Ballot(voters, yes, no), now);
    }

    private Uni<Void> note(Mutiny.Session session, Scope scope, Coalition coalition, Vote vote) {
        List<UUID> mandate = coalition
                .member(vote.enterpriseId())
                .map(member -> List.of(member.mandateId()))
                .orElse(List.of());
        return proceedings
                .put(
                        session,
                        new Move(
                                coalition.rfq().id(),
                                vote.awardId(),
                                "vote",
                                vote.carried() ? "yes" : "no",
                                scope.principal(),
                                scope.unionBody(),
                                null,
                                mandate,
                                vote.castAt()))
                .chain(() -> proceedings.tell(
                        session,
                        scope,
                        new Event(
                                "award-voted",
                                coalition.rfq().id(),
                                vote.awardId(),
                                Set.of(Audience.of(coalition.rfq().leadBodyId()), Audience.of(vote.enterpriseId())),
                                Map.of(
                                        "enterpriseId", vote.enterpriseId().toString(),
                                        "carried", vote.carried()))));
    }
}
