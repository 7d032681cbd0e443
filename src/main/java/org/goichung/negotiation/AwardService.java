package org.goichung.negotiation;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Set;
import java.util.UUID;
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

    /** All awards of an RFQ, oldest first, as far as the caller may see them. */
    public Uni<List<AwardView>> awards(Scope scope, UUID rfqId) {
        return transactions.read(session -> rfqs.read(session, rfqId).chain(coalition -> {
            Viewer viewer = coalition.viewer(scope);
            return awards.ofRfq(session, rfqId)
                    .chain(threads -> viewer == Viewer.CARRIER
                            ? offersOf(session, scope.requireCarrier(), rfqId)
                                    .map(own -> forCarrier(threads, coalition, own))
                            : Uni.createFrom().item(forUnion(threads, coalition, viewer, scope.enterprises())));
        }));
    }

    private Uni<Set<UUID>> offersOf(Mutiny.Session session, CarrierId carrier, UUID rfqId) {
        return offers.threads(session, rfqId).map(threads -> threads.stream()
                .filter(thread ->
                        thread.bid().revealed() && thread.bid().carrierId().equals(carrier))
                .flatMap(thread -> thread.offers().stream())
                .map(offer -> offer.id())
                .collect(Collectors.toSet()));
    }

    private static List<AwardView> forCarrier(List<AwardThread> threads, Coalition coalition, Set<UUID> own) {
        return threads.stream()
                .filter(thread -> thread.lines().stream().anyMatch(line -> own.contains(line.offerId())))
                .map(thread -> AwardView.of(
                        thread, coalition.rfq(), line -> own.contains(line.offerId()), enterprise -> false))
                .toList();
    }

    private static List<AwardView> forUnion(
            List<AwardThread> threads, Coalition coalition, Viewer viewer, Set<EnterpriseId> inReach) {
        boolean all = viewer == Viewer.LEAD;
        return threads.stream()
                .map(thread -> AwardView.of(
                        thread,
                        coalition.rfq(),
                        line -> all || inReach.contains(line.enterpriseId()),
                        enterprise -> all || inReach.contains(enterprise)))
                .toList();
    }
}
