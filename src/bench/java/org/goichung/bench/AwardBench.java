package org.goichung.bench;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.TreeMap;
import java.util.UUID;
import org.goichung.catalog.SubscriberKind;
import org.goichung.negotiation.LegalBasis;
import org.goichung.negotiation.OfferTerms;
import org.goichung.negotiation.Tier;
import org.goichung.negotiation.model.StandingOffer;
import org.goichung.negotiation.model.award.AwardProposal;
import org.goichung.negotiation.model.award.AwardQuestion;
import org.goichung.negotiation.model.award.AwardQuestion.Bidder;
import org.goichung.negotiation.model.award.AwardQuestion.Member;
import org.goichung.negotiation.model.award.AwardRules;
import org.goichung.negotiation.model.award.AwardSolver;
import org.goichung.negotiation.model.award.AwardSolver.NotSolved;
import org.goichung.platform.identity.EnterpriseId;
import org.jspecify.annotations.Nullable;

/**
 * How near to the best the award is that the service proposes for a federation's coalition, by the seconds it is given. The solver tells
 * nothing on its way, so each point is a search of its own, as a proposal makes it: 70 % of its time for the award, the rest for the
 * runner-up and the reasons.
 */
final class AwardBench {
    private static final int ENTERPRISES = 200;
    private static final int CARRIERS = 8;
    private static final int TIERS = 5;
    private static final double MOST_SECONDS = 60;
    private static final List<Double> SECONDS =
            List.of(0.5, 1.0, 1.5, 2.0, 3.0, 5.0, 8.0, 12.0, 20.0, 30.0, 45.0, MOST_SECONDS);
    private static final List<Double> FEW_SECONDS = List.of(2.0, 10.0, MOST_SECONDS);
    private static final long MOST_BASIS_POINTS = 100;
    private static final List<String> NETWORKS = List.of("carrier-0", "carrier-1", "carrier-2", "carrier-3");

    /** What makes it hard: few carriers may win, and each number that moves weighs. */
    private static final AwardRules FEW_CARRIERS = new AwardRules(4, 1_000L, null, 4_000L);

    private final Report report;
    private final List<Double> seconds;
    private final int questions;

    AwardBench(Size size, Report report) {
        this.report = report;
        this.seconds = size == Size.FULL ? SECONDS : FEW_SECONDS;
        this.questions = size == Size.FULL ? 3 : 1;
    }

    /** @param proposal null where nothing was found in time */
    private record Point(
            double seconds, double took, @Nullable AwardProposal proposal) {

        boolean proven() {
            return proposal != null && proposal.gapBasisPoints() == 0;
        }

        boolean whole() {
            return proposal != null
                    && proposal.plan().shortfalls().isEmpty()
                    && proposal.losers().isEmpty();
        }

        String row(String question) {
            if (proposal == null)
                return String.format(
                        Locale.ROOT, "| %s | %.1f | %.1f | nothing found | | | |", question, seconds, took);
            return String.format(
                    Locale.ROOT,
                    "| %s | %.1f | %.1f | %,d | %,d | %.2f %% | %s |",
                    question,
                    seconds,
                    took,
                    proposal.costVnd() + proposal.portVnd(),
                    proposal.boundVnd(),
                    proposal.gapBasisPoints() / 100.0,
                    whole() ? "all demand met, nobody loses" : "not all met");
        }
    }

    void run() {
        var rows = new ArrayList<String>();
        var last = new ArrayList<Point>();
        for (int seed = 1; seed <= questions; seed++) {
            last.add(closeGap(seed + ", plain", coalition(new SplittableRandom(seed), AwardRules.NONE), rows));
            last.add(closeGap(seed + ", few carriers", coalition(new SplittableRandom(seed), FEW_CARRIERS), rows));
        }
        report.section(
                "Award of %d enterprises over %d carriers with %d tiers, by the seconds it is given"
                        .formatted(ENTERPRISES, CARRIERS, TIERS),
                """
                Each row is a search of its own: 70 %% of its time is for the award, the rest for the runner-up and the reasons. A question that is proven
                (gap 0) is not asked again with more time. Plain ones ask for no more than every award must keep; in the others at most four carriers may win,
                with a thousand lines at least, and each number that moves to another carrier weighs 4,000 VND.

                | question | seconds | took | cost with moves, VND per month | proven bound | gap | |
                |---|---|---|---|---|---|---|
                %s
                """.formatted(String.join("\n", rows)));
        bar(last);
    }

