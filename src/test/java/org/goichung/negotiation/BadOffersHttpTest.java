package org.goichung.negotiation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.goichung.support.Door;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What a negotiation does not take, each by its name and place, and nothing of it stays. */
@QuarkusTest
class BadOffersHttpTest {
    private static final String OTHER_LOT = "Gói thoại";

    /** Met once; each test has an RFQ of its own. */
    private static Bargainers all;

    private String rfq;

    @BeforeEach
    void open() {
        if (all == null) {
            all = new Bargainers();
            all.giveMandates();
        }
        rfq = "/v1/rfqs/" + all.openRfq(Bargainers.soon(), Bargainers.LOT, OTHER_LOT);
    }

    @AfterEach
    void setTheClockBack() {
        all.setBack();
    }

    private static void offerInvalid(ValidatableResponse told, String pointer, String code) {
        named(told, "offer-invalid", pointer, code);
    }

    private static void named(ValidatableResponse told, String type, String pointer, String code) {
        told.statusCode(422)
                .body("type", equalTo("/problems/" + type))
                .body("errors.pointer", hasItem(pointer))
                .body("errors.code", hasItem(code));
    }

    @Test
    void an_offer_that_makes_no_sense_is_named_by_its_fault_handed_in_revised_or_countered() {
        String good = submitted(Map.of());
        for (String way : List.of(rfq + "/offers", "/v1/offers/" + good + "/revise")) {
            String seller = way.startsWith(rfq) ? all.vinaphone : all.viettel;
            offerInvalid(sent(seller, way, tiers(10, 70_000, 5, 65_000)), "/tiers/1/fromLines", "tiers-unsorted");
            offerInvalid(sent(seller, way, tiers(5, 70_000, 5, 65_000)), "/tiers/1/fromLines", "tiers-overlap");
            offerInvalid(sent(seller, way, tiers(5, 70_000, 10, 70_001)), "/tiers/1/priceVnd", "tier-price-rises");
            var beyond = new HashMap<>(tiers(6, 70_000));
            beyond.put("capacity", 5);
            offerInvalid(sent(seller, way, beyond), "/capacity", "below-lowest-tier");
            for (Instant until : List.of(
                    Instant.parse("2020-01-01T00:00:00Z"),
                    // until the last offer, but not until the members could have voted on it
                    Bargainers.soon().plusSeconds(60)))
                offerInvalid(
                        sent(seller, way, Map.of("validUntil", until.toString())),
                        "/validUntil",
                        "must-outlive-the-vote");
        }
        assertThat(all.get(all.vinaphone, rfq + "/offers").getList("items")).isEmpty();
        assertThat(all.get(all.viettel, rfq + "/offers").<String>getList("items.id"))
                .containsExactly(good);
        all.letAWhilePass();
        all.await(rfq.substring(9), "closed");
        String counter = "/v1/offers/" + good + "/counter";
        offerInvalid(all.post(all.lead, counter, tiers(10, 60_000, 5, 50_000)), "/tiers/1/fromLines", "tiers-unsorted");
        offerInvalid(all.post(all.lead, counter, tiers(5, 60_000, 5, 50_000)), "/tiers/1/fromLines", "tiers-overlap");
        offerInvalid(all.post(all.lead, counter, tiers(5, 60_000, 9, 60_001)), "/tiers/1/priceVnd", "tier-price-rises");
        offerInvalid(all.post(all.lead, counter, tiers(5_001, 60_000)), "/capacity", "below-lowest-tier");
    }

    @Test
    void an_offer_stays_on_its_own_lot_and_its_own_rfq() {
        String mine = submitted(Map.of());
        sent(all.vinaphone, rfq + "/offers", Map.of("lot", "Lô của người khác"))
                .statusCode(400)
                .body("type", equalTo("/problems/invalid-request"))
                .body("errors.pointer", hasItem("/lot"))
                .body("errors.code", hasItem("unknown-lot"));
        offerInvalid(
                sent(all.viettel, "/v1/offers/" + mine + "/revise", Map.of("lot", OTHER_LOT)),
                "/lot",
                "other-lot-than-the-bid");
        sent(all.vinaphone, "/v1/offers/" + mine + "/revise", Map.of()).statusCode(404);
        String draft = all.post(all.lead, "/v1/rfqs", all.rfq(Bargainers.soon()))
                .extract()
                .path("id");
        sent(all.viettel, "/v1/rfqs/" + draft + "/offers", Map.of())
                .statusCode(404)
                .body("type", equalTo("/problems/not-found"));
        String elsewhere = all.openRfq(Bargainers.soon());
        String others = sent(all.vinaphone, "/v1/rfqs/" + elsewhere + "/offers", Map.of())
                .statusCode(201)
                .extract()
                .path("offerId");
        all.letAWhilePass();
        long version = all.await(rfq.substring(9), "closed").getLong("version");
        named(award(version, line(all.first, others, 9)), "award-invalid", "/lines/0/offerId", "offer-not-standing");
    }

