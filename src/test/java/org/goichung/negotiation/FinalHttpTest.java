package org.goichung.negotiation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;

import io.quarkus.scheduler.Scheduler;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import io.restassured.response.Response;
import io.restassured.response.ValidatableResponse;
import java.time.Duration;
import java.time.Instant;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import org.goichung.negotiation.Bargainers.Newcomer;
import org.goichung.negotiation.Rush.Ask;
import org.goichung.platform.time.DatabaseClock;
import org.goichung.support.Door;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The round of last offers: once, sealed, no worse than before, and then nobody counters any more. */
@QuarkusTest
class FinalHttpTest {
    private static final Duration ROUND = Duration.ofHours(30);

    private static final Instant VALID_UNTIL = Instant.now().plus(Duration.ofDays(20));

    /** Met once; each test has an RFQ of its own. */
    private static Bargainers all;

    private String rfq;

    @BeforeEach
    void open() {
        if (all == null) {
            all = new Bargainers();
            all.giveMandates();
        }
        rfq = openRfq(Bargainers.soon());
    }

    /** Its lots start so late that there is room for another round. */
    private static String openRfq(Instant deadline) {
        var asked = new HashMap<>(all.rfq(deadline));
        var lot = Map.of(
                "name",
                Bargainers.LOT,
                "criteria",
                List.of("union-member"),
                "provinces",
                List.of("91", "92"),
                "startMonth",
                YearMonth.from(deadline.atZone(Bargainers.VIETNAM))
                        .plusMonths(2)
                        .toString(),
                "months",
                12);
        asked.put("lots", List.of(lot));
        String path = "/v1/rfqs/"
                + all.post(all.lead, "/v1/rfqs", asked)
                        .statusCode(201)
                        .extract()
                        .path("id");
        all.move(all.lead, path + "/open", 0).statusCode(200);
        return path;
    }

    @AfterEach
    void setTheClockBack() {
        all.setBack();
    }

    @Test
    void last_offers_are_nobodys_to_know_of_until_all_are_opened_together() {
        String viettel = offer(all.viettel, 70_000);
        String vinaphone = offer(all.vinaphone, 72_000);
        String mobifone = offer(all.mobifone, 71_000);
        close();
        String counter = all.post(all.lead, "/v1/offers/" + vinaphone + "/counter", prices(60_000))
                .statusCode(200)
                .extract()
                .path("offerId");
        Instant deadline = call();
        all.post(all.vinaphone, "/v1/offers/" + counter + "/accept").statusCode(409);

        String first = revised(all.viettel, viettel, 66_000);
        String last = revised(all.viettel, first, 65_000);
        revise(all.viettel, first, 64_000).statusCode(409).body("type", equalTo("/problems/offer-superseded"));
        String regretted = revised(all.mobifone, mobifone, 60_000);
        all.post(all.mobifone, "/v1/offers/" + regretted + "/withdraw")
                .statusCode(200)
                .body("state", equalTo("invited"))
                .body("standingOfferId", equalTo(mobifone));

        sealed(last, deadline);
        all.letPass(ROUND.plusMinutes(31));
        all.await(id(), "evaluated");

        JsonPath seen = all.get(all.lead, rfq + "/offers");
        assertThat(seen.getBoolean("sealed")).isFalse();
        assertThat(seen.getString("items.find { it.id == '" + last + "' }.state"))
                .isEqualTo("revised");
        assertThat(seen.getInt("items.find { it.id == '" + last + "' }.revision"))
                .isEqualTo(3);
        assertThat(seen.getBoolean("items.find { it.id == '" + last + "' }.standing"))
                .isTrue();
        assertThat(seen.getString("items.find { it.id == '" + vinaphone + "' }.state"))
                .isEqualTo("revealed");
        assertThat(seen.getList("items.id")).contains(first, counter).doesNotContain(regretted);
        assertThat(OnRecord.texts(
                        "SELECT move FROM negotiation_record r JOIN offer o ON r.subject = o.bid_id WHERE o.id = $1 ORDER BY r.id",
                        last))
                .containsExactly("submit", "invite", "revise", "revise");
        afterwards(last);
    }

