package org.goichung.negotiation.model;

import java.util.UUID;
import org.goichung.platform.identity.EnterpriseId;
import org.jspecify.annotations.Nullable;

/**
 * So many lines for an enterprise from an offer, at the price of the tier reached.
 *
 * @param alonePriceVnd what a line would cost the enterprise alone
 * @param fundVndPerMonth what a fund adds for the enterprise's workers, where it does
 */
public record PricedLine(
        EnterpriseId enterpriseId,
        UUID offerId,
        String lot,
        long lines,
        long priceVnd,
        long alonePriceVnd,
        @Nullable Long fundVndPerMonth) {

    public long gainVndPerMonth() {
        return Math.multiplyExact(lines, Math.subtractExact(alonePriceVnd, priceVnd));
    }

    PricedLine at(long otherPriceVnd) {
        return new PricedLine(enterpriseId, offerId, lot, lines, otherPriceVnd, alonePriceVnd, fundVndPerMonth);
    }

    long costVnd() {
        return Math.multiplyExact(lines, priceVnd);
    }

    /** What the enterprise at most agrees to pay when it says yes: as alone, or the price it saw if it accepted a loss. */
    long capVnd() {
        return Math.multiplyExact(lines, Math.max(alonePriceVnd, priceVnd));
    }
}
