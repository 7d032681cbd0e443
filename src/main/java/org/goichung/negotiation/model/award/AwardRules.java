package org.goichung.negotiation.model.award;

import java.util.List;
import java.util.Objects;
import org.goichung.platform.identity.EnterpriseId;
import org.jspecify.annotations.Nullable;

/**
 * What the leading body asks of an award beside the members' demand.
 *
 * @param maxCarriers at most so many carriers win
 * @param minLinesPerOffer an offer that wins gets at least so many lines
 * @param budgetVndPerMonth all lines together cost no more
 * @param portVndPerLine what moving one number to another carrier is held to cost; weighs in the choice, is in no price
 * @param minShares at most one per enterprise
 */
public record AwardRules(
        @Nullable Integer maxCarriers,
        @Nullable Long minLinesPerOffer,
        @Nullable Long budgetVndPerMonth,
        @Nullable Long portVndPerLine,
        List<MinShare> minShares) {

    public AwardRules {
        minShares = List.copyOf(minShares);
    }

    public AwardRules(
            @Nullable Integer maxCarriers,
            @Nullable Long minLinesPerOffer,
            @Nullable Long budgetVndPerMonth,
            @Nullable Long portVndPerLine) {
        this(maxCarriers, minLinesPerOffer, budgetVndPerMonth, portVndPerLine, List.of());
    }

    /**
     * Whichever carrier serves this enterprise at all, serves at least so much of it, over all lots. One of the two is null.
     *
     * @param percent of the enterprise's demand, rounded up to whole lines
     */
    public record MinShare(
            EnterpriseId enterpriseId,
            @Nullable Integer percent,
            @Nullable Long lines) {

        long least(long demand) {
            return percent == null
                    ? Objects.requireNonNull(lines)
                    : Math.ceilDiv(Math.multiplyExact(demand, (long) percent), 100);
        }
    }

    public static final AwardRules NONE = new AwardRules(null, null, null, null);

    long leastLines() {
        return minLinesPerOffer == null ? 1 : minLinesPerOffer;
    }

    long portVnd() {
        return portVndPerLine == null ? 0 : portVndPerLine;
    }
}
