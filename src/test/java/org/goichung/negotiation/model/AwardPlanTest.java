package org.goichung.negotiation.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.goichung.negotiation.model.Samples.enterprise;
import static org.goichung.negotiation.model.Samples.terms;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.goichung.negotiation.OfferTerms;
import org.goichung.negotiation.Shortfall;
import org.goichung.negotiation.Tier;
import org.goichung.platform.identity.EnterpriseId;
import org.goichung.platform.problem.ProblemType;
import org.goichung.platform.problem.Refusal;
import org.junit.jupiter.api.Test;

class AwardPlanTest {
    private static final String LOT = "Gói 4 GB/ngày";
    private final EnterpriseId big = enterprise();
    private final EnterpriseId small = enterprise();
    private final List<AwardPlan.Demand> demands = List.of(demand(big, 300, null), demand(small, 40, null));
    private final StandingOffer summed = new StandingOffer(
            UUID.randomUUID(), terms(true, 340, new Tier(100, 90_000), new Tier(320, 70_000)), 120_000);
    private final StandingOffer single =
            new StandingOffer(UUID.randomUUID(), terms(false, 1000, new Tier(30, 85_000)), 110_000);

    @Test
    void summed_lines_reach_the_tier_that_no_member_reaches_alone() {
        var plan = plan(Set.of(), wanted(big, summed, 300), wanted(small, summed, 40));
        assertThat(plan.shortfalls()).isEmpty();
        assertThat(plan.lines()).allSatisfy(line -> assertThat(line.priceVnd()).isEqualTo(70_000));
        assertThat(plan.lines().getFirst().alonePriceVnd()).isEqualTo(85_000);
        assertThat(plan.lines().getFirst().gainVndPerMonth()).isEqualTo(300 * 15_000L);
    }

    @Test
    void an_offer_that_does_not_sum_prices_each_enterprise_by_its_own_volume() {
        var tiered = new StandingOffer(
                UUID.randomUUID(), terms(false, 1000, new Tier(30, 85_000), new Tier(200, 60_000)), 110_000);
        var plan = AwardPlan.of(
                demands, List.of(tiered), List.of(wanted(big, tiered, 300), wanted(small, tiered, 40)), Set.of());
        assertThat(plan.lines()).extracting(PricedLine::priceVnd).containsExactly(60_000L, 85_000L);
    }

    @Test
    void what_is_short_of_a_demand_is_named() {
        var plan = plan(Set.of(), wanted(big, single, 250));
        assertThat(plan.shortfalls()).containsExactly(new Shortfall(big, LOT, 50), new Shortfall(small, LOT, 40));
    }

    @Test
    void more_than_a_demand_or_a_capacity_is_refused() {
        refused("exceeds-demand", wanted(small, single, 41));
        refused("exceeds-demand", wanted(small, single, 40), wanted(small, summed, 1));
        var tight = new StandingOffer(UUID.randomUUID(), terms(true, 100, new Tier(1, 1)), 5);
        assertThatThrownBy(() -> AwardPlan.of(demands, List.of(tight), List.of(wanted(big, tight, 101)), Set.of()))
                .isInstanceOfSatisfying(Refusal.class, refusal -> assertThat(
                                refusal.fields().getFirst().code())
                        .isEqualTo("exceeds-capacity"));
    }

    @Test
    void an_offer_takes_only_who_lies_where_it_serves() {
        var here = new StandingOffer(UUID.randomUUID(), in(terms(true, 500, new Tier(1, 60_000)), "92"), 110_000);
        var there = List.of(demand(big, 300, "92"), demand(small, 40, "96"));
        var offers = List.of(here, single);
        var plan = AwardPlan.of(there, offers, List.of(wanted(big, here, 300), wanted(small, single, 40)), Set.of());
        // alone too, somebody elsewhere cannot have it
        assertThat(plan.lines()).extracting(PricedLine::alonePriceVnd).containsExactly(60_000L, 85_000L);
        refused(there, offers, "province-not-served", wanted(small, here, 40));
        refused(List.of(demand(big, 300, null)), offers, "province-unknown", wanted(big, here, 300));
    }

