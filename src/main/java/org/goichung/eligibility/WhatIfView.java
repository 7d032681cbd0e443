package org.goichung.eligibility;

import java.time.Instant;
import java.util.List;
import org.goichung.platform.identity.EnterpriseId;

/**
 * Who gains and who loses, per enterprise in the order of ids.
 *
 * @param gain people who would qualify and do not now
 * @param lose people who qualify and would not for sure any more
 * @param keep people who qualify now and then
 * @param rounded whether counts are multiples of 5 near what they are, since the reader may not see the people
 * @param factsAsOf everything that was known then is in
 */
public record WhatIfView(
        List<Change> items, long gain, long lose, long keep, boolean rounded, Instant factsAsOf, long ageSeconds) {

    /** @param unknownAfter people of whom something would have to be found out */
    public record Change(EnterpriseId enterpriseId, long gain, long lose, long keep, long unknownAfter) {}
}
