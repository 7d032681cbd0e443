package org.goichung.negotiation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.goichung.negotiation.Bargainers.LOT;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.goichung.platform.database.Statements;
import org.goichung.platform.database.Transactions;
import org.goichung.support.Door;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Offers of a carrier without a machine, as two officials at a table enter them. */
@QuarkusTest
class PaperOffersHttpTest {
    /** Met once; each test has an RFQ of its own. */
    private static Bargainers all;

    private static Door.Official clerk;
    private static Door.Official witness;
    private String rfq;
    private String papers;

    @BeforeEach
    void open() {
        if (all == null) {
            all = new Bargainers();
            all.giveMandates();
            clerk = Door.official(UUID.fromString(all.federation));
            witness = Door.official(UUID.fromString(all.federation));
        }
        rfq = "/v1/rfqs/" + all.openRfq(Bargainers.soon());
        papers = rfq + "/paper-offers";
    }

    @AfterEach
    void setTheClockBack() {
        all.setBack();
    }

    @Test
    void what_two_people_enter_is_sealed_until_the_close_and_then_shows_who_they_were() throws Exception {
        JsonPath entered = enter(all.mobifone, Bargainers.MOBIFONE, 613_377_433);
        String id = entered.getString("id");
        assertThat(entered.getString("state")).isEqualTo("entered");
        all.post(clerk.token(), papers + "/" + id + "/confirm")
                .statusCode(409)
                .body("type", equalTo("/problems/witness-needed"));
        all.post(all.lead, papers + "/" + id + "/confirm").statusCode(404);
        all.post(all.firstUnion, papers + "/" + id + "/confirm").statusCode(404);
        assertThat(all.get(witness.token(), papers).getLong("items[0].terms.tiers[0].priceVnd"))
                .isEqualTo(613_377_433);
        all.post(witness.token(), papers + "/" + id + "/confirm")
                .statusCode(200)
                .body("state", equalTo("confirmed"))
                .body("digest", equalTo(entered.getString("digest")));
        all.post(witness.token(), papers + "/" + id + "/confirm").statusCode(409);

        for (String other : List.of(all.lead, all.firstUnion))
            assertThat(all.get(other, papers).getList("items")).isEmpty();
        assertThat(all.get(all.lead, rfq + "/offers").getList("items")).isEmpty();
        assertThat(all.get(all.mobifone, rfq + "/offers").getList("items")).isEmpty();
        assertThat(tellingRows("6133774")).isZero();
        assertThat(rowsAbout(id)).singleElement().satisfies(row -> assertThat(row)
                .doesNotContain(Bargainers.MOBIFONE.toString(), clerk.login(), witness.login()));

        all.letAWhilePass();
        all.await(rfq.substring(9), "closed");
        JsonPath revealed = all.get(all.lead, rfq + "/offers");
        assertThat(revealed.getString("items[0].id")).isEqualTo(id);
        assertThat(revealed.getString("items[0].carrierId")).isEqualTo(Bargainers.MOBIFONE.toString());
        assertThat(revealed.getString("items[0].paper.enteredBy")).isEqualTo(clerk.login());
        assertThat(revealed.getString("items[0].paper.witness")).isEqualTo(witness.login());
        assertThat(digest(revealed)).isEqualTo(entered.getString("digest"));
        assertThat(all.get(all.mobifone, rfq + "/offers").getList("items")).hasSize(1);
        assertThat(all.get(all.viettel, rfq + "/offers").getList("items")).isEmpty();
        assertThat(all.get(clerk.token(), papers).getString("items[0].state")).isEqualTo("revealed");
        assertThat(movesOf(revealed.getString("items[0].bidId")))
                .containsExactlyInAnyOrder("enter-on-paper", "confirm-on-paper");
        long version = all.get(all.lead, rfq).getLong("version");
        var line = Map.of("enterpriseId", all.first, "offerId", id, "lines", 9);
        all.move(all.lead, rfq + "/award", version, Map.of("lines", List.of(line)))
                .statusCode(200);
    }

    @Test
    void the_carriers_own_offer_goes_before_and_of_two_on_paper_the_one_confirmed_last() {
        String own = all.post(all.viettel, rfq + "/offers", terms(all.viettel, 70_000))
                .statusCode(201)
                .extract()
                .path("offerId");
        String beside = confirmed(all.viettel, Bargainers.VIETTEL, 60_000);
        String earlier = confirmed(all.mobifone, Bargainers.MOBIFONE, 71_000);
        String later = confirmed(all.mobifone, Bargainers.MOBIFONE, 72_000);
        String withdrawn = confirmed(all.vinaphone, Bargainers.VINAPHONE, 73_000);
        String unconfirmed = enter(all.vinaphone, Bargainers.VINAPHONE, 74_000).getString("id");
        String given = enter(all.vinaphone, Bargainers.VINAPHONE, 75_000).getString("id");
        all.post(clerk.token(), papers + "/" + given + "/withdraw")
                .statusCode(200)
                .body("state", equalTo("withdrawn"));
        String withdraw = papers + "/" + withdrawn + "/withdraw";
        all.post(clerk.token(), withdraw).statusCode(200).body("state", equalTo("withdrawal-asked"));
        all.post(clerk.token(), withdraw).statusCode(409).body("type", equalTo("/problems/witness-needed"));
        all.post(witness.token(), withdraw).statusCode(200).body("state", equalTo("withdrawn"));

        all.letAWhilePass();
        all.await(rfq.substring(9), "closed");
        assertThat(all.get(all.lead, rfq + "/offers").<String>getList("items.id"))
                .containsExactlyInAnyOrder(own, later);
        JsonPath mine = all.get(witness.token(), papers);
        assertThat(states(mine))
                .isEqualTo(Map.of(
                        beside, "set-aside",
                        earlier, "set-aside",
                        later, "revealed",
                        withdrawn, "withdrawn",
                        given, "withdrawn",
                        unconfirmed, "lapsed"));
        all.post(witness.token(), papers + "/" + unconfirmed + "/confirm")
                .statusCode(409)
                .body("type", equalTo("/problems/offer-too-late"));
    }

