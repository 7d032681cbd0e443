package org.goichung.negotiation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.startsWith;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** An award that the service proposes, as the leading body asks for it, reads it and takes it. */
@QuarkusTest
class ProposalHttpTest {
    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private Bargainers all;

    @BeforeEach
    void meet() {
        all = new Bargainers();
    }

    @AfterEach
    void setTheClockBack() {
        all.setBack();
    }

    @Test
    void together_two_enterprises_reach_a_tier_that_neither_reaches_alone_and_the_proposal_is_awarded_as_it_stands() {
        String rfq = closedRfq();
        String place = "/v1/rfqs/" + rfq + "/award-proposals";
        String asked = all.post(all.lead, place, Map.of("seconds", 20))
                .statusCode(202)
                .header("Location", startsWith(place))
                .body("state", equalTo("waiting"))
                .extract()
                .path("id");
        JsonPath found = await(place + "/" + asked);
        assertThat(found.getString("state")).as(found.prettify()).isEqualTo("solved");
        // 13 lines at the coalition's tier, which 9 and 4 alone do not reach
        assertThat(found.getLong("result.costVndPerMonth")).isEqualTo(13 * 71_000);
        assertThat(found.getLong("result.boundVnd")).isEqualTo(13 * 71_000);
        assertThat(found.getLong("result.gapBasisPoints")).isZero();
        assertThat(found.getList("result.losers")).isEmpty();
        assertThat(found.getList("result.conflicts")).isEmpty();
        assertThat(found.getList("result.gains.aloneVndPerMonth", Long.class)).allMatch(gain -> gain > 0);
        assertThat(found.getList("result.dropOuts")).hasSize(2);
        assertThat(found.getList("result.dropOuts.prices.flatten().priceVnd", Long.class))
                .isNotEmpty()
                .allMatch(price -> price == 80_000);
        assertThat(found.getLong("result.runnerUp.costVndPerMonth")).isGreaterThan(13 * 71_000);

        List<Map<String, Object>> lines = found.getList("result.lines");
        var asProposed = lines.stream()
                .map(line -> Map.of(
                        "enterpriseId", line.get("enterpriseId"),
                        "offerId", line.get("offerId"),
                        "lines", line.get("lines")))
                .toList();
        long version = all.get(all.lead, "/v1/rfqs/" + rfq).getLong("version");
        all.move(all.lead, "/v1/rfqs/" + rfq + "/award", version, Map.of("lines", asProposed))
                .statusCode(200)
                .body("rfqState", equalTo("ratifying"));
        all.post(all.lead, place, Map.of()).statusCode(409).body("type", equalTo("/problems/illegal-move"));
        assertThat(all.get(all.lead, place).getList("items.id", String.class)).containsExactly(asked);
    }

    @Test
    void what_stands_against_the_whole_demand_is_said_in_words() {
        String rfq = closedRfq();
        String place = "/v1/rfqs/" + rfq + "/award-proposals";
        String asked = all.post(all.lead, place, Map.of("budgetVndPerMonth", 500_000))
                .statusCode(202)
                .extract()
                .path("id");
        JsonPath found = await(place + "/" + asked);
        assertThat(found.getList("result.conflicts.code", String.class)).containsExactly("budget");
        assertThat(found.getList("result.conflicts.text", String.class))
                .containsExactly("Ngân sách không đủ cho toàn bộ nhu cầu.");
        assertThat(found.getLong("result.costVndPerMonth")).isLessThanOrEqualTo(500_000);
        assertThat(found.getList("result.shortfalls")).isNotEmpty();
    }

    @Test
    void a_proposal_is_asked_for_by_the_leading_body_alone_a_member_reads_its_own_part_and_a_wrong_wish_is_named() {
        String rfq = closedRfq();
        String place = "/v1/rfqs/" + rfq + "/award-proposals";
        all.post(all.firstUnion, place, Map.of()).statusCode(403);
        String asked =
                all.post(all.lead, place, Map.of()).statusCode(202).extract().path("id");
        await(place + "/" + asked);
        JsonPath own = all.get(all.firstUnion, place + "/" + asked);
        assertThat(own.getLong("result.costVndPerMonth")).isEqualTo(13 * 71_000);
        assertThat(own.getList("result.lines.enterpriseId", String.class)).containsOnly(all.first.toString());
        assertThat(own.prettify()).doesNotContain(all.second.toString());
        all.post(all.lead, place, Map.of("maxCarriers", 0, "seconds", 61))
                .statusCode(400)
                .body("errors.pointer", hasItem("/maxCarriers"))
                .body("errors.pointer", hasItem("/seconds"));
    }

    @Test
    void an_award_that_people_make_keeps_the_rules_of_the_proposal_that_it_names() {
        String rfq = closedRfq();
        String place = "/v1/rfqs/" + rfq + "/award-proposals";
        String asked = all.post(
                        all.lead,
                        place,
                        Map.of("budgetVndPerMonth", 900_000, "withoutEnterpriseIds", List.of(all.second.toString())))
                .statusCode(202)
                .extract()
                .path("id");
        String offer =
                all.get(all.lead, "/v1/rfqs/" + rfq + "/offers").getString("items.find { it.terms.sumsMembers }.id");
        var lines = List.of(line(all.first, offer, 9), line(all.second, offer, 4));
        long version = all.get(all.lead, "/v1/rfqs/" + rfq).getLong("version");
        all.move(all.lead, "/v1/rfqs/" + rfq + "/award", version, Map.of("lines", lines, "proposalId", asked))
                .statusCode(422)
                .body("type", equalTo("/problems/award-invalid"))
                .body("errors.pointer", equalTo(List.of("/lines/1/enterpriseId", "/lines")))
                .body("errors.code", equalTo(List.of("left-out-by-proposal", "over-budget")));
        all.move(
                        all.lead,
                        "/v1/rfqs/" + rfq + "/award",
                        version,
                        Map.of("lines", lines, "proposalId", all.first.toString()))
                .statusCode(422)
                .body("errors.pointer", equalTo(List.of("/proposalId")));
        all.move(all.lead, "/v1/rfqs/" + rfq + "/award", version, Map.of("lines", lines))
                .statusCode(200);
    }

    private static Map<String, Object> line(Object enterprise, String offer, int lines) {
        return Map.of("enterpriseId", enterprise.toString(), "offerId", offer, "lines", lines);
    }

    private String closedRfq() {
        all.giveMandates();
        String rfq = all.openRfq(Bargainers.soon());
        all.post(
                        all.viettel,
                        "/v1/rfqs/" + rfq + "/offers",
                        all.offer(all.viettel, "own-tariff", true, 1, 80_000, 10, 71_000))
                .statusCode(201);
        all.post(all.vinaphone, "/v1/rfqs/" + rfq + "/offers", all.offer(all.vinaphone, "own-tariff", false, 3, 81_000))
                .statusCode(201);
        all.letAWhilePass();
        all.await(rfq, "closed");
        return rfq;
    }

    private JsonPath await(String proposal) {
        long deadline = System.nanoTime() + PATIENCE.toNanos();
        JsonPath seen = all.get(all.lead, proposal);
        while (List.of("waiting", "solving").contains(seen.getString("state")) && System.nanoTime() < deadline) {
            java.util.concurrent.locks.LockSupport.parkNanos(100_000_000);
            seen = all.get(all.lead, proposal);
        }
        return seen;
    }
}
