package org.goichung.negotiation.model.award;

import com.google.ortools.Loader;
import com.google.ortools.modelbuilder.ModelBuilder;
import com.google.ortools.modelbuilder.ModelSolver;
import com.google.ortools.modelbuilder.SolveStatus;
import java.time.Duration;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.goichung.negotiation.OfferTerms;
import org.goichung.negotiation.model.AwardPlan;
import org.goichung.negotiation.model.PricedLine;
import org.goichung.negotiation.model.Ratification;
import org.goichung.negotiation.model.StandingOffer;
import org.goichung.platform.identity.EnterpriseId;
import org.jspecify.annotations.Nullable;

/**
 * Finds the best award by HiGHS. In this order: as much of the demand as can be met; the smallest worst loss against going alone; the
 * least cost. What it finds is checked and priced by {@link AwardPlan}, as an award by hand is; the solver's word counts for nothing. It
 * blocks its thread, and gives the best it has at the time limit. For one question and one thread.
 */
public final class AwardSolver {
    /** The solver's own tolerance is a ten-thousandth; a dong matters. It also likes to talk. */
    private static final String EXACT = "mip_rel_gap=0,output_flag=false";

    /** Of the time, for the best award; the rest is for the runner-up and the reasons. */
    private static final int MAIN_SHARE = 70;

    /** Until then a part of the demand is looked for, where the whole was not found to be met. */
    private static final int PARTLY_SHARE = 90;

    private final AwardQuestion question;
    private final long began = System.nanoTime();
    private final Duration limit;

    public AwardSolver(AwardQuestion question, Duration limit) {
        this.question = question;
        this.limit = limit;
    }

    /** Nothing was found in time, or what was found does not stand the check. */
    public static final class NotSolved extends RuntimeException {
        private static final long serialVersionUID = 1;

        NotSolved(String reason) {
            super(reason, null, false, false);
        }
    }

    private record Solved(double objective, double bound, List<AwardPlan.Wanted> lines) {}

    public AwardProposal solve() {
        Native.load();
        Set<Demanding> all = AwardModel.all(question);
        var whole = ask(new AwardModel(question, all, 0, 0L), AwardModel::leastCost, until(MAIN_SHARE));
        return whole.found()
                .map(solved -> proposal(solved, all, 0, EnumSet.noneOf(Demanding.class)))
                .orElseGet(() -> partly(all, whole.status() == SolveStatus.INFEASIBLE));
    }

    /**
     * Where not all demand can be met with nobody worse off, or no such award was found in its time.
     *
     * @param unmeetable whether the former is proven; what stands against the demand is named only where something does
     */
    private AwardProposal partly(Set<Demanding> all, boolean unmeetable) {
        Duration step = until(PARTLY_SHARE).dividedBy(3);
        Solved least = run(new AwardModel(question, all, question.wanted(), null), AwardModel::leastMissing, step)
                .orElseThrow(() -> new NotSolved("no award was found in time"));
        long missing = Math.round(least.objective);
        Solved fairest = run(new AwardModel(question, all, missing, null), AwardModel::leastLoss, step)
                .orElse(least);
        long loss = fairest == least ? Long.MAX_VALUE : (long) Math.ceil(fairest.objective - 1e-6);
        Solved cheapest = run(
                        new AwardModel(question, all, missing, loss == Long.MAX_VALUE ? null : loss),
                        AwardModel::leastCost,
                        step)
                .orElse(fairest);
        return proposal(cheapest, all, missing, unmeetable ? conflicts(all) : EnumSet.noneOf(Demanding.class));
    }

    private AwardProposal proposal(Solved solved, Set<Demanding> all, long missing, Set<Demanding> conflicts) {
        AwardPlan plan = checked(solved);
        long cost = cost(plan.lines());
        long ports = Math.multiplyExact(
                question.moved(plan.lines()), question.rules().portVnd());
        return new AwardProposal(
                plan,
                cost,
                ports,
                Math.clamp((long) Math.ceil(solved.bound - 0.5), 0, Math.addExact(cost, ports)),
                losers(plan.lines()),
                conflicts,
                runnerUp(plan.lines(), all, missing),
                dropOuts(plan.lines()),
                Duration.ofNanos(System.nanoTime() - began));
    }

