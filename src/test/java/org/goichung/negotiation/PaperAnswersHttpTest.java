package org.goichung.negotiation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import io.restassured.response.ValidatableResponse;
import java.time.Duration;
import java.time.Instant;
import java.time.YearMonth;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.goichung.platform.time.DatabaseClock;
import org.goichung.support.Door;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A carrier that offered on paper answers on paper: two officials answer for it, and then it is as if the carrier had said so. */
@QuarkusTest
class PaperAnswersHttpTest {
    private static final Duration ROUND = Duration.ofHours(30);
    private static final Instant VALID_UNTIL = Instant.now().plus(Duration.ofDays(20));

    private static Bargainers all;
    private static Door.Official clerk;
    private static Door.Official witness;

    private String rfq;
    /** Mobifone's, on paper. */
    private String offer;

    @BeforeEach
    void offered() {
        if (all == null) {
            all = new Bargainers();
            all.giveMandates();
            clerk = Door.official(UUID.fromString(all.federation));
            witness = Door.official(UUID.fromString(all.federation));
        }
        rfq = "/v1/rfqs/" + open(Bargainers.soon());
        var paper = Map.of(
                "carrierId",
                Bargainers.MOBIFONE.toString(),
                "witnessLogin",
                witness.login(),
                "terms",
                terms(all.mobifone, 72_000));
        offer = all.post(clerk.token(), rfq + "/paper-offers", paper)
                .statusCode(201)
                .extract()
                .path("id");
        all.post(witness.token(), rfq + "/paper-offers/" + offer + "/confirm").statusCode(200);
    }

    @AfterEach
    void setTheClockBack() {
        all.setBack();
    }

    private static String open(Instant deadline) {
        var asked = new HashMap<>(all.rfq(deadline));
        String start = YearMonth.from(deadline.atZone(Bargainers.VIETNAM))
                .plusMonths(2)
                .toString();
        asked.put(
                "lots",
                List.of(Map.of(
                        "name",
                        Bargainers.LOT,
                        "criteria",
                        List.of("union-member"),
                        "startMonth",
                        start,
                        "months",
                        12)));
        String id =
                all.post(all.lead, "/v1/rfqs", asked).statusCode(201).extract().path("id");
        all.move(all.lead, "/v1/rfqs/" + id + "/open", 0).statusCode(200);
        return id;
    }

    @Test
    void a_counter_offer_is_accepted_on_paper_once_the_second_official_confirms_it() {
        close();
        String counter = counter(offer);
        JsonPath entered =
                enter(counter, answer("accept")).statusCode(201).extract().jsonPath();
        String id = entered.getString("id");
        assertThat(entered.getString("state")).isEqualTo("entered");
        assertThat(entered.getString("carrierId")).isEqualTo(Bargainers.MOBIFONE.toString());
        assertThat(state()).isEqualTo("countered");
        confirm(clerk.token(), id).statusCode(409).body("type", equalTo("/problems/witness-needed"));
        confirm(all.lead, id).statusCode(404);
        confirm(all.firstUnion, id).statusCode(404);
        assertThat(all.get(all.lead, rfq + "/paper-answers").getList("items")).isEmpty();
        assertThat(all.get(witness.token(), rfq + "/paper-answers").getList("items.id"))
                .containsExactly(id);

        confirm(witness.token(), id).statusCode(200).body("state", equalTo("confirmed"));
        confirm(witness.token(), id).statusCode(409);
        assertThat(state()).isEqualTo("counter-accepted");
        assertThat(OnRecord.texts(
                        "SELECT move FROM negotiation_record r JOIN offer o ON r.subject = o.bid_id WHERE o.id = $1 ORDER BY r.id",
                        offer))
                .containsExactly("enter-on-paper", "confirm-on-paper", "counter", "enter-on-paper", "accept");
        assertThat(all.people().eventsOf(UUID.fromString(counter), "bid-moved"))
                .contains("carrier:" + Bargainers.MOBIFONE, "union:" + all.federation);
        award(counter, 60_000);
    }

