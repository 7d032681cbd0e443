package org.goichung.negotiation;

import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.vertx.MutinyHelper;
import io.vertx.core.Vertx;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.LockModeType;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.goichung.catalog.CarrierView;
import org.goichung.catalog.CatalogService;
import org.goichung.eligibility.EligibilityService;
import org.goichung.negotiation.model.Coalition;
import org.goichung.negotiation.model.Mandate;
import org.goichung.negotiation.model.Rfq;
import org.goichung.negotiation.model.RfqMember;
import org.goichung.negotiation.model.RfqMove;
import org.goichung.negotiation.store.MandateStore;
import org.goichung.negotiation.store.OfferSeal;
import org.goichung.platform.identity.EnterpriseId;
import org.goichung.platform.identity.Scope;
import org.goichung.platform.identity.UnionBodyId;
import org.goichung.platform.problem.ProblemType;
import org.goichung.platform.problem.Refusal;
import org.goichung.platform.time.Clock;
import org.hibernate.reactive.mutiny.Mutiny;

/** What has to be in order when an RFQ opens: every member's mandate, the demand as it stands, and a key for the offers. */
@ApplicationScoped
class Opening {
    private final MandateStore mandates;
    private final EligibilityService eligibility;
    private final LotChecks lots;
    private final CatalogService catalog;
    private final OfferSeal seal;
    private final Proceedings proceedings;

    Opening(
            MandateStore mandates,
            EligibilityService eligibility,
            LotChecks lots,
            CatalogService catalog,
            OfferSeal seal,
            Proceedings proceedings) {
        this.mandates = mandates;
        this.eligibility = eligibility;
        this.lots = lots;
        this.catalog = catalog;
        this.seal = seal;
        this.proceedings = proceedings;
    }

    /**
     * The mandate of each of these enterprises to the body that covers the day; enterprises without one are missing.
     *
     * @param mode shared where something is done on their strength
     */
    Uni<Map<EnterpriseId, UUID>> mandatesOn(
            Mutiny.Session session,
            UnionBodyId lead,
            Collection<EnterpriseId> enterprises,
            LocalDate day,
            LockModeType mode) {
        return mandates.standing(session, lead, enterprises, mode).map(standing -> {
            var of = new HashMap<EnterpriseId, UUID>();
            standing.stream()
                    .filter(mandate -> mandate.covers(lead, day))
                    .forEach(mandate -> of.put(mandate.enterpriseId(), mandate.id()));
            return of;
        });
    }

    /** The same, refused where an enterprise has none on the day of the offers' deadline. */
    Uni<Map<EnterpriseId, UUID>> requireMandates(
            Mutiny.Session session, UnionBodyId lead, Collection<EnterpriseId> enterprises, Instant deadline) {
        LocalDate lastDay = LocalDate.ofInstant(deadline, Clock.VIETNAM);
        return mandatesOn(session, lead, enterprises, lastDay, LockModeType.PESSIMISTIC_READ)
                .invoke(of -> {
                    List<String> without = enterprises.stream()
                            .filter(enterprise -> !of.containsKey(enterprise))
                            .map(EnterpriseId::toString)
                            .sorted()
                            .toList();
                    if (!without.isEmpty())
                        throw Refusal.of(ProblemType.MANDATE_MISSING, Map.of("enterpriseIds", without));
                });
    }

    /** For more time: who withdrew its mandate is left out anyhow, of everybody else it must cover the new deadline. */
    Uni<Void> requireMandatesThatStand(Mutiny.Session session, Coalition coalition, Instant deadline) {
        UnionBodyId lead = coalition.rfq().leadBodyId();
        return mandates.standing(session, lead, coalition.enterprises(), LockModeType.PESSIMISTIC_READ)
                .map(standing -> standing.stream().map(Mandate::enterpriseId).collect(Collectors.toSet()))
                .chain(mandating -> requireMandates(session, lead, mandating, deadline))
                .replaceWithVoid();
    }

    /** What lots name of other rooms. */
    Uni<Void> requireKnown(List<Lot> asked) {
        return lots.requireKnown(asked);
    }

    void requireKnownPlaces(NewAmendment asked) {
        for (int i = 0; i < asked.lots().size(); i++)
            lots.requireProvinces(
                    ProblemType.INVALID_REQUEST,
                    "/lots/" + i + "/provinces",
                    asked.lots().get(i).provinceCodes());
    }

    /** Where the members lie, as far as that is known. */
    Uni<Map<EnterpriseId, String>> provincesOf(Coalition coalition) {
        return lots.provincesOf(coalition.enterprises());
    }

    /** Of all carriers there are. */
    Uni<Set<String>> carrierCodes() {
        return catalog.carriers().map(all -> all.stream().map(CarrierView::code).collect(Collectors.toSet()));
    }

    Uni<Void> open(Mutiny.Session session, Scope scope, Coalition coalition, Instant now) {
        var rfq = coalition.rfq();
        rfq.open(now, seal.newWrappedKey(rfq.id()));
        return requireMandates(session, rfq.leadBodyId(), coalition.enterprises(), rfq.offerDeadline())
                .call(of -> snapshot(coalition, of))
                .call(session::flush)
                .call(of -> proceedings.rfqMoved(session, scope, coalition, RfqMove.OPEN, now))
                .chain(catalog::carriers)
                .chain(carriers -> proceedings.tellOfRfq(
                        session,
                        scope,
                        "rfq-opened",
                        coalition,
                        carriers.stream().map(CarrierView::id).toList()));
    }

    private Uni<Void> snapshot(Coalition coalition, Map<EnterpriseId, UUID> mandateOf) {
        coalition
                .members()
                .forEach(member -> member.standOn(mandateOf.getOrDefault(member.enterpriseId(), member.mandateId())));
        return count(coalition.rfq(), coalition.members()).invoke(coalition::requireDemand);
    }

    /** What these want of each lot, as it is now. */
    Uni<Void> count(Rfq rfq, List<RfqMember> members) {
        Set<EnterpriseId> enterprises =
                members.stream().map(RfqMember::enterpriseId).collect(Collectors.toSet());
        // counting leaves the event loop; the session must be gone on with where it was opened
        var here = MutinyHelper.executor(Objects.requireNonNull(Vertx.currentContext()));
        var byLot = new HashMap<String, Map<EnterpriseId, Map<String, Long>>>();
        return Multi.createFrom()
                .iterable(rfq.lots())
                .onItem()
                .transformToUniAndConcatenate(lot -> eligibility
                        .exactDemand(lot.criteria(), enterprises)
                        .emitOn(here)
                        .invoke(lines -> byLot.put(lot.name(), lines)))
                .collect()
                .asList()
                .chain(() -> lots.provincesOf(enterprises))
                .invoke(provinces -> members.forEach(member -> {
                    var lines = new HashMap<String, Map<String, Long>>();
                    byLot.forEach((lot, of) -> lines.put(
                            lot,
                            rfq.lot(lot).orElseThrow().isFor(provinces.get(member.enterpriseId()))
                                    ? of.getOrDefault(member.enterpriseId(), Map.of())
                                    : Map.of()));
                    member.snapshot(lines);
                }))
                .replaceWithVoid();
    }
}
