package org.goichung.negotiation.model.award;

import static org.assertj.core.api.Assertions.assertThat;
import static org.goichung.negotiation.model.award.Questions.bidder;
import static org.goichung.negotiation.model.award.Questions.enterprise;
import static org.goichung.negotiation.model.award.Questions.member;
import static org.goichung.negotiation.model.award.Questions.tier;

import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.SplittableRandom;
import org.goichung.negotiation.Tier;
import org.goichung.negotiation.model.PricedLine;
import org.goichung.negotiation.model.award.AwardQuestion.Bidder;
import org.goichung.negotiation.model.award.AwardQuestion.Member;
import org.goichung.negotiation.model.award.AwardRules.MinShare;
import org.goichung.platform.identity.EnterpriseId;
import org.junit.jupiter.api.Test;

class AwardSolverTest {
    private static final Duration LIMIT = Duration.ofSeconds(20);
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
            AwardQuestion question = someLeftOut(Questions.random(random.split()), i);
            var best = new EveryAward(question).best();
            var proposal = new AwardSolver(question, LIMIT).solve();
            assertThat(score(question, proposal))
                    .as("question %d of seed %d: %s", i, seed, question)
                    .isEqualTo(best);
            assertThat(question.broken(proposal.plan().lines())).isEmpty();
            assertThat(proposal.gapBasisPoints()).isZero();
            assertThat(proposal.conflicts().isEmpty()).isEqualTo(best.missing() == 0 && best.worstLoss() == 0);
        }
    }

    /** Every third question of several is searched for anew without its first member. */
    private static AwardQuestion someLeftOut(AwardQuestion question, int number) {
        if (number % 3 != 0 || question.members().size() < 2) return question;
        EnterpriseId first = question.members().getFirst().enterpriseId();
        var left = question.without(Set.of(first));
        assertThat(left.members()).hasSize(question.members().size() - 1).noneMatch(member -> member.enterpriseId()
                .equals(first));
        return left;
    }

    @Test
    void whichever_carrier_serves_an_enterprise_serves_its_least_share() {
        var cheap = bidder("VIETTEL", true, 60, tier(1, 70_000));
        var dear = bidder("MOBIFONE", true, 500, tier(1, 90_000));
        var offers = List.of(cheap, dear);
        // 60 of 100 lines at the cheaper one, unless 45 of them are too few for the other
        assertThat(solve(AwardRules.NONE, offers, member(FIRST, 100)).costVnd()).isEqualTo(60 * 70_000 + 40 * 90_000);
        var half = shares(new MinShare(FIRST, 45, null));
        assertThat(solve(half, offers, member(FIRST, 100)).costVnd()).isEqualTo(55 * 70_000 + 45 * 90_000);
        var whole = shares(new MinShare(FIRST, null, 100L));
        assertThat(solve(whole, List.of(cheap), member(FIRST, 100)).plan().lines())
                .isEmpty();
        assertThat(solve(whole, List.of(cheap), member(FIRST, 100)).conflicts())
                .isSubsetOf(Demanding.CAPACITY, Demanding.MIN_SHARES);
        var lines = solve(AwardRules.NONE, offers, member(FIRST, 100)).plan().lines();
        assertThat(new AwardQuestion(List.of(member(FIRST, 100)), offers, half).broken(lines))
                .containsExactly(Demanding.MIN_SHARES);
    }

    private static AwardRules shares(MinShare... shares) {
        return new AwardRules(null, null, null, null, List.of(shares));
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
    void who_lies_where_nobody_serves_stays_without_and_it_is_said_why() {
        var here = bidder("A", "VIETTEL", true, 500, 120_000, List.of(tier(1, 70_000)), List.of("92"));
        var proposal = solve(AwardRules.NONE, List.of(here), in(FIRST, 40, "92"), in(SECOND, 40, "96"));
        assertThat(proposal.plan().lines()).extracting(PricedLine::enterpriseId).containsExactly(FIRST);
        assertThat(proposal.conflicts()).containsExactly(Demanding.PROVINCES);
    }

    private static Member in(EnterpriseId id, long lines, String province) {
        return new Member(id, Map.of("A", Map.of("", lines)), province);
    }

    @Test
    void the_runner_up_is_the_best_award_of_other_winners() {
        var best = bidder("VIETTEL", true, 500, tier(1, 70_000));
        var other = bidder("MOBIFONE", true, 500, tier(1, 71_000));
        var proposal = solve(AwardRules.NONE, List.of(best, other), member(FIRST, 100));
        assertThat(proposal.costVnd()).isEqualTo(7_000_000);
        var second = Objects.requireNonNull(proposal.runnerUp());
        // a single line elsewhere beside the winner would be no other award
        assertThat(second.costVnd()).isEqualTo(7_100_000);
        assertThat(second.plan().lines())
                .extracting(PricedLine::offerId)
                .containsExactly(other.offer().offerId());
        assertThat(second.losers()).containsExactly(FIRST);
    }

    @Test
    void moving_numbers_weighs_as_much_as_it_is_held_to_cost() {
        var there = bidder("VIETTEL", true, 500, tier(1, 71_000));
        var cheaper = bidder("MOBIFONE", true, 500, tier(1, 70_000));
        var question = new AwardQuestion(
                List.of(new Member(FIRST, Map.of("A", Map.of("VIETTEL", 100L)), null)),
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
                    "A",
                    "carrier-" + c,
                    random.nextInt(4) > 0,
                    wanted / 3 + random.nextInt(1_000),
                    120_000,
                    tiers,
                    null));
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
}
