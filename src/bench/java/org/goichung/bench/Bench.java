package org.goichung.bench;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.sql.SQLException;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/**
 * Runs the benchmarks and writes docs/benchmarks.md. {@code quick} takes about two minutes and writes beside the build; names of
 * sections ({@code draws}, {@code http}, {@code usage}, {@code eligibility}, {@code award}) run those alone;
 * {@code people=12000000} changes how many eligibility is measured with.
 */
public final class Bench {
    private static final Set<String> SECTIONS = Set.of("draws", "http", "usage", "eligibility", "award");

    private Bench() {}

    public static void main(String... arguments) throws IOException, SQLException, GeneralSecurityException {
        var words = new TreeSet<>(List.of(arguments));
        int people = people(words);
        Size size = words.remove("quick") ? Size.QUICK : Size.FULL;
        if (!SECTIONS.containsAll(words)) {
            System.err.println("bench: knows 'quick' and the sections " + new TreeSet<>(SECTIONS));
            System.exit(2);
        }
        boolean all = words.isEmpty();
        long began = System.nanoTime();
        var report = new Report();
        Path target = Path.of("target", "bench").toAbsolutePath();
        String head;
        try (TestBed bed = TestBed.open(target)) {
            var checks = new Checks(bed);
            if (all || words.contains("draws")) draws(bed, size, report, checks);
            if (all || words.contains("http")) new HttpBench(bed, size, report, checks).run();
            if (all || words.contains("draws") || words.contains("http")) checks.report(report);
            if (all || words.contains("usage")) usage(bed, size, report);
            if (all || words.contains("eligibility")) new EligibilityBench(bed, size, report, people).run();
            if (all || words.contains("award")) new AwardBench(size, report).run();
            head = head(bed, size, Duration.ofNanos(System.nanoTime() - began));
        }
        Path file = all && size == Size.FULL ? Path.of("docs", "benchmarks.md") : target.resolve("benchmarks.md");
        Files.writeString(file, report.markdown(head));
        Report.say("\n" + file + " is written; bars missed: " + report.missed());
    }

    /** Takes the word out. */
    private static int people(Set<String> words) {
        String word = words.stream()
                .filter(each -> each.startsWith("people="))
                .findFirst()
                .orElse("people=1000000");
        words.remove(word);
        return Integer.parseInt(word.substring("people=".length()));
    }

    private static void draws(TestBed bed, Size size, Report report, Checks checks) throws SQLException, IOException {
        var draws = new DrawBench(bed, size, report, checks);
        double naive = draws.throughput();
        draws.latency(naive);
        draws.twoProcesses();
        draws.races();
    }

    private static void usage(TestBed bed, Size size, Report report) throws SQLException, IOException {
        var usage = new UsageBench(bed, size, report);
        usage.throughput();
        usage.memory();
        usage.check();
    }

    private static String head(TestBed bed, Size size, Duration took) throws SQLException, IOException {
        return """
                # Benchmarks

                Written by `./bench`%s on %s in %d min. Bars are those a change is held against; ratios are medians over %d rounds with (min – max), the two
                sides in turn in one run, each with the same durability and the same rows written.

                | machine | |
                |---|---|
                | processor | %s, %d cores |
                | memory | %.1f GiB |
                | system | %s %s |
                | Java | %s %s |
                | database | PostgreSQL %s, embedded, on the same machine; fsync %s, synchronous_commit %s |

                ## Bars
                """.formatted(
                        size == Size.FULL ? "" : " quick",
                        LocalDate.now(java.time.ZoneId.of("Asia/Ho_Chi_Minh")),
                        took.toMinutes() + 1,
                        size.rounds(),
                        processor(),
                        Runtime.getRuntime().availableProcessors(),
                        memory() / (double) (1 << 30),
                        System.getProperty("os.name"),
                        System.getProperty("os.version"),
                        System.getProperty("java.vm.name"),
                        System.getProperty("java.version"),
                        bed.text("SHOW server_version"),
                        bed.text("SHOW fsync"),
                        bed.text("SHOW synchronous_commit"));
    }

    private static String processor() throws IOException {
        Path file = Path.of("/proc/cpuinfo");
        if (Files.notExists(file)) return System.getProperty("os.arch");
        try (var lines = Files.lines(file)) {
            return lines.filter(line -> line.startsWith("model name"))
                    .map(line -> line.substring(line.indexOf(':') + 2))
                    .findFirst()
                    .orElse(System.getProperty("os.arch"));
        }
    }

    private static long memory() {
        return ((com.sun.management.OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean())
                .getTotalMemorySize();
    }
}
