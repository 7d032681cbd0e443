package org.goichung.eligibility;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.goichung.platform.identity.WorkerId;
import org.jspecify.annotations.Nullable;

/**
 * What one person may get, best for their bill first.
 *
 * @param factsAsOf everything that was known then is in
 * @param nearestMiss what would be better than all they qualify for, with the least in the way
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record LookupView(
        WorkerId workerId,
        Instant factsAsOf,
        long ageSeconds,
        List<Match> matches,
        @Nullable Match nearestMiss) {

    /**
     * One package and what it does to the bill; a cycle of another length is reckoned over 30 days.
     *
     * @param status {@code qualified}, {@code unqualified} or {@code unknown}
     * @param agreementId absent for what the carrier sells to everybody
     * @param programmeId the programme that makes the co-pay
     * @param coPayVndPer30Days what the worker pays
     * @param savingVndPer30Days against what they pay now, negative where it costs more; absent where that is not known
     * @param daysOfCover for how many of 30 days the data lasts; absent where their use is not known
     * @param mustPort whether the number has to change carriers; absent where their carrier is not known
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record Match(
            UUID packageVersionId,
            String packageCode,
            String carrierCode,
            String status,
            List<Reason> reasons,
            @Nullable UUID agreementId,
            @Nullable UUID programmeId,
            long priceVndPer30Days,
            long coPayVndPer30Days,
            @Nullable Long savingVndPer30Days,
            long dataBytesPer30Days,
            @Nullable Integer daysOfCover,
            @Nullable Boolean mustPort,
            String howToGet,
            String text) {}
}
