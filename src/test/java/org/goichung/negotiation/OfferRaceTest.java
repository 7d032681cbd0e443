package org.goichung.negotiation;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import io.restassured.response.Response;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.time.Duration;
import java.time.Instant;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.goichung.negotiation.Rush.Ask;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Many machines of three carriers at one RFQ, while its deadline passes or moves. */
@QuarkusTest
class OfferRaceTest {
    private static final String[] LOTS =
            IntStream.range(0, 8).mapToObj(i -> "Lô " + i).toArray(String[]::new);
    private static final Set<String> NAMED = Set.of(
            "/problems/offer-too-late",
            "/problems/already-exists",
            "/problems/offer-superseded",
            "/problems/illegal-move");

    private static Bargainers all;
    private static List<String> bidders;
    private static Map<String, Map<String, Object>> terms;

    private Random random;
    private String rfq;
    private Instant deadline;

    @BeforeEach
    void meet() {
        long seed = Long.getLong("goichung.seed", System.nanoTime());
        System.out.println("OfferRaceTest seed " + seed);
        random = new Random(seed);
        if (all != null) return;
        all = new Bargainers();
        all.giveMandates();
        bidders = List.of(all.viettel, all.vinaphone, all.mobifone);
        terms = new HashMap<>();
        for (String bidder : bidders) terms.put(bidder, all.offer(bidder, "own-tariff", true, 1, 90_000));
    }

    @AfterEach
    void setTheClockBack() {
        all.setBack();
    }

    /** What a bidder did, and what it was told. */
    private record Deed(String kind, String offer, Ask ask, Response told) {
        boolean done() {
            return told.statusCode() < 300;
        }
    }

    @Test
    void around_the_deadline_what_was_acknowledged_stands_and_what_was_refused_left_nothing_but_its_answer()
            throws Exception {
        open();
        List<Deed> deeds = new ArrayList<>();
        for (String bidder : bidders) for (String lot : LOTS) if (random.nextBoolean()) deeds.add(submit(bidder, lot));
        deeds.addAll(rush(deeds));

        var closed = all.await(rfq, "closed");
        assertThat(deeds).anyMatch(Deed::done).anyMatch(deed -> is(deed, "offer-too-late"));
        for (Deed deed : deeds)
            assertThat(deed.done() || NAMED.contains(deed.told().<String>path("type")))
                    .as(deed.kind() + " " + deed.told().asString())
                    .isTrue();
        Set<String> standing = replayed(deeds);
        JsonPath revealed = all.get(all.lead, "/v1/rfqs/" + rfq + "/offers?limit=500");
        assertThat(revealed.<String>getList("items.findAll { it.standing }.id"))
                .containsExactlyInAnyOrderElementsOf(standing);
        receiptsVerify(deeds, revealed);
        rowsAgree(deeds, revealed, Instant.parse(closed.getString("closedAt")));
        for (Deed deed : deeds) {
            Response again = deed.ask().post();
            assertThat(again.asByteArray()).isEqualTo(deed.told().asByteArray());
            assertThat(again.header("Idempotency-Replayed")).isEqualTo("true");
        }
    }

    /** Half of them are told before the clock passes the deadline; somebody closes by hand beside the job. */
    private List<Deed> rush(List<Deed> before) throws Exception {
        var half = new CountDownLatch(24);
        List<Callable<Deed>> work = new ArrayList<>();
        Set<String> taken = new HashSet<>();
        for (Deed deed : before) {
            taken.add(deed.ask().token() + lotOf(deed));
            for (int twice = 0; twice < 2; twice++)
                work.add(random.nextInt(3) > 0 ? () -> revise(deed) : () -> withdraw(deed));
        }
        for (String bidder : bidders)
            for (String lot : LOTS)
                if (!taken.contains(bidder + lot))
                    for (int twice = 0; twice < 2; twice++) work.add(() -> submit(bidder, lot));
        Collections.shuffle(work, random);
        List<Callable<Deed>> counted = new ArrayList<>();
        for (Callable<Deed> each : work)
            counted.add(() -> {
                Deed deed = each.call();
                half.countDown();
                return deed;
            });
        assertThat(counted).hasSizeGreaterThanOrEqualTo(32);
        // those who come when the first have been told meet the clock as it passes
        for (int i = 32; i < counted.size(); i++) {
            Callable<Deed> late = counted.get(i);
            counted.set(i, () -> {
                half.await(60, TimeUnit.SECONDS);
                return late.call();
            });
        }
        long version = all.get(all.lead, "/v1/rfqs/" + rfq).getLong("version");
        counted.add(() -> {
            half.await(60, TimeUnit.SECONDS);
            all.letAWhilePass();
            Ask close = Ask.move(all.lead, "/v1/rfqs/" + rfq + "/close", version, null);
            Response told = close.post();
            assertThat(told.statusCode()).as(told.asString()).isIn(200, 412);
            return null;
        });
        List<Deed> deeds = new ArrayList<>(Rush.together(counted));
        deeds.removeIf(java.util.Objects::isNull);
        return deeds;
    }

