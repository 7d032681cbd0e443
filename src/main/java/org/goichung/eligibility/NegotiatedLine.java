package org.goichung.eligibility;

import java.time.LocalDate;
import java.util.UUID;
import org.goichung.platform.identity.EnterpriseId;

/**
 * What an agreement gives the people of one enterprise.
 *
 * @param priceVnd of one cycle, before any subsidy
 * @param lastDay inclusive
 */
public record NegotiatedLine(
        EnterpriseId enterpriseId,
        UUID agreementId,
        UUID packageVersionId,
        long priceVnd,
        LocalDate firstDay,
        LocalDate lastDay) {

    public boolean runsOn(LocalDate day) {
        return !day.isBefore(firstDay) && !day.isAfter(lastDay);
    }
}
