package org.goichung.negotiation;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.UUID;
import org.goichung.negotiation.model.Coalition.Viewer;
import org.goichung.negotiation.store.RfqStore;
import org.goichung.platform.database.Statements;
import org.goichung.platform.database.Transactions;
import org.goichung.platform.http.Versions;
import org.goichung.platform.identity.Scope;
import org.goichung.platform.problem.Refusal;
import org.goichung.platform.time.Clock;
import org.hibernate.reactive.mutiny.Mutiny;
import org.jspecify.annotations.Nullable;

/**
 * Best and final: once, behind the close, all who stand may better their offers by a common deadline, sealed from each other and from the
 * union until then; after that nobody counters any more. The last offers themselves are {@link BargainService}'s to take.
 */
@ApplicationScoped
public class FinalService {
    private static final Scope JOB = Scope.system("rfq-deadline");

    private final Transactions transactions;
    private final RfqStore rfqs;
    private final FinalRound round;
    private final FinalOffers finals;
    private final Clock clock;
    private final DueWork ends;

    FinalService(Transactions transactions, RfqStore rfqs, FinalRound round, FinalOffers finals, Clock clock) {
        this.transactions = transactions;
        this.rfqs = rfqs;
        this.round = round;
        this.finals = finals;
        this.clock = clock;
        this.ends = new DueWork(
                "the best-and-final round of this RFQ could not be ended:",
                transactions,
                clock,
                rfqs::dueToEndRound,
                this::end);
    }

    /** By the leading body, once. */
    public Uni<RfqView> call(Scope scope, UUID rfqId, @Nullable String ifMatch, NewBestAndFinal asked) {
        return transactions.write(session -> rfqs.lockToMove(session, rfqId)
                .invoke(coalition -> {
                    coalition.requireLead(scope);
                    Versions.require(ifMatch, coalition.rfq().version());
                })
                .call(coalition -> clock.now(Statements.of(session))
                        .chain(now -> round.call(session, scope, coalition, asked, now)))
                .call(session::flush)
                .map(coalition -> RfqView.of(coalition, Viewer.LEAD, scope.enterprises())));
    }

    /** The round, with what the caller's own carrier has handed in; not found where there was none. */
    public Uni<BestAndFinalView> round(Scope scope, UUID rfqId) {
        return transactions.read(session -> rfqs.read(session, rfqId).chain(coalition -> {
            var rfq = coalition.rfq();
            boolean carrier = coalition.viewer(scope) == Viewer.CARRIER;
            if (rfq.bestAndFinal().isEmpty()) throw Refusal.notFound();
            return (carrier
                            ? finals.views(session, rfq, scope.requireCarrier())
                            : Uni.createFrom().item(List.<OfferView>of()))
                    .map(own -> BestAndFinalView.of(rfq, !carrier, own));
        }));
    }

    /** Ends rounds past their deadline. */
    Uni<Void> endAllDue() {
        return ends.doAll();
    }

    private Uni<Void> end(Mutiny.Session session, UUID id) {
        return rfqs.lockDueToEndRound(session, id)
                .chain(due -> due
                        ? rfqs.read(session, id).chain(coalition -> clock.now(Statements.of(session))
                                .chain(now -> round.end(session, JOB, coalition, now)))
                        : Uni.createFrom().voidItem());
    }
}