    /** What stands when all that was acknowledged is done in its order: who replaced whom says which that is. */
    private static Set<String> replayed(List<Deed> deeds) {
        Set<String> standing = new HashSet<>();
        Set<String> gone = new HashSet<>();
        for (Deed deed : deeds) {
            if (!deed.done()) continue;
            if (!deed.kind().equals("withdraw")) standing.add(deed.told().path("offerId"));
            if (!deed.kind().equals("submit"))
                assertThat(gone.add(deed.offer())).as("moved on twice").isTrue();
        }
        standing.removeAll(gone);
        return standing;
    }

    private static void receiptsVerify(List<Deed> deeds, JsonPath revealed) throws Exception {
        Set<String> shown = new HashSet<>(revealed.getList("items.id"));
        for (Deed deed : deeds) {
            if (!deed.done() || deed.kind().equals("withdraw")) continue;
            String id = deed.told().path("offerId");
            if (!shown.contains(id)) continue;
            String at = "items.find { it.id == '" + id + "' }";
            String proof = revealed.getString(at + ".proof.salt") + "\n" + revealed.getString(at + ".proof.text");
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(proof.getBytes(StandardCharsets.UTF_8));
            assertThat(HexFormat.of().formatHex(digest)).isEqualTo(deed.told().<String>path("digest"));
            assertThat(revealed.getString(at + ".bidId")).isEqualTo(deed.told().<String>path("bidId"));
        }
    }

    /** The database has an offer for each receipt and none besides, none of after the deadline, and the close once, after all. */
    private void rowsAgree(List<Deed> deeds, JsonPath revealed, Instant closedAt) {
        List<String> receipts = deeds.stream()
                .filter(deed -> deed.done() && !deed.kind().equals("withdraw"))
                .map(deed -> deed.told().<String>path("offerId"))
                .toList();
        assertThat(ids("SELECT o.id FROM offer o JOIN bid b ON b.id = o.bid_id WHERE b.rfq_id = $1"))
                .containsExactlyInAnyOrderElementsOf(receipts);
        for (Deed deed : deeds)
            if (receipts.contains(deed.told().<String>path("offerId")))
                assertThat(Instant.parse(deed.told().path("submittedAt"))).isBeforeOrEqualTo(deadline);
        assertThat(closedAt).isAfter(deadline);
        assertThat(ids("SELECT id FROM bid WHERE rfq_id = $1 AND state = 'WITHDRAWN'"))
                .hasSize((int) deeds.stream()
                        .filter(deed -> deed.done() && deed.kind().equals("withdraw"))
                        .count());
        assertThat(ids("SELECT id FROM negotiation_record WHERE rfq_id = $1 AND move IN ('submit', 'revise')"))
                .hasSameSizeAs(revealed.getList("items"));
        assertThat(ids("SELECT id FROM negotiation_record WHERE subject = $1 AND move = 'close'"))
                .hasSize(1);
        assertThat(ids("SELECT id FROM outbox_event WHERE subject = $1 AND type = 'rfq-closed'"))
                .hasSize(1);
    }

    @Test
    void an_amendment_that_gives_more_time_comes_before_the_deadline_for_every_offer_or_for_none() throws Exception {
        for (int round = 0; round < 3; round++) {
            open();
            Instant later = deadline.plus(Duration.ofHours(25));
            long version = all.get(all.lead, "/v1/rfqs/" + rfq).getLong("version");
            Ask amend = Ask.move(
                    all.lead,
                    "/v1/rfqs/" + rfq + "/amend",
                    version,
                    Map.of("reason", "Thêm một ngày", "offerDeadline", later.toString()));
            List<Callable<Deed>> work = new ArrayList<>();
            for (String bidder : bidders)
                for (String lot : List.of(LOTS).subList(0, 6)) work.add(() -> submit(bidder, lot));
            // the deadline passes when the amendment was told, while it is, and before it is asked for
            var toldOfAmendment = new CountDownLatch(1);
            var beforeTheAmendment = new CountDownLatch(round == 2 ? 12 : 0);
            var beforeTheDeadline = new CountDownLatch(List.of(0, 8, 4).get(round));
            for (int i = 0; i < work.size(); i++) {
                Callable<Deed> offer = work.get(i);
                boolean comesLate = round == 0 && i % 2 == 0;
                work.set(i, () -> {
                    if (comesLate) toldOfAmendment.await(60, TimeUnit.SECONDS);
                    Deed deed = offer.call();
                    beforeTheAmendment.countDown();
                    beforeTheDeadline.countDown();
                    return deed;
                });
            }
            var amended = new Response[1];
            work.addFirst(() -> {
                beforeTheAmendment.await(60, TimeUnit.SECONDS);
                amended[0] = amend.post();
                toldOfAmendment.countDown();
                return null;
            });
            boolean waitsForIt = round == 0;
            work.add(() -> {
                if (waitsForIt) toldOfAmendment.await(60, TimeUnit.SECONDS);
                beforeTheDeadline.await(60, TimeUnit.SECONDS);
                all.letAWhilePass();
                return null;
            });
            List<Deed> deeds = new ArrayList<>(Rush.together(work));
            deeds.removeIf(java.util.Objects::isNull);
            System.out.println("round " + round + ": the amendment was told " + amended[0].statusCode() + ", "
                    + deeds.stream().filter(Deed::done).count() + " of " + deeds.size() + " offers taken");
            if (round == 0)
                assertThat(amended[0].statusCode()).as(amended[0].asString()).isEqualTo(200);
            if (amended[0].statusCode() == 200) everyOfferWasInTime(deeds);
            else noOfferAfterTheOldDeadline(deeds, amended[0]);
            all.setBack();
        }
    }

