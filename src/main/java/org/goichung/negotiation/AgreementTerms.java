package org.goichung.negotiation;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.goichung.platform.identity.CarrierId;
import org.goichung.platform.identity.UnionBodyId;

/**
 * What other rooms need of an agreement.
 *
 * @param until the last day, inclusive
 */
public record AgreementTerms(
        UUID agreementId,
        CarrierId carrierId,
        UnionBodyId leadBodyId,
        LocalDate from,
        LocalDate until,
        int graceDays,
        RollOver rollOver,
        List<Allocation> allocations) {}
