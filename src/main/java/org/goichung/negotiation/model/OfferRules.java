package org.goichung.negotiation.model;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.goichung.negotiation.OfferTerms;
import org.goichung.negotiation.Tier;
import org.goichung.platform.problem.FieldError;
import org.goichung.platform.problem.ProblemType;
import org.goichung.platform.problem.Refusal;

/** What an offer must be to be taken, apart from the moment it arrives. */
public final class OfferRules {
    private OfferRules() {}

    /** @param outlives the end of the vote that an award would be followed by; the offer must hold until then */
    public static void check(OfferTerms terms, Rfq rfq, Instant outlives, List<PromotionCeiling> ceilings) {
        if (rfq.lot(terms.lot()).isEmpty()) throw Refusal.field(ProblemType.INVALID_REQUEST, "/lot", "unknown-lot");
        checkTiers(terms.tiers());
        if (terms.capacity() < terms.tiers().getFirst().fromLines())
            throw Refusal.field(ProblemType.OFFER_INVALID, "/capacity", "below-lowest-tier");
        if (terms.validUntil().isBefore(outlives))
            throw Refusal.fields(
                    ProblemType.OFFER_INVALID,
                    Map.of(),
                    List.of(new FieldError("/validUntil", "must-outlive-the-vote", Map.of("until", outlives))));
        PromotionCeiling.check(terms, ceilings);
    }

    /** Ascending volumes, none twice, and no price that rises with the volume. */
    static void checkTiers(List<Tier> tiers) {
        for (int i = 1; i < tiers.size(); i++) {
            Tier lower = tiers.get(i - 1);
            Tier tier = tiers.get(i);
            if (tier.fromLines() == lower.fromLines()) throw tierFault(i, "fromLines", "tiers-overlap");
            if (tier.fromLines() < lower.fromLines()) throw tierFault(i, "fromLines", "tiers-unsorted");
            if (tier.priceVnd() > lower.priceVnd()) throw tierFault(i, "priceVnd", "tier-price-rises");
        }
    }

    private static Refusal tierFault(int tier, String field, String code) {
        return Refusal.field(ProblemType.OFFER_INVALID, "/tiers/" + tier + "/" + field, code);
    }
}
