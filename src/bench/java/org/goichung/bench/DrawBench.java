package org.goichung.bench;

import java.io.IOException;
import java.sql.SQLException;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import org.goichung.bench.inside.DrawOrder;
import org.goichung.bench.inside.Drawn;

/** Draws through the service layer against the naive way. */
final class DrawBench {
    /** Callers that wait at the ledger at once: more than leave in one batch. */
    private static final int CALLERS = 4_096;

    private static final long ENOUGH = 1_000_000_000_000L;

    private final TestBed bed;
    private final Size size;
    private final Report report;
    private final Checks checks;
    private final UUID carrier = UUID.randomUUID();
    private final UUID packageVersion = UUID.randomUUID();
    private final List<UUID> hot;
    private final List<UUID> many;
    private int connections = 16;
    private long seed = 1;

    DrawBench(TestBed bed, Size size, Report report, Checks checks) throws SQLException, IOException {
        this.bed = bed;
        this.size = size;
        this.report = report;
        this.checks = checks;
        hot = bed.agreements(carrier, packageVersion, 1, ENOUGH, null);
        many = bed.agreements(carrier, packageVersion, size.enterprises(), ENOUGH, null);
        checks.drawnFrom(hot);
        checks.drawnFrom(many);
    }

    /** Callers' closed loops: as fast as each way goes. */
    double throughput() throws IOException {
        connections = bestConnections();
        ledger("hot", hot);
        ledger("even", many);
        var naive = new Series();
        var rates = new Series[] {new Series(), new Series(), new Series()};
        var ratios = new Series[] {new Series(), new Series(), new Series()};
        var bounds = new Series[] {new Series(), new Series(), new Series()};
        var ofBound = new Series[] {new Series(), new Series()};
        var overNaive = new Series();
        run(order("bound", "even", many, CALLERS, 0));
        var cost = new StringBuilder();
        for (int round = 0; round < size.rounds(); round++) {
            double slow = rate(naive());
            naive.add(slow);
            Cpu before = bed.cpu();
            double[] fast = {rate(ledger("hot", hot)), 0, 0};
            if (round == size.rounds() - 1)
                cost.append(bed.cpu().since(before).each(fast[0] * (size.millis() + size.warmMillis()) / 1e3));
            fast[1] = rate(ledger("even", many));
            fast[2] = rate(ledger("zipf", many));
            double boundHot = rate(run(order("bound", "hot", hot, CALLERS, 0)));
            double boundEven = rate(run(order("bound", "even", many, CALLERS, 0)));
            bounds[0].add(boundHot);
            bounds[1].add(boundEven);
            bounds[2].add(boundEven / boundHot);
            ofBound[0].add(fast[0] / boundHot);
            ofBound[1].add(fast[1] / boundEven);
            overNaive.add(boundHot / slow);
            for (int i = 0; i < fast.length; i++) rates[i].add(fast[i]);
            ratios[0].add(fast[0] / slow);
            ratios[1].add(fast[1] / fast[0]);
            ratios[2].add(fast[2] / fast[0]);
            Report.say("  naive %,.0f  hot %,.0f  even %,.0f  zipf %,.0f; bound: hot %,.0f  even %,.0f draws/s"
                    .formatted(slow, fast[0], fast[1], fast[2], boundHot, boundEven));
        }
        String bound = "Processor time for one draw (service + database + load): " + cost + " on "
                + Runtime.getRuntime().availableProcessors() + " cores that the naive way leaves idle while it waits.";
        report.atLeast("Draws on one hot enterprise, against the naive way", 25, ratios[0], """
                Writing the same rows in batches, with nothing looked up, locked or decided, does %s times the naive way; the ledger does %s of
                that. %s""".formatted(
                        overNaive.ratios(), ofBound[0].ratios(), bound));
        report.atLeast("10,000 enterprises evenly, against the hot one", 0.9, ratios[1], """
                Writing the same rows in batches over as many connections as the ledger's, with nothing looked up, locked or decided, does %s of its
                own hot rate: a balance written per draw is a row more than one per batch, whoever writes it. Of that bound the ledger
                does %s.""".formatted(
                        bounds[2].ratios(), ofBound[1].ratios()));
        report.section("Draws through the service layer, per second", """
                | way | median (min – max) | ratio |
                |---|---|---|
                | naive: one guarded statement per draw, one hot enterprise, %d connections (the best of 8, 16, 32) | %s | 1 |
                | ledger, one hot enterprise | %s | %s × naive |
                | ledger, %,d enterprises evenly | %s | %s × hot |
                | ledger, %,d enterprises by Zipf's law | %s | %s × hot |
                | bound: the same rows in the same batches, nothing looked up, locked or decided; one hot enterprise | %s | |
                | bound, %,d enterprises evenly | %s | %s × the bound on the hot one |

                %,d callers, each waiting for its answer. %s
                """.formatted(
                        connections,
                        naive.rates(),
                        rates[0].rates(),
                        ratios[0].ratios(),
                        size.enterprises(),
                        rates[1].rates(),
                        ratios[1].ratios(),
                        size.enterprises(),
                        rates[2].rates(),
                        ratios[2].ratios(),
                        bounds[0].rates(),
                        size.enterprises(),
                        bounds[1].rates(),
                        bounds[2].ratios(),
                        CALLERS,
                        bound));
        return naive.median();
    }

