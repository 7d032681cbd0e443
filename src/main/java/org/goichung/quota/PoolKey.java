package org.goichung.quota;

import java.util.UUID;
import org.goichung.platform.identity.EnterpriseId;

/** Names a pool; rows of the ledger begin with the enterprise. */
public record PoolKey(EnterpriseId enterpriseId, UUID poolId) {}