    /** Of what was handed in the union and the others see nothing, its bidder sees the last. */
    private void sealed(String last, Instant deadline) {
        for (String token : List.of(all.lead, all.firstUnion, all.vinaphone, all.mobifone)) {
            assertThat(all.get(token, rfq + "/offers").prettify()).doesNotContain(last, "65000");
            JsonPath round = all.get(token, rfq + "/best-and-final");
            assertThat(round.getList("offers")).isEmpty();
            assertThat(Instant.parse(round.getString("deadline"))).isEqualTo(deadline);
        }
        assertThat(all.get(all.lead, rfq + "/offers").getBoolean("sealed")).isTrue();
        assertThat(all.get(all.lead, rfq + "/offers").getList("items.state")).containsOnly("invited");
        JsonPath own = all.get(all.viettel, rfq + "/best-and-final");
        assertThat(own.getList("offers.id")).containsExactly(last);
        assertThat(own.getLong("offers[0].terms.tiers[0].priceVnd")).isEqualTo(65_000);
        assertThat(own.getString("calledBy")).isNull();
        all.post(all.lead, "/v1/offers/" + last + "/counter", prices(50_000)).statusCode(404);
        all.post(all.lead, "/v1/offers/" + last + "/withdraw").statusCode(404);
        revise(all.vinaphone, last, 50_000).statusCode(404);
        assertThat(OnRecord.texts("SELECT type FROM outbox_event WHERE subject = $1", last))
                .isEmpty();
        assertThat(OnRecord.texts("SELECT action FROM audit_entry WHERE subject = $1", last))
                .isEmpty();
        var line = Map.of("enterpriseId", all.first, "offerId", last, "lines", 9);
        all.move(all.lead, rfq + "/award", version(), Map.of("lines", List.of(line)))
                .statusCode(409)
                .body("type", equalTo("/problems/illegal-move"));
        all.post(all.lead, rfq + "/award-proposals", Map.of()).statusCode(409);
    }

    /** Nobody counters any more, nor is there another round; what was offered last is awarded. */
    private void afterwards(String last) {
        all.post(all.lead, "/v1/offers/" + last + "/counter", prices(50_000))
                .statusCode(409)
                .body("type", equalTo("/problems/illegal-move"));
        call(soon(ROUND)).statusCode(409).body("type", equalTo("/problems/illegal-move"));
        revise(all.viettel, last, 60_000).statusCode(409);
        var line = Map.of("enterpriseId", all.first, "offerId", last, "lines", 9);
        all.move(all.lead, rfq + "/award", version(), Map.of("lines", List.of(line)))
                .statusCode(200)
                .body("lines[0].priceVnd", equalTo(65_000))
                .body("lines[0].alonePriceVnd", equalTo(65_000));
    }

    @Test
    void a_last_offer_is_no_worse_than_the_one_that_stands_in_anything() {
        var terms = terms(all.viettel, 5, 70_000, 20, 65_000);
        terms.put("provinces", List.of("92", "91"));
        terms.put("sharedBytesPerLine", 1_000);
        String standing = offer(all.viettel, terms);
        close();
        call();
        worse(standing, terms(terms, "tiers", tiers(5, 70_000, 20, 65_001)), "/tiers/1/priceVnd");
        worse(standing, terms(terms, "tiers", tiers(5, 70_000)), "/tiers/0/priceVnd");
        worse(standing, terms(terms, "tiers", tiers(6, 60_000)), "/tiers/0/fromLines");
        worse(standing, terms(terms, "capacity", 4_999), "/capacity");
        worse(standing, terms(terms, "sumsMembers", false), "/sumsMembers");
        worse(standing, terms(terms, "provinces", List.of("92")), "/provinces");
        worse(standing, terms(terms, "sharedBytesPerLine", 999), "/sharedBytesPerLine");
        Instant until = Instant.parse((String) terms.get("validUntil"));
        worse(standing, terms(terms, "validUntil", until.minusSeconds(1).toString()), "/validUntil");
        all.post(all.viettel, "/v1/offers/" + standing + "/revise", terms(terms, "lot", "Lô khác"))
                .statusCode(422)
                .body("errors.code", hasItem("other-lot-than-the-bid"));
        assertThat(all.get(all.viettel, rfq + "/best-and-final").getList("offers"))
                .isEmpty();
        all.post(all.viettel, "/v1/offers/" + standing + "/revise", terms(terms, "tiers", tiers(1, 65_000)))
                .statusCode(200);
    }

