package org.goichung.negotiation;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.goichung.platform.identity.CarrierId;
import org.goichung.platform.identity.EnterpriseId;
import org.jspecify.annotations.Nullable;

/** What an enterprise votes on. */
public record VoteInvitation(EnterpriseId enterpriseId, String title, Instant voteUntil, List<Line> lines) {

    /**
     * Lines from one offer.
     *
     * @param capVnd the most that a line may come to cost when others leave: as alone, or the price where that is more
     * @param gainVndPerMonth against being alone; negative where that is cheaper
     * @param conditions what else the carrier makes its offer subject to
     */
    public record Line(
            CarrierId carrierId,
            UUID packageVersionId,
            long linesPerMonth,
            long priceVnd,
            long aloneVnd,
            long capVnd,
            long gainVndPerMonth,
            @Nullable String conditions) {}
}
