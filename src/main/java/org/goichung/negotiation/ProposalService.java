package org.goichung.negotiation;

import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.vertx.MutinyHelper;
import io.vertx.core.Vertx;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.Executor;
import java.util.concurrent.Executors;
import java.util.function.Predicate;
import org.goichung.negotiation.model.Coalition;
import org.goichung.negotiation.model.Proposal;
import org.goichung.negotiation.model.ProposalRules;
import org.goichung.negotiation.model.award.AwardQuestion;
import org.goichung.negotiation.model.award.AwardSolver;
import org.goichung.negotiation.store.ProposalStore;
import org.goichung.negotiation.store.RfqStore;
import org.goichung.platform.database.Ids;
import org.goichung.platform.database.Transactions;
import org.goichung.platform.http.Language;
import org.goichung.platform.identity.EnterpriseId;
import org.goichung.platform.identity.Scope;
import org.goichung.platform.paging.Page;
import org.goichung.platform.paging.PageRequest;
import org.goichung.platform.problem.ProblemType;
import org.goichung.platform.problem.Refusal;
import org.goichung.platform.time.Clock;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/** Awards that the service proposes to the leading body: asked for, searched for one at a time, kept. */
@ApplicationScoped
public class ProposalService {
    private static final Logger LOG = Logger.getLogger(ProposalService.class);
    private static final int MOST_UNDER_WAY = 20;
    private static final Duration SOON = Duration.ofSeconds(30);

    /**
     * The solver takes no word from outside while it searches, so it has a thread of its own that the service's end does not wait for;
     * what it leaves behind is searched for again once its time is over.
     */
    private static final Executor SEARCHING = Executors.newSingleThreadExecutor(work -> {
        var thread = new Thread(work, "award-search");
        thread.setDaemon(true);
        return thread;
    });

    private final Transactions transactions;
    private final RfqStore rfqs;
    private final ProposalStore proposals;
    private final Awarding awarding;
    private final Clock clock;

    ProposalService(Transactions transactions, RfqStore rfqs, ProposalStore proposals, Awarding awarding, Clock clock) {
        this.transactions = transactions;
        this.rfqs = rfqs;
        this.proposals = proposals;
        this.awarding = awarding;
        this.clock = clock;
    }

    /** Asks for one; refused where the RFQ is not at its award, or too many are asked for already. */
    public Uni<ProposalView> propose(Scope scope, UUID rfqId, NewProposal asked, Language language) {
        return transactions.write(session -> rfqs.read(session, rfqId)
                .invoke(coalition -> {
                    coalition.requireLead(scope);
                    ProposalRules.check(asked, coalition);
                    coalition.rfq().requireBargaining("propose");
                })
                .chain(() -> proposals.underWay(session))
                .invoke(underWay -> {
                    if (underWay >= MOST_UNDER_WAY)
                        throw Refusal.of(ProblemType.TOO_MANY_REQUESTS).retryAfter(SOON);
                })
                .chain(() -> {
                    var proposal = new Proposal(Ids.next(), rfqId, asked, clock.instant());
                    return session.persist(proposal)
                            .replaceWith(() -> ProposalWords.seen(proposal.view(), language, enterprise -> true));
                }));
    }

    /** Oldest first; the leading body sees all, a member what concerns it and the sums. */
    public Uni<Page<ProposalView>> list(Scope scope, UUID rfqId, PageRequest page, Language language) {
        return transactions.read(session -> rfqs.read(session, rfqId)
                .map(coalition -> inReach(coalition, scope))
                .chain(inReach -> proposals.page(session, rfqId, page).map(rows -> Page.of(
                                rows, page, proposal -> List.of(proposal.id()))
                        .map(proposal -> ProposalWords.seen(proposal.view(), language, inReach)))));
    }

    public Uni<ProposalView> proposal(Scope scope, UUID rfqId, UUID id, Language language) {
        return transactions.read(session -> rfqs.read(session, rfqId)
                .map(coalition -> inReach(coalition, scope))
                .chain(inReach -> proposals
                        .require(session, rfqId, id)
                        .map(proposal -> ProposalWords.seen(proposal.view(), language, inReach))));
    }

    private static Predicate<EnterpriseId> inReach(Coalition coalition, Scope scope) {
        return switch (coalition.viewer(scope)) {
            case LEAD -> enterprise -> true;
            case MEMBER -> scope.enterprises()::contains;
            case CARRIER -> throw Refusal.of(ProblemType.FORBIDDEN);
        };
    }

    private record Task(UUID id, UUID rfqId, NewProposal asked, Duration limit) {}

    /** Searches for one that waits, to its end; false when there was none. */
    Uni<Boolean> solveOneDue() {
        return transactions
                .write(session -> proposals
                        .lockOneDue(session, clock.instant())
                        .map(proposal -> Optional.ofNullable(proposal).map(this::take)))
                .chain(due -> due.isEmpty()
                        ? Uni.createFrom().item(false)
                        : search(due.get()).replaceWith(true));
    }

    private Uni<Void> search(Task task) {
        return question(task)
                .chain(question -> search(task, question))
                .map(Optional::of)
                .onFailure()
                .recoverWithItem(failure -> {
                    LOG.warnf("no award was found for the proposal %s: %s", task.id(), failure);
                    return Optional.empty();
                })
                .chain(result -> end(task.id(), result.orElse(null)));
    }

    private Task take(Proposal proposal) {
        proposal.take(clock.instant());
        return new Task(proposal.id(), proposal.rfqId(), proposal.asked(), proposal.limit());
    }

    private Uni<AwardQuestion> question(Task task) {
        return transactions.read(session -> rfqs.read(session, task.rfqId()).chain(coalition -> awarding.question(
                        session, coalition, ProposalRules.of(task.asked()), clock.instant())
                .map(question -> question.without(Set.copyOf(ProposalRules.withoutEnterprises(task.asked()))))));
    }

    /** Off the event loop, and back on it. */
    private Uni<ProposalView.Result> search(Task task, AwardQuestion question) {
        var solver = new AwardSolver(question, task.limit());
        var here = MutinyHelper.executor(Objects.requireNonNull(Vertx.currentContext()));
        return Uni.createFrom()
                .item(() -> ProposalWords.result(question, solver.solve()))
                .runSubscriptionOn(SEARCHING)
                .emitOn(here);
    }

    private Uni<Void> end(UUID id, ProposalView.@Nullable Result result) {
        return transactions.write(session -> proposals
                .lock(session, id)
                .invoke(proposal -> {
                    // another instance may have taken it over, and told its end
                    if (proposal.isBeingSolved()) proposal.end(result, clock.instant());
                })
                .replaceWithVoid());
    }
}
