package org.goichung.bench;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.security.GeneralSecurityException;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import org.goichung.bench.SqlWay.Told;
import org.jspecify.annotations.Nullable;

/** Look-ups and counts from memory against the same questions in SQL, and what the index takes to build, keep and hold. */
final class EligibilityBench {
    private static final int SAME = 300;
    private static final int COMPARED = 100_000;
    private static final String LIMIT = "See the section below for what the time goes into.";

    private final TestBed bed;
    private final Size size;
    private final Report report;
    private final int people;

    /** @param people how many there are; the bars speak of a million */
    EligibilityBench(TestBed bed, Size size, Report report, int people) {
        this.bed = bed;
        this.size = size;
        this.report = report;
        this.people = people;
    }

    void run() throws SQLException, IOException, GeneralSecurityException {
        long emptyHeap = bed.instance(0).memory()[0];
        bed.stop();
        packagesName();
        var crowd = new CrowdLoad(bed.connect(), bed.keysFile());
        Report.say("  bringing " + people + " people into the tables …");
        crowd.load(people);
        bed.heap(Math.max(512, people / 1_000_000 * 320 + 300));
        Cpu before = bed.cpu();
        JsonNode held = bed.instance(0).get("/bench/eligibility/held");
        built(held, emptyHeap, bed.cpu().since(before));
        differences();
        try (var sql = new SqlWay(bed.connect(), crowd.keys())) {
            same(sql);
            probes(sql);
            lookups(sql);
        }
        audiences();
        changes();
    }

    /** Two or three criteria for each package, so that there is something to explain. */
    private void packagesName() throws SQLException {
        bed.run("""
                UPDATE package_version v
                   SET criteria = ARRAY[names[1 + n % 10], names[1 + (n * 3 + 1) % 10], names[1 + (n * 7 + 4) % 10]]
                  FROM (SELECT id, row_number() OVER (ORDER BY id)::integer AS n FROM package_version) numbered,
                       (SELECT array_agg(name ORDER BY name) AS names FROM criterion) known
                 WHERE numbered.id = v.id
                """);
        bed.run("UPDATE package_version SET criteria = ARRAY(SELECT DISTINCT unnest(criteria))");
    }

    private void built(JsonNode held, long emptyHeap, Cpu used) throws IOException {
        double seconds = held.path("builtMillis").asDouble() / 1000;
        if (held.path("people").asInt() != people) throw new IllegalStateException("not everybody is in memory");
        report.add(
                "Index over %,d people built at start".formatted(people),
                "≤ 10 s for a million",
                "%.1f s".formatted(seconds),
                seconds <= 10 * Math.max(1, people / 1e6),
                "The whole start took %.1f s of processor time in the service and %.1f s in the database."
                        .formatted(used.services(), used.database()));
        long live = bed.instance(0).memory()[0] - emptyHeap;
        double stated = held.path("indexBytes").asDouble() / people;
        double measured = (double) live / people;
        report.add(
                "Heap per person in the index, 10 criteria",
                "≤ 162 bytes",
                "%.0f bytes of columns, tables and bits; %.0f bytes of live heap more than an empty service"
                        .formatted(stated, measured),
                stated <= 162,
                LIMIT);
    }

    private void differences() throws IOException {
        JsonNode told = bed.instance(0).post("/bench/eligibility/differences?people=" + Math.min(people, COMPARED));
        report.add(
                "Index against asking each criterion row by row",
                "0 differences",
                "%,d differences in %,d answers"
                        .formatted(
                                told.path("differences").asLong(),
                                told.path("answers").asLong()),
                told.path("differences").asLong() == 0,
                "This is a fault, not a limit.");
    }

    /** Both ways give the same answer in the same order. */
    private void same(SqlWay sql) throws SQLException, IOException {
        int differing = 0;
        for (int i = 0; i < SAME; i++) {
            int person = new SplittableRandom(i).nextInt(people);
            if (!sql.lookup(person).equals(told(bed.instance(0).get("/bench/eligibility/lookup?person=" + person))))
                differing++;
        }
        report.add(
                "Look-ups from memory against the same in SQL, package by package in their order",
                "0 differences",
                "%d of %d people differ".formatted(differing, SAME),
                differing == 0,
                "This is a fault, not a limit.");
    }

    private static List<Told> told(JsonNode answer) {
        List<Told> told = new ArrayList<>();
        for (JsonNode match : answer.path("matches")) {
            JsonNode saving = match.path("savingVndPer30Days");
            @Nullable Long known = saving.isMissingNode() ? null : (Long) saving.longValue();
            told.add(new Told(
                    match.path("packageVersionId").asText(),
                    match.path("status").asText(),
                    known,
                    match.path("coPayVndPer30Days").longValue()));
        }
        return told;
    }

