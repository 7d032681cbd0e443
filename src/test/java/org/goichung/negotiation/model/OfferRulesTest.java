package org.goichung.negotiation.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.goichung.negotiation.model.Samples.DEADLINE;
import static org.goichung.negotiation.model.Samples.rfq;
import static org.goichung.negotiation.model.Samples.terms;

import java.util.List;
import java.util.OptionalLong;
import java.util.UUID;
import org.goichung.catalog.PackageVersionView;
import org.goichung.catalog.SubscriberKind;
import org.goichung.negotiation.LegalBasis;
import org.goichung.negotiation.OfferTerms;
import org.goichung.negotiation.Tier;
import org.goichung.platform.identity.CarrierId;
import org.goichung.platform.problem.ProblemType;
import org.goichung.platform.problem.Refusal;
import org.junit.jupiter.api.Test;

class OfferRulesTest {
    private static final List<PromotionCeiling> CEILINGS = List.of(
            new PromotionCeiling(SubscriberKind.PREPAID, 20, "Thông tư 47/2017/TT-BTTTT"),
            new PromotionCeiling(SubscriberKind.POSTPAID, 50, "Thông tư 47/2017/TT-BTTTT"));

    @Test
    void the_price_of_the_tier_reached_holds_for_all_units() {
        var offer = terms(true, 1000, new Tier(50, 90_000), new Tier(200, 80_000));
        assertThat(offer.priceAt(49)).isEqualTo(OptionalLong.empty());
        assertThat(offer.priceAt(50)).hasValue(90_000);
        assertThat(offer.priceAt(199)).hasValue(90_000);
        assertThat(offer.priceAt(200)).hasValue(80_000);
    }

    @Test
    void overlapping_unsorted_and_rising_tiers_are_refused_by_the_field_at_fault() {
        refused(terms(true, 1000, new Tier(50, 9), new Tier(50, 8)), "/tiers/1/fromLines", "tiers-overlap");
        refused(terms(true, 1000, new Tier(50, 9), new Tier(10, 8)), "/tiers/1/fromLines", "tiers-unsorted");
        refused(terms(true, 1000, new Tier(50, 9), new Tier(90, 10)), "/tiers/1/priceVnd", "tier-price-rises");
        refused(terms(true, 49, new Tier(50, 9)), "/capacity", "below-lowest-tier");
    }

    @Test
    void an_offer_that_ends_before_the_vote_is_refused() {
        var offer = terms(true, 100, new Tier(1, 9));
        assertThatThrownBy(
                        () -> OfferRules.check(offer, rfq(), offer.validUntil().plusSeconds(1), CEILINGS))
                .isInstanceOfSatisfying(Refusal.class, refusal -> assertThat(
                                refusal.fields().getFirst().pointer())
                        .isEqualTo("/validUntil"));
        OfferRules.check(offer, rfq(), offer.validUntil(), CEILINGS);
    }

    @Test
    void a_promotion_above_its_ceiling_is_refused_with_the_lowest_permitted_price_and_the_source() {
        var offer = terms(LegalBasis.PROMOTION, 99_999, true, 100, new Tier(1, 80_000), new Tier(50, 79_999));
        assertThatThrownBy(() -> OfferRules.check(offer, rfq(), DEADLINE, CEILINGS))
                .isInstanceOfSatisfying(Refusal.class, refusal -> {
                    assertThat(refusal.type()).isEqualTo(ProblemType.PROMOTION_CEILING_EXCEEDED);
                    assertThat(refusal.parameters())
                            .containsEntry("lowestPriceVnd", 80_000L)
                            .containsEntry("source", "Thông tư 47/2017/TT-BTTTT");
                    assertThat(refusal.fields()).singleElement().satisfies(field -> assertThat(field.pointer())
                            .isEqualTo("/tiers/1/priceVnd"));
                });
    }

    @Test
    void a_free_package_needs_another_basis_than_promotion() {
        OfferRules.check(terms(LegalBasis.THIRD_PARTY, 99_999, true, 100, new Tier(1, 0)), rfq(), DEADLINE, CEILINGS);
        OfferRules.check(terms(LegalBasis.OWN_TARIFF, 99_999, true, 100, new Tier(1, 0)), rfq(), DEADLINE, CEILINGS);
        assertThatThrownBy(() -> OfferRules.check(
                        terms(LegalBasis.PROMOTION, 99_999, true, 100, new Tier(1, 0)), rfq(), DEADLINE, CEILINGS))
                .isInstanceOf(Refusal.class);
    }

    @Test
    void a_digest_proves_the_text_it_was_made_of() {
        var terms = terms(true, 100, new Tier(1, 9));
        var content = OfferContent.of(java.util.UUID.randomUUID(), "account:1", new byte[32], terms);
        var other = new OfferContent(content.carrierId(), content.principal(), content.salt(), content.text() + " ");
        assertThat(content.digest()).hasSize(64).isNotEqualTo(other.digest());
        assertThat(content.terms()).isEqualTo(terms);
    }

    @Test
    void a_promotion_is_measured_by_the_packages_own_price_and_kind() {
        var sold = sold(70_000, SubscriberKind.PREPAID);
        PromotionCeiling.checkReference(terms(LegalBasis.PROMOTION, 70_000, true, 100, new Tier(1, 60_000)), sold);
        var low = terms(LegalBasis.PROMOTION, 1_000, true, 100, new Tier(1, 900));
        assertThatThrownBy(() -> PromotionCeiling.checkReference(low, sold))
                .isInstanceOfSatisfying(Refusal.class, refusal -> assertThat(
                                refusal.fields().getFirst().pointer())
                        .isEqualTo("/referencePriceVnd"));
        PromotionCeiling.checkReference(terms(LegalBasis.OWN_TARIFF, 1_000, true, 100, new Tier(1, 900)), sold);
        PromotionCeiling.checkReference(low, sold(1_000, SubscriberKind.POSTPAID));
    }

    private static PackageVersionView sold(long priceVnd, SubscriberKind kind) {
        return new PackageVersionView(
                UUID.randomUUID(),
                UUID.randomUUID(),
                new CarrierId(UUID.randomUUID()),
                "VIETTEL",
                "V90C",
                "V90C",
                1,
                priceVnd,
                null,
                null,
                30,
                List.of(),
                "2024",
                false,
                null,
                "",
                null,
                null,
                null,
                kind);
    }

    private static void refused(OfferTerms offer, String pointer, String code) {
        assertThatThrownBy(() -> OfferRules.check(offer, rfq(), DEADLINE, CEILINGS))
                .isInstanceOfSatisfying(Refusal.class, refusal -> {
                    assertThat(refusal.fields().getFirst().pointer()).isEqualTo(pointer);
                    assertThat(refusal.fields().getFirst().code()).isEqualTo(code);
                });
    }
}
