package org.goichung.negotiation.walk;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** What walks meet, by the model alone: walks that never get somewhere prove nothing of it. */
class WalksTest {
    private static final int MANY = 2_000;
    private static final State.Given GIVEN =
            new State.Given(List.of(6L, 4L, 3L), List.of(90_000L, 95_000L, 100_000L), 5);

    @Test
    void walks_make_every_move_meet_every_refusal_of_it_and_come_to_every_end() {
        Set<String> met = new TreeSet<>();
        for (long seed = 0; seed < MANY; seed++) {
            var model = new Model(GIVEN);
            for (Step step : Walks.of(seed, GIVEN)) {
                String kind = step.getClass().getSimpleName();
                String outcome = model.run(step).outcome();
                met.add(kind + (outcome.equals("done") ? " done" : " refused"));
                met.add(outcome);
            }
            model.all.rfqs.values().forEach(rfq -> {
                met.add("rfq " + rfq.state);
                if (rfq.finalDeadline >= 0
                        && rfq.bids.stream().anyMatch(bid -> bid.state.equals("REVISED") && bid.standing.last)
                        && rfq.bids.stream().anyMatch(bid -> bid.state.equals("REVEALED")))
                    met.add("round in which some bettered their offers and some did not");
                if (rfq.letGo) met.add("rfq of which somebody without a mandate was let go");
                rfq.bids.forEach(bid -> met.add("bid " + bid.state));
            });
            model.all.awards.values().forEach(award -> {
                met.add("award " + award.outcome);
                if (award.released) met.add("award of which somebody was released");
            });
            met.addAll(model.all.seldom);
            model.all.papers.values().forEach(paper -> met.add("paper " + paper.state()));
            model.all.deals.values().forEach(deal -> met.add("agreement " + deal.state));
            model.all.changes.values().forEach(change -> met.add("change " + change.state));
        }
        for (Class<?> kind : kinds()) {
            assertThat(met).contains(kind.getSimpleName() + " done");
            if (kind != Step.Pass.class) assertThat(met).contains(kind.getSimpleName() + " refused");
        }
        assertThat(met)
                .contains(
                        "rfq DRAFT",
                        "rfq OPEN",
                        "rfq CLOSED",
                        "rfq BEST_AND_FINAL",
                        "rfq EVALUATED",
                        "rfq RATIFYING",
                        "rfq CONCLUDED")
                .contains("rfq CANCELLED", "rfq FAILED", "rfq of which somebody without a mandate was let go")
                .contains("bid SUBMITTED", "bid WITHDRAWN", "bid REVEALED", "bid COUNTERED", "bid REVISED")
                .contains(
                        "bid COUNTER_ACCEPTED",
                        "bid INVITED",
                        "bid AWARDED",
                        "bid NOT_AWARDED",
                        "bid DECLINED",
                        "bid EXPIRED")
                .contains("award CONCLUDED", "award QUORUM_LOST", "award TIER_LOST")
                .contains("award of which somebody was released")
                .contains("agreement RATIFIED", "agreement IN_FORCE", "agreement SUSPENDED", "agreement EXPIRED")
                .contains("agreement TERMINATED")
                .contains("change PROPOSED", "change ACCEPTED", "change DECLINED", "change WITHDRAWN")
                .contains("mandate-missing", "mandate-not-carried", "offer-too-late", "offer-superseded")
                .contains(
                        "offer-invalid tiers-unsorted", "offer-invalid tiers-overlap", "offer-invalid tier-price-rises")
                .contains("offer-invalid below-lowest-tier", "offer-invalid must-outlive-the-vote")
                .contains("award-invalid exceeds-capacity", "award-invalid exceeds-demand", "award-invalid twice")
                .contains("award-invalid below-lowest-tier", "award-invalid offer-no-longer-meets-lot")
                .contains("award-invalid not-a-mandating-member", "award-invalid fewer-than-quorum")
                .contains(
                        "offer-invalid worse-than-standing",
                        "round in which some bettered their offers and some did not")
                .contains("award-makes-losers", "package-does-not-fit too-little-data-per-cycle")
                .contains("vote-link-unknown", "vote-link-used", "vote-link-over", "already-exists", "stale-version")
                .contains("paper ENTERED", "paper CONFIRMED", "paper WITHDRAWAL_ASKED", "paper WITHDRAWN")
                .contains("paper REVEALED", "paper SET_ASIDE", "paper LAPSED", "witness-needed")
                .contains("paper that both withdrew", "last offer on paper that both withdrew")
                .contains("last offer on paper that counts", "answer on paper that said ACCEPT")
                .contains("answer on paper that said REVISE", "answer on paper that said DECLINE")
                .contains("invalid-request no-official-of-the-body", "invalid-request witness-is-oneself")
                .contains("invalid-request terms-with-a-revision-alone", "invalid-request after-the-offers-end")
                .contains("answer behind its time", "counter-offer left unanswered")
                .contains("offer-invalid other-package-than-standing")
                .contains("offer-invalid beside-a-custom-package", "offer-invalid package-or-custom-package")
                .contains("offer-invalid promotion-of-a-custom-package", "package-does-not-fit cycle-is-no-month")
                .contains("already-a-member", "last-member", "no-demand", "too-late-for-members")
                .contains("amendment-invalid keeps-no-line", "amendment-invalid changes-the-price", "amendment-ended");
    }

    private static List<Class<?>> kinds() {
        return Stream.concat(
                        Stream.of(Step.class.getPermittedSubclasses()),
                        Stream.of(Step.OnPaper.class.getPermittedSubclasses()))
                .filter(kind -> !kind.isInterface())
                .<Class<?>>map(kind -> kind)
                .toList();
    }
}
