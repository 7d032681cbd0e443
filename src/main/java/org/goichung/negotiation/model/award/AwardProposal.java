package org.goichung.negotiation.model.award;

import java.time.Duration;
import java.util.List;
import java.util.Set;
import org.goichung.negotiation.model.AwardPlan;
import org.goichung.negotiation.model.PricedLine;
import org.goichung.platform.identity.EnterpriseId;
import org.jspecify.annotations.Nullable;

/**
 * The best award that was found, checked and priced by the rules of every award.
 *
 * @param costVnd per month, over all members
 * @param portVnd what its moved numbers are held to cost
 * @param boundVnd no award that meets as much of the demand with as small a worst loss has less of both costs together
 * @param losers who pays more than alone, where that can't be helped
 * @param conflicts what together stands against meeting all demand with nobody worse off; empty where it is met
 * @param runnerUp the best award with another set of winning offers; null where there is none, or none was found in time
 * @param dropOuts what becomes of the award where any one member leaves it, assignments as they are
 */
public record AwardProposal(
        AwardPlan plan,
        long costVnd,
        long portVnd,
        long boundVnd,
        Set<EnterpriseId> losers,
        Set<Demanding> conflicts,
        @Nullable Alternative runnerUp,
        List<DropOut> dropOuts,
        Duration took) {

    /** Another award in its stead. */
    public record Alternative(AwardPlan plan, long costVnd, Set<EnterpriseId> losers) {}

    /**
     * @param lines what is left, at the prices then reached; empty where an offer's lowest tier is lost
     * @param released who would then pay more than it agreed to, and leaves too
     */
    public record DropOut(
            EnterpriseId enterpriseId, boolean holds, List<PricedLine> lines, Set<EnterpriseId> released) {}

    /** How far the cost may be from the best, in hundredths of a percent, rounded up. */
    public long gapBasisPoints() {
        long weighed = Math.addExact(costVnd, portVnd);
        return weighed == 0 ? 0 : Math.ceilDiv(Math.multiplyExact(weighed - boundVnd, 10_000L), weighed);
    }
}
