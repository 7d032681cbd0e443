package org.goichung.contract;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentSkipListSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.goichung.contract.Contract.Op;
import org.goichung.contract.Needles.Needle;
import org.goichung.contract.Tenant.Caller;
import org.goichung.platform.time.DatabaseClock;
import org.goichung.support.Door;
import org.jboss.logging.Logger;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;

/**
 * Sealed is sealed: as everybody, over every operation, page, event, metric and log line, and in a whole dump of the database, nothing of
 * what was offered, by whom, and how often, but to the bidder itself and to the two who entered a paper. When the RFQ has closed, the
 * same eyes find the same values where they belong.
 */
@QuarkusTest
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class SecrecyTest {
    private static final Logger LOG = Logger.getLogger(SecrecyTest.class);
    private static final int REVISIONS = 7;
    /** Other than GET, but only asks. */
    private static final Set<String> ONLY_ASK =
            Set.of("searchWorkers", "lookUpEligibility", "countAudience", "tryCriteria", "searchParkedUsage");

    private static final List<String> PAGES = List.of(
            "/",
            "/vote",
            "/carrier",
            "/answer",
            "/problems/not-found",
            "/q/health",
            "/q/health/ready",
            "/q/openapi",
            "/q/swagger-ui/",
            "/demo/notices",
            "/demo/sms",
            "/demo/credentials");
    /** Tables that may know that something was handed in, though not what and by whom. */
    private static final Set<String> MAY_COUNT = Set.of("public.bid", "public.offer", "public.paper_offer");

    @TestHTTPResource("/v1/events")
    URI events;

    private static Instant begun;
    private static LogTape tape;
    private static SealedScene scene;
    /** What was logged while nobody asked for anything but to hand in offers. */
    private static List<String> linesMeanwhile;

    private static Map<String, Double> metersBefore;
    private static Map<String, Double> metersAfter;

    @BeforeEach
    void offers_are_handed_in() throws Exception {
        if (scene != null) return;
        long seed = Long.getLong("goichung.seed", System.nanoTime());
        System.out.println("SecrecyTest seed " + seed);
        Stories.pair();
        begun = Instant.now();
        tape = new LogTape();
        scene = new SealedScene(seed);
        int linesBefore = tape.lines().size();
        scene.layDown();
        metersBefore = meters();
        scene.reviseAgain(REVISIONS);
        metersAfter = meters();
        linesMeanwhile = tape.lines().subList(linesBefore, tape.lines().size());
        scene.readReceipts();
        Dump.keys().forEach(key -> scene.figures.needles.add(new Needle("the keys file", "a key", key)));
    }

    @AfterAll
    static void untape() {
        if (tape != null) tape.close();
    }

    private static final Pattern MOVED_BY_REQUESTS =
            Pattern.compile("^(http|sql|postgresql|worker|goichung)_.*(_count|_sum|_total)");

    @Test
    @Order(1)
    void an_offer_has_no_field_that_is_not_looked_for() {
        var schema = Contract.schema("OfferTerms");
        assertThat(schema.getProperties().keySet()).isEqualTo(Figures.fields());
    }

    @Test
    @Order(2)
    void whatever_anybody_asks_about_the_rfq_is_answered_as_if_nobody_had_offered() throws Exception {
        var asked = new SealedAsking(scene);
        asked.all();
        assertThat(asked.differences()).isEmpty();
        assertThat(asked.leaks()).isEmpty();
        assertThat(asked.wellAnswered())
                .contains("getRfq", "listRfqs", "listOffers", "listAwards", "listQuestions", "listPaperOffers");
    }

    @Test
    @Order(3)
    void whatever_else_anybody_reads_tells_nothing_of_it() throws Exception {
        Set<String> leaks = new ConcurrentSkipListSet<>();
        var asking = new Asking(scene.asMine());
        var work = new ArrayList<Runnable>();
        Set<String> refused = new TreeSet<>();
        Set<String> names = new TreeSet<>();
        for (Caller caller : scene.callers()) {
            // of two who read the same one is enough
            if (!names.add(caller.name())) continue;
            for (Op op : Contract.operations())
                if ((op.method().equals("GET") || ONLY_ASK.contains(op.id()))
                        && !op.id().equals("followEvents")
                        && (SealedAsking.may(op, caller) || refused.add(op.id() + " as " + caller.role())))
                    work.add(() ->
                            leaks.addAll(told(op + " as " + caller.name(), caller, everyPage(asking, op, caller))));
            if (refused.add("pages as " + caller.role()))
                for (String page : PAGES)
                    work.add(() -> leaks.addAll(
                            told(page, caller, whole(SealedScene.as(caller).get(page)))));
        }
        SealedAsking.side(work);
        assertThat(leaks).isEmpty();
    }

    private static String everyPage(Asking asking, Op op, Caller caller) {
        if (!op.takes("after")) return whole(asking.ask(op, caller, Map.of()));
        var all = new StringBuilder();
        String after = null;
        do {
            Response page = asking.page(op, caller, after);
            all.append(whole(page)).append('\n');
            after = page.statusCode() != 200 || page.contentType().contains("ndjson") ? null : page.path("next");
        } while (after != null);
        return all.toString();
    }

    private static String whole(Response answer) {
        return answer.headers() + "\n" + answer.asString();
    }

    @Test
    @Order(4)
    void the_stream_of_events_tells_everybody_of_both_rfqs_alike_and_of_no_offer() throws Exception {
        String latest = scene.somethingNew();
        String elsewhere = scene.somethingElsewhere();
        Set<String> leaks = new TreeSet<>();
        for (Caller caller : scene.callers()) {
            if (!Contract.accessMatrix().get("followEvents").getOrDefault(caller.role(), false)) continue;
            boolean concerned = !caller.name().startsWith("elsewhere");
            String heard = Heard.until(concerned ? latest : elsewhere, events, caller);
            leaks.addAll(told("events as " + caller.name(), caller, heard));
            List<String> told = about(scene.full, heard);
            assertThat(told).as(caller.name()).isEqualTo(about(scene.empty, heard));
            if (concerned) assertThat(told).anyMatch(event -> event.contains("rfq-opened"));
            else assertThat(told).isEmpty();
        }
        assertThat(leaks).isEmpty();
    }

    private static List<String> about(String rfq, String heard) {
        return heard.lines()
                .filter(line -> line.startsWith("data:") && line.contains(rfq))
                .map(SealedAsking::withoutIds)
                .toList();
    }

    @Test
    @Order(5)
    void no_metric_tells_of_offers_or_counts_them() {
        String metrics = given().get("/q/metrics").asString();
        assertThat(metrics).contains("uri=\"/v1/rfqs/{rfqId}\"");
        assertThat(metrics).doesNotContain("offers", scene.full);
        assertThat(told("/q/metrics", null, metrics)).isEmpty();
        // connections come and go with their clients
        Set<String> counting = new TreeSet<>();
        metersAfter.forEach((meter, value) -> {
            double more = value - metersBefore.getOrDefault(meter, 0.0);
            if (MOVED_BY_REQUESTS.matcher(meter).find()
                    && !meter.contains("_active_")
                    && !meter.contains("_duration_")
                    && more >= REVISIONS) counting.add(meter);
        });
        assertThat(counting).isEmpty();
    }

    private static Map<String, Double> meters() {
        return given().get("/q/metrics")
                .asString()
                .lines()
                .filter(line -> !line.startsWith("#") && line.contains(" "))
                .collect(Collectors.toMap(
                        line -> line.substring(0, line.lastIndexOf(' ')),
                        line -> Double.valueOf(line.substring(line.lastIndexOf(' ') + 1)),
                        (one, another) -> one,
                        TreeMap::new));
    }

    @Test
    @Order(6)
    void no_line_of_the_log_tells_of_an_offer_at_any_level() {
        LOG.debugf("a line that is heard: %s", scene.marker);
        List<String> lines = tape.lines();
        assertThat(lines).anyMatch(line -> line.contains(scene.marker));
        Set<String> leaks = new TreeSet<>();
        for (String line : lines) {
            leaks.addAll(told(line, null, line));
            if (line.contains(scene.full) || line.contains("/offers")) leaks.add(line);
        }
        assertThat(leaks).isEmpty();
        assertThat(linesMeanwhile).noneMatch(line -> line.contains("requestId="));
    }

    @Test
    @Order(7)
    void a_dump_of_the_whole_database_and_its_files_can_be_counted_but_not_read() {
        assertThat(findings()).isEmpty();
    }

    /** The database's statistics are samples of its tables; long ones lie in a table beside them. */
    private static boolean mayCount(String table) {
        return MAY_COUNT.contains(table)
                || table.equals("pg_toast.pg_toast_2619")
                || table.equals("pg_catalog.pg_statistic")
                || table.equals("pg_catalog.pg_stats");
    }

    private static Set<String> findings() {
        Dump dump = Dump.taken();
        Set<String> leaks = new TreeSet<>();
        Set<String> marked = new TreeSet<>();
        dump.forEach((name, bytes) -> {
            if (new String(bytes, StandardCharsets.UTF_8).contains(scene.marker)) marked.add(name);
            for (Needle found : scene.figures.needles.in(bytes))
                if (!(mayCount(name) && found.isReceipt())) leaks.add(name + ": " + found);
        });
        assertThat(marked).contains("public.package_version");
        for (String table : MAY_COUNT)
            for (String row : dump.rows(table))
                for (String bidder : scene.identities())
                    if (isAboutIt(row) && row.contains(bidder)) leaks.add(table + ": " + row);
        Set<String> files = new TreeSet<>();
        Dump.forEachFile(begun, (name, bytes) -> {
            if (new String(bytes, StandardCharsets.UTF_8).contains(scene.marker))
                files.add(name.replaceAll("/[^/]+$", ""));
            for (Needle found : scene.figures.needles.in(bytes)) if (!found.isReceipt()) leaks.add(name + ": " + found);
            if (name.startsWith("database/log/")) leaks.addAll(errorsOfBids(bytes));
        });
        assertThat(files).contains("database/pg_wal");
        return leaks;
    }

    /** What the database's own log says of bids since; it writes its lines' times as we compare them. */
    private static List<String> errorsOfBids(byte[] log) {
        String since = begun.truncatedTo(ChronoUnit.SECONDS)
                .toString()
                .replace('T', ' ')
                .replace("Z", "");
        return new String(log, StandardCharsets.UTF_8)
                .lines()
                .filter(line -> line.compareTo(since) >= 0 && line.contains("bid"))
                .toList();
    }

    private static boolean isAboutIt(String row) {
        return row.contains(scene.full)
                || scene.offers.values().stream().anyMatch(each -> each.id() != null && row.contains(each.id()));
    }

    @Test
    @Order(8)
    void once_the_rfq_has_closed_the_same_eyes_find_what_was_sealed_and_still_not_what_never_counted() {
        var clock = Door.bean(DatabaseClock.class);
        var ahead = SealedScene.UNTIL_THE_DEADLINE.plusSeconds(1);
        Door.await(() -> clock.advance(ahead));
        try {
            Desk.until("the RFQ is closed", () -> SealedScene.done(
                            SealedScene.as(scene.lead).get("/v1/rfqs/" + scene.full))
                    .getString("state")
                    .equals("closed"));
            String seen = SealedScene.as(scene.lead)
                    .queryParam("limit", 500)
                    .get("/v1/rfqs/" + scene.full + "/offers")
                    .asString();
            var dump = Dump.taken();
            Set<Needle> dumped = new java.util.LinkedHashSet<>();
            dump.forEach((name, bytes) -> dumped.addAll(scene.figures.needles.in(bytes)));
            Set<Needle> read = scene.figures.needles.in(seen);
            // a text in a text
            read.addAll(scene.figures.needles.in(seen.replace("\\\"", "\"")));
            for (Needle value : scene.figures.values) {
                boolean revealed = scene.isRevealed(value);
                if (!value.isReceipt() || revealed)
                    assertThat(read.contains(value))
                            .as("the leading body reads " + value)
                            .isEqualTo(revealed);
                if (!value.isReceipt() && !value.what().endsWith(": text"))
                    assertThat(dumped.contains(value))
                            .as("the database holds " + value)
                            .isEqualTo(revealed);
            }
        } finally {
            Door.await(() -> clock.advance(ahead.negated()));
        }
    }

    /** What of the sealed values stands there that is not the reader's own. */
    static Set<String> told(String where, Caller reader, String text) {
        Set<String> leaks = new TreeSet<>();
        for (Needle found : scene.figures.needles.in(text))
            if (reader == null || !found.owner().equals(reader.name())) leaks.add(where + ": " + found);
        return leaks;
    }
}
