package org.goichung.negotiation.model;

import java.time.Instant;
import java.time.YearMonth;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.goichung.catalog.SubscriberKind;
import org.goichung.negotiation.LegalBasis;
import org.goichung.negotiation.Lot;
import org.goichung.negotiation.NewRfq;
import org.goichung.negotiation.OfferTerms;
import org.goichung.negotiation.RollOver;
import org.goichung.negotiation.Tier;
import org.goichung.platform.identity.EnterpriseId;
import org.goichung.platform.identity.UnionBodyId;

/** Honest defaults for the model's tests. */
final class Samples {
    static final Instant NOW = Instant.parse("2026-11-24T02:00:00Z");
    static final Instant DEADLINE = NOW.plusSeconds(3600);
    static final UnionBodyId LEAD = new UnionBodyId(UUID.randomUUID());

    private Samples() {}

    static EnterpriseId enterprise() {
        return new EnterpriseId(UUID.randomUUID());
    }

    static Rfq rfq() {
        var lot = new Lot(
                "Gói 4 GB/ngày", List.of("union-member"), null, null, null, List.of("92"), YearMonth.of(2026, 12), 12);
        var asked = new NewRfq(
                "Gói chung Trà Nóc",
                List.of(lot),
                Set.of(enterprise(), enterprise()),
                DEADLINE,
                48,
                2,
                5,
                RollOver.NONE);
        return Rfq.draft(UUID.randomUUID(), LEAD, asked, NOW);
    }

    static OfferTerms terms(boolean sums, long capacity, Tier... tiers) {
        return terms(LegalBasis.OWN_TARIFF, 100_000, sums, capacity, tiers);
    }

    static OfferTerms terms(LegalBasis basis, long reference, boolean sums, long capacity, Tier... tiers) {
        return new OfferTerms(
                "Gói 4 GB/ngày",
                UUID.randomUUID(),
                null,
                List.of(tiers),
                sums,
                capacity,
                DEADLINE.plusSeconds(72 * 3600),
                basis,
                reference,
                SubscriberKind.PREPAID,
                null,
                null,
                null);
    }
}
