package org.goichung.negotiation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.goichung.catalog.TestPackages;
import org.goichung.support.Door;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Requests that look harmless one by one and would spoil a negotiation for everybody else. */
@QuarkusTest
class OddRequestsHttpTest {
    private static final String FOR_EVER = "+1000000000-12-31T23:59:59.999999999Z";

    /** Met once; each test has an RFQ of its own. */
    private static Bargainers all;

    private String rfq;

    @BeforeEach
    void open() {
        if (all == null) {
            all = new Bargainers();
            all.giveMandates();
        }
        rfq = "/v1/rfqs/" + all.openRfq(Bargainers.soon());
    }

    @AfterEach
    void setTheClockBack() {
        all.setBack();
    }

    @Test
    void an_offer_that_would_hold_for_ever_is_refused_at_once_and_keeps_nobodys_offers_sealed() {
        noSuchYear(sent(all.viettel, rfq + "/offers", Map.of("validUntil", FOR_EVER)), "/validUntil");
        String good = sent(all.vinaphone, rfq + "/offers", Map.of())
                .statusCode(201)
                .extract()
                .path("offerId");
        noSuchYear(
                sent(all.vinaphone, "/v1/offers/" + good + "/revise", Map.of("validUntil", "3000-01-01T00:00:00Z")),
                "/validUntil");
        all.letAWhilePass();
        all.await(rfq.substring(9), "closed");
        assertThat(all.get(all.lead, rfq + "/offers").<String>getList("items.id"))
                .containsExactly(good);
    }

    @Test
    void a_day_that_nobody_lives_to_see_is_named_wherever_it_is_sent() {
        var asked = new HashMap<>(all.rfq(Bargainers.soon()));
        asked.put("offerDeadline", FOR_EVER);
        noSuchYear(all.post(all.lead, "/v1/rfqs", asked), "/offerDeadline");
        noSuchYear(all.post(all.lead, "/v1/rfqs", withLot("startMonth", "9999-12")), "/lots/0/startMonth");
        var mandate = new HashMap<>(all.mandate(all.first, 70, 5));
        mandate.put("validUntil", "+999999999-12-31");
        noSuchYear(all.post(all.firstUnion, "/v1/mandates", mandate), "/validUntil");
        noSuchYear(
                all.move(all.lead, rfq + "/amend", 1, Map.of("reason", "Thêm giờ", "offerDeadline", FOR_EVER)),
                "/offerDeadline");
    }

    @Test
    void a_criterion_that_is_nothing_is_named_by_its_place() {
        all.post(all.lead, "/v1/rfqs", withLot("criteria", Arrays.asList("union-member", null)))
                .statusCode(400)
                .body("type", equalTo("/problems/invalid-request"))
                .body("errors.pointer", hasItem("/lots/0/criteria/1"));
        all.post(all.lead, "/v1/rfqs", withLot("criteria", Collections.singletonList(" ")))
                .statusCode(400)
                .body("errors.pointer", hasItem("/lots/0/criteria/0"));
    }

    @Test
    void a_price_for_a_day_or_for_a_quarter_is_no_price_a_month_and_not_compared_with_one() {
        for (int days : List.of(1, 7, 27, 32, 90)) {
            notMonthly(
                    sent(all.viettel, rfq + "/offers", Map.of("packageVersionId", lasting(days))), "/packageVersionId");
            notMonthly(made(days), "/customPackage/cycle");
        }
        assertThat(all.get(all.viettel, rfq + "/offers").getList("items")).isEmpty();
        sent(all.viettel, rfq + "/offers", Map.of("packageVersionId", lasting(30)))
                .statusCode(201);
    }

    @Test
    void whoever_takes_its_mandate_back_after_the_award_has_no_vote_and_the_yes_it_said_binds_it_no_more() {
        String offer = awarded();
        withdrawMandate();
        try {
            vote(all.secondUnion, all.second)
                    .statusCode(409)
                    .body("type", equalTo("/problems/mandate-missing"))
                    .body("facts.enterpriseIds", equalTo(List.of(all.second)));
            assertThat(all.get(all.lead, rfq + "/awards").getList("items[0].votes"))
                    .isEmpty();
        } finally {
            all.post(all.secondUnion, "/v1/mandates", all.mandate(all.second, 60, 20))
                    .statusCode(201);
        }
        vote(all.secondUnion, all.second).statusCode(201);
        withdrawMandate();
        try {
            vote(all.firstUnion, all.first).statusCode(201).body("outcome", equalTo("concluded"));
            var agreement = all.get(all.lead, "/v1/agreements?limit=200");
            assertThat(agreement.<String>getList(
                            "items.find { it.offerId == '" + offer + "' }.allocations.enterpriseId"))
                    .containsExactly(all.first);
        } finally {
            all.post(all.secondUnion, "/v1/mandates", all.mandate(all.second, 60, 20))
                    .statusCode(201);
        }
    }

    @Test
    void a_winning_carrier_does_not_read_from_its_award_what_others_have_offered() {
        sent(all.vinaphone, rfq + "/offers", Map.of("tiers", List.of(Map.of("fromLines", 1, "priceVnd", 71_234))))
                .statusCode(201);
        awarded();
        assertThat(all.get(all.lead, rfq + "/awards").<Integer>getList("items[0].lines.alonePriceVnd"))
                .containsOnly(70_000);
        var seen = all.get(all.viettel, rfq + "/awards");
        assertThat(seen.<Integer>getList("items[0].lines.priceVnd")).containsExactly(70_000, 70_000);
        assertThat(seen.<Map<String, Object>>getList("items[0].lines"))
                .allSatisfy(line -> assertThat(line).doesNotContainKeys("alonePriceVnd", "gainVndPerMonth"));
    }