    @Test
    void an_award_is_neither_beyond_a_carriers_capacity_nor_below_its_lowest_tier() {
        var small = new HashMap<>(tiers(3, 70_000));
        small.put("capacity", 10);
        String offer = submitted(small);
        all.letAWhilePass();
        long version = all.await(rfq.substring(9), "closed").getLong("version");
        all.move(
                        all.lead,
                        rfq + "/award",
                        version,
                        Map.of("lines", List.of(line(all.first, offer, 9), line(all.second, offer, 2))))
                .statusCode(422)
                .body("type", equalTo("/problems/award-invalid"))
                .body("errors.code", hasItem("exceeds-capacity"));
        award(version, line(all.first, offer, 2))
                .statusCode(422)
                .body("type", equalTo("/problems/award-invalid"))
                .body("errors.code", hasItem("below-lowest-tier"));
        assertThat(all.get(all.lead, rfq + "/awards").getList("items")).isEmpty();
        assertThat(all.get(all.lead, rfq).getString("state")).isEqualTo("closed");
    }

    @Test
    void a_mandate_that_is_withdrawn_in_between_leaves_its_enterprise_out_of_award_and_vote() {
        String offer = submitted(Map.of());
        all.letAWhilePass();
        long version = all.await(rfq.substring(9), "closed").getLong("version");
        String find = "items.find { it.enterpriseId == '" + all.second + "' && it.withdrawnAt == null }.id";
        String mandate = all.get(all.secondUnion, "/v1/mandates").getString(find);
        String withdraw = "/v1/mandates/" + mandate + "/withdraw";
        all.move(all.secondUnion, withdraw, 0).statusCode(200);
        all.move(all.secondUnion, withdraw, 1).statusCode(409).body("type", equalTo("/problems/illegal-move"));
        try {
            named(
                    award(version, line(all.second, offer, 4)),
                    "award-invalid",
                    "/lines/0/enterpriseId",
                    "not-a-mandating-member");
            award(version, line(all.first, offer, 9)).statusCode(200);
            all.post(all.secondUnion, rfq + "/ratifications", vote(all.second))
                    .statusCode(400)
                    .body("type", equalTo("/problems/invalid-request"))
                    .body("errors.code", hasItem("not-in-the-award"));
            all.post(all.secondUnion, rfq + "/ratifications", vote(all.first)).statusCode(404);
            String stranger = all.people().enterprise();
            String union =
                    Door.unionOfficer(UUID.fromString(all.people().unionBody("grassroots", all.federation, stranger)));
            all.post(union, rfq + "/ratifications", vote(stranger)).statusCode(404);
            all.post(all.firstUnion, rfq + "/ratifications", vote(all.first)).statusCode(201);
            assertThat(all.post(all.firstUnion, rfq + "/ratifications", vote(all.first))
                            .statusCode(409)
                            .extract()
                            .<String>path("type"))
                    .isIn("/problems/already-exists", "/problems/illegal-move");
        } finally {
            all.post(all.secondUnion, "/v1/mandates", all.mandate(all.second, 60, 20))
                    .statusCode(201);
        }
    }

    @Test
    void what_a_bidder_withdrew_is_after_the_close_still_its_own_and_cannot_be_moved_on() {
        String offer = submitted(Map.of());
        sent(all.vinaphone, rfq + "/offers", Map.of()).statusCode(201);
        all.post(all.viettel, "/v1/offers/" + offer + "/withdraw").statusCode(200);
        all.letAWhilePass();
        all.await(rfq.substring(9), "closed");
        assertThat(all.get(all.viettel, rfq + "/offers").<String>getList("items.id"))
                .containsExactly(offer);
        for (String move : List.of("accept", "decline", "withdraw"))
            all.post(all.viettel, "/v1/offers/" + offer + "/" + move)
                    .statusCode(409)
                    .body("type", equalTo("/problems/illegal-move"));
        sent(all.viettel, "/v1/offers/" + offer + "/revise", Map.of())
                .statusCode(409)
                .body("type", equalTo("/problems/illegal-move"));
        for (String other : List.of(all.vinaphone, all.lead))
            all.post(other, "/v1/offers/" + offer + "/withdraw").statusCode(404);
    }

    private static Map<String, Object> vote(String enterprise) {
        return Map.of("enterpriseId", enterprise, "vote", "yes");
    }

    private ValidatableResponse award(long version, Map<String, Object> line) {
        return all.move(all.lead, rfq + "/award", version, Map.of("lines", List.of(line)));
    }

    private static Map<String, Object> line(String enterprise, String offer, int lines) {
        return Map.of("enterpriseId", enterprise, "offerId", offer, "lines", lines);
    }

    private String submitted(Map<String, Object> other) {
        return sent(all.viettel, rfq + "/offers", other)
                .statusCode(201)
                .extract()
                .path("offerId");
    }

    private static ValidatableResponse sent(String seller, String path, Map<String, Object> other) {
        var offer = all.offer(seller, "own-tariff", true, 1, 70_000);
        offer.putAll(other);
        return all.post(seller, path, offer);
    }

    private static Map<String, Object> tiers(int... linesAndPrices) {
        var tiers = new java.util.ArrayList<Map<String, Object>>();
        for (int i = 0; i < linesAndPrices.length; i += 2)
            tiers.add(Map.of("fromLines", linesAndPrices[i], "priceVnd", linesAndPrices[i + 1]));
        return Map.of("tiers", tiers);
    }
}
