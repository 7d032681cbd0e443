package org.goichung.bench;

import java.io.IOException;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.postgresql.PGConnection;

/** Usage over HTTP against a plain COPY of the same rows into a table with the same indexes and checks. */
final class UsageBench {
    private static final int ENTERPRISES = 1_000;
    private static final int WIDEST = 400;
    private static final int MEGABYTE = 1 << 20;

    private final TestBed bed;
    private final Size size;
    private final Report report;
    private final UUID carrier = UUID.randomUUID();
    private final UUID packageVersion = UUID.randomUUID();
    private final UUID agreement;
    private final List<UUID[]> enterprises = new ArrayList<>();
    private final String apiKey;
    private long posted;
    private long seed = 1_000;

    UsageBench(TestBed bed, Size size, Report report) throws SQLException, IOException {
        this.bed = bed;
        this.size = size;
        this.report = report;
        Instance service = bed.instance(0);
        agreement = bed.agreement(carrier, packageVersion, ENTERPRISES, 1_000, 1_000_000_000_000_000L, 1);
        service.post("/bench/grants", "");
        service.post(
                "/bench/lines?agreement=%s&carrier=%s&packageVersion=%s&count=%d"
                        .formatted(agreement, carrier, packageVersion, size.lines()),
                "");
        apiKey = service.post("/bench/api-keys?carrier=" + carrier, "key");
        for (Object[] row : bed.rows("""
                SELECT DISTINCT ON (enterprise_id) enterprise_id, pool_id FROM quota_pool
                 WHERE agreement_id = ? AND unit = 'BYTE' ORDER BY enterprise_id, period DESC
                """, agreement)) enterprises.add(new UUID[] {(UUID) row[0], (UUID) row[1]});
        bed.run("CREATE TABLE bench_usage_event (LIKE usage_event INCLUDING ALL)");
        bed.run("ANALYZE quota_line");
    }

    void throughput() throws SQLException, IOException {
        var taken = new Series();
        var copied = new Series();
        var ratio = new Series();
        String cost = "";
        take(body(size.events() / 5, seed));
        try (Connection connection = bed.connect()) {
            copy(connection, rows(size.events() / 5, seed++));
            for (int round = 0; round < size.rounds(); round++) {
                byte[][] body = body(size.events(), seed);
                byte[][] rows = rows(size.events(), seed++);
                Cpu before = bed.cpu();
                double slow = take(body);
                Cpu after = bed.cpu();
                double fast = copy(connection, rows);
                taken.add(slow);
                copied.add(fast);
                ratio.add(slow / fast);
                cost = "Processor time for one event (service + database + load): "
                        + after.since(before).each(size.events()) + "; for one row of the COPY: "
                        + bed.cpu().since(after).each(size.events()) + ".";
                Report.say("  taken %,.0f events/s, copied %,.0f rows/s".formatted(slow, fast));
            }
        }
        report.atLeast("Usage acknowledged over HTTP, against an indexed COPY of the same rows", 0.6, ratio, cost);
        report.section("Usage, per second", """
                | way | median (min – max) |
                |---|---|
                | `POST /v1/usage-events`, NDJSON, acknowledged and posted | %s |
                | `COPY` of the same rows in the same order into a table with the same indexes and checks | %s |

                Bodies of %,d events of %,d numbers at %,d enterprises, mixed and out of order over a week, one in a hundred lines a repeat; matched,
                deduplicated, entered into the pools and the daily totals. %s
                """.formatted(
                        taken.rates(), copied.rates(), size.events(), size.lines(), ENTERPRISES, cost));
    }

