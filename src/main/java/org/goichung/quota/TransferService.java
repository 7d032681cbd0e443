package org.goichung.quota;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.goichung.platform.database.Ids;
import org.goichung.platform.identity.EnterpriseId;
import org.goichung.platform.identity.Scope;
import org.goichung.platform.paging.Page;
import org.goichung.platform.paging.PageRequest;
import org.goichung.platform.problem.ProblemType;
import org.goichung.platform.problem.Refusal;
import org.goichung.platform.time.Clock;
import org.goichung.quota.QuotaService.Move;
import org.goichung.quota.model.Claimed;
import org.goichung.quota.model.Order;
import org.goichung.quota.store.DrawBatcher;
import org.goichung.quota.store.TransferReader;
import org.jspecify.annotations.Nullable;

/** The door of unused limit that leaves an enterprise: back to the agreement, or to another enterprise of it where both sides agree. */
@ApplicationScoped
public class TransferService {
    /** A proposal is answered within so long, and never behind the close of its period. */
    private static final Duration TIME_TO_ANSWER = Duration.ofDays(7);

    private final DrawBatcher batcher;
    private final TransferReader transfers;
    private final Clock clock;

    public TransferService(DrawBatcher batcher, TransferReader transfers, Clock clock) {
        this.batcher = batcher;
        this.transfers = transfers;
        this.clock = clock;
    }

    /** Lowers the pool's limit. What was granted stays granted, so the agreement does not grant it again. */
    public Uni<QuotaAnswer> giveBack(Move move, UUID poolId, long amount) {
        EnterpriseId enterprise = move.scope().requireOwn(move.enterpriseId());
        return settle(move, new Order.Return(new PoolKey(enterprise, poolId), Ids.next(), amount, move.scope()));
    }

    /** Holds the amount at once, so that it cannot be spent twice. */
    public Uni<QuotaAnswer> propose(Move move, UUID poolId, EnterpriseId receiver, long amount) {
        EnterpriseId giver = move.scope().requireOwn(move.enterpriseId());
        return transfers
                .proposal(new PoolKey(giver, poolId), receiver)
                .chain(proposal -> settle(
                        move,
                        new Order.Propose(
                                proposal.terms(),
                                Ids.next(),
                                amount,
                                secondsToAnswer(proposal.closesAt()),
                                move.scope())));
    }

    /** Only the receiver's union may accept or decline, only the giver's withdraw. */
    public Uni<QuotaAnswer> answer(Move move, UUID transferId, TransferAnswer answer) {
        EnterpriseId side = move.scope().requireOwn(move.enterpriseId());
        return transfers
                .proposed(side, transferId)
                .invoke(proposed -> requireSide(proposed.terms(), side, answer))
                .chain(proposed -> settle(
                        move,
                        new Order.Reply(proposed.terms(), transferId, proposed.rolledPart(), answer, move.scope())));
    }

    /** @param state of those in it only; null for all */
    public Uni<Page<TransferView>> list(
            Scope scope, EnterpriseId enterprise, @Nullable String state, PageRequest page) {
        return transfers
                .list(scope.require(enterprise), state, page)
                .map(rows -> Page.of(rows, page, transfer -> List.of(transfer.id())));
    }

    private static void requireSide(TransferTerms terms, EnterpriseId side, TransferAnswer answer) {
        EnterpriseId answering =
                answer == TransferAnswer.WITHDRAW ? terms.from().enterpriseId() : terms.toEnterprise();
        if (!answering.equals(side)) throw Refusal.of(ProblemType.FORBIDDEN);
    }

    private long secondsToAnswer(Instant closesAt) {
        long open = Duration.between(clock.instant(), closesAt).toSeconds();
        return Math.clamp(open, 1, TIME_TO_ANSWER.toSeconds());
    }

    private Uni<QuotaAnswer> settle(Move move, Order order) {
        return batcher.submit(Claimed.of(move.claim(), move.language(), order), move.since())
                .map(settled -> Answers.of(order, settled));
    }
}
