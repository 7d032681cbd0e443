package org.goichung.eligibility;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.goichung.platform.identity.EnterpriseId;
import org.jspecify.annotations.Nullable;

/**
 * How many people employed on the day qualify, do not, or are open, per enterprise in the order of ids.
 *
 * @param byCommune where they live, in the order of codes; absent where it was not asked for
 * @param byUnionBody the union bodies that these enterprises belong to, each with all below it that were counted; absent likewise
 * @param rounded whether counts are multiples of 5 near what they are, since the reader may not see the people
 * @param factsAsOf everything that was known then is in
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record AudienceView(
        List<Count> items,
        @Nullable List<CommuneCount> byCommune,
        @Nullable List<UnionCount> byUnionBody,
        long qualified,
        long unknown,
        long unqualified,
        boolean rounded,
        Instant factsAsOf,
        long ageSeconds) {

    public record Count(
            EnterpriseId enterpriseId, long qualified, long unqualified, long unknown, List<CarrierCount> byCarrier) {}

    /** @param carrierCode {@code unknown} where it is not known */
    public record CarrierCount(String carrierCode, long qualified) {}

    /** @param communeCode {@code unknown} where it is not known */
    public record CommuneCount(String communeCode, long qualified, long unqualified, long unknown) {}

    public record UnionCount(UUID unionBodyId, String name, long qualified, long unqualified, long unknown) {}
}