    @Test
    void it_is_refused_or_bettered_on_paper_and_what_is_no_longer_on_the_table_is_not_answered() {
        close();
        String counter = counter(offer);
        String refused = entered(counter, answer("decline"));
        confirm(witness.token(), refused).statusCode(200);
        assertThat(state()).isEqualTo("revealed");

        counter = counter(offer);
        String given = entered(counter, answer("accept"));
        all.post(clerk.token(), rfq + "/paper-answers/" + given + "/withdraw")
                .statusCode(200)
                .body("state", equalTo("withdrawn"));
        confirm(witness.token(), given).statusCode(409);
        String late = entered(counter, answer("accept"));
        all.post(all.lead, "/v1/offers/" + counter + "/withdraw").statusCode(200);
        confirm(witness.token(), late).statusCode(409).body("type", equalTo("/problems/offer-superseded"));
        assertThat(all.get(witness.token(), rfq + "/paper-answers").getString("items[-1].state"))
                .isEqualTo("entered");

        counter = counter(offer);
        String better = entered(counter, revision(terms(all.mobifone, 65_000)));
        confirm(witness.token(), better).statusCode(200);
        JsonPath seen = all.get(all.mobifone, rfq + "/offers");
        assertThat(seen.getString("items.find { it.id == '" + better + "' }.state"))
                .isEqualTo("revised");
        assertThat(seen.getString("items.find { it.id == '" + better + "' }.paper.witness"))
                .isEqualTo(witness.login());
        award(better, 65_000);
    }

    @Test
    void an_answer_is_of_a_bid_on_paper_has_terms_where_it_needs_them_and_a_second_official() {
        String machine = all.post(all.viettel, rfq + "/offers", terms(all.viettel, 70_000))
                .statusCode(201)
                .extract()
                .path("offerId");
        enter(machine, answer("accept")).statusCode(404);
        close();
        String countered = counter(machine);
        enter(countered, answer("accept")).statusCode(409).body("type", equalTo("/problems/illegal-move"));
        enter(offer, answer("decline")).statusCode(409);
        String counter = counter(offer);
        enter(counter, answer("revise")).statusCode(400).body("errors.code", hasItem("terms-with-a-revision-alone"));
        var both = new HashMap<>(revision(terms(all.mobifone, 65_000)));
        both.put("answer", "accept");
        enter(counter, both).statusCode(400).body("errors.pointer", hasItem("/terms"));
        both.put("answer", "perhaps");
        enter(counter, both).statusCode(400);
        enter(counter, Map.of("answer", "accept", "witnessLogin", clerk.login()))
                .statusCode(400)
                .body("errors.code", hasItem("witness-is-oneself"));
        enter(counter, revision(terms(all.viettel, 65_000)))
                .statusCode(422)
                .body("errors.pointer", hasItem("/terms/packageVersionId"));
        all.post(all.firstUnion, "/v1/offers/" + counter + "/paper-answers", answer("accept"))
                .statusCode(403);
        all.post(all.mobifone, "/v1/offers/" + counter + "/paper-answers", answer("accept"))
                .statusCode(403);
        assertThat(all.get(clerk.token(), rfq + "/paper-answers").getList("items"))
                .isEmpty();
        assertThat(state()).isEqualTo("countered");
    }

    @Test
    void a_last_offer_on_paper_is_as_sealed_as_every_other_and_the_last_one_confirmed_counts() {
        String machine = all.post(all.viettel, rfq + "/offers", terms(all.viettel, 71_000))
                .statusCode(201)
                .extract()
                .path("offerId");
        close();
        call();
        enter(offer, answer("accept")).statusCode(409);
        enter(machine, revision(terms(all.viettel, 60_000))).statusCode(409);
        enter(offer, revision(terms(all.mobifone, 73_000)))
                .statusCode(422)
                .body("errors.pointer", hasItem("/terms/tiers/0/priceVnd"));
        String first = entered(offer, revision(terms(all.mobifone, 66_000)));
        confirm(witness.token(), first).statusCode(200);
        String last = entered(offer, revision(terms(all.mobifone, 65_000)));
        confirm(witness.token(), last).statusCode(200);
        entered(offer, revision(terms(all.mobifone, 50_000)));
        for (String token : List.of(all.lead, all.mobifone, all.viettel)) {
            assertThat(all.get(token, rfq + "/offers").prettify()).doesNotContain("65000", last);
            assertThat(all.get(token, rfq + "/best-and-final").getList("offers"))
                    .isEmpty();
        }
        assertThat(OnRecord.texts("SELECT action FROM audit_entry WHERE subject = $1", last))
                .isEmpty();
        end();
        JsonPath seen = all.get(all.lead, rfq + "/offers");
        assertThat(seen.getBoolean("items.find { it.id == '" + last + "' }.standing"))
                .isTrue();
        assertThat(seen.getString("items.find { it.id == '" + last + "' }.paper.enteredBy"))
                .isEqualTo(clerk.login());
        award(last, 65_000);
    }

