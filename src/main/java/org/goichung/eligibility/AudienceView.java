package org.goichung.eligibility;

import java.util.List;
import org.goichung.platform.identity.EnterpriseId;

/**
 * How many people employed today qualify, do not, or are open, per enterprise in the order of ids.
 *
 * @param rounded whether some count is a multiple of 5, and nought below 5, since the reader may not see the people
 */
public record AudienceView(List<Count> items, long qualified, long unknown, long unqualified, boolean rounded) {

    public record Count(
            EnterpriseId enterpriseId, long qualified, long unqualified, long unknown, List<CarrierCount> byCarrier) {}

    /** @param carrierCode {@code unknown} where it is not known */
    public record CarrierCount(String carrierCode, long qualified) {}
}
