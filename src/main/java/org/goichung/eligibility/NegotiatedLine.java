package org.goichung.eligibility;

import java.time.LocalDate;
import java.util.UUID;
import org.goichung.platform.identity.EnterpriseId;

/**
 * What an agreement gives the people of one enterprise.
 *
 * @param priceVnd of one cycle, before any subsidy
 * @param lastDay inclusive
 * @param offered whether anybody may be enrolled in it; not while the agreement is suspended, nor once it was terminated
 */
public record NegotiatedLine(
        EnterpriseId enterpriseId,
        UUID agreementId,
        UUID packageVersionId,
        long priceVnd,
        LocalDate firstDay,
        LocalDate lastDay,
        boolean offered) {

    public boolean runsOn(LocalDate day) {
        return offered && covers(day);
    }

    /** Whether the agreement is for this day, offered or not. */
    public boolean covers(LocalDate day) {
        return !day.isBefore(firstDay) && !day.isAfter(lastDay);
    }
}
