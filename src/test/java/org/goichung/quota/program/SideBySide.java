package org.goichung.quota.program;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.Consumer;
import java.util.function.Function;
import org.goichung.negotiation.RollOver;

/** Programs of one calendar, each on the ledger with an agreement of its own and on a model of it, at the same time. */
final class SideBySide {
    private static final long LINES = 20;
    private static final long BYTES = 100;

    /** What they went through, to see that they were not all idle. */
    record Seen(int turns, int closed, long rolledOn) {}

    /** @param steps that all have in common at the places where the time goes on */
    record Program(long seed, List<Step> steps, RollOver rollOver) {}

    private static final class Running {
        private final Program program;
        private final RealLedger ledger;
        private final Model model;
        private final Months months = new Months();
        private int next;
        private int turns;
        private int closed;
        private String difference;

        private Running(Program program, Calendar calendar) {
            this.program = program;
            model = new Model(LINES, BYTES, program.rollOver());
            ledger = new RealLedger(LINES, BYTES, program.rollOver(), calendar);
        }

        private Step next() {
            return next < program.steps().size() ? program.steps().get(next) : null;
        }

        private void untilTimeGoesOn() {
            while (difference == null && next() != null && !next().isTime()) step();
        }

        private void step() {
            Step step = months.resolved(next());
            next++;
            List<String> expected = model.run(step);
            List<String> answered = ledger.run(step);
            List<String> sums = model.balances();
            List<String> balances = ledger.balances();
            if (!answered.equals(expected)) difference = step + "\n  model:  " + expected + "\n  ledger: " + answered;
            else if (!balances.equals(sums))
                difference = "behind " + step + "\n  model:  " + sums + "\n  ledger: " + balances;
            if (step instanceof Step.Turn turn && months.turn(turn)) turns++;
            closed += (int) answered.stream()
                    .filter(answer -> answer.startsWith("period-closed"))
                    .count();
        }
    }

    private final List<Running> all = new ArrayList<>();

    /** What the ledger told otherwise than the model, by the program; empty where nothing. */
    Map<Program, String> differences(List<Program> programs) {
        try (var threads = Executors.newFixedThreadPool(programs.size());
                var calendar = new Calendar()) {
            all.addAll(each(threads, programs, program -> new Running(program, calendar)));
            try {
                while (all.stream().anyMatch(running -> running.next() != null)) {
                    forEach(threads, Running::untilTimeGoesOn);
                    Step time = all.getFirst().next();
                    if (time == null || all.stream().anyMatch(running -> running.difference != null)) break;
                    calendar.goOn(time);
                    forEach(threads, running -> running.ledger.grant());
                    calendar.catchUp();
                    forEach(threads, Running::step);
                }
            } finally {
                forEach(threads, running -> running.ledger.close());
            }
        }
        var differences = new LinkedHashMap<Program, String>();
        for (Running each : all) if (each.difference != null) differences.put(each.program, each.difference);
        return differences;
    }

    Seen seen() {
        return new Seen(
                all.stream().mapToInt(each -> each.turns).sum(),
                all.stream().mapToInt(each -> each.closed).sum(),
                all.stream().mapToLong(each -> each.model.rolledOn()).sum());
    }

    private void forEach(ExecutorService threads, Consumer<Running> work) {
        each(threads, all, running -> {
            work.accept(running);
            return running;
        });
    }

    private static <T, R> List<R> each(ExecutorService threads, List<T> things, Function<T, R> work) {
        return things.stream()
                .map(thing -> CompletableFuture.supplyAsync(() -> work.apply(thing), threads))
                .toList()
                .stream()
                .map(CompletableFuture::join)
                .toList();
    }
}
