package org.goichung.negotiation;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.goichung.catalog.CatalogService;
import org.goichung.catalog.PackageVersionView;
import org.goichung.negotiation.model.OfferRules;
import org.goichung.negotiation.model.PackageFit;
import org.goichung.negotiation.model.PromotionCeiling;
import org.goichung.negotiation.model.Rfq;
import org.goichung.negotiation.store.CeilingStore;
import org.goichung.platform.database.Statements;
import org.goichung.platform.identity.Scope;
import org.goichung.platform.problem.FieldError;
import org.goichung.platform.problem.ProblemType;
import org.goichung.platform.problem.Refusal;
import org.goichung.platform.time.Clock;
import org.hibernate.reactive.mutiny.Mutiny;

/** Everything an offer is measured by: its own sense, the law's ceilings of the day, and the package it speaks of. */
@ApplicationScoped
class OfferChecks {
    /** What a package may cost, as in the catalogue. */
    private static final long MOST_REFERENCE_VND = 100_000_000;

    private static final String ELSEWHERE = "serves-none-of-the-lots-provinces";

    private final CeilingStore ceilings;
    private final CatalogService catalog;
    private final LotChecks places;
    private final Clock clock;

    OfferChecks(CeilingStore ceilings, CatalogService catalog, LotChecks places, Clock clock) {
        this.ceilings = ceilings;
        this.catalog = catalog;
        this.places = places;
        this.clock = clock;
    }

    /** A carrier's offer: of its own package or one made for the RFQ, and good until a vote could be over. */
    Uni<Void> check(Mutiny.Session session, Scope carrier, Rfq rfq, OfferTerms terms, Instant now) {
        requirePlaces(rfq, terms);
        requireOnePackage(terms);
        return prices(session, rfq, terms, now)
                .chain(() -> offered(carrier, terms))
                .invoke(offered -> rfq.lot(terms.lot()).ifPresent(offered::check))
                .replaceWithVoid();
    }

    private Uni<PackageFit> offered(Scope carrier, OfferTerms terms) {
        CustomPackage made = terms.customPackage();
        if (made != null) return Uni.createFrom().item(PackageFit.of(made));
        return version(carrier, terms.versionId())
                .invoke(known -> PromotionCeiling.checkReference(terms, known))
                .map(PackageFit::of);
    }

    /** Of the catalogue, or made for the RFQ and then as sound as one of the catalogue has to be. */
    private static void requireOnePackage(OfferTerms terms) {
        CustomPackage made = terms.customPackage();
        if (made == null) {
            if (terms.packageVersionId() == null) throw refused("/packageVersionId", "package-or-custom-package");
            return;
        }
        if (terms.packageVersionId() != null) throw refused("/packageVersionId", "beside-a-custom-package");
        if (terms.legalBasis() == LegalBasis.PROMOTION) throw refused("/legalBasis", "promotion-of-a-custom-package");
        if (terms.referencePriceVnd() > MOST_REFERENCE_VND)
            throw Refusal.fields(
                    ProblemType.OFFER_INVALID,
                    Map.of(),
                    List.of(new FieldError("/referencePriceVnd", "max", Map.of("value", MOST_REFERENCE_VND))));
        CatalogService.requireSound(made.allowance(), "/customPackage/allowance");
    }

    private static Refusal refused(String pointer, String code) {
        return Refusal.field(ProblemType.OFFER_INVALID, pointer, code);
    }

    /** Tiers, validity and ceilings alone: for the union's counter-offer, which changes nothing else. */
    Uni<Void> prices(Mutiny.Session session, Rfq rfq, OfferTerms terms, Instant now) {
        return ceilings.inForce(Statements.of(session), clock.today())
                .invoke(inForce -> OfferRules.check(terms, rfq, voteCouldEnd(rfq, now), inForce))
                .replaceWithVoid();
    }

    /** Why an offer that was taken once would not be taken now: its RFQ was amended since, or its time has grown short. */
    Uni<List<String>> misfits(Scope scope, Rfq rfq, OfferTerms terms, Instant now) {
        return fit(scope, terms).map(fit -> {
            var misfits = new ArrayList<String>();
            rfq.lot(terms.lot()).ifPresent(lot -> fit.misfits(lot).forEach(misfit -> misfits.add(misfit.code())));
            if (rfq.lot(terms.lot()).filter(lot -> !terms.servesSomeOf(lot)).isPresent()) misfits.add(ELSEWHERE);
            if (terms.validUntil().isBefore(voteCouldEnd(rfq, now))) misfits.add("must-outlive-the-vote");
            return misfits;
        });
    }

    private Uni<PackageFit> fit(Scope scope, OfferTerms terms) {
        CustomPackage made = terms.customPackage();
        return made != null
                ? Uni.createFrom().item(PackageFit.of(made))
                : catalog.version(scope, terms.versionId()).map(PackageFit::of);
    }

    private void requirePlaces(Rfq rfq, OfferTerms terms) {
        List<String> provinces = terms.provinces();
        if (provinces == null) return;
        places.requireProvinces(ProblemType.OFFER_INVALID, "/provinces", provinces);
        if (rfq.lot(terms.lot()).filter(lot -> !terms.servesSomeOf(lot)).isPresent())
            throw Refusal.field(ProblemType.OFFER_INVALID, "/provinces", ELSEWHERE);
    }

    private static Instant voteCouldEnd(Rfq rfq, Instant now) {
        Instant from = now.isBefore(rfq.lastDeadline()) ? rfq.lastDeadline() : now;
        return from.plus(rfq.ratificationWindow());
    }

    private Uni<PackageVersionView> version(Scope carrier, UUID id) {
        return catalog.version(carrier, id)
                .onFailure(failure -> failure instanceof Refusal refusal && refusal.type() == ProblemType.NOT_FOUND)
                .transform(unknown ->
                        Refusal.field(ProblemType.OFFER_INVALID, "/packageVersionId", "unknown-package-version"));
    }
}