    /** The last point: where it is proven, or the time is over. */
    private Point closeGap(String name, AwardQuestion question, List<String> rows) {
        for (double limit : seconds) {
            Point point = search(question, limit);
            rows.add(point.row(name));
            Report.say("  " + rows.getLast());
            if (point.proven() || limit == MOST_SECONDS) return point;
        }
        throw new IllegalStateException("the last limit is the longest");
    }

    private static Point search(AwardQuestion question, double limit) {
        long began = System.nanoTime();
        AwardProposal proposal = null;
        try {
            proposal = new AwardSolver(question, Duration.ofMillis((long) (limit * 1_000))).solve();
        } catch (NotSolved inTime) {
            Report.say("  " + inTime.getMessage());
        }
        return new Point(limit, (System.nanoTime() - began) / 1e9, proposal);
    }

    private void bar(List<Point> last) {
        boolean met = last.stream()
                .allMatch(point -> point.whole()
                        && point.proposal() != null
                        && point.proposal().gapBasisPoints() <= MOST_BASIS_POINTS);
        long worst = last.stream()
                .map(Point::proposal)
                .mapToLong(found -> found == null ? 10_000 : found.gapBasisPoints())
                .max()
                .orElse(10_000);
        double most = last.stream().mapToDouble(Point::seconds).max().orElse(MOST_SECONDS);
        report.add(
                "Award for %d enterprises × %d carriers × %d tiers: gap to the proven bound, the worst of %d questions"
                        .formatted(ENTERPRISES, CARRIERS, TIERS, last.size()),
                "≤ 1 % within 60 s",
                String.format(Locale.ROOT, "%.2f %% when given %.1f s", worst / 100.0, most),
                met,
                "See the section below for how the gap closes over time.");
    }

    /** Each carrier has five tiers, most of them over the coalition, and room for about a third of it. */
    private static AwardQuestion coalition(SplittableRandom random, AwardRules rules) {
        List<Member> members = new ArrayList<>();
        long wanted = 0;
        for (int i = 0; i < ENTERPRISES; i++) {
            var lines = new TreeMap<String, Long>();
            for (String network : NETWORKS) lines.put(network, 3L + random.nextInt(120));
            wanted += lines.values().stream().mapToLong(each -> each).sum();
            members.add(new Member(id(random), Map.of("A", lines), null));
        }
        List<Bidder> bidders = new ArrayList<>();
        for (int carrier = 0; carrier < CARRIERS; carrier++)
            bidders.add(new Bidder(offer(wanted, random), "carrier-" + carrier));
        return new AwardQuestion(members, bidders, rules);
    }

    private static EnterpriseId id(SplittableRandom random) {
        return new EnterpriseId(new UUID(random.nextLong(), random.nextLong()));
    }

    private static StandingOffer offer(long wanted, SplittableRandom random) {
        List<Tier> tiers = new ArrayList<>();
        long price = 90_000 + random.nextInt(10_000);
        for (int i = 0; i < TIERS; i++) {
            tiers.add(new Tier(1 + i * wanted / 20 + (i == 0 ? 0 : random.nextInt(100)), price));
            price -= 2_000 + random.nextInt(4_000);
        }
        var terms = new OfferTerms(
                "A",
                new UUID(random.nextLong(), random.nextLong()),
                null,
                tiers,
                random.nextInt(4) > 0,
                wanted / 3 + random.nextInt(1_000),
                Instant.parse("2100-01-01T00:00:00Z"),
                LegalBasis.OWN_TARIFF,
                120_000,
                SubscriberKind.PREPAID,
                null,
                null,
                null);
        return new StandingOffer(new UUID(random.nextLong(), random.nextLong()), terms, 120_000);
    }
}
