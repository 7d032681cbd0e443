package org.goichung.negotiation;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.goichung.negotiation.model.AgreementText;
import org.goichung.negotiation.model.AgreementWhole;
import org.goichung.platform.identity.CarrierId;
import org.goichung.platform.identity.Scope;
import org.goichung.platform.identity.UnionBodyId;

/**
 * An agreement: all of it for the leading body and the carrier, for others the totals and the allocations in their reach.
 *
 * @param until the last day, inclusive
 * @param linesPerMonth of all enterprises together
 * @param allocations of this month, or of the first or last one outside its time
 * @param revision 1, and one more with each accepted amendment
 * @param documentDigest of all the terms, the same for every reader: SHA-256 in hexadecimal
 */
public record AgreementView(
        UUID id,
        UUID rfqId,
        UUID offerId,
        UnionBodyId leadBodyId,
        CarrierId carrierId,
        String title,
        String lot,
        String state,
        LocalDate from,
        LocalDate until,
        int graceDays,
        RollOver rollOver,
        Instant ratifiedAt,
        int enterprises,
        long linesPerMonth,
        List<Allocation> allocations,
        int revision,
        String documentDigest,
        long version) {

    static AgreementView of(AgreementWhole whole, Scope scope, LocalDate today) {
        var agreement = whole.agreement();
        return new AgreementView(
                agreement.id(),
                agreement.rfqId(),
                agreement.offerId(),
                agreement.leadBodyId(),
                agreement.carrierId(),
                agreement.title(),
                agreement.lot(),
                agreement.state().word(),
                agreement.fromDate(),
                agreement.untilDate(),
                agreement.graceDays(),
                agreement.rollOver(),
                agreement.ratifiedAt(),
                (int) whole.allocations().stream()
                        .map(Allocation::enterpriseId)
                        .distinct()
                        .count(),
                whole.allocations().stream()
                        .mapToLong(Allocation::linesPerMonth)
                        .reduce(0, Math::addExact),
                whole.visibleOn(today, scope),
                whole.revision(),
                AgreementText.of(whole).digest(),
                agreement.version());
    }
}