    /** One body, written as it is taken; looks at the service's memory on the way. */
    void memory() throws IOException {
        Instance service = bed.instance(0);
        var points = new ArrayList<long[]>();
        int step = size.longBody() / 10;
        long began = System.nanoTime();
        var lines = new UsageLines(seed++, size.lines());
        points.add(point(0, service));
        Upload.Summary summary = Upload.send(service.port(), apiKey, sink -> {
            byte[] piece = new byte[MEGABYTE + WIDEST];
            int count = 0;
            while (count < size.longBody()) {
                int length = 0;
                int until = Math.min(size.longBody(), count + 8_000);
                for (; count < until && length < MEGABYTE; count++) {
                    lines.advance();
                    length += lines.json(piece, length);
                }
                sink.write(piece, 0, length);
                if (count / step >= points.size()) points.add(point(count, service));
            }
        });
        double seconds = (System.nanoTime() - began) / 1e9;
        points.add(point(size.longBody(), service));
        posted += summary.posted();
        if (summary.lines() != size.longBody()) throw new IllegalStateException("lines went missing: " + summary);
        long first = points.get(1)[1];
        long most = points.stream().skip(1).mapToLong(point -> point[1]).max().orElse(0);
        report.add(
                "Heap that lives under a body of %,d lines: most of all points over the first tenth's"
                        .formatted(size.longBody()),
                "flat: ≤ + 16 MiB",
                "%+d MiB".formatted((most - first) / MEGABYTE),
                most - first <= 16L * MEGABYTE,
                "Something is kept for each line.");
        var table = new StringBuilder("| lines sent | heap after collection, MiB | resident, MiB |\n|---|---|---|\n");
        for (long[] point : points)
            table.append("| %,d | %d | %d |\n".formatted(point[0], point[1] / MEGABYTE, point[2] / MEGABYTE));
        report.section("Memory under one body of %,d lines".formatted(size.longBody()), """
                %s
                Taken in %.0f s, %,.0f lines/s; %s. The service runs with `%s`.
                """.formatted(
                        table, seconds, size.longBody() / seconds, summary, Instance.HEAP));
    }

    void check() throws SQLException {
        long known = bed.number("SELECT count(*) FROM usage_event WHERE carrier_id = ? AND state = 'counted'", carrier);
        Object[] days = bed.rows(
                        "SELECT sum(events)::bigint, sum(bytes)::bigint FROM usage_daily WHERE carrier_id = ?", carrier)
                .getFirst();
        long bytes = bed.number("SELECT sum(bytes)::bigint FROM usage_event WHERE carrier_id = ?", carrier);
        long pools =
                bed.number("SELECT sum(posted + overused)::bigint FROM quota_pool WHERE agreement_id = ?", agreement);
        long mismatched = bed.number("SELECT count(*) FROM quota_mismatch");
        long lost = Math.max(0, posted - known);
        long doubled = Math.max(0, known - posted) + Math.abs((long) days[0] - known);
        long bytesOff = Math.abs((long) days[1] - bytes) + Math.abs(pools - bytes);
        report.add(
                "Checks behind all usage",
                "all 0",
                "`posted=%,d lost=%d doubled=%d bytes-off=%d mismatched=%d`"
                        .formatted(posted, lost, doubled, bytesOff, mismatched),
                lost + doubled + bytesOff + mismatched == 0,
                "This is a fault, not a limit.");
    }

    /** Posted events per second, from the first byte to the summary. */
    private double take(byte[][] body) throws IOException {
        long began = System.nanoTime();
        Upload.Summary summary = Upload.send(bed.instance(0).port(), apiKey, sink -> {
            for (byte[] piece : body) sink.write(piece, 0, piece.length);
        });
        posted += summary.posted();
        return summary.posted() / ((System.nanoTime() - began) / 1e9);
    }

    private static double copy(Connection connection, byte[][] rows) throws SQLException, IOException {
        long began = System.nanoTime();
        var copy = connection.unwrap(PGConnection.class).getCopyAPI().copyIn("COPY bench_usage_event FROM STDIN");
        for (byte[] piece : rows) copy.writeToCopy(piece, 0, piece.length);
        return copy.endCopy() / ((System.nanoTime() - began) / 1e9);
    }

    private byte[][] body(int events, long seedOfEvents) {
        return pieces(events, seedOfEvents, true, UsageLines::json);
    }

    private byte[][] rows(int events, long seedOfEvents) {
        return pieces(
                events,
                seedOfEvents,
                false,
                (line, to, at) -> line.row(to, at, carrier, agreement, packageVersion, enterprises));
    }

    private interface Form {
        int write(UsageLines line, byte[] to, int at);
    }

    private byte[][] pieces(int events, long seedOfEvents, boolean withRepeats, Form form) {
        var lines = new UsageLines(seedOfEvents, size.lines());
        List<byte[]> pieces = new ArrayList<>();
        byte[] piece = new byte[1 << 16];
        int length = 0;
        for (int i = 0; i < events; i++) {
            boolean repeat = lines.advance();
            if (repeat && !withRepeats) continue;
            length += form.write(lines, piece, length);
            if (length > piece.length - WIDEST) {
                pieces.add(java.util.Arrays.copyOf(piece, length));
                length = 0;
            }
        }
        pieces.add(java.util.Arrays.copyOf(piece, length));
        return pieces.toArray(byte[][]::new);
    }

    private static long[] point(long lines, Instance service) {
        long[] memory = service.memory();
        return new long[] {lines, memory[0], memory[1]};
    }
}
