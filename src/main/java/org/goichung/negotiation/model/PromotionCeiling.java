package org.goichung.negotiation.model;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.goichung.catalog.PackageVersionView;
import org.goichung.catalog.SubscriberKind;
import org.goichung.negotiation.LegalBasis;
import org.goichung.negotiation.OfferTerms;
import org.goichung.platform.problem.FieldError;
import org.goichung.platform.problem.ProblemType;
import org.goichung.platform.problem.Refusal;

/**
 * How far a promotion may go below the reference price for a kind of subscriber, as in force on some day.
 *
 * @param source the rule it comes from
 */
public record PromotionCeiling(SubscriberKind subscriberKind, int maxDiscountPercent, String source) {

    /** Whole đồng, rounded up: one đồng less would be above the ceiling. */
    public long lowestPriceVnd(long referencePriceVnd) {
        return Math.ceilDiv(Math.multiplyExact(referencePriceVnd, 100L - maxDiscountPercent), 100L);
    }

    /** Refuses promotions below the lowest permitted price, naming every tier at fault. Other legal bases are not bound. */
    public static void check(OfferTerms terms, List<PromotionCeiling> inForce) {
        if (terms.legalBasis() != LegalBasis.PROMOTION) return;
        for (PromotionCeiling ceiling : inForce)
            if (ceiling.subscriberKind == terms.subscriberKind()) ceiling.check(terms);
    }

    /** Refuses a promotion whose reference is not the package's own: a lower price or a looser kind than it is sold as. */
    public static void checkReference(OfferTerms terms, PackageVersionView version) {
        if (terms.legalBasis() != LegalBasis.PROMOTION) return;
        var faults = new ArrayList<FieldError>();
        if (terms.referencePriceVnd() < version.priceVnd())
            faults.add(new FieldError(
                    "/referencePriceVnd", "below-the-packages-price", Map.of("priceVnd", version.priceVnd())));
        if (terms.subscriberKind() == SubscriberKind.POSTPAID && version.kind() == SubscriberKind.PREPAID)
            faults.add(new FieldError("/subscriberKind", "sold-as-prepaid", Map.of()));
        if (!faults.isEmpty()) throw Refusal.fields(ProblemType.OFFER_INVALID, Map.of(), faults);
    }

    private void check(OfferTerms terms) {
        long lowest = lowestPriceVnd(terms.referencePriceVnd());
        var faults = new ArrayList<FieldError>();
        for (int i = 0; i < terms.tiers().size(); i++)
            if (terms.tiers().get(i).priceVnd() < lowest)
                faults.add(new FieldError(
                        "/tiers/" + i + "/priceVnd",
                        "below-promotion-ceiling",
                        Map.of("lowestPriceVnd", lowest, "maxDiscountPercent", maxDiscountPercent)));
        if (!faults.isEmpty())
            throw Refusal.fields(
                    ProblemType.PROMOTION_CEILING_EXCEEDED,
                    Map.of("maxDiscountPercent", maxDiscountPercent, "lowestPriceVnd", lowest, "source", source),
                    faults);
    }
}