    private void worse(String standing, Map<String, Object> terms, String pointer) {
        all.post(all.viettel, "/v1/offers/" + standing + "/revise", terms)
                .statusCode(422)
                .body("errors.code", hasItem("worse-than-standing"))
                .body("errors.pointer", hasItem(pointer));
    }

    @Test
    void it_is_the_leading_bodys_to_call_behind_the_close_and_leaves_a_day() {
        call(soon(ROUND)).statusCode(409).body("type", equalTo("/problems/illegal-move"));
        offer(all.viettel, 70_000);
        close();
        assertThat(all.statusOf(all.lead, rfq + "/best-and-final")).isEqualTo(404);
        call(soon(Duration.ofHours(23))).statusCode(400).body("errors.code", hasItem("too-little-time-left"));
        call(soon(Duration.ofDays(100))).statusCode(400).body("errors.code", hasItem("after-a-lots-start"));
        all.move(all.lead, rfq + "/best-and-final", version(), Map.of()).statusCode(400);
        var asked = Map.of("deadline", soon(ROUND).toString());
        all.move(all.lead, rfq + "/best-and-final", version() - 1, asked).statusCode(412);
        all.post(all.lead, rfq + "/best-and-final", asked).statusCode(428);
        all.move(all.firstUnion, rfq + "/best-and-final", version(), asked).statusCode(403);
        all.move(all.viettel, rfq + "/best-and-final", version(), asked).statusCode(403);
        assertThat(all.get(all.lead, rfq).getString("state")).isEqualTo("closed");
        call();
        assertThat(all.people().eventsOf(UUID.fromString(id()), "rfq-best-and-final-called"))
                .containsExactlyInAnyOrder(
                        "union:" + all.federation,
                        "enterprise:" + all.first,
                        "enterprise:" + all.second,
                        "carrier:" + Bargainers.VIETTEL);
    }

    @Test
    void whoever_is_called_off_during_the_round_takes_its_last_offer_along_unread() {
        String standing = offer(all.viettel, 70_000);
        close();
        call();
        String last = revised(all.viettel, standing, 65_000);
        all.move(all.lead, rfq + "/cancel", version()).statusCode(200);
        assertThat(all.get(all.lead, rfq + "/offers").prettify()).doesNotContain(last, "65000");
        assertThat(all.get(all.lead, rfq + "/offers").getList("items.state")).containsOnly("expired");
        revise(all.viettel, last, 60_000).statusCode(409);
    }