    private void probes(SqlWay sql) throws SQLException, IOException {
        var memory = new Series();
        var table = new Series();
        var ratio = new Series();
        var wall = new Series();
        sql.probes(people, size.warmMillis());
        ask("probes", size.warmMillis());
        for (int round = 0; round < size.rounds(); round++) {
            Cpu before = bed.cpu();
            long answered = sql.probes(people, size.millis());
            Cpu used = bed.cpu().since(before);
            double slow = answered / (used.database() + used.load());
            JsonNode fast = ask("probes", size.millis());
            double rate =
                    fast.path("count").asDouble() / fast.path("cpuSeconds").asDouble();
            wall.add(answered / (size.millis() / 1e3));
            memory.add(rate);
            table.add(slow);
            ratio.add(rate / slow);
            Report.say("  probes %,.0f, SQL %,.0f a core and second".formatted(rate, slow));
        }
        report.atLeast(
                "Probe of one criterion by a known blind index, against indexed SQL, per core", 500, ratio, LIMIT);
        report.section(
                "Probes, per second of processor time", """
                | way | median (min – max) |
                |---|---|
                | index, one thread | %s |
                | SQL, client and database together: prepared, one row by a unique index of a flat table | %s |

                By the clock one connection got %s answers of SQL a second.
                """.formatted(memory.rates(), table.rates(), wall.rates()));
    }

    private void lookups(SqlWay sql) throws SQLException, IOException {
        var memory = new Series();
        var table = new Series();
        var ratio = new Series();
        sql.lookups(people, size.warmMillis());
        ask("lookups", 2 * size.warmMillis());
        for (int round = 0; round < size.rounds(); round++) {
            Cpu before = bed.cpu();
            long answered = sql.lookups(people, size.millis());
            Cpu used = bed.cpu().since(before);
            double slow = answered / (used.database() + used.load());
            JsonNode fast = ask("lookups", size.millis());
            double rate =
                    fast.path("count").asDouble() / fast.path("cpuSeconds").asDouble();
            memory.add(rate);
            table.add(slow);
            ratio.add(rate / slow);
            Report.say("  look-ups %,.0f, SQL %,.0f a core and second".formatted(rate, slow));
        }
        report.atLeast(
                "Whole look-up (parse, blind index, match, explain, rank, word) against the same question in indexed SQL, per core",
                20,
                ratio,
                LIMIT);
        report.section("Look-ups, per second of processor time", """
                | way | median (min – max) |
                |---|---|
                | service, from the number as it is written to the worded answer | %s |
                | SQL, client and database together; the same parse and blind index, no wording but the reasons' sentences | %s |

                %,d people, every package on offer with up to three criteria each.
                """.formatted(memory.rates(), table.rates(), people));
    }

    private void audiences() throws IOException {
        var seconds = new Series();
        bed.instance(0).post("/bench/eligibility/audiences");
        int packages = 0;
        for (int round = 0; round < size.rounds(); round++) {
            JsonNode told = bed.instance(0).post("/bench/eligibility/audiences");
            packages = told.path("packages").asInt();
            seconds.add(told.path("seconds").asDouble());
        }
        report.add(
                "Audience of every package on offer (%d), per enterprise and carrier, %,d people"
                        .formatted(packages, people),
                "< 1 s for a million",
                seconds.text("%.2f") + " s",
                seconds.median() < Math.max(1, people / 1e6),
                LIMIT);
    }

    private void changes() throws IOException {
        int count = size == Size.QUICK ? 200 : 1_000;
        List<Double> millis = new ArrayList<>();
        bed.instance(0)
                .post("/bench/eligibility/changes?people=" + people + "&count=" + count)
                .forEach(each -> millis.add(each.asDouble()));
        List<Double> sorted = millis.stream().sorted().toList();
        double p99 = sorted.get(sorted.size() * 99 / 100);
        report.add(
                "A changed fact is seen after its commit, p99 of %,d".formatted(count),
                "< 1 s",
                "%.0f ms (median %.0f, most %.0f)".formatted(p99, sorted.get(sorted.size() / 2), sorted.getLast()),
                p99 < 1_000,
                LIMIT);
    }

    private JsonNode ask(String what, int millis) throws IOException {
        return bed.instance(0).post("/bench/eligibility/" + what + "?people=" + people + "&millis=" + millis);
    }
}