    /** Arrivals that do not wait for each other, at 80 % of what the naive way can. */
    void latency(double naiveCapacity) throws IOException {
        int perSecond = (int) (naiveCapacity * 0.8);
        var slow = new Series();
        var fast = new Series();
        var ratio = new Series();
        var rows = new Series();
        var rowRatio = new Series();
        long worst = 0;
        for (int round = 0; round < size.latencyRounds(); round++) {
            Drawn naive = arrivals("naive", connections, perSecond);
            Drawn ledger = arrivals("ledger", 0, perSecond);
            // counts no draws: it makes none
            Drawn row = bed.instance(0).draw(arrivalsOf("row", connections, perSecond));
            rows.add(row.p99Micros() / 1e3);
            rowRatio.add((double) naive.p99Micros() / row.p99Micros());
            slow.add(naive.p99Micros() / 1e3);
            fast.add(ledger.p99Micros() / 1e3);
            worst = Math.max(worst, ledger.maxMicros());
            ratio.add((double) naive.p99Micros() / ledger.p99Micros());
            Report.say("  p99 at %,d/s: naive %.1f ms (p50 %.1f), ledger %.1f ms (p50 %.1f), a row %.1f ms (p50 %.1f)"
                    .formatted(
                            perSecond,
                            naive.p99Micros() / 1e3,
                            naive.p50Micros() / 1e3,
                            ledger.p99Micros() / 1e3,
                            ledger.p50Micros() / 1e3,
                            row.p99Micros() / 1e3,
                            row.p50Micros() / 1e3));
        }
        report.atLeast(
                "p99 of the naive way over the ledger's, both offered 80 % of the naive way's capacity",
                15, ratio, """
                What is acknowledged once it is durable can't be faster than a commit: one small row, inserted and committed at the same
                arrivals and nothing else, has a p99 of %s ms on this disk, and the naive way's is %s times that.""".formatted(rows.text("%.1f"), rowRatio.ratios()));
        report.section("Latency at %,d draws/s, from the intended start".formatted(perSecond), """
                | way | p99 in ms, median (min – max) |
                |---|---|
                | naive | %s |
                | ledger | %s; the slowest answer of all rounds took %.1f ms |
                | bound: one row inserted and committed | %s |
                """.formatted(
                        slow.text("%.1f"), fast.text("%.1f"), worst / 1e3, rows.text("%.1f")));
    }

