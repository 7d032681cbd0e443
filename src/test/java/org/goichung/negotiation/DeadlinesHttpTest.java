package org.goichung.negotiation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import io.restassured.response.Response;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What time does to a negotiation, by the service's own jobs. */
@QuarkusTest
class DeadlinesHttpTest {
    private static final String[] LOTS =
            IntStream.range(0, 12).mapToObj(i -> "Lô " + i).toArray(String[]::new);

    private Bargainers all;

    @BeforeEach
    void meet() {
        all = new Bargainers();
        all.giveMandates();
    }

    @AfterEach
    void setTheClockBack() {
        all.setBack();
    }

    @Test
    void while_the_rfq_closes_every_offer_is_either_receipted_and_revealed_or_refused_as_too_late() throws Exception {
        String rfq = all.openRfq(Bargainers.soon(), LOTS);
        List<String> tokens = List.of(all.viettel, all.vinaphone, all.mobifone);
        List<Future<Response>> answers = new ArrayList<>();
        try (var bidders = Executors.newFixedThreadPool(6)) {
            for (int i = 0; i < LOTS.length * tokens.size(); i++) {
                String token = tokens.get(i % tokens.size());
                var offer = all.offer(token, "own-tariff", true, 1, 90_000);
                offer.put("lot", LOTS[i / tokens.size()]);
                answers.add(bidders.submit(() -> all.post(token, "/v1/rfqs/" + rfq + "/offers", offer)
                        .extract()
                        .response()));
                if (i == LOTS.length * tokens.size() / 2) all.letAWhilePass();
            }
        }
        all.await(rfq, "closed");
        List<String> receipts = new ArrayList<>();
        for (Future<Response> answer : answers) {
            Response response = answer.get();
            if (response.statusCode() == 201) receipts.add(response.path("offerId"));
            else
                assertThat(response.<String>path("type"))
                        .as(response.asString())
                        .isEqualTo("/problems/offer-too-late");
        }
        assertThat(receipts).isNotEmpty().hasSizeLessThan(answers.size());
        assertThat(all.get(all.lead, "/v1/rfqs/" + rfq + "/offers").<String>getList("items.id"))
                .containsExactlyInAnyOrderElementsOf(receipts);
    }

    @Test
    void when_nobody_says_yes_in_time_the_award_falls_and_another_can_be_made() {
        String rfq = all.openRfq(Bargainers.soon());
        String offer = all.post(
                        all.viettel,
                        "/v1/rfqs/" + rfq + "/offers",
                        all.offer(all.viettel, "own-tariff", true, 3, 70_000))
                .statusCode(201)
                .extract()
                .path("offerId");
        all.letAWhilePass();
        long version = all.await(rfq, "closed").getLong("version");
        var award = Map.of("lines", List.of(Map.of("enterpriseId", all.first, "offerId", offer, "lines", 9)));
        all.move(all.lead, "/v1/rfqs/" + rfq + "/award", version, award).statusCode(200);
        all.letAWhilePass();
        all.letAWhilePass();
        JsonPath reopened = all.await(rfq, "evaluated");
        assertThat(all.get(all.lead, "/v1/rfqs/" + rfq + "/awards").getString("items[0].outcome"))
                .isEqualTo("quorum-lost");
        all.move(all.lead, "/v1/rfqs/" + rfq + "/award", reopened.getLong("version"), award)
                .statusCode(200);
        all.post(all.firstUnion, "/v1/rfqs/" + rfq + "/ratifications", Map.of("enterpriseId", all.first, "vote", "yes"))
                .statusCode(201)
                .body("outcome", equalTo("concluded"));
        assertThat(all.get(all.viettel, "/v1/agreements").<String>getList("items.rfqId"))
                .contains(rfq);
    }
}