    /** Of two at once one stands, and whoever comes after the deadline is late, however it was meant. */
    @Test
    void last_offers_at_once_and_around_the_deadline_are_in_one_order() throws Exception {
        String standing = offer(all.viettel, 70_000);
        close();
        call();
        List<Response> told = Rush.together(
                Ask.of(all.viettel, "/v1/offers/" + standing + "/revise", terms(all.viettel, 1, 66_000)),
                Ask.of(all.viettel, "/v1/offers/" + standing + "/revise", terms(all.viettel, 1, 65_000)));
        assertThat(told.stream().map(Response::statusCode).toList()).containsExactlyInAnyOrder(200, 409);
        String last = told.stream()
                .filter(each -> each.statusCode() == 200)
                .findFirst()
                .orElseThrow()
                .path("offerId");
        var jobs = Door.bean(Scheduler.class);
        jobs.pause("rfq-deadline");
        try {
            all.letPass(ROUND.minusMinutes(1));
            Callable<Response> late =
                    Ask.of(all.viettel, "/v1/offers/" + last + "/revise", terms(all.viettel, 1, 64_000))::post;
            try (var between = Between.holding("SELECT FROM rfq WHERE id = '" + id() + "' FOR UPDATE");
                    var threads = Executors.newSingleThreadExecutor()) {
                var waiting = threads.submit(late);
                all.until(() -> between.waiting() >= 1);
                all.letPass(Duration.ofMinutes(2));
                between.letGo();
                assertThat(waiting.get().<String>path("type")).isEqualTo("/problems/offer-too-late");
            }
            all.post(all.viettel, "/v1/offers/" + last + "/withdraw")
                    .statusCode(409)
                    .body("type", equalTo("/problems/offer-too-late"));
        } finally {
            jobs.resume("rfq-deadline");
        }
        all.await(id(), "evaluated");
        assertThat(all.get(all.lead, rfq + "/offers").getString("items.find { it.standing }.id"))
                .isEqualTo(last);
    }

    @Test
    void a_round_and_an_award_of_what_was_read_alike_do_not_both_happen() throws Exception {
        String standing = offer(all.viettel, 70_000);
        close();
        var line = Map.of("enterpriseId", all.first, "offerId", standing, "lines", 9);
        long version = version();
        List<Response> told = Rush.together(
                Ask.move(all.lead, rfq + "/award", version, Map.of("lines", List.of(line))),
                Ask.move(
                        all.lead,
                        rfq + "/best-and-final",
                        version,
                        Map.of("deadline", soon(ROUND).toString())));
        boolean awarded = told.get(0).statusCode() == 200;
        assertThat(told.get(awarded ? 1 : 0).statusCode()).isEqualTo(412);
        assertThat(all.get(all.lead, rfq).getString("state")).isEqualTo(awarded ? "ratifying" : "best-and-final");
    }

    /** From the draft to the deal: one joins, one leaves, all better their offers, and who stayed is agreed with. */
    @Test
    void a_coalition_that_changed_bargains_to_the_last_offer_and_comes_to_an_agreement() {
        Instant deadline = soon(Duration.ofDays(3));
        rfq = openRfq(deadline);
        Newcomer third = all.newcomer(6);
        all.post(third.union(), "/v1/mandates", all.mandate(third.enterprise(), 80, 3))
                .statusCode(201);
        all.move(third.union(), rfq + "/members", version(), Map.of("enterpriseId", third.enterprise()))
                .statusCode(201);
        all.move(
                        all.secondUnion,
                        rfq + "/members/" + all.second + "/leave",
                        version(),
                        Map.of("reason", "Đã có gói riêng"))
                .statusCode(200);
        var terms = terms(all.viettel, 1, 75_000);
        terms.put("validUntil", deadline.plus(Duration.ofDays(9)).toString());
        String offer = offer(all.viettel, terms);
        all.letPass(Duration.ofDays(3).plusSeconds(1));
        all.await(id(), "closed");
        call();
        String last = all.post(
                        all.viettel,
                        "/v1/offers/" + offer + "/revise",
                        terms(terms, "tiers", tiers(1, 72_000, 15, 68_000)))
                .statusCode(200)
                .extract()
                .path("offerId");
        all.letPass(ROUND.plusSeconds(1));
        all.await(id(), "evaluated");
        var lines = List.of(
                Map.of("enterpriseId", all.first, "offerId", last, "lines", 9),
                Map.of("enterpriseId", third.enterprise(), "offerId", last, "lines", 6));
        all.move(all.lead, rfq + "/award", version(), Map.of("lines", lines))
                .statusCode(200)
                .body("shortfalls", hasSize(0))
                .body("lines.priceVnd", equalTo(List.of(68_000, 68_000)))
                .body("lines.alonePriceVnd", equalTo(List.of(72_000, 72_000)));
        assertThat(all.statusOf(all.secondUnion, rfq + "/awards")).isEqualTo(404);
        all.post(all.secondUnion, rfq + "/ratifications", Map.of("enterpriseId", all.second, "vote", "yes"))
                .statusCode(404);
        vote(all.firstUnion, all.first);
        vote(third.union(), third.enterprise());
        String find = "items.find { it.rfqId == '" + id() + "' }";
        JsonPath agreement = all.get(third.union(), "/v1/agreements");
        assertThat(agreement.getLong(find + ".linesPerMonth")).isEqualTo(15);
        String document = "/v1/agreements/" + agreement.getString(find + ".id") + "/document";
        assertThat(all.statusOf(all.secondUnion, document)).isEqualTo(404);
        assertThat(all.statusOf(third.union(), document)).isEqualTo(200);
        assertThat(all.get(all.lead, rfq + "/members").getList("items.move"))
                .containsExactly("join", "join", "join", "leave");
    }

