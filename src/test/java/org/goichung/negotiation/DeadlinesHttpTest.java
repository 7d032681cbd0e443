package org.goichung.negotiation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.goichung.negotiation.Bargainers.LOT;
import static org.hamcrest.Matchers.equalTo;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import io.restassured.response.Response;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.goichung.platform.database.Statements;
import org.goichung.platform.database.Transactions;
import org.goichung.support.Door;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What time does to a negotiation, by the service's own jobs. */
@QuarkusTest
class DeadlinesHttpTest {
    private static final String[] LOTS =
            IntStream.range(0, 12).mapToObj(i -> "Lô " + i).toArray(String[]::new);

    /** Met once; each test has RFQs of its own. */
    private static Bargainers all;

    @BeforeEach
    void meet() {
        if (all != null) return;
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
    void an_rfq_that_cannot_be_closed_holds_up_none_that_is_due_after_it() {
        Instant deadline = Bargainers.soon();
        String broken = all.openRfq(deadline.minusSeconds(60));
        submit(broken, LOT, 70_000);
        String next = all.openRfq(deadline);
        submit(next, LOT, 70_000);
        String key = rewrap(broken, "no key at all");
        all.letAWhilePass();
        all.await(next, "closed");
        assertThat(all.get(all.lead, "/v1/rfqs/" + broken).getString("state")).isEqualTo("open");
        rewrap(broken, key);
        long version = all.get(all.lead, "/v1/rfqs/" + broken).getLong("version");
        all.move(all.lead, "/v1/rfqs/" + broken + "/close", version)
                .statusCode(200)
                .body("state", equalTo("closed"));
        assertThat(all.get(all.lead, "/v1/rfqs/" + broken + "/offers").getList("items"))
                .hasSize(1);
    }

    @Test
    void offers_are_read_page_by_page_bid_by_bid() {
        String rfq = all.openRfq(Bargainers.soon(), LOTS);
        for (int i = 0; i < 3; i++) submit(rfq, LOTS[i], 70_000 + i);
        String first = submit(rfq, LOTS[3], 70_000);
        var better = all.offer(all.viettel, "own-tariff", true, 1, 69_000);
        better.put("lot", LOTS[3]);
        all.post(all.viettel, "/v1/offers/" + first + "/revise", better).statusCode(200);
        String offers = "/v1/rfqs/" + rfq + "/offers";
        assertThat(all.get(all.lead, offers + "?limit=1").getString("next")).isNull();
        List<String> sealed = pages(all.viettel, offers);
        assertThat(sealed).hasSize(5).doesNotHaveDuplicates();
        all.letAWhilePass();
        all.await(rfq, "closed");
        assertThat(pages(all.lead, offers)).isEqualTo(sealed);
        String elsewhere = all.openRfq(Bargainers.soon());
        String cursor = all.get(all.lead, offers + "?limit=2").getString("next");
        assertThat(all.statusOf(all.viettel, "/v1/rfqs/" + elsewhere + "/offers?after=" + cursor))
                .isEqualTo(400);
    }

    private List<String> pages(String reader, String offers) {
        List<String> ids = new ArrayList<>();
        String next = "";
        while (next != null) {
            JsonPath page = all.get(reader, offers + "?limit=2" + next);
            assertThat(page.getList("items")).hasSizeLessThanOrEqualTo(2);
            ids.addAll(page.getList("items.id"));
            next = page.getString("next") == null ? null : "&after=" + page.getString("next");
        }
        return ids;
    }

    private String submit(String rfq, String lot, int priceVnd) {
        var offer = all.offer(all.viettel, "own-tariff", true, 1, priceVnd);
        offer.put("lot", lot);
        return all.post(all.viettel, "/v1/rfqs/" + rfq + "/offers", offer)
                .statusCode(201)
                .extract()
                .path("offerId");
    }

    /** What the RFQ's key was wrapped as. */
    private static String rewrap(String rfq, String key) {
        var sql = Statements.of(Door.bean(Transactions.class).systemPool());
        UUID id = UUID.fromString(rfq);
        String was = (String) Door.await(() -> sql.select("SELECT wrapped_key FROM rfq WHERE id = $1", id))
                .getFirst()[0];
        Door.await(() -> sql.update("UPDATE rfq SET wrapped_key = $2 WHERE id = $1", id, key));
        return was;
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
        awardsAreReadPageByPage("/v1/rfqs/" + rfq + "/awards");
    }

    private void awardsAreReadPageByPage(String awards) {
        for (String reader : List.of(all.lead, all.firstUnion, all.viettel)) {
            JsonPath first = all.get(reader, awards + "?limit=1");
            assertThat(first.getList("items")).hasSize(1);
            assertThat(first.getString("items[0].outcome")).isEqualTo("quorum-lost");
            JsonPath second = all.get(reader, awards + "?limit=1&after=" + first.getString("next"));
            assertThat(second.getList("items")).hasSize(1);
            assertThat(second.getString("items[0].outcome")).isEqualTo("concluded");
            assertThat(second.getString("next")).isNull();
            assertThat(all.get(reader, awards).getList("items.id"))
                    .containsExactly(first.getString("items[0].id"), second.getString("items[0].id"));
        }
        assertThat(all.get(all.mobifone, awards + "?limit=1").getList("items")).isEmpty();
    }
}
