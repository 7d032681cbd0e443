package org.goichung.contract;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import io.restassured.response.Response;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentSkipListSet;
import org.goichung.contract.Contract.Op;
import org.goichung.contract.Needles.Needle;
import org.goichung.contract.Places.Place;
import org.goichung.contract.Tenant.Caller;
import org.goichung.platform.time.DatabaseClock;
import org.goichung.support.Door;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;

/**
 * Last offers are as sealed as the first: two RFQs with the same offers are asked for their last, on one some come in, are replaced and
 * withdrawn. Until the round ends nobody but their bidders can tell the two apart, and nothing of them stands anywhere.
 */
@QuarkusTest
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class FinalSecrecyTest {
    private static final Duration ROUND = Duration.ofDays(2);
    /** Of negotiations, beside those that name an RFQ; what else there is to read is read while the first offers are sealed. */
    private static final Set<String> LISTS = Set.of("listRfqs", "listMandates", "listAgreements");

    @TestHTTPResource("/v1/events")
    URI events;

    private static Instant begun;
    private static LogTape tape;
    private static SealedScene scene;
    private static Duration ahead = Duration.ZERO;
    private static String lastOfA;
    private static String withdrawnOfB;

    @BeforeEach
    void last_offers_are_handed_in() {
        if (scene != null) return;
        long seed = Long.getLong("goichung.seed", System.nanoTime());
        System.out.println("FinalSecrecyTest seed " + seed);
        Stories.pair();
        begun = Instant.now();
        tape = new LogTape();
        scene = new SealedScene(seed);
        Map<Caller, String> standing = new HashMap<>();
        Map<String, String> papers = new HashMap<>();
        for (String rfq : List.of(scene.full, scene.empty)) {
            papers.put(rfq, onPaper(rfq));
            for (Caller bidder : List.of(scene.bidderA, scene.bidderB)) {
                var first = done(SealedScene.keyed(bidder).body(first(bidder)).post("/v1/rfqs/" + rfq + "/offers"));
                if (rfq.equals(scene.full)) standing.put(bidder, first.getString("offerId"));
            }
        }
        letPass(SealedScene.UNTIL_THE_DEADLINE.plusSeconds(1));
        for (String rfq : List.of(scene.full, scene.empty)) call(rfq);
        String replaced = handIn(scene.bidderA, "A's last but one", standing.get(scene.bidderA));
        lastOfA = handIn(scene.bidderA, "A's last", replaced);
        lastOnPaper(papers.get(scene.full));
        withdrawnOfB = handIn(scene.bidderB, "B's withdrawn", standing.get(scene.bidderB));
        done(SealedScene.keyed(scene.bidderB).post("/v1/offers/" + withdrawnOfB + "/withdraw"));
    }

    private static String onPaper(String rfq) {
        var paper = Map.of(
                "carrierId",
                SealedScene.MOBIFONE,
                "witnessLogin",
                scene.witnessLogin(),
                "terms",
                first(scene.mobifone));
        String papers = "/v1/rfqs/" + rfq + "/paper-offers";
        String id =
                done(SealedScene.keyed(scene.clerk).body(paper).post(papers)).getString("id");
        done(SealedScene.keyed(scene.witness).post(papers + "/" + id + "/confirm"));
        return id;
    }

    private static void lastOnPaper(String standing) {
        String owner = scene.clerk.name();
        var terms = scene.figures.terms(owner, "the last on paper", scene.packageOf(scene.mobifone));
        var answer = Map.of("answer", "revise", "witnessLogin", scene.witnessLogin(), "terms", terms);
        String id = done(SealedScene.keyed(scene.clerk).body(answer).post("/v1/offers/" + standing + "/paper-answers"))
                .getString("id");
        scene.figures.know(owner, "the last on paper: id", id);
        done(SealedScene.keyed(scene.witness).post("/v1/rfqs/" + scene.full + "/paper-answers/" + id + "/confirm"));
    }

    @AfterAll
    static void setBack() {
        if (tape != null) tape.close();
        Duration back = ahead.negated();
        Door.await(() -> Door.bean(DatabaseClock.class).advance(back));
    }

    private static void letPass(Duration time) {
        Door.await(() -> Door.bean(DatabaseClock.class).advance(time));
        ahead = ahead.plus(time);
    }

    /** Dearer than any of the figures, for fewer lines and no longer good. */
    private static Map<String, Object> first(Caller bidder) {
        return Map.of(
                "lot",
                Story.LOT,
                "packageVersionId",
                scene.packageOf(bidder),
                "tiers",
                List.of(
                        Map.of("fromLines", 1, "priceVnd", 950_000_000),
                        Map.of("fromLines", 95_000_000, "priceVnd", 550_000_000)),
                "sumsMembers",
                false,
                "capacity",
                1_000,
                "validUntil",
                scene.deadline.plus(Duration.ofDays(30)).toString(),
                "legalBasis",
                "own-tariff",
                "referencePriceVnd",
                990_000_000,
                "subscriberKind",
                "prepaid");
    }

    private static void call(String rfq) {
        Desk.until("the RFQ is closed", () -> done(SealedScene.as(scene.lead).get("/v1/rfqs/" + rfq))
                .getString("state")
                .equals("closed"));
        Instant deadline = Door.bean(DatabaseClock.class).instant().plus(ROUND);
        String etag = SealedScene.as(scene.lead).get("/v1/rfqs/" + rfq).header("ETag");
        done(SealedScene.keyed(scene.lead)
                .header("If-Match", etag)
                .body(Map.of("deadline", deadline.toString()))
                .post("/v1/rfqs/" + rfq + "/best-and-final"));
    }

    private static String handIn(Caller bidder, String what, String named) {
        var terms = scene.figures.terms(bidder.name(), what, scene.packageOf(bidder));
        JsonPath receipt = done(SealedScene.keyed(bidder).body(terms).post("/v1/offers/" + named + "/revise"));
        scene.figures.know(bidder.name(), what + ": id", receipt.getString("offerId"));
        scene.figures.know(bidder.name(), what + ": digest", receipt.getString("digest"));
        return receipt.getString("offerId");
    }

    private static JsonPath done(Response answer) {
        return SealedScene.done(answer);
    }

    @Test
    @Order(1)
    void whatever_anybody_reads_of_the_two_is_alike_but_to_the_bidder() throws Exception {
        var asking = new Asking(scene.asMine());
        Set<String> leaks = new ConcurrentSkipListSet<>();
        Set<String> differences = new ConcurrentSkipListSet<>();
        Set<String> read = new ConcurrentSkipListSet<>();
        var work = new ArrayList<Runnable>();
        for (Op op : Contract.operations()) {
            if (!op.method().equals("GET") || op.id().equals("followEvents")) continue;
            List<Place> places = Places.of(op);
            boolean ofRfqs = places.stream().anyMatch(place -> "rfqId".equals(place.kind()));
            if (!ofRfqs && !LISTS.contains(op.id())) continue;
            for (Caller caller : scene.callers())
                if (SealedAsking.may(op, caller))
                    work.add(() -> {
                        String full = whole(asking.ask(op, caller, ofRfqs ? ids(places, scene.full) : Map.of()));
                        leaks.addAll(told(op + " as " + caller.name(), caller, full));
                        if (!ofRfqs) return;
                        String empty = whole(asking.ask(op, caller, ids(places, scene.empty)));
                        boolean own = op.id().equals("getBestAndFinal")
                                && caller.name().equals(scene.bidderA.name());
                        own |= op.id().equals("listPaperAnswers")
                                && caller.name().equals(scene.clerk.name());
                        if (!own && !plain(full).equals(plain(empty)))
                            differences.add(op + " as " + caller.name() + "\n" + full + "\nbut\n" + empty);
                        if (op.id().equals("getBestAndFinal") && caller.name().equals(scene.bidderA.name()))
                            assertThat(full).contains(lastOfA);
                        read.add(op.id());
                    });
        }
        SealedAsking.side(work);
        assertThat(leaks).isEmpty();
        assertThat(differences).isEmpty();
        assertThat(read).contains("getRfq", "listOffers", "getBestAndFinal", "listAwards");
    }

    private static String plain(String answer) {
        return SealedAsking.withoutIds(answer).replaceAll("(?i)content-length=\\d+|date=[^\\n]*", "");
    }

    private static String whole(Response answer) {
        return answer.statusCode() + "\n" + answer.headers() + "\n" + answer.asString();
    }

    private static Map<Place, String> ids(List<Place> places, String rfq) {
        Map<Place, String> ids = new HashMap<>();
        for (Place place : places) if ("rfqId".equals(place.kind())) ids.put(place, rfq);
        return ids;
    }

    @Test
    @Order(2)
    void a_move_on_a_last_offer_is_anothers_as_if_there_were_none() {
        for (String last : List.of(lastOfA, withdrawnOfB))
            for (Caller caller : List.of(scene.lead, scene.bidderA, scene.bidderB, scene.uninvited)) {
                if (caller == (last.equals(lastOfA) ? scene.bidderA : scene.bidderB)) continue;
                for (String move : List.of("withdraw", "decline"))
                    assertThat(SealedScene.keyed(caller)
                                    .post("/v1/offers/" + last + "/" + move)
                                    .statusCode())
                            .isEqualTo(404);
                if (caller.role().equals("carrier"))
                    assertThat(SealedScene.keyed(caller)
                                    .body(first(scene.bidderA))
                                    .post("/v1/offers/" + last + "/revise")
                                    .statusCode())
                            .isEqualTo(404);
            }
    }

    @Test
    @Order(3)
    void no_event_metric_or_line_of_the_log_tells_of_them() throws Exception {
        String latest = scene.somethingNew();
        Set<String> leaks = new TreeSet<>();
        for (Caller caller : List.of(scene.lead, scene.bidderA, scene.bidderB)) {
            String heard = Heard.until(latest, events, caller);
            leaks.addAll(told("events as " + caller.name(), null, heard));
            assertThat(about(scene.full, heard)).hasSameSizeAs(about(scene.empty, heard));
        }
        leaks.addAll(told("metrics", null, given().get("/q/metrics").asString()));
        for (String line : tape.lines()) leaks.addAll(told(line, null, line));
        assertThat(leaks).isEmpty();
    }

    private static List<String> about(String rfq, String heard) {
        return heard.lines()
                .filter(line -> line.startsWith("data:") && line.contains(rfq))
                .toList();
    }

    @Test
    @Order(4)
    void a_dump_of_the_whole_database_and_its_files_counts_them_and_names_nobody() {
        Dump dump = Dump.taken();
        Set<String> leaks = new TreeSet<>();
        dump.forEach((name, bytes) -> {
            for (Needle found : scene.figures.needles.in(bytes))
                if (!(found.isReceipt() && mayCount(name))) leaks.add(name + ": " + found);
        });
        List<String> rows = dump.rows("public.final_offer").stream()
                .filter(row -> row.contains(scene.full))
                .toList();
        assertThat(rows).hasSize(4);
        for (String bid : bids()) assertThat(rows).noneMatch(row -> row.contains(bid));
        for (String bidder : scene.identities()) assertThat(rows).noneMatch(row -> row.contains(bidder));
        Dump.forEachFile(begun, (name, bytes) -> {
            for (Needle found : scene.figures.needles.in(bytes)) if (!found.isReceipt()) leaks.add(name + ": " + found);
        });
        assertThat(leaks).isEmpty();
    }

    private static boolean mayCount(String table) {
        return table.equals("public.final_offer")
                || table.equals("public.paper_answer")
                || table.equals("pg_toast.pg_toast_2619")
                || table.equals("pg_catalog.pg_statistic")
                || table.equals("pg_catalog.pg_stats");
    }

    /** The bids, and what they are found by, of which a last offer must not remind. */
    private static List<String> bids() {
        var known = new ArrayList<String>();
        for (String row : Dump.taken().rows("public.bid"))
            if (row.contains(scene.full)) known.addAll(List.of(row.split("\t", -1)));
        known.removeIf(field -> field.length() < 36 || field.equals(scene.full));
        return known;
    }

    @Test
    @Order(5)
    void once_the_round_has_ended_the_union_reads_what_counts_and_still_not_what_was_withdrawn() {
        letPass(ROUND.plusSeconds(1));
        Desk.until("the round has ended", () -> done(SealedScene.as(scene.lead).get("/v1/rfqs/" + scene.full))
                .getString("state")
                .equals("evaluated"));
        String seen = SealedScene.as(scene.lead)
                .queryParam("limit", 500)
                .get("/v1/rfqs/" + scene.full + "/offers")
                .asString();
        Set<Needle> read = scene.figures.needles.in(seen);
        for (Needle value : scene.figures.values)
            assertThat(read.contains(value))
                    .as("the leading body reads " + value)
                    .isEqualTo(!value.what().startsWith("B's withdrawn"));
    }

    private static Set<String> told(String where, Caller reader, String text) {
        Set<String> leaks = new TreeSet<>();
        for (Needle found : scene.figures.needles.in(text))
            if (reader == null || !found.owner().equals(reader.name())) leaks.add(where + ": " + found);
        return leaks;
    }
}
