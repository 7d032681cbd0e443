package org.goichung.negotiation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.goichung.platform.time.DatabaseClock;
import org.goichung.support.Door;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Each round of counters and revisions has a deadline of its own, where the union names one. */
@QuarkusTest
class CounterDeadlineHttpTest {
    private static Bargainers all;

    @AfterEach
    void setTheClockBack() {
        all.setBack();
    }

    @Test
    void a_counter_offer_is_answered_in_its_time_or_the_carriers_own_offer_stands_again() {
        all = new Bargainers();
        all.giveMandates();
        String rfq = "/v1/rfqs/" + all.openRfq(Bargainers.soon());
        var terms = all.offer(all.viettel, "own-tariff", true, 1, 70_000);
        terms.put("validUntil", now().plus(Duration.ofDays(5)).toString());
        String offer = all.post(all.viettel, rfq + "/offers", terms)
                .statusCode(201)
                .extract()
                .path("offerId");
        all.letAWhilePass();
        all.await(rfq.substring(9), "closed");

        named(counter(offer, now().minusSeconds(1)), "in-the-past");
        named(counter(offer, now().plus(Duration.ofDays(6))), "after-the-offers-end");
        Instant answerBy = now().plus(Duration.ofHours(1));
        String inTime = counter(offer, answerBy).statusCode(200).extract().path("offerId");
        assertThat(Instant.parse(
                        all.get(all.viettel, rfq + "/offers").getString("items.find { it.side == 'union' }.answerBy")))
                .isEqualTo(answerBy);
        var better = new HashMap<>(terms);
        better.put("tiers", List.of(Map.of("fromLines", 1, "priceVnd", 69_000)));
        String revised = all.post(all.viettel, "/v1/offers/" + inTime + "/revise", better)
                .statusCode(200)
                .extract()
                .path("offerId");

        String late = counter(revised, now().plus(Duration.ofHours(1)))
                .statusCode(200)
                .extract()
                .path("offerId");
        all.letPass(Duration.ofHours(1).plusSeconds(1));
        for (var answer : List.of(
                all.post(all.viettel, "/v1/offers/" + late + "/accept"),
                all.post(all.viettel, "/v1/offers/" + late + "/revise", better))) answer.statusCode(409);
        all.until(() -> state(rfq).equals("revealed"));
        assertThat(all.get(all.lead, rfq + "/offers").<String>getList("items.findAll { it.standing }.id"))
                .containsExactly(revised);
        counter(revised, null).statusCode(200);
    }

    private static Instant now() {
        return Door.bean(DatabaseClock.class).instant();
    }

    private static String state(String rfq) {
        return all.get(all.lead, rfq + "/offers").getString("items[0].state");
    }

    private static ValidatableResponse counter(String offer, Instant answerBy) {
        Map<String, Object> counter =
                new HashMap<>(Map.of("tiers", List.of(Map.of("fromLines", 1, "priceVnd", 65_000))));
        if (answerBy != null) counter.put("answerBy", answerBy.toString());
        return all.post(all.lead, "/v1/offers/" + offer + "/counter", counter);
    }

    private static void named(ValidatableResponse told, String code) {
        told.statusCode(400)
                .body("type", equalTo("/problems/invalid-request"))
                .body("errors.pointer", hasItem("/answerBy"))
                .body("errors.code", hasItem(code));
    }
}
