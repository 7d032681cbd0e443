package org.goichung.negotiation;

import java.util.UUID;
import org.goichung.platform.identity.CarrierId;

/** A package that an enterprise's workers may have under an agreement in force. */
public record AgreementLineView(
        UUID agreementId, UUID packageVersionId, CarrierId carrierId, long priceVnd, long linesPerMonth) {}