    private void vote(String union, String enterprise) {
        all.post(union, rfq + "/ratifications", Map.of("enterpriseId", enterprise, "vote", "yes"))
                .statusCode(201);
    }

    private void close() {
        all.letAWhilePass();
        all.await(id(), "closed");
    }

    private Instant call() {
        Instant deadline = soon(ROUND);
        call(deadline)
                .statusCode(200)
                .body("state", equalTo("best-and-final"))
                .body("bestAndFinal.reason", equalTo("Hai chào giá rất gần nhau"));
        return deadline;
    }

    private ValidatableResponse call(Instant deadline) {
        var asked = Map.of("deadline", deadline.toString(), "reason", "Hai chào giá rất gần nhau");
        return all.move(all.lead, rfq + "/best-and-final", version(), asked);
    }

    private static Instant soon(Duration from) {
        return Door.bean(DatabaseClock.class).instant().plus(from);
    }

    private String offer(String carrier, int price) {
        return offer(carrier, terms(carrier, 1, price));
    }

    private String offer(String carrier, Map<String, Object> terms) {
        return all.post(carrier, rfq + "/offers", terms)
                .statusCode(201)
                .extract()
                .path("offerId");
    }

    private ValidatableResponse revise(String carrier, String offer, int price) {
        return all.post(carrier, "/v1/offers/" + offer + "/revise", terms(carrier, 1, price));
    }

    private String revised(String carrier, String offer, int price) {
        return revise(carrier, offer, price).statusCode(200).extract().path("offerId");
    }

    /** Good for so long that a round and a vote fit in, at an instant that is the same for all. */
    private static Map<String, Object> terms(String carrier, Object... tiersAndPrices) {
        var terms = new HashMap<>(all.offer(carrier, "own-tariff", true, tiersAndPrices));
        terms.put("validUntil", VALID_UNTIL.toString());
        return terms;
    }

    private static Map<String, Object> terms(Map<String, Object> terms, String field, Object value) {
        var other = new HashMap<>(terms);
        other.put(field, value);
        return other;
    }

    private static Map<String, Object> prices(int price) {
        return Map.of("tiers", tiers(1, price));
    }

    private static List<Map<String, Integer>> tiers(int... tiersAndPrices) {
        var tiers = new ArrayList<Map<String, Integer>>();
        for (int i = 0; i < tiersAndPrices.length; i += 2)
            tiers.add(Map.of("fromLines", tiersAndPrices[i], "priceVnd", tiersAndPrices[i + 1]));
        return tiers;
    }

    private long version() {
        return all.get(all.lead, rfq).getLong("version");
    }

    private String id() {
        return rfq.substring(rfq.lastIndexOf('/') + 1);
    }
}