    /** One process, then two on the same database. */
    void twoProcesses() throws IOException {
        var one = new Series();
        var two = new Series();
        var ratio = new Series();
        both("hot", hot);
        for (int round = 0; round < size.rounds(); round++) {
            double alone = rate(ledger("hot", hot));
            double together = both("hot", hot);
            one.add(alone);
            two.add(together);
            ratio.add(together / alone);
            Report.say("  one process %,.0f, two %,.0f draws/s".formatted(alone, together));
        }
        report.atLeast(
                "Two processes on one database, against one",
                0.9,
                ratio,
                "Both and the database share the same cores: what the second process costs itself is missing.");
        report.section("One process and two on one database, hot enterprise, draws/s", """
                | | median (min – max) |
                |---|---|
                | one | %s |
                | two together | %s |
                """.formatted(
                        one.rates(), two.rates()));
    }

    /** Two processes race for more than there is, and send the same keys. */
    void races() throws SQLException, IOException {
        List<UUID> scarce = bed.agreements(carrier, packageVersion, 20, 500, null);
        checks.drawnFrom(scarce);
        long drawn = together(order("ledger", "even", scarce, CALLERS, 0)).stream()
                .mapToLong(Drawn::acknowledged)
                .sum();
        checks.oversold(Math.max(0, drawn - 20 * 500));
        List<UUID> twice = bed.agreements(carrier, packageVersion, 1, ENOUGH, null);
        checks.drawnFrom(twice);
        List<Drawn> same = together(order("repeated", "hot", twice, CALLERS, 0));
        long again = same.stream().mapToLong(Drawn::refused).sum();
        report.section("Races", """
                Two processes drew from 20 pools of 500 units until nothing was left: %,d draws acknowledged, %,d units there. Then both sent the
                same keys at the same time: %,d draws done, %,d answered as repeats.
                """.formatted(
                drawn, 20 * 500, same.stream().mapToLong(Drawn::acknowledged).sum(), again));
    }

    private int bestConnections() throws IOException {
        naive();
        int best = 16;
        double bestRate = 0;
        for (int tried : new int[] {8, 16, 32}) {
            connections = tried;
            double rate = rate(naive());
            Report.say("  naive on %d connections: %,.0f draws/s".formatted(tried, rate));
            if (rate > bestRate) {
                best = tried;
                bestRate = rate;
            }
        }
        return best;
    }

    private double both(String spread, List<UUID> agreements) throws IOException {
        return together(order("ledger", spread, agreements, CALLERS, 0)).stream()
                .mapToDouble(DrawBench::rate)
                .sum();
    }

    private List<Drawn> together(DrawOrder order) throws IOException {
        Instance first = bed.instance(0);
        Instance second = bed.instance(1);
        var other = CompletableFuture.supplyAsync(() -> second.draw(order));
        List<Drawn> drawn = List.of(first.draw(order), other.join());
        drawn.forEach(checks::count);
        return drawn;
    }

    private Drawn naive() throws IOException {
        return run(order("naive", "hot", hot, connections, 0));
    }

    private Drawn ledger(String spread, List<UUID> agreements) throws IOException {
        return run(order("ledger", spread, agreements, CALLERS, 0));
    }

    private Drawn arrivals(String way, int callers, int perSecond) throws IOException {
        return run(arrivalsOf(way, callers, perSecond));
    }

    private DrawOrder arrivalsOf(String way, int callers, int perSecond) {
        return new DrawOrder(way, "hot", hot, callers, perSecond, size.warmMillis(), size.latencyMillis(), 42);
    }

    private DrawOrder order(String way, String spread, List<UUID> agreements, int callers, int perSecond) {
        return new DrawOrder(way, spread, agreements, callers, perSecond, size.warmMillis(), size.millis(), seed++);
    }

    private Drawn run(DrawOrder order) throws IOException {
        Drawn drawn = bed.instance(0).draw(order);
        checks.count(drawn);
        return drawn;
    }

    private static double rate(Drawn drawn) {
        return drawn.inWindow() / drawn.seconds();
    }
}
