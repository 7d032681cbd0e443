package org.goichung.negotiation;

import io.quarkus.scheduler.Scheduled;
import io.quarkus.scheduler.Scheduled.ConcurrentExecution;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.function.Supplier;

/**
 * What time does: RFQs close, members without a mandate leave, offers run out, votes end, agreements start and end; asked-for awards are searched for. Each step is a
 * transaction of its own that skips what another instance is busy with, or waits a moment and finds it done, so any number of instances
 * may run these jobs.
 */
@ApplicationScoped
class Deadlines {
    private static final int MOST_AT_ONCE = 200;

    private final DueClosings closings;
    private final DueLeaves leaves;
    private final BargainService bargains;
    private final RatificationService ratifications;
    private final AgreementService agreements;
    private final ProposalService proposals;

    Deadlines(
            DueClosings closings,
            DueLeaves leaves,
            BargainService bargains,
            RatificationService ratifications,
            AgreementService agreements,
            ProposalService proposals) {
        this.closings = closings;
        this.leaves = leaves;
        this.bargains = bargains;
        this.ratifications = ratifications;
        this.agreements = agreements;
        this.proposals = proposals;
    }

    /** One search at a time in each instance. */
    @Scheduled(identity = "award-proposal", every = "1s", concurrentExecution = ConcurrentExecution.SKIP)
    Uni<Void> solveProposals() {
        return all(proposals::solveOneDue, MOST_AT_ONCE);
    }

    @Scheduled(identity = "rfq-deadline", every = "1s", concurrentExecution = ConcurrentExecution.SKIP)
    Uni<Void> closeRfqs() {
        return closings.closeAllDue();
    }

    @Scheduled(identity = "rfq-mandate", every = "1s", concurrentExecution = ConcurrentExecution.SKIP)
    Uni<Void> letMembersGo() {
        return leaves.letAllDueGo();
    }

    @Scheduled(identity = "offer-expiry", every = "10s", concurrentExecution = ConcurrentExecution.SKIP)
    Uni<Void> expireBids() {
        return bargains.expireAllDue();
    }

    @Scheduled(identity = "ratification-window", every = "1s", concurrentExecution = ConcurrentExecution.SKIP)
    Uni<Void> settleVotes() {
        return ratifications.settleAllDue();
    }

    @Scheduled(identity = "agreement-calendar", every = "2s", concurrentExecution = ConcurrentExecution.SKIP)
    Uni<Void> startAndEndAgreements() {
        return agreements.moveAllDue();
    }

    private static Uni<Void> all(Supplier<Uni<Boolean>> one, int most) {
        return most == 0
                ? Uni.createFrom().voidItem()
                : one.get()
                        .chain(did ->
                                did ? all(one, most - 1) : Uni.createFrom().voidItem());
    }
}