    @Test
    void a_last_offer_on_paper_that_counts_is_withdrawn_by_both_until_the_deadline() {
        close();
        String refused = entered(counter(offer), answer("decline"));
        confirm(witness.token(), refused).statusCode(200);
        call();
        withdraw(clerk.token(), refused).statusCode(409).body("type", equalTo("/problems/illegal-move"));
        String last = entered(offer, revision(terms(all.mobifone, 59_123)));
        confirm(witness.token(), last).statusCode(200);
        withdraw(witness.token(), last).statusCode(200).body("state", equalTo("withdrawal-asked"));
        withdraw(witness.token(), last).statusCode(409).body("type", equalTo("/problems/witness-needed"));
        withdraw(all.lead, last).statusCode(404);
        withdraw(clerk.token(), last).statusCode(200).body("state", equalTo("withdrawn"));
        withdraw(clerk.token(), last).statusCode(409).body("type", equalTo("/problems/illegal-move"));
        String kept = entered(offer, revision(terms(all.mobifone, 61_000)));
        confirm(witness.token(), kept).statusCode(200);
        withdraw(clerk.token(), kept).statusCode(200);
        end();
        // one alone has taken nothing back
        withdraw(witness.token(), kept).statusCode(409);
        assertThat(all.get(all.lead, rfq + "/offers").getString("items.find { it.standing }.id"))
                .isEqualTo(kept);
        assertThat(all.get(all.lead, rfq + "/offers").prettify()).doesNotContain("59123", last);
    }

    private ValidatableResponse withdraw(String token, String id) {
        return all.post(token, rfq + "/paper-answers/" + id + "/withdraw");
    }

    @Test
    void what_the_carrier_hands_in_itself_as_its_last_goes_before_what_was_entered_for_it() {
        close();
        call();
        String paper = entered(offer, revision(terms(all.mobifone, 60_000)));
        confirm(witness.token(), paper).statusCode(200);
        String own = all.post(all.mobifone, "/v1/offers/" + offer + "/revise", terms(all.mobifone, 66_000))
                .statusCode(200)
                .extract()
                .path("offerId");
        end();
        JsonPath seen = all.get(all.lead, rfq + "/offers");
        assertThat(seen.getList("items.id")).containsExactly(offer, own);
        assertThat(seen.getString("items.find { it.standing }.id")).isEqualTo(own);
    }

    private void close() {
        all.letAWhilePass();
        all.await(id(), "closed");
    }

    private void call() {
        String deadline = Door.bean(DatabaseClock.class).instant().plus(ROUND).toString();
        all.move(all.lead, rfq + "/best-and-final", version(), Map.of("deadline", deadline))
                .statusCode(200);
    }

    private void end() {
        all.letPass(ROUND.plusSeconds(1));
        all.await(id(), "evaluated");
    }

    private String counter(String of) {
        var prices = Map.of("tiers", List.of(Map.of("fromLines", 1, "priceVnd", 60_000)));
        return all.post(all.lead, "/v1/offers/" + of + "/counter", prices)
                .statusCode(200)
                .extract()
                .path("offerId");
    }

    private void award(String standing, int priceVnd) {
        var line = Map.of("enterpriseId", all.first, "offerId", standing, "lines", 9);
        all.move(all.lead, rfq + "/award", version(), Map.of("lines", List.of(line)))
                .statusCode(200)
                .body("lines[0].priceVnd", equalTo(priceVnd));
    }

    private ValidatableResponse enter(String of, Map<String, Object> answer) {
        return all.post(clerk.token(), "/v1/offers/" + of + "/paper-answers", answer);
    }

    private String entered(String of, Map<String, Object> answer) {
        return enter(of, answer).statusCode(201).extract().path("id");
    }

    private ValidatableResponse confirm(String token, String id) {
        return all.post(token, rfq + "/paper-answers/" + id + "/confirm");
    }

    private static Map<String, Object> answer(String what) {
        return Map.of("answer", what, "witnessLogin", witness.login());
    }

    private static Map<String, Object> revision(Map<String, Object> terms) {
        return Map.of("answer", "revise", "witnessLogin", witness.login(), "terms", terms);
    }

    private static Map<String, Object> terms(String carrier, int priceVnd) {
        var terms = new HashMap<>(all.offer(carrier, "own-tariff", true, 1, priceVnd));
        terms.put("validUntil", VALID_UNTIL.toString());
        return terms;
    }

    private String state() {
        return all.get(all.lead, rfq + "/offers").getString("items.find { it.id == '" + offer + "' }.state");
    }

    private long version() {
        return all.get(all.lead, rfq).getLong("version");
    }

    private String id() {
        return rfq.substring(rfq.lastIndexOf('/') + 1);
    }
}
