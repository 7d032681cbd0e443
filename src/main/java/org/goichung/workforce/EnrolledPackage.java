package org.goichung.workforce;

import java.util.UUID;
import org.goichung.platform.identity.EnterpriseId;

/**
 * What a person has by an enrolment, as it was decided when they agreed to it.
 *
 * @param priceVnd of one cycle
 * @param workerVnd what they bear of it
 */
public record EnrolledPackage(
        UUID packageVersionId,
        EnterpriseId enterpriseId,
        UUID agreementId,
        UUID programmeId,
        long priceVnd,
        long workerVnd) {}
