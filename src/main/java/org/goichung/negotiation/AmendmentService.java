package org.goichung.negotiation;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.goichung.negotiation.model.Amending;
import org.goichung.negotiation.model.Amendment;
import org.goichung.negotiation.model.Coalition;
import org.goichung.negotiation.model.Coalition.Viewer;
import org.goichung.negotiation.model.RfqMove;
import org.goichung.negotiation.store.AmendmentStore;
import org.goichung.negotiation.store.RfqStore;
import org.goichung.platform.database.Ids;
import org.goichung.platform.database.Statements;
import org.goichung.platform.database.Transactions;
import org.goichung.platform.http.Versions;
import org.goichung.platform.identity.Scope;
import org.goichung.platform.paging.Page;
import org.goichung.platform.paging.PageRequest;
import org.goichung.platform.time.Clock;
import org.hibernate.reactive.mutiny.Mutiny;
import org.jspecify.annotations.Nullable;

/** Amendments of an open RFQ: what it asks for changes, its bidders get more time, and everybody reads what was and what is. */
@ApplicationScoped
public class AmendmentService {
    private final Transactions transactions;
    private final RfqStore rfqs;
    private final AmendmentStore amendments;
    private final Opening opening;
    private final Proceedings proceedings;
    private final Clock clock;

    AmendmentService(
            Transactions transactions,
            RfqStore rfqs,
            AmendmentStore amendments,
            Opening opening,
            Proceedings proceedings,
            Clock clock) {
        this.transactions = transactions;
        this.rfqs = rfqs;
        this.amendments = amendments;
        this.opening = opening;
        this.proceedings = proceedings;
        this.clock = clock;
    }

    /** Under the exclusive lock, so that no offer comes in while it is measured by something else; refused as a whole or made as a whole. */
    public Uni<AmendmentView> amend(Scope scope, UUID rfqId, @Nullable String ifMatch, NewAmendment asked) {
        return transactions.write(session -> rfqs.lockToMove(session, rfqId)
                .invoke(coalition -> {
                    coalition.requireLead(scope);
                    Versions.require(ifMatch, coalition.rfq().version());
                })
                .chain(coalition -> clock.now(Statements.of(session))
                        .invoke(now -> coalition.rfq().requireOpen("amend", now))
                        .chain(now -> amended(session, scope, coalition, asked, now)
                                .call(amendment -> note(session, scope, coalition, amendment, now)))
                        .map(amendment -> AmendmentView.of(
                                amendment,
                                Viewer.LEAD,
                                scope.enterprises(),
                                coalition.rfq().version()))));
    }

    public Uni<Page<AmendmentView>> list(Scope scope, UUID rfqId, PageRequest page) {
        return transactions.read(session -> rfqs.read(session, rfqId).chain(coalition -> {
            Viewer viewer = coalition.viewer(scope);
            return amendments.page(session, rfqId, page).map(rows -> Page.of(
                            rows, page, amendment -> List.of(amendment.id()))
                    .map(each -> AmendmentView.of(each, viewer, scope.enterprises(), null)));
        }));
    }

    private Uni<Amendment> amended(
            Mutiny.Session session, Scope scope, Coalition coalition, NewAmendment asked, Instant now) {
        var rfq = coalition.rfq();
        opening.requireKnownPlaces(asked);
        return opening.carrierCodes()
                .chain(carriers -> opening.provincesOf(coalition)
                        .map(provinces -> new Amending(coalition, asked, carriers, provinces)))
                .map(amending -> {
                    var changes = amending.changes();
                    rfq.amend(amending.lots(), asked.offerDeadline(), now);
                    rfq.needs(Objects.requireNonNullElse(asked.quorum(), rfq.quorum()));
                    amending.correct();
                    return new Amendment(Ids.next(), rfq, scope.principal(), asked.reason(), changes, now);
                })
                .call(() -> opening.requireMandatesThatStand(session, coalition, rfq.offerDeadline()))
                .call(session::persist)
                .call(session::flush);
    }

    private Uni<Void> note(Mutiny.Session session, Scope scope, Coalition coalition, Amendment amendment, Instant now) {
        var rfq = coalition.rfq();
        return proceedings
                .rfqMoved(session, scope, coalition, RfqMove.AMEND, now)
                .chain(() -> proceedings.tellAll(
                        session,
                        scope,
                        "rfq-amended",
                        coalition,
                        rfq.id(),
                        Map.of(
                                "amendmentId", amendment.id().toString(),
                                "number", amendment.number(),
                                "offerDeadline", rfq.offerDeadline().toString())));
    }
}
