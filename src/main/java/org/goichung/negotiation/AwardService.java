package org.goichung.negotiation;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.goichung.negotiation.model.AwardThread;
import org.goichung.negotiation.model.Coalition;
import org.goichung.negotiation.model.Coalition.Viewer;
import org.goichung.negotiation.store.AwardStore;
import org.goichung.negotiation.store.OfferStore;
import org.goichung.negotiation.store.RfqStore;
import org.goichung.platform.database.Statements;
import org.goichung.platform.database.Transactions;
import org.goichung.platform.http.Versions;
import org.goichung.platform.identity.CarrierId;
import org.goichung.platform.identity.EnterpriseId;
import org.goichung.platform.identity.Scope;
import org.goichung.platform.paging.Page;
import org.goichung.platform.paging.PageRequest;
import org.goichung.platform.time.Clock;
import org.hibernate.reactive.mutiny.Mutiny;
import org.jspecify.annotations.Nullable;

/** Awards: explicit lines, checked and priced, then put to the members' vote. */
@ApplicationScoped
public class AwardService {
    private final Transactions transactions;
    private final RfqStore rfqs;
    private final AwardStore awards;
    private final OfferStore offers;
    private final Awarding awarding;
    private final Clock clock;

    AwardService(
            Transactions transactions,
            RfqStore rfqs,
            AwardStore awards,
            OfferStore offers,
            Awarding awarding,
            Clock clock) {
        this.transactions = transactions;
        this.rfqs = rfqs;
        this.awards = awards;
        this.offers = offers;
        this.awarding = awarding;
        this.clock = clock;
    }

    /** Refused as a whole where a line is at fault, an offer would not outlive the vote, or somebody loses without accepting it. */
    public Uni<AwardView> award(Scope scope, UUID rfqId, @Nullable String ifMatch, NewAward wanted) {
        return transactions.write(session -> rfqs.lockToMove(session, rfqId)
                .invoke(coalition -> {
                    coalition.requireLead(scope);
                    Versions.require(ifMatch, coalition.rfq().version());
                    coalition.rfq().requireBargaining("award");
                })
                .chain(coalition -> clock.now(Statements.of(session))
                        .chain(now -> awarding.award(session, scope, coalition, wanted, now))
                        .map(thread -> AwardView.of(thread, coalition.rfq(), line -> true, enterprise -> true))));
    }

    /** Awards of an RFQ, oldest first, as far as the caller may see them. */
    public Uni<Page<AwardView>> awards(Scope scope, UUID rfqId, PageRequest page) {
        return transactions.read(session -> rfqs.read(session, rfqId)
                .chain(coalition -> coalition.viewer(scope) == Viewer.CARRIER
                        ? offersOf(session, scope.requireCarrier(), rfqId).chain(own -> awards.page(
                                        session, rfqId, own, page)
                                .map(rows -> paged(rows, page).map(thread -> forCarrier(thread, coalition, own))))
                        : awards.page(session, rfqId, null, page)
                                .map(rows -> paged(rows, page).map(thread -> forUnion(thread, coalition, scope)))));
    }

    private static Page<AwardThread> paged(List<AwardThread> rows, PageRequest page) {
        return Page.of(rows, page, thread -> List.of(thread.award().id()));
    }

    private Uni<Set<UUID>> offersOf(Mutiny.Session session, CarrierId carrier, UUID rfqId) {
        return offers.threads(session, rfqId).map(threads -> threads.stream()
                .filter(thread ->
                        thread.bid().revealed() && thread.bid().carrierId().equals(carrier))
                .flatMap(thread -> thread.offers().stream())
                .map(offer -> offer.id())
                .collect(Collectors.toSet()));
    }

    private static AwardView forCarrier(AwardThread thread, Coalition coalition, Set<UUID> own) {
        return AwardView.of(thread, coalition.rfq(), line -> own.contains(line.offerId()), enterprise -> false)
                .asACarrierSees();
    }

    private static AwardView forUnion(AwardThread thread, Coalition coalition, Scope scope) {
        Predicate<EnterpriseId> inReach =
                coalition.viewer(scope) == Viewer.LEAD ? enterprise -> true : scope.enterprises()::contains;
        return AwardView.of(thread, coalition.rfq(), line -> inReach.test(line.enterpriseId()), inReach);
    }
}
