package org.goichung.negotiation.model;

import java.time.Instant;
import java.util.UUID;
import org.goichung.platform.identity.EnterpriseId;
import org.goichung.platform.identity.UnionBodyId;
import org.goichung.platform.problem.ProblemType;
import org.goichung.platform.problem.Refusal;
import org.jspecify.annotations.Nullable;

/** A way to one vote: bound to an award, an enterprise and the officer it was made for. */
public record VoteLink(
        UUID id,
        UUID awardId,
        UUID rfqId,
        EnterpriseId enterpriseId,
        UnionBodyId unionBodyId,
        @Nullable UUID accountId,
        @Nullable String login,
        Instant validUntil,
        @Nullable Instant usedAt) {

    /** Refused where it was used, or its time is over. */
    public void requireGood(Instant now) {
        if (usedAt != null) throw Refusal.of(ProblemType.VOTE_LINK_USED);
        if (now.isAfter(validUntil)) throw Refusal.of(ProblemType.VOTE_LINK_OVER);
    }
}