    @Test
    void who_is_no_second_official_is_no_witness_and_terms_are_measured_as_everybodys() {
        var stranger = Door.official(UUID.fromString(all.people().unionBody("confederation", null, null)));
        for (String login : List.of(stranger.login(), "nobody-" + UUID.randomUUID()))
            refused(paper(Bargainers.MOBIFONE, login, terms(all.mobifone, 70_000)), "/witnessLogin");
        refused(paper(Bargainers.MOBIFONE, clerk.login(), terms(all.mobifone, 70_000)), "/witnessLogin");
        refused(paper(UUID.randomUUID(), witness.login(), terms(all.mobifone, 70_000)), "/carrierId");
        refused(paper(Bargainers.MOBIFONE, witness.login(), terms(all.viettel, 70_000)), "/terms/packageVersionId");
        var tooLate = terms(all.mobifone, 70_000);
        tooLate.put("validUntil", "2020-01-01T00:00:00Z");
        refused(paper(Bargainers.MOBIFONE, witness.login(), tooLate), "/terms/validUntil");
        var good = paper(Bargainers.MOBIFONE, witness.login(), terms(all.mobifone, 70_000));
        all.post(all.firstUnion, papers, good).statusCode(403);
        all.post(all.viettel, papers, good).statusCode(403);
        assertThat(all.get(clerk.token(), papers).getList("items")).isEmpty();
        for (int i = 0; i < 50; i++) all.post(clerk.token(), papers, good).statusCode(201);
        all.post(clerk.token(), papers, good).statusCode(409).body("type", equalTo("/problems/too-many-paper-offers"));
        all.letAWhilePass();
        all.await(rfq.substring(9), "failed");
        all.post(clerk.token(), papers, good).statusCode(409).body("type", equalTo("/problems/offer-too-late"));
    }

    private void refused(Map<String, Object> paper, String pointer) {
        var answer = all.post(clerk.token(), papers, paper).body("errors.pointer", hasItem(pointer));
        assertThat(answer.extract().statusCode()).isIn(400, 422);
    }

    private String confirmed(String seller, UUID carrier, long priceVnd) {
        String id = enter(seller, carrier, priceVnd).getString("id");
        all.post(witness.token(), papers + "/" + id + "/confirm").statusCode(200);
        return id;
    }

    private JsonPath enter(String seller, UUID carrier, long priceVnd) {
        return all.post(clerk.token(), papers, paper(carrier, witness.login(), terms(seller, priceVnd)))
                .statusCode(201)
                .extract()
                .jsonPath();
    }

    private Map<String, Object> terms(String seller, long priceVnd) {
        return all.offer(seller, "own-tariff", true, 1, priceVnd);
    }

    private static Map<String, Object> paper(UUID carrier, String witnessLogin, Map<String, Object> terms) {
        return Map.of("carrierId", carrier.toString(), "witnessLogin", witnessLogin, "terms", terms);
    }

    private static Map<String, String> states(JsonPath papers) {
        var states = new HashMap<String, String>();
        List<String> ids = papers.getList("items.id");
        for (int i = 0; i < ids.size(); i++) states.put(ids.get(i), papers.getString("items[" + i + "].state"));
        return states;
    }

    private static String digest(JsonPath revealed) throws Exception {
        assertThat(revealed.getString("items[0].terms.lot")).isEqualTo(LOT);
        String proof = revealed.getString("items[0].proof.salt") + "\n" + revealed.getString("items[0].proof.text");
        return HexFormat.of()
                .formatHex(MessageDigest.getInstance("SHA-256").digest(proof.getBytes(StandardCharsets.UTF_8)));
    }

    private static List<String> rowsAbout(String id) {
        var rows = new java.util.ArrayList<String>();
        for (String table : List.of("paper_offer", "offer", "negotiation_record", "outbox_event", "audit_entry"))
            select("SELECT t::text FROM " + table + " t WHERE strpos(t::text, $1) > 0", id)
                    .forEach(row -> rows.add(String.valueOf(row[0])));
        return rows;
    }

    private static long tellingRows(String text) {
        return List.of("paper_offer", "offer", "bid", "idempotency_key", "outbox_event", "audit_entry").stream()
                .mapToLong(table -> select("SELECT 1 FROM " + table + " t WHERE strpos(t::text, $1) > 0", text)
                        .size())
                .sum();
    }

    private static List<String> movesOf(String bid) {
        return select("SELECT move FROM negotiation_record WHERE subject = $1", UUID.fromString(bid)).stream()
                .map(row -> String.valueOf(row[0]))
                .toList();
    }

    private static List<Object[]> select(String sql, Object parameter) {
        return Door.await(
                () -> Statements.of(Door.bean(Transactions.class).systemPool()).select(sql, parameter));
    }
}
