package org.goichung.quota.model;

import java.util.UUID;
import org.goichung.platform.identity.EnterpriseId;

/** What a reservation, or the hold of a transfer, is found by: like everything of the ledger, by whose it is first. */
public record HoldKey(EnterpriseId enterpriseId, UUID reservationId) {}
