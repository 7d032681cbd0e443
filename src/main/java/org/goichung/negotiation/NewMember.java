package org.goichung.negotiation;

import jakarta.validation.constraints.NotNull;
import org.goichung.platform.identity.EnterpriseId;

/** An enterprise that joins a coalition. */
public record NewMember(@NotNull EnterpriseId enterpriseId) {}
