package org.goichung.negotiation.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.goichung.negotiation.model.Samples.enterprise;
import static org.goichung.negotiation.model.Samples.terms;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.goichung.negotiation.OfferTerms;
import org.goichung.negotiation.Tier;
import org.goichung.negotiation.model.Ratification.Result;
import org.goichung.platform.identity.EnterpriseId;
import org.junit.jupiter.api.Test;

class RatificationTest {
    private final EnterpriseId a = enterprise();
    private final EnterpriseId b = enterprise();
    private final EnterpriseId c = enterprise();
    private final EnterpriseId d = enterprise();
    private final UUID offer = UUID.randomUUID();
    private final OfferTerms terms = terms(
            true, 1000, new Tier(100, 90_000), new Tier(200, 80_000), new Tier(300, 70_000), new Tier(400, 60_000));

    @Test
    void when_all_say_yes_the_award_stands_as_voted() {
        var lines = List.of(line(a, 200, 85_000), line(b, 200, 85_000));
        var result = (Result.Concluded) settle(2, lines, a, b);
        assertThat(result.lines()).isEqualTo(lines);
        assertThat(result.released()).isEmpty();
    }

    @Test
    void without_those_who_said_no_the_others_are_repriced() {
        var result = (Result.Concluded)
                settle(1, List.of(line(a, 200, 85_000), line(b, 100, 85_000), line(c, 100, 85_000)), a, b);
        assertThat(result.lines())
                .allSatisfy(line -> assertThat(line.priceVnd()).isEqualTo(70_000));
        assertThat(result.released()).containsExactly(c);
    }

    @Test
    void members_above_their_cap_are_released_one_after_the_other_to_a_fixpoint() {
        // d says no: 300 lines at 70,000 are above c's cap; without c 200 lines at 80,000 are above b's; a alone stays
        var lines = List.of(line(a, 100, 95_000), line(b, 100, 75_000), line(c, 100, 65_000), line(d, 100, 95_000));
        var result = (Result.Concluded) settle(1, lines, a, b, c);
        assertThat(result.lines()).singleElement().satisfies(line -> {
            assertThat(line.enterpriseId()).isEqualTo(a);
            assertThat(line.priceVnd()).isEqualTo(90_000);
        });
        assertThat(result.released()).containsExactlyInAnyOrder(b, c, d);
    }

    @Test
    void below_the_quorum_it_goes_back_to_the_table() {
        var lines = List.of(line(a, 200, 85_000), line(b, 200, 85_000));
        assertThat(settle(2, lines, a)).isInstanceOf(Result.QuorumLost.class);
        assertThat(settle(1, lines)).isInstanceOf(Result.QuorumLost.class);
    }

    @Test
    void below_the_lowest_tier_it_goes_back_to_the_table() {
        var lines = List.of(line(a, 50, 85_000), line(b, 350, 85_000));
        assertThat(settle(1, lines, a)).isEqualTo(new Result.TierLost(offer));
    }

    @Test
    void who_accepted_a_loss_keeps_the_price_it_voted_on_as_its_cap() {
        var lines = List.of(line(a, 200, 50_000), line(b, 200, 85_000));
        assertThat(settle(2, lines, a, b)).isInstanceOf(Result.Concluded.class);
    }

    private Result settle(int quorum, List<PricedLine> lines, EnterpriseId... yes) {
        return new Ratification(Map.of(offer, terms), quorum).settle(lines, Set.of(yes));
    }

    private PricedLine line(EnterpriseId enterprise, long lines, long alone) {
        return new PricedLine(enterprise, offer, "Gói 4 GB/ngày", lines, 60_000, alone, null);
    }
}