    private static void refused(
            List<AwardPlan.Demand> demands, List<StandingOffer> offers, String code, AwardPlan.Wanted line) {
        assertThatThrownBy(() -> AwardPlan.of(demands, offers, List.of(line), Set.of()))
                .isInstanceOfSatisfying(Refusal.class, refusal -> assertThat(
                                refusal.fields().getFirst().code())
                        .isEqualTo(code));
    }

    private static AwardPlan.Demand demand(EnterpriseId enterprise, long lines, String province) {
        return new AwardPlan.Demand(enterprise, Map.of(LOT, lines), province);
    }

    private static OfferTerms in(OfferTerms terms, String province) {
        return new OfferTerms(
                terms.lot(),
                terms.packageVersionId(),
                terms.customPackage(),
                terms.tiers(),
                terms.sumsMembers(),
                terms.capacity(),
                terms.validUntil(),
                terms.legalBasis(),
                terms.referencePriceVnd(),
                terms.subscriberKind(),
                terms.sharedBytesPerLine(),
                List.of(province),
                terms.conditions());
    }

    @Test
    void below_the_lowest_tier_an_offer_is_void() {
        refused("below-lowest-tier", wanted(small, summed, 40));
    }

    @Test
    void an_unknown_offer_an_outsider_and_the_same_line_twice_are_refused() {
        refused("not-a-mandating-member", wanted(enterprise(), single, 40));
        refused("twice", wanted(big, single, 40), wanted(big, single, 40));
        var gone = new StandingOffer(UUID.randomUUID(), single.terms(), 1);
        refused("offer-not-standing", wanted(big, gone, 40));
    }

    @Test
    void whoever_pays_more_than_alone_is_named_unless_it_accepts() {
        var dear = wanted(big, summed, 300);
        assertThatThrownBy(() -> plan(Set.of(), dear)).isInstanceOfSatisfying(Refusal.class, refusal -> {
            assertThat(refusal.type()).isEqualTo(ProblemType.AWARD_MAKES_LOSERS);
            assertThat(refusal.parameters()).containsEntry("losers", List.of(big.toString()));
        });
        var plan = plan(Set.of(big), dear);
        assertThat(plan.lines().getFirst().gainVndPerMonth()).isEqualTo(-300 * 5_000L);
    }

    @Test
    void where_no_single_offer_takes_an_enterprise_alone_it_would_pay_retail() {
        assertThat(AwardPlan.alonePriceVnd(LOT, 5, null, List.of(summed, single)))
                .isEqualTo(110_000);
        assertThat(AwardPlan.alonePriceVnd(LOT, 40, null, List.of(summed, single)))
                .isEqualTo(85_000);
        assertThat(AwardPlan.alonePriceVnd(LOT, 330, null, List.of(summed, single)))
                .isEqualTo(70_000);
        assertThat(AwardPlan.alonePriceVnd(LOT, 341, null, List.of(summed, single)))
                .isEqualTo(85_000);
    }

    private AwardPlan plan(Set<EnterpriseId> accepting, AwardPlan.Wanted... lines) {
        return AwardPlan.of(demands, List.of(summed, single), List.of(lines), accepting);
    }

    private void refused(String code, AwardPlan.Wanted... lines) {
        assertThatThrownBy(() -> plan(Set.of(), lines)).isInstanceOfSatisfying(Refusal.class, refusal -> assertThat(
                        refusal.fields().getFirst().code())
                .isEqualTo(code));
    }

    private static AwardPlan.Wanted wanted(EnterpriseId enterprise, StandingOffer offer, long lines) {
        return new AwardPlan.Wanted(enterprise, offer.offerId(), lines, null);
    }
}
