package org.goichung.eligibility;

import org.goichung.platform.identity.EnterpriseId;
import org.goichung.platform.identity.WorkerId;

/** @param status {@code qualified} or {@code unknown} */
public record EligibleWorker(WorkerId workerId, EnterpriseId enterpriseId, String status) {}
