package org.goichung.bench;

import java.io.IOException;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

/** Draws over HTTP with authentication against a POST that does nothing. */
final class HttpBench {
    private static final int CONNECTIONS = 64;

    private final TestBed bed;
    private final Size size;
    private final Report report;
    private final Checks checks;

    HttpBench(TestBed bed, Size size, Report report, Checks checks) {
        this.bed = bed;
        this.size = size;
        this.report = report;
        this.checks = checks;
    }

    void run() throws SQLException, IOException {
        List<HttpLoad.Request> draws = new ArrayList<>();
        List<HttpLoad.Request> nothings = new ArrayList<>();
        officers(draws, nothings);
        int port = bed.instance(0).port();
        post(port, nothings);
        checks.count(post(port, draws));
        var nothing = new Series();
        var drawn = new Series();
        var ratio = new Series();
        String cost = "";
        for (int round = 0; round < size.rounds(); round++) {
            Cpu before = bed.cpu();
            HttpLoad.Answers noOp = post(port, nothings);
            Cpu between = bed.cpu();
            HttpLoad.Answers draw = post(port, draws);
            Cpu after = bed.cpu();
            checks.count(draw);
            if (noOp.others() > 0) throw new IllegalStateException("a POST that does nothing was refused");
            double slow = draw.inWindow() / draw.seconds();
            double fast = noOp.inWindow() / noOp.seconds();
            nothing.add(fast);
            drawn.add(slow);
            ratio.add(slow / fast);
            cost =
                    "Processor time for one (service + database + load): %s for nothing (%d bytes back), %s for a draw (%d bytes back)."
                            .formatted(
                                    between.since(before).each(noOp.created()),
                                    noOp.bytes(),
                                    after.since(between).each(draw.created()),
                                    draw.bytes());
            Report.say("  nothing %,.0f, draw %,.0f requests/s".formatted(fast, slow));
        }
        report.atLeast(
                "Draws over HTTP with authentication, against an authenticated POST of the same size that does nothing",
                0.8,
                ratio,
                cost);
        report.section("Draws over HTTP, requests per second", """
                | request | median (min – max) |
                |---|---|
                | authenticated POST that does nothing | %s |
                | `POST /v1/enterprises/{enterpriseId}/quota/draws` | %s |

                %d connections that stay open, from a process of its own, an officer with a JWT and an enterprise each. %s
                """.formatted(
                        nothing.rates(), drawn.rates(), CONNECTIONS, cost));
    }

    private HttpLoad.Answers post(int port, List<HttpLoad.Request> requests) {
        return HttpLoad.run(port, requests, size.warmMillis(), size.millis());
    }

    /** An enterprise with its grassroots union, officer and pool for each connection. */
    private void officers(List<HttpLoad.Request> draws, List<HttpLoad.Request> nothings)
            throws SQLException, IOException {
        List<UUID> agreements =
                bed.agreements(UUID.randomUUID(), UUID.randomUUID(), CONNECTIONS, 1_000_000_000_000L, null);
        checks.drawnFrom(agreements);
        int number = 0;
        for (Object[] pool : bed.rows(
                "SELECT enterprise_id, pool_id FROM quota_pool WHERE agreement_id = ?", agreements.getFirst())) {
            UUID body = UUID.randomUUID();
            bed.run(
                    "INSERT INTO enterprise (id, tax_code, name) VALUES (?, ?, 'bench')",
                    pool[0],
                    "9%09d".formatted(++number));
            bed.run(
                    "INSERT INTO union_body (id, name, level, enterprise_id) VALUES (?, 'bench', 'GRASSROOTS', ?)",
                    body,
                    pool[0]);
            String token = bed.instance(0).post("/bench/officers?unionBody=" + body, "token");
            String json = "{\"poolId\":\"%s\",\"amount\":1}".formatted(pool[1]);
            draws.add(new HttpLoad.Request("/v1/enterprises/" + pool[0] + "/quota/draws", token, json));
            nothings.add(new HttpLoad.Request("/bench/enterprises/" + pool[0] + "/nothing", token, json));
        }
    }
}