    /** Of other winning offers, meeting as much of the demand; who would lose by it is named. */
    private AwardProposal.@Nullable Alternative runnerUp(List<PricedLine> lines, Set<Demanding> all, long missing) {
        Set<UUID> winners = lines.stream().map(PricedLine::offerId).collect(Collectors.toSet());
        if (winners.isEmpty()) return null;
        return run(new AwardModel(question, all, missing, null).without(winners), AwardModel::leastCost, left())
                .map(this::checked)
                .map(plan -> new AwardProposal.Alternative(plan, cost(plan.lines()), losers(plan.lines())))
                .orElse(null);
    }

    /** Leaves out what is not needed for the demand to be unmeetable; what stays is a smallest such set, as far as time allows. */
    private Set<Demanding> conflicts(Set<Demanding> all) {
        var set = EnumSet.copyOf(all);
        for (Demanding each : all) {
            var fewer = EnumSet.copyOf(set);
            fewer.remove(each);
            if (!fewer.isEmpty() && isUnmeetable(fewer)) set = fewer;
        }
        return set;
    }

    private boolean isUnmeetable(Set<Demanding> asked) {
        return solver(left()).solve(new AwardModel(question, asked, 0, 0L).feasible()) == SolveStatus.INFEASIBLE;
    }

    private record Answer(SolveStatus status, Optional<Solved> found) {}

    private Optional<Solved> run(AwardModel model, Function<AwardModel, ModelBuilder> aim, Duration within) {
        return ask(model, aim, within).found();
    }

    private static Answer ask(AwardModel model, Function<AwardModel, ModelBuilder> aim, Duration within) {
        if (!within.isPositive()) return new Answer(SolveStatus.NOT_SOLVED, Optional.empty());
        var solver = solver(within);
        SolveStatus status = solver.solve(aim.apply(model));
        if (!solver.hasSolution()) return new Answer(status, Optional.empty());
        return new Answer(
                status,
                Optional.of(new Solved(
                        solver.getObjectiveValue(), solver.getBestObjectiveBound(), model.lines(solver::getValue))));
    }

    private static ModelSolver solver(Duration within) {
        var solver = new ModelSolver("highs");
        solver.setTimeLimit(within.isPositive() ? within : Duration.ofMillis(1));
        solver.setSolverSpecificParameters(EXACT);
        return solver;
    }

    private AwardPlan checked(Solved solved) {
        Set<EnterpriseId> anybody = new HashSet<>();
        question.members().forEach(member -> anybody.add(member.enterpriseId()));
        AwardPlan plan = AwardPlan.of(question.demands(), question.standing(), solved.lines, anybody);
        Set<Demanding> broken = question.broken(plan.lines());
        if (!broken.isEmpty()) throw new NotSolved("what was found breaks " + broken);
        return plan;
    }

    private List<AwardProposal.DropOut> dropOuts(List<PricedLine> lines) {
        Map<UUID, OfferTerms> terms =
                question.standing().stream().collect(Collectors.toMap(StandingOffer::offerId, StandingOffer::terms));
        var ratification = new Ratification(terms, 1);
        Set<EnterpriseId> all =
                lines.stream().map(PricedLine::enterpriseId).collect(Collectors.toCollection(LinkedHashSet::new));
        return all.stream()
                .map(leaver -> {
                    var rest = new HashSet<>(all);
                    rest.remove(leaver);
                    return switch (ratification.settle(lines, rest)) {
                        case Ratification.Result.Concluded concluded -> {
                            var released = new HashSet<>(concluded.released());
                            released.remove(leaver);
                            yield new AwardProposal.DropOut(leaver, true, concluded.lines(), Set.copyOf(released));
                        }
                        default -> new AwardProposal.DropOut(leaver, false, List.of(), Set.of());
                    };
                })
                .toList();
    }

    private static Set<EnterpriseId> losers(List<PricedLine> lines) {
        var gains = new LinkedHashMap<EnterpriseId, Long>();
        lines.forEach(line -> gains.merge(line.enterpriseId(), line.gainVndPerMonth(), Math::addExact));
        gains.values().removeIf(gain -> gain >= 0);
        return Set.copyOf(gains.keySet());
    }

    private static long cost(List<PricedLine> lines) {
        return lines.stream()
                .map(line -> Math.multiplyExact(line.lines(), line.priceVnd()))
                .reduce(0L, Math::addExact);
    }

    /** What is left of so much of the time. */
    private Duration until(int percent) {
        return limit.multipliedBy(percent).dividedBy(100).minusNanos(System.nanoTime() - began);
    }

    private Duration left() {
        return until(100);
    }

    /** Unpacked and loaded at the first use. */
    private static final class Native {
        static {
            Loader.loadNativeLibraries();
        }

        static void load() {}
    }
}
