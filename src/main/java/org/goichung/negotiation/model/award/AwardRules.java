package org.goichung.negotiation.model.award;

import org.jspecify.annotations.Nullable;

/**
 * What the leading body asks of an award beside the members' demand.
 *
 * @param maxCarriers at most so many carriers win
 * @param minLinesPerOffer an offer that wins gets at least so many lines
 * @param budgetVndPerMonth all lines together cost no more
 * @param portVndPerLine what moving one number to another carrier is held to cost; weighs in the choice, is in no price
 */
public record AwardRules(
        @Nullable Integer maxCarriers,
        @Nullable Long minLinesPerOffer,
        @Nullable Long budgetVndPerMonth,
        @Nullable Long portVndPerLine) {
    public static final AwardRules NONE = new AwardRules(null, null, null, null);

    long leastLines() {
        return minLinesPerOffer == null ? 1 : minLinesPerOffer;
    }

    long portVnd() {
        return portVndPerLine == null ? 0 : portVndPerLine;
    }
}
