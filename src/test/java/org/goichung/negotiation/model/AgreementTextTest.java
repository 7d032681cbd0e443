package org.goichung.negotiation.model;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.UUID;
import org.goichung.negotiation.Allocation;
import org.goichung.negotiation.Lot;
import org.goichung.negotiation.OfferTerms;
import org.goichung.negotiation.Tier;
import org.goichung.platform.identity.CarrierId;
import org.goichung.platform.identity.EnterpriseId;
import org.junit.jupiter.api.Test;

class AgreementTextTest {
    private static final UUID PACKAGE = UUID.randomUUID();

    private final Rfq rfq = Samples.rfq();
    private final Lot lot = rfq.lots().getFirst();
    private final OfferTerms terms = Samples.terms(true, 100, new Tier(1, 70_000));
    private final Agreement agreement = Agreement.ratify(
            UUID.randomUUID(), rfq, lot, UUID.randomUUID(), new CarrierId(UUID.randomUUID()), Samples.NOW);
    private final EnterpriseId one = Samples.enterprise();
    private final EnterpriseId another = Samples.enterprise();

    @Test
    void the_same_agreement_has_the_same_digest_whatever_the_order_its_members_come_in() {
        var ones = allocation(one, 9, 70_000, null);
        var anothers = allocation(another, 3, 70_000, 90_000L);
        assertThat(digest(List.of(ones, anothers)))
                .isEqualTo(digest(List.of(anothers, ones)))
                .hasSize(64);
    }

    @Test
    void one_dong_one_line_or_a_fund_of_nothing_makes_it_another() {
        String agreed = digest(List.of(allocation(one, 9, 70_000, null)));
        assertThat(digest(List.of(allocation(one, 9, 70_001, null)))).isNotEqualTo(agreed);
        assertThat(digest(List.of(allocation(one, 10, 70_000, null)))).isNotEqualTo(agreed);
        assertThat(digest(List.of(allocation(one, 9, 70_000, 1L)))).isNotEqualTo(agreed);
        assertThat(digest(List.of(allocation(another, 9, 70_000, null)))).isNotEqualTo(agreed);
        assertThat(digest(List.of(allocation(one, 9, 70_000, null), allocation(another, 1, 70_000, null))))
                .isNotEqualTo(agreed);
    }

    @Test
    void where_it_stands_is_not_what_was_agreed() {
        String before = digest(List.of(allocation(one, 9, 70_000, null)));
        agreement.move(AgreementMove.START);
        agreement.move(AgreementMove.SUSPEND);
        assertThat(digest(List.of(allocation(one, 9, 70_000, null)))).isEqualTo(before);
    }

    private String digest(List<Allocation> allocations) {
        return AgreementText.of(AgreementWhole.first(agreement, lot, terms, allocations))
                .digest();
    }

    private static Allocation allocation(EnterpriseId enterprise, long lines, long priceVnd, Long fundVnd) {
        return new Allocation(enterprise, PACKAGE, lines, null, fundVnd, priceVnd);
    }
}
