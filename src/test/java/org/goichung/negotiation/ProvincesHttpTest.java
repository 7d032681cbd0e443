package org.goichung.negotiation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Offers that serve certain provinces, and proposals that keep least shares or leave a member out. */
@QuarkusTest
class ProvincesHttpTest {
    private static final String CAN_THO = "92";
    private static final String AN_GIANG = "91";

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
    void an_offer_serves_where_it_says_and_an_award_keeps_to_it_by_hand_and_by_search() {
        all.post(all.lead, "/v1/rfqs", asking("criteria", "no-such-criterion"))
                .statusCode(400)
                .body("errors.pointer", hasItem("/lots/0/criteria/0"))
                .body("errors.code", hasItem("unknown-criterion"));
        all.post(all.lead, "/v1/rfqs", asking("provinces", "99"))
                .statusCode(400)
                .body("errors.pointer", hasItem("/lots/0/provinces/0"))
                .body("errors.code", hasItem("unknown-place"));
        String rfq = "/v1/rfqs/" + all.openRfq(Bargainers.soon());
        refused(rfq, serving(all.viettel, 70_000, "99"), "/provinces/0", "unknown-place");
        refused(rfq, serving(all.viettel, 70_000, AN_GIANG), "/provinces", "serves-none-of-the-lots-provinces");
        String here = submit(rfq, all.viettel, serving(all.viettel, 70_000, CAN_THO, AN_GIANG));
        String everywhere = submit(rfq, all.vinaphone, all.offer(all.vinaphone, "own-tariff", true, 1, 80_000));
        all.letAWhilePass();
        long version = all.await(rfq.substring(9), "closed").getLong("version");
        assertThat(all.get(all.lead, rfq + "/offers").<List<String>>getList("items.terms.provinces"))
                .contains(List.of(CAN_THO, AN_GIANG));

        // where the second enterprise lies is not known
        all.move(all.lead, rfq + "/award", version, Map.of("lines", List.of(line(all.second, here, 4))))
                .statusCode(422)
                .body("type", equalTo("/problems/award-invalid"))
                .body("errors.pointer", hasItem("/lines/0/enterpriseId"))
                .body("errors.code", hasItem("province-unknown"));
        assertThat(all.get(all.lead, rfq).getString("state")).isEqualTo("closed");
        JsonPath whole = proposed(rfq, Map.of("seconds", 20));
        assertThat(carriersOf(whole, all.first)).containsExactly(here);
        assertThat(carriersOf(whole, all.second)).containsExactly(everywhere);
        assertThat(whole.getLong("result.costVndPerMonth")).isEqualTo(9 * 70_000 + 4 * 80_000);

        JsonPath without = proposed(rfq, Map.of("withoutEnterpriseIds", List.of(all.second)));
        assertThat(without.getLong("result.costVndPerMonth")).isEqualTo(9 * 70_000);
        assertThat(without.getList("result.shortfalls")).isEmpty();
        JsonPath shared =
                proposed(rfq, Map.of("minShares", List.of(Map.of("enterpriseId", all.second, "percent", 100))));
        assertThat(shared.getLong("result.costVndPerMonth")).isEqualTo(9 * 70_000 + 4 * 80_000);
        assertThat(all.get(all.firstUnion, rfq + "/award-proposals").prettify()).doesNotContain(all.second);
        whatMakesNoSenseIsRefused(rfq);
        all.move(
                        all.lead,
                        rfq + "/award",
                        version,
                        Map.of("lines", List.of(line(all.first, here, 9), line(all.second, everywhere, 4))))
                .statusCode(200);
    }

    private void whatMakesNoSenseIsRefused(String rfq) {
        String stranger = UUID.randomUUID().toString();
        wrong(rfq, Map.of("withoutEnterpriseIds", List.of(stranger)), "/withoutEnterpriseIds/0", "not-a-member");
        wrong(
                rfq,
                Map.of("withoutEnterpriseIds", List.of(all.first, all.second)),
                "/withoutEnterpriseIds",
                "nobody-left");
        wrong(rfq, shares(Map.of("enterpriseId", stranger, "lines", 1)), "/minShares/0/enterpriseId", "not-a-member");
        wrong(rfq, shares(Map.of("enterpriseId", all.first)), "/minShares/0", "percent-or-lines");
        wrong(
                rfq,
                shares(Map.of("enterpriseId", all.first, "lines", 1, "percent", 1)),
                "/minShares/0",
                "percent-or-lines");
        wrong(rfq, shares(Map.of("enterpriseId", all.first, "lines", 10)), "/minShares/0/lines", "exceeds-demand");
        var first = Map.of("enterpriseId", all.first, "lines", 1);
        wrong(rfq, shares(first, first), "/minShares/1/enterpriseId", "twice");
        wrong(
                rfq,
                Map.of("minShares", List.of(first), "withoutEnterpriseIds", List.of(all.first)),
                "/minShares/0/enterpriseId",
                "left-out-too");
    }

    private static Map<String, Object> shares(Map<?, ?>... shares) {
        return Map.of("minShares", List.of(shares));
    }

    private void wrong(String rfq, Map<String, Object> asked, String pointer, String code) {
        all.post(all.lead, rfq + "/award-proposals", asked)
                .statusCode(400)
                .body("errors.pointer", hasItem(pointer))
                .body("errors.code", hasItem(code));
    }

    private JsonPath proposed(String rfq, Map<String, Object> asked) {
        String place = rfq + "/award-proposals/"
                + all.post(all.lead, rfq + "/award-proposals", asked)
                        .statusCode(202)
                        .extract()
                        .<String>path("id");
        all.until(() ->
                !List.of("waiting", "solving").contains(all.get(all.lead, place).getString("state")));
        return all.get(all.lead, place);
    }

    private static List<String> carriersOf(JsonPath proposal, String enterprise) {
        return proposal.getList("result.lines.findAll { it.enterpriseId == '" + enterprise + "' }.offerId");
    }

    private void refused(String rfq, Map<String, Object> terms, String pointer, String code) {
        all.post(all.viettel, rfq + "/offers", terms)
                .statusCode(422)
                .body("type", equalTo("/problems/offer-invalid"))
                .body("errors.pointer", hasItem(pointer))
                .body("errors.code", hasItem(code));
    }

    private String submit(String rfq, String carrier, Map<String, Object> terms) {
        return all.post(carrier, rfq + "/offers", terms)
                .statusCode(201)
                .extract()
                .path("offerId");
    }

    private Map<String, Object> serving(String carrier, int priceVnd, String... provinces) {
        var terms = all.offer(carrier, "own-tariff", true, 1, priceVnd);
        terms.put("provinces", List.of(provinces));
        return terms;
    }

    private Map<String, Object> asking(String field, String name) {
        var rfq = new HashMap<>(all.rfq(Bargainers.soon()));
        var lot = new HashMap<Object, Object>((Map<?, ?>) ((List<?>) rfq.get("lots")).getFirst());
        lot.put(field, List.of(name));
        rfq.put("lots", List.of(lot));
        return rfq;
    }

    private static Map<String, Object> line(String enterprise, String offer, long lines) {
        return Map.of("enterpriseId", enterprise, "offerId", offer, "lines", lines);
    }
}
