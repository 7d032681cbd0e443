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
 * @param language of the texts; a reason that nobody wrote in it says its own
 * @param text the answer in a few sentences: the best that helps, or that nothing does and what would change it
 * @param missingFacts what is not known of the person that would make the answer surer, for instance {@code worker.birthYear}
 * @param nothing present where no package saves the person money
 * @param nearestMiss what would be better than all they qualify for, with the least in the way; where nothing helps and nothing is in the
 *     way, what comes closest
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record LookupView(
        WorkerId workerId,
        Instant factsAsOf,
        long ageSeconds,
        String language,
        String text,
        Carrier carrier,
        List<String> missingFacts,
        List<Match> matches,
        @Nullable Nothing nothing,
        @Nullable Match nearestMiss) {

    /**
     * The carrier of the person's number.
     *
     * @param code absent where no carrier is known to have been given its block
     * @param basis {@code known} where the carrier, the person or a porting record said so, {@code prefix} where it is read off the
     *     number and may be wrong, {@code unknown}
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record Carrier(@Nullable String code, String basis) {}

    /**
     * That nothing helps.
     *
     * @param changes what would have to be otherwise for the nearest miss, or found out; why what comes closest does not help
     * @param wifiAtWork whether the enterprise has wifi for its people
     */
    public record Nothing(List<String> changes, boolean wifiAtWork) {}

    /**
     * One package and what it does to the bill; a cycle of another length is reckoned over 30 days.
     *
     * @param rank from 1; the same for those that do as much for the person
     * @param status {@code qualified}, {@code unqualified} or {@code unknown}
     * @param helps whether it is worth having: theirs to have, cheaper than what they pay now as far as that is known, and lasting most of
     *     the month
     * @param saves whether all that it costs less is theirs to keep: it helps, and what it gives lasts the month as far as that is known
     * @param agreementId absent for what the carrier sells to everybody
     * @param programmeId the programme that makes the co-pay
     * @param cycleDays what is paid for at once
     * @param coPayVndPerCycle what the worker pays at once
     * @param coPayVndPer30Days what the worker pays
     * @param minutesAny calls to any carrier, per cycle
     * @param minutesOnNet calls within the carrier, per cycle
     * @param savingVndPer30Days against what they pay now, negative where it costs more; absent where that is not known
     * @param dataUseBytesPer30Days what they use now; absent where that is not known
     * @param daysOfCover for how many of 30 days the data lasts; absent where their use is not known
     * @param mustPort whether the number has to change carriers; absent where their carrier is not known
     * @param getBy {@code sms} where the person may send it by themselves, {@code union} where the union signs them up,
     *     {@code enrolled} where they have it already, else {@code ask}
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record Match(
            int rank,
            UUID packageVersionId,
            String packageCode,
            String carrierCode,
            String status,
            boolean helps,
            boolean saves,
            List<Reason> reasons,
            @Nullable UUID agreementId,
            @Nullable UUID programmeId,
            int cycleDays,
            long coPayVndPerCycle,
            long priceVndPer30Days,
            long coPayVndPer30Days,
            @Nullable Long savingVndPer30Days,
            long dataBytesPer30Days,
            long minutesAny,
            long minutesOnNet,
            @Nullable Long dataUseBytesPer30Days,
            @Nullable Integer daysOfCover,
            @Nullable Boolean mustPort,
            String getBy,
            String howToGet,
            String text) {}
}
