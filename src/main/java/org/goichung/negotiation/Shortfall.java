package org.goichung.negotiation;

import org.goichung.platform.identity.EnterpriseId;

/** What an award leaves an enterprise short of on a lot. */
public record Shortfall(EnterpriseId enterpriseId, String lot, long lines) {}