    @Test
    void whoever_is_left_may_still_conclude_once_the_quorum_is_amended() {
        Instant deadline = Bargainers.soon().plus(Duration.ofDays(2));
        var asked = new HashMap<>(all.rfq(deadline));
        asked.put("quorum", 2);
        String id =
                all.post(all.lead, "/v1/rfqs", asked).statusCode(201).extract().path("id");
        rfq = "/v1/rfqs/" + id;
        all.move(all.lead, rfq + "/open", 0).statusCode(200);
        all.move(all.secondUnion, rfq + "/members/" + all.second + "/leave", version(), Map.of("reason", "Đã có gói"))
                .statusCode(200);
        String offer = sent(
                        all.viettel,
                        rfq + "/offers",
                        Map.of("validUntil", deadline.plus(Duration.ofDays(3)).toString()))
                .statusCode(201)
                .extract()
                .path("offerId");
        amend(deadline, 2)
                .statusCode(400)
                .body("errors.pointer", hasItem("/quorum"))
                .body("errors.code", hasItem("more-than-members"));
        amend(deadline, 1).statusCode(200).body("quorum.before", equalTo(2)).body("quorum.after", equalTo(1));
        assertThat(all.get(all.viettel, rfq).getInt("quorum")).isEqualTo(1);
        all.letPass(Duration.ofDays(2).plusHours(1));
        all.await(id, "closed");
        all.move(
                        all.lead,
                        rfq + "/award",
                        version(),
                        Map.of("lines", List.of(Map.of("enterpriseId", all.first, "offerId", offer, "lines", 9))))
                .statusCode(200);
        vote(all.firstUnion, all.first).statusCode(201).body("outcome", equalTo("concluded"));
    }

    private ValidatableResponse amend(Instant deadline, int quorum) {
        return all.move(
                all.lead,
                rfq + "/amend",
                version(),
                Map.of("reason", "Một đơn vị đã rời", "offerDeadline", deadline.toString(), "quorum", quorum));
    }

    private long version() {
        return all.get(all.lead, rfq).getLong("version");
    }

    /** All that both want, from Viettel; the offer. */
    private String awarded() {
        String offer = sent(all.viettel, rfq + "/offers", Map.of())
                .statusCode(201)
                .extract()
                .path("offerId");
        all.letAWhilePass();
        long version = all.await(rfq.substring(9), "closed").getLong("version");
        var lines = List.of(
                Map.of("enterpriseId", all.first, "offerId", offer, "lines", 9),
                Map.of("enterpriseId", all.second, "offerId", offer, "lines", 4));
        all.move(all.lead, rfq + "/award", version, Map.of("lines", lines)).statusCode(200);
        return offer;
    }

    private static void withdrawMandate() {
        String find = "items.find { it.enterpriseId == '" + all.second + "' && it.withdrawnAt == null }.id";
        String mandate = all.get(all.secondUnion, "/v1/mandates?limit=200").getString(find);
        all.move(all.secondUnion, "/v1/mandates/" + mandate + "/withdraw", 0).statusCode(200);
    }

    private ValidatableResponse vote(String union, String enterprise) {
        return all.post(union, rfq + "/ratifications", Map.of("enterpriseId", enterprise, "vote", "yes"));
    }

    private static String lasting(int days) {
        return TestPackages.published(
                        Door.admin(),
                        Bargainers.VIETTEL,
                        Map.of("criteria", List.of(), "cycle", Map.of("unit", "day", "length", days)),
                        Map.of())
                .getString("current.id");
    }

    private ValidatableResponse made(int days) {
        var version = TestPackages.version(Map.of("criteria", List.of()), Map.of());
        var offer = all.offer(all.viettel, "own-tariff", true, 1, 70_000);
        offer.remove("packageVersionId");
        offer.put(
                "customPackage",
                Map.of(
                        "code",
                        "G" + UUID.randomUUID().toString().substring(0, 8).toUpperCase(java.util.Locale.ROOT),
                        "name",
                        "Gói công nhân",
                        "cycle",
                        Map.of("unit", "day", "length", days),
                        "allowance",
                        version.get("allowance")));
        return all.post(all.viettel, rfq + "/offers", offer);
    }

    private static void notMonthly(ValidatableResponse told, String pointer) {
        told.statusCode(422)
                .body("type", equalTo("/problems/package-does-not-fit"))
                .body("errors.pointer", hasItem(pointer))
                .body("errors.code", hasItem("cycle-is-no-month"));
    }

    private static void noSuchYear(ValidatableResponse told, String pointer) {
        told.statusCode(400)
                .body("type", equalTo("/problems/invalid-request"))
                .body("errors.pointer", hasItem(pointer))
                .body("errors.code", hasItem("no-such-year"))
                .body("errors.detail", hasItem("The year must be from 1900 to 2999."));
    }

    private static Map<String, Object> withLot(String field, Object value) {
        var asked = new HashMap<>(all.rfq(Bargainers.soon()));
        @SuppressWarnings("unchecked")
        var lot = new HashMap<>(((List<Map<String, Object>>) asked.get("lots")).getFirst());
        lot.put(field, value);
        asked.put("lots", List.of(lot));
        return asked;
    }

    private static ValidatableResponse sent(String seller, String path, Map<String, Object> other) {
        var offer = all.offer(seller, "own-tariff", true, 1, 70_000);
        offer.putAll(other);
        return all.post(seller, path, offer);
    }
}
