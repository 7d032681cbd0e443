package org.goichung.negotiation;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.time.YearMonth;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import org.goichung.negotiation.model.Coalition;
import org.goichung.negotiation.model.Coalition.Viewer;
import org.goichung.negotiation.model.RfqMember;
import org.goichung.platform.identity.EnterpriseId;
import org.goichung.platform.identity.UnionBodyId;
import org.jspecify.annotations.Nullable;

/**
 * An RFQ as far as the viewer may see it: the leading body all, an enterprise's officers their own demand, carriers the lots' totals.
 *
 * @param enterprises how many bargain together
 * @param members those that the viewer may see
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record RfqView(
        UUID id,
        UnionBodyId leadBodyId,
        String title,
        String state,
        List<LotView> lots,
        int enterprises,
        List<MemberView> members,
        Instant offerDeadline,
        int ratificationWindowHours,
        int quorum,
        int graceDays,
        RollOver rollOver,
        Instant createdAt,
        @Nullable Instant openedAt,
        @Nullable Instant closedAt,
        @Nullable Round bestAndFinal,
        int amendments,
        long version) {
    private static final long STEP = 5;

    /**
     * Of last offers.
     *
     * @param endedAt when they were opened
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record Round(
            Instant calledAt,
            Instant deadline,
            @Nullable String reason,
            @Nullable Instant endedAt) {}

    /** @param lines wanted of all together, exact for the leading body, else in multiples of 5; none before opening */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record LotView(
            String name,
            List<String> criteria,
            @Nullable Long minDataBytesPerDay,
            @Nullable Long minDataBytesPerCycle,
            @Nullable Long minMinutesPerCycle,
            List<String> provinces,
            YearMonth startMonth,
            int months,
            @Nullable Long lines) {}

    /** @param lines wanted per lot and present carrier's code */
    public record MemberView(EnterpriseId enterpriseId, UUID mandateId, Map<String, Map<String, Long>> lines) {}

    static RfqView of(Coalition coalition, Viewer viewer, Set<EnterpriseId> inReach) {
        var rfq = coalition.rfq();
        return new RfqView(
                rfq.id(),
                rfq.leadBodyId(),
                rfq.title(),
                rfq.state().word(),
                rfq.lots().stream().map(lot -> lotView(coalition, viewer, lot)).toList(),
                coalition.members().size(),
                coalition.members().stream()
                        .filter(member -> viewer == Viewer.LEAD || inReach.contains(member.enterpriseId()))
                        .map(RfqView::memberView)
                        .toList(),
                rfq.offerDeadline(),
                rfq.ratificationWindowHours(),
                rfq.quorum(),
                rfq.graceDays(),
                rfq.rollOver(),
                rfq.createdAt(),
                rfq.openedAt(),
                rfq.closedAt(),
                rfq.bestAndFinal()
                        .map(round -> new Round(round.calledAt(), round.deadline(), round.reason(), round.endedAt()))
                        .orElse(null),
                rfq.amendments(),
                rfq.version());
    }

    /** As bidders and members may know it. */
    static long roughly(long exact) {
        return exact / STEP * STEP;
    }

    private static LotView lotView(Coalition coalition, Viewer viewer, Lot lot) {
        Long lines = null;
        if (coalition.rfq().openedAt() != null) {
            long exact = coalition.linesOf(lot.name());
            lines = viewer == Viewer.LEAD ? exact : roughly(exact);
        }
        return new LotView(
                lot.name(),
                lot.criteria(),
                lot.minDataBytesPerDay(),
                lot.minDataBytesPerCycle(),
                lot.minMinutesPerCycle(),
                lot.provinceCodes(),
                lot.startMonth(),
                lot.months(),
                lines);
    }

    private static MemberView memberView(RfqMember member) {
        return new MemberView(member.enterpriseId(), member.mandateId(), new TreeMap<>(member.demand()));
    }
}