    private void everyOfferWasInTime(List<Deed> deeds) {
        assertThat(deeds).allMatch(Deed::done);
        JsonPath now = all.get(all.lead, "/v1/rfqs/" + rfq);
        assertThat(now.getString("state")).isEqualTo("open");
        assertThat(all.get(all.lead, "/v1/rfqs/" + rfq + "/offers").getList("items"))
                .isEmpty();
        all.move(all.lead, "/v1/rfqs/" + rfq + "/cancel", now.getLong("version"))
                .statusCode(200);
    }

    private void noOfferAfterTheOldDeadline(List<Deed> deeds, Response refused) {
        assertThat(refused.statusCode()).as(refused.asString()).isIn(409, 412);
        all.until(() -> !all.get(all.lead, "/v1/rfqs/" + rfq).getString("state").equals("open"));
        List<String> receipts = new ArrayList<>();
        for (Deed deed : deeds) {
            if (!deed.done()) {
                assertThat(is(deed, "offer-too-late"))
                        .as(deed.told().asString())
                        .isTrue();
                continue;
            }
            receipts.add(deed.told().path("offerId"));
            assertThat(Instant.parse(deed.told().path("submittedAt"))).isBeforeOrEqualTo(deadline);
        }
        assertThat(all.get(all.lead, "/v1/rfqs/" + rfq + "/offers").<String>getList("items.id"))
                .containsExactlyInAnyOrderElementsOf(receipts);
        assertThat(all.get(all.lead, "/v1/rfqs/" + rfq + "/amendments").getList("items"))
                .isEmpty();
    }

    /** Of lots that begin late enough for the deadline to move into another month. */
    private void open() {
        deadline = Bargainers.soon();
        Map<String, Object> asked = new HashMap<>(all.rfq(deadline, LOTS));
        String month = YearMonth.from(deadline.atZone(Bargainers.VIETNAM))
                .plusMonths(1)
                .toString();
        asked.put(
                "lots",
                IntStream.range(0, LOTS.length)
                        .mapToObj(i -> Map.of(
                                "name", LOTS[i], "criteria", List.of("union-member"), "startMonth", month, "months", 6))
                        .toList());
        rfq = all.post(all.lead, "/v1/rfqs", asked).statusCode(201).extract().path("id");
        all.move(all.lead, "/v1/rfqs/" + rfq + "/open", 0).statusCode(200);
    }

    private Map<String, Object> terms(String bidder, Object lot) {
        Map<String, Object> offer = new HashMap<>(terms.get(bidder));
        offer.put("lot", lot);
        offer.put("validUntil", deadline.plus(Duration.ofDays(40)).toString());
        return offer;
    }

    private static Object lotOf(Deed deed) {
        return ((Map<?, ?>) deed.ask().body()).get("lot");
    }

    private Deed submit(String bidder, String lot) {
        return told("submit", null, Ask.of(bidder, "/v1/rfqs/" + rfq + "/offers", terms(bidder, lot)));
    }

    private Deed revise(Deed earlier) {
        String offer = earlier.told().path("offerId");
        String bidder = earlier.ask().token();
        return told("revise", offer, Ask.of(bidder, "/v1/offers/" + offer + "/revise", terms(bidder, lotOf(earlier))));
    }

    private static Deed withdraw(Deed earlier) {
        String offer = earlier.told().path("offerId");
        return told("withdraw", offer, Ask.of(earlier.ask().token(), "/v1/offers/" + offer + "/withdraw", null));
    }

    private static Deed told(String kind, String offer, Ask ask) {
        return new Deed(kind, offer, ask, ask.post());
    }

    private static boolean is(Deed deed, String problem) {
        return ("/problems/" + problem).equals(deed.told().<String>path("type"));
    }

    private List<String> ids(String query) {
        return OnRecord.texts(query.replaceFirst("id ", "id::text "), rfq);
    }
}
