package org.goichung.eligibility;

import java.util.UUID;
import org.goichung.platform.identity.EnterpriseId;

/**
 * What an agreement in force gives the people of one enterprise.
 *
 * @param priceVnd of one cycle, before any subsidy
 */
public record NegotiatedLine(EnterpriseId enterpriseId, UUID agreementId, UUID packageVersionId, long priceVnd) {}
