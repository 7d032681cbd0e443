package org.goichung.negotiation.model.award;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.SplittableRandom;
import java.util.UUID;
import org.goichung.catalog.SubscriberKind;
import org.goichung.negotiation.LegalBasis;
import org.goichung.negotiation.OfferTerms;
import org.goichung.negotiation.Tier;
import org.goichung.negotiation.model.PricedLine;
import org.goichung.negotiation.model.StandingOffer;
import org.goichung.negotiation.model.award.AwardQuestion.Bidder;
import org.goichung.negotiation.model.award.AwardQuestion.Member;
import org.goichung.platform.identity.EnterpriseId;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class AwardSolverTest {
    private static final Duration LIMIT = Duration.ofSeconds(20);
    private static final List<String> CARRIERS = List.of("VIETTEL", "VINAPHONE", "MOBIFONE");
    private static final EnterpriseId FIRST = enterprise();
    private static final EnterpriseId SECOND = enterprise();
    private static final EnterpriseId THIRD = enterprise();

    @Test
    void it_finds_what_looking_at_every_award_finds() {
        long seed = Long.getLong("goichung.seed", System.nanoTime());
        int many = Integer.getInteger("goichung.awards", 100);
        System.out.printf("award against brute force: %d questions, seed %d%n", many, seed);
        var random = new SplittableRandom(seed);
        for (int i = 0; i < many; i++) {
            AwardQuestion question = question(random.split());
            var best = new EveryAward(question).best();
            var proposal = new AwardSolver(question, LIMIT).solve();
            assertThat(score(question, proposal))
                    .as("question %d of seed %d: %s", i, seed, question)
                    .isEqualTo(best);
            assertThat(proposal.gapBasisPoints()).isZero();
            assertThat(proposal.conflicts().isEmpty()).isEqualTo(best.missing() == 0 && best.worstLoss() == 0);
        }
    }

    @Test
    void small_enterprises_reach_together_a_tier_that_none_reaches_alone() {
        var together = bidder("VIETTEL", true, 300, tier(1, 100_000), tier(100, 80_000));
        var proposal =
                solve(AwardRules.NONE, List.of(together), member(FIRST, 40), member(SECOND, 40), member(THIRD, 30));
        assertThat(proposal.costVnd()).isEqualTo(110 * 80_000);
        assertThat(proposal.boundVnd()).isEqualTo(proposal.costVnd());
        assertThat(proposal.plan().lines())
                .extracting(PricedLine::gainVndPerMonth)
                .containsExactlyInAnyOrder(800_000L, 800_000L, 600_000L);
    }

    @Test
    void whoever_leaves_takes_the_tier_along_and_the_proposal_says_so() {
        var together = bidder("VIETTEL", true, 300, tier(1, 100_000), tier(100, 80_000));
        var proposal =
                solve(AwardRules.NONE, List.of(together), member(FIRST, 90), member(SECOND, 5), member(THIRD, 15));
        assertThat(proposal.dropOuts()).hasSize(3).allMatch(AwardProposal.DropOut::holds);
        var withoutSecond = proposal.dropOuts().stream()
                .filter(each -> each.enterpriseId().equals(SECOND))
                .findFirst()
                .orElseThrow();
        assertThat(withoutSecond.lines()).allMatch(line -> line.priceVnd() == 80_000);
        var withoutFirst = proposal.dropOuts().stream()
                .filter(each -> each.enterpriseId().equals(FIRST))
                .findFirst()
                .orElseThrow();
        assertThat(withoutFirst.lines()).hasSize(2).allMatch(line -> line.priceVnd() == 100_000);
    }

    @Test
    void what_can_not_be_met_is_said_with_what_stands_against_it() {
        var small = bidder("VIETTEL", true, 50, tier(1, 100_000));
        var proposal = solve(AwardRules.NONE, List.of(small), member(FIRST, 40), member(SECOND, 40));
        assertThat(proposal.plan().lines().stream().mapToLong(PricedLine::lines).sum())
                .isEqualTo(50);
        assertThat(proposal.plan().shortfalls()).isNotEmpty();
        assertThat(proposal.conflicts()).containsExactly(Demanding.CAPACITY);
        var dear = solve(
                new AwardRules(null, null, 1_000_000L, null),
                List.of(bidder("VIETTEL", true, 500, tier(1, 100_000))),
                member(FIRST, 40));
        assertThat(dear.plan().lines().getFirst().lines()).isEqualTo(10);
        assertThat(dear.conflicts()).containsExactly(Demanding.BUDGET);
    }

    @Test
    void the_runner_up_is_the_best_award_of_other_winners() {
        var best = bidder("VIETTEL", true, 500, tier(1, 70_000));
        var other = bidder("MOBIFONE", true, 500, tier(1, 71_000));
        var proposal = solve(AwardRules.NONE, List.of(best, other), member(FIRST, 100));
        assertThat(proposal.costVnd()).isEqualTo(7_000_000);
        var second = Objects.requireNonNull(proposal.runnerUp());
        // a single line elsewhere is another set of winners already
        assertThat(second.costVnd()).isEqualTo(7_001_000);
        assertThat(second.losers()).containsExactly(FIRST);
    }

    @Test
    void moving_numbers_weighs_as_much_as_it_is_held_to_cost() {
        var there = bidder("VIETTEL", true, 500, tier(1, 71_000));
        var cheaper = bidder("MOBIFONE", true, 500, tier(1, 70_000));
        var question = new AwardQuestion(
                List.of(new Member(FIRST, Map.of("A", Map.of("VIETTEL", 100L)))),
                List.of(there, cheaper),
                new AwardRules(null, null, null, 5_000L));
        var proposal = new AwardSolver(question, LIMIT).solve();
        // nobody may lose against going alone, which is the cheaper offer
        assertThat(proposal.plan().lines())
                .extracting(PricedLine::offerId)
                .containsExactly(cheaper.offer().offerId());
        assertThat(proposal.portVnd()).isEqualTo(500_000);
    }

    /** As large as a federation's coalition; {@code -Dgoichung.award.full=true} proves it to a hundredth, as the docs tell. */
    @Test
    void a_coalition_is_answered_within_its_time_with_a_bound() {
        boolean full = Boolean.getBoolean("goichung.award.full");
        AwardQuestion question = coalition(full ? 200 : 30, full ? 8 : 3, new SplittableRandom(7));
        long began = System.nanoTime();
        var proposal = new AwardSolver(question, Duration.ofSeconds(full ? 60 : 20)).solve();
        System.out.printf(
                "%d enterprises, %d offers: cost %,d, bound %,d, gap %d basis points, %.1f s%n",
                question.members().size(),
                question.bidders().size(),
                proposal.costVnd(),
                proposal.boundVnd(),
                proposal.gapBasisPoints(),
                (System.nanoTime() - began) / 1e9);
        assertThat(proposal.plan().shortfalls()).isEmpty();
        assertThat(proposal.losers()).isEmpty();
        assertThat(proposal.boundVnd()).isLessThanOrEqualTo(proposal.costVnd());
        if (full) assertThat(proposal.gapBasisPoints()).isLessThanOrEqualTo(100);
    }

    /** Each carrier has five tiers over the coalition, and room for a third of it. */
    private static AwardQuestion coalition(int enterprises, int carriers, SplittableRandom random) {
        List<Member> members = new ArrayList<>();
        long wanted = 0;
        for (int i = 0; i < enterprises; i++) {
            long lines = 10 + random.nextInt(490);
            wanted += lines;
            members.add(member(enterprise(), lines));
        }
        List<Bidder> bidders = new ArrayList<>();
        for (int c = 0; c < carriers; c++) {
            List<Tier> tiers = new ArrayList<>();
            long price = 90_000 + random.nextInt(10_000);
            for (int k = 0; k < 5; k++) {
                tiers.add(tier(1 + k * wanted / 20 + (k == 0 ? 0 : random.nextInt(100)), price));
                price -= 2_000 + random.nextInt(4_000);
            }
            bidders.add(bidder(
                    "A", "carrier-" + c, random.nextInt(4) > 0, wanted / 3 + random.nextInt(1_000), 120_000, tiers));
        }
        return new AwardQuestion(members, bidders, AwardRules.NONE);
    }

    private static EveryAward.Score score(AwardQuestion question, AwardProposal proposal) {
        var losses = new HashMap<EnterpriseId, Long>();
        long given = 0;
        for (PricedLine line : proposal.plan().lines()) {
            given += line.lines();
            losses.merge(line.enterpriseId(), -line.gainVndPerMonth(), Long::sum);
        }
        long worst = losses.values().stream().mapToLong(loss -> loss).max().orElse(0);
        return new EveryAward.Score(
                question.wanted() - given, Math.max(0, worst), proposal.costVnd() + proposal.portVnd());
    }

    private static AwardProposal solve(AwardRules rules, List<Bidder> bidders, Member... members) {
        return new AwardSolver(new AwardQuestion(List.of(members), bidders, rules), LIMIT).solve();
    }

    private static AwardQuestion question(SplittableRandom random) {
        int lots = random.nextInt(4) == 0 ? 2 : 1;
        List<Member> members = new ArrayList<>();
        int memberCount = 1 + random.nextInt(lots == 2 ? 2 : 3);
        for (int m = 0; m < memberCount; m++) {
            Map<String, Map<String, Long>> demand = new HashMap<>();
            for (int lot = 0; lot < lots; lot++) {
                Map<String, Long> by = new HashMap<>();
                by.put(CARRIERS.get(random.nextInt(3)), (long) random.nextInt(3));
                by.merge(CARRIERS.get(random.nextInt(3)), (long) random.nextInt(3), Long::sum);
                demand.put(lot == 0 ? "A" : "B", by);
            }
            members.add(new Member(enterprise(), demand));
        }
        List<Bidder> bidders = new ArrayList<>();
        for (int lot = 0; lot < lots; lot++) {
            int offers = 1 + random.nextInt(lots == 2 ? 2 : 3);
            for (int o = 0; o < offers; o++) {
                List<Tier> tiers = new ArrayList<>();
                long from = 1 + random.nextInt(3);
                long price = 70_000 + 1_000L * random.nextInt(40);
                int count = 1 + random.nextInt(3);
                for (int k = 0; k < count; k++) {
                    tiers.add(tier(from, price));
                    from += 1 + random.nextInt(4);
                    price -= 1 + random.nextInt(15_000);
                }
                bidders.add(bidder(
                        lot == 0 ? "A" : "B",
                        CARRIERS.get(random.nextInt(3)),
                        random.nextBoolean(),
                        1 + random.nextInt(9),
                        80_000 + 1_000L * random.nextInt(40),
                        tiers));
            }
        }
        return new AwardQuestion(members, bidders, rules(random));
    }

    private static AwardRules rules(SplittableRandom random) {
        return new AwardRules(
                random.nextInt(4) == 0 ? 1 + random.nextInt(2) : null,
                random.nextInt(4) == 0 ? 1L + random.nextInt(4) : null,
                random.nextInt(4) == 0 ? 100_000L + random.nextInt(900_000) : null,
                random.nextInt(3) == 0 ? 1L + random.nextInt(20_000) : null);
    }

    private static EnterpriseId enterprise() {
        return new EnterpriseId(UUID.randomUUID());
    }

    private static Member member(EnterpriseId id, long lines) {
        return new Member(id, Map.of("A", Map.of("", lines)));
    }

    private static Tier tier(long from, long price) {
        return new Tier(from, price);
    }

    private static Bidder bidder(String carrier, boolean sums, long capacity, Tier... tiers) {
        return bidder("A", carrier, sums, capacity, 120_000, List.of(tiers));
    }

    private static Bidder bidder(
            String lot, String carrier, boolean sums, long capacity, long retail, List<Tier> tiers) {
        @Nullable Long shared = null;
        var terms = new OfferTerms(
                lot,
                UUID.randomUUID(),
                tiers,
                sums,
                capacity,
                Instant.parse("2026-12-31T00:00:00Z"),
                LegalBasis.OWN_TARIFF,
                retail,
                SubscriberKind.PREPAID,
                shared);
        return new Bidder(new StandingOffer(UUID.randomUUID(), terms, retail), carrier);
    }
}
