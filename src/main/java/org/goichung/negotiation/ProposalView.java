package org.goichung.negotiation;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.goichung.platform.identity.EnterpriseId;
import org.jspecify.annotations.Nullable;

/**
 * An award that the service proposes; people decide. The leading body sees all, a member what
 * concerns it and the sums.
 *
 * @param state {@code waiting}, {@code solving}, {@code solved} or {@code failed}: nothing was found in time, an award by hand is possible as ever
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record ProposalView(
        UUID id,
        UUID rfqId,
        String state,
        Instant askedAt,
        NewProposal asked,
        @Nullable Instant endedAt,
        @Nullable Result result) {

    /**
     * @param costVndPerMonth over all members
     * @param portVnd what the numbers to be moved are held to cost
     * @param boundVnd proven: nothing that meets as much demand with as small a worst loss has less of both costs together
     * @param gapBasisPoints how far the two costs may be from the best, in hundredths of a percent
     * @param losers who pays more than alone
     * @param conflicts what together stands against meeting all demand with nobody worse off
     * @param runnerUp the best award of other winning offers
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record Result(
            long costVndPerMonth,
            long portVnd,
            long boundVnd,
            long gapBasisPoints,
            long tookMillis,
            List<AwardView.Line> lines,
            List<Shortfall> shortfalls,
            List<Gain> gains,
            List<EnterpriseId> losers,
            List<Conflict> conflicts,
            @Nullable RunnerUp runnerUp,
            List<DropOut> dropOuts) {}

    /** What a member saves per month, against going alone and against the shop's price. */
    public record Gain(EnterpriseId enterpriseId, long aloneVndPerMonth, long retailVndPerMonth) {}

    /** @param text in the reader's language */
    public record Conflict(String code, String text) {}

    public record RunnerUp(long costVndPerMonth, List<AwardView.Line> lines, List<EnterpriseId> losers) {}

    /**
     * What becomes of the award where one member leaves it and all else stays assigned as it is.
     *
     * @param holds false where an offer's lowest tier is lost or nobody is left
     * @param costVndPerMonth of those who stay
     * @param released who would then pay more than it agreed to, and leaves too
     * @param prices of the offers whose price changes
     */
    public record DropOut(
            EnterpriseId enterpriseId,
            boolean holds,
            long costVndPerMonth,
            List<EnterpriseId> released,
            List<Price> prices) {}

    public record Price(UUID offerId, EnterpriseId enterpriseId, long priceVnd) {}
}
