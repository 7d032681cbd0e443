package org.goichung.negotiation;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.goichung.negotiation.model.Amendment;
import org.goichung.negotiation.model.Coalition.Viewer;
import org.goichung.platform.identity.EnterpriseId;
import org.goichung.platform.identity.UnionBodyId;
import org.jspecify.annotations.Nullable;

/**
 * What was changed on an open RFQ, as far as the viewer may see it: bidders and members see lots' totals in multiples of 5, and of
 * enterprises' own demand only what is in their reach.
 *
 * @param amendedBy whose log-in; for the union side alone
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record AmendmentView(
        UUID id,
        UUID rfqId,
        int number,
        Instant amendedAt,
        @Nullable String amendedBy,
        UnionBodyId bodyId,
        String reason,
        Deadlines offerDeadline,
        List<LotChange> lots,
        List<Lines> lines,
        List<Demand> demand,
        @Nullable Quorums quorum,
        @Nullable Long rfqVersion) {

    /** Old and new. */
    public record Quorums(int before, int after) {}

    /** Old and new. */
    public record Deadlines(Instant before, Instant after) {}

    /** Old and new. */
    public record LotChange(LotRequirements before, LotRequirements after) {}

    /** Old and new, over all enterprises. */
    public record Lines(String lot, long before, long after) {}

    /** Old and new, by present carrier's code. */
    public record Demand(EnterpriseId enterpriseId, String lot, Map<String, Long> before, Map<String, Long> after) {}

    static AmendmentView of(Amendment amendment, Viewer viewer, Set<EnterpriseId> inReach, @Nullable Long rfqVersion) {
        var changes = amendment.changes();
        boolean lead = viewer == Viewer.LEAD;
        return new AmendmentView(
                amendment.id(),
                amendment.rfqId(),
                amendment.number(),
                amendment.amendedAt(),
                viewer == Viewer.CARRIER ? null : amendment.principal(),
                amendment.bodyId(),
                amendment.reason(),
                changes.offerDeadline(),
                changes.lots(),
                lead
                        ? changes.lines()
                        : changes.lines().stream()
                                .map(each -> new Lines(
                                        each.lot(), RfqView.roughly(each.before()), RfqView.roughly(each.after())))
                                .toList(),
                changes.demand().stream()
                        .filter(each -> lead || inReach.contains(each.enterpriseId()))
                        .toList(),
                changes.quorum(),
                rfqVersion);
    }
}
