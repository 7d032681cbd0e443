package org.goichung.negotiation.model.award;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.assertj.core.api.AbstractThrowableAssert;
import org.goichung.negotiation.model.PricedLine;
import org.goichung.platform.identity.CarrierId;
import org.goichung.platform.identity.EnterpriseId;
import org.goichung.platform.problem.FieldError;
import org.goichung.platform.problem.Refusal;
import org.junit.jupiter.api.Test;

/** One enterprise of 10 and one of 4 lines; the first takes 7 of one carrier, 2 and 1 of another's two offers, the second 4 of the first. */
class RuleCheckTest {
    private static final EnterpriseId BIG = new EnterpriseId(UUID.randomUUID());
    private static final EnterpriseId SMALL = new EnterpriseId(UUID.randomUUID());
    private static final UUID ONE = UUID.randomUUID();
    private static final UUID TWO = UUID.randomUUID();
    private static final UUID THREE = UUID.randomUUID();
    private static final CarrierId RED = new CarrierId(UUID.randomUUID());
    private static final CarrierId BLUE = new CarrierId(UUID.randomUUID());
    private static final Map<UUID, CarrierId> CARRIERS = Map.of(ONE, RED, TWO, BLUE, THREE, BLUE);
    private static final List<PricedLine> LINES =
            List.of(line(BIG, ONE, 7), line(BIG, TWO, 2), line(SMALL, ONE, 4), line(BIG, THREE, 1));
    private static final long COST = 14 * 1_000;

    @Test
    void what_keeps_every_rule_to_the_unit_passes() {
        passes(AwardRules.NONE);
        passes(new AwardRules(2, 1L, COST, 500L, List.of(new AwardRules.MinShare(BIG, 30, null))));
        passes(new AwardRules(null, null, null, null, List.of(new AwardRules.MinShare(SMALL, 100, null))));
    }

    @Test
    void a_carrier_more_a_dong_more_a_line_less_is_told_where_it_is() {
        broken(new AwardRules(1, null, null, null), "/lines too-many-carriers");
        broken(new AwardRules(null, null, COST - 1, null), "/lines over-budget");
        broken(
                new AwardRules(null, 3L, null, null),
                "/lines/1/offerId fewer-than-least-lines",
                "/lines/3/offerId fewer-than-least-lines");
    }

    /** Of ten lines 31 percent are four, and the carrier of two offers serves three. */
    @Test
    void a_share_is_of_a_carrier_over_all_its_offers() {
        broken(
                new AwardRules(null, null, null, null, List.of(new AwardRules.MinShare(BIG, 31, null))),
                "/lines/1/lines below-min-share");
        broken(
                new AwardRules(null, null, null, null, List.of(new AwardRules.MinShare(BIG, null, 8L))),
                "/lines/0/lines below-min-share",
                "/lines/1/lines below-min-share");
    }

    @Test
    void who_is_left_out_gets_no_line() {
        refused(AwardRules.NONE, Set.of(SMALL), "/lines/2/enterpriseId left-out-by-proposal");
    }

    private static void passes(AwardRules rules) {
        assertThatCode(() -> RuleCheck.check(rules, Set.of(), LINES, CARRIERS, Map.of(BIG, 10L, SMALL, 4L)))
                .doesNotThrowAnyException();
    }

    private static void broken(AwardRules rules, String... faults) {
        refused(rules, Set.of(), faults);
    }

    private static AbstractThrowableAssert<?, ?> refused(
            AwardRules rules, Set<EnterpriseId> without, String... faults) {
        return assertThatThrownBy(() -> RuleCheck.check(rules, without, LINES, CARRIERS, Map.of(BIG, 10L, SMALL, 4L)))
                .asInstanceOf(org.assertj.core.api.InstanceOfAssertFactories.throwable(Refusal.class))
                .satisfies(refusal -> org.assertj.core.api.Assertions.assertThat(refusal.fields())
                        .extracting(RuleCheckTest::told)
                        .containsExactly(faults));
    }

    private static String told(FieldError error) {
        return error.pointer() + " " + error.code();
    }

    private static PricedLine line(EnterpriseId enterprise, UUID offer, long lines) {
        return new PricedLine(enterprise, offer, "lot", lines, 1_000, 1_200, null);
    }
}
