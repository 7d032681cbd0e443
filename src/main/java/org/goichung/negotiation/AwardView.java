package org.goichung.negotiation;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.function.Predicate;
import org.goichung.negotiation.model.AwardThread;
import org.goichung.negotiation.model.PricedLine;
import org.goichung.negotiation.model.Rfq;
import org.goichung.platform.identity.EnterpriseId;
import org.jspecify.annotations.Nullable;

/**
 * An award as far as the viewer may see it: the leading body all, an enterprise's officers its own lines and vote, a carrier the lines
 * of its own offers.
 *
 * @param outcome of the vote: {@code concluded}, {@code quorum-lost} or {@code tier-lost}; absent while it goes on
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record AwardView(
        UUID id,
        UUID rfqId,
        String rfqState,
        Instant madeAt,
        Instant voteUntil,
        @Nullable String outcome,
        @Nullable Instant settledAt,
        List<Line> lines,
        List<Shortfall> shortfalls,
        List<VoteView> votes,
        long rfqVersion) {

    /**
     * @param alonePriceVnd what a line would cost the enterprise without the others: mostly another bidder's price, so no carrier sees it
     * @param gainVndPerMonth against that; no carrier sees it either
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record Line(
            EnterpriseId enterpriseId,
            UUID offerId,
            String lot,
            long lines,
            long priceVnd,
            @Nullable Long alonePriceVnd,
            @Nullable Long gainVndPerMonth,
            @Nullable Long fundVndPerMonth) {

        static Line of(PricedLine line) {
            return new Line(
                    line.enterpriseId(),
                    line.offerId(),
                    line.lot(),
                    line.lines(),
                    line.priceVnd(),
                    line.alonePriceVnd(),
                    line.gainVndPerMonth(),
                    line.fundVndPerMonth());
        }

        Line asItsCarrierSees() {
            return new Line(enterpriseId, offerId, lot, lines, priceVnd, null, null, fundVndPerMonth);
        }
    }

    /** Of its own offers' lines, and without what tells of others' offers. */
    AwardView asACarrierSees() {
        return new AwardView(
                id,
                rfqId,
                rfqState,
                madeAt,
                voteUntil,
                outcome,
                settledAt,
                lines.stream().map(Line::asItsCarrierSees).toList(),
                shortfalls,
                votes,
                rfqVersion);
    }

    /** A member union's answer. */
    public record VoteView(EnterpriseId enterpriseId, boolean carried, Instant castAt) {}

    static AwardView of(
            AwardThread thread, Rfq rfq, Predicate<PricedLine> visibleLine, Predicate<EnterpriseId> visibleEnterprise) {
        var award = thread.award();
        var outcome = award.outcome();
        return new AwardView(
                award.id(),
                award.rfqId(),
                rfq.state().word(),
                award.madeAt(),
                award.voteUntil(),
                outcome == null ? null : outcome.word(),
                award.settledAt(),
                thread.lines().stream().filter(visibleLine).map(Line::of).toList(),
                award.shortfalls().stream()
                        .filter(shortfall -> visibleEnterprise.test(shortfall.enterpriseId()))
                        .toList(),
                thread.votes().stream()
                        .filter(vote -> visibleEnterprise.test(vote.enterpriseId()))
                        .map(vote -> new VoteView(vote.enterpriseId(), vote.carried(), vote.castAt()))
                        .toList(),
                rfq.version());
    }
}
