package org.goichung.negotiation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.goichung.negotiation.Bargainers.LOT;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.goichung.platform.database.Statements;
import org.goichung.platform.database.Transactions;
import org.goichung.platform.identity.EnterpriseId;
import org.goichung.support.Door;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The straight path from mandates to an agreement in force, and the secrecy of sealed offers, as their users meet them. */
@QuarkusTest
class NegotiationHttpTest {
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
    void from_mandates_to_an_agreement_in_force() throws Exception {
        all.giveMandates();
        String rfq = all.openRfq(Bargainers.soon());
        JsonPath seenByCarrier = all.get(all.viettel, "/v1/rfqs/" + rfq);
        assertThat(seenByCarrier.getLong("lots[0].lines")).isEqualTo(10);
        assertThat(seenByCarrier.getList("members")).isEmpty();
        JsonPath seenByLead = all.get(all.lead, "/v1/rfqs/" + rfq);
        assertThat(seenByLead.getLong("lots[0].lines")).isEqualTo(13);
        assertThat(seenByLead.getList("members")).hasSize(2);

        all.post(all.viettel, "/v1/rfqs/" + rfq + "/offers", all.offer(all.viettel, "promotion", true, 5, 70_122))
                .statusCode(422)
                .body("type", equalTo("/problems/promotion-ceiling-exceeded"))
                .body("errors.pointer", hasItem("/tiers/0/priceVnd"));
        Map<String, Object> receipt = all.post(
                        all.viettel,
                        "/v1/rfqs/" + rfq + "/offers",
                        all.offer(all.viettel, "promotion", true, 5, 80_000, 10, 70_124))
                .statusCode(201)
                .extract()
                .path("");
        String dearer = all.post(
                        all.vinaphone,
                        "/v1/rfqs/" + rfq + "/offers",
                        all.offer(all.vinaphone, "own-tariff", false, 3, 78_000))
                .statusCode(201)
                .extract()
                .path("offerId");
        all.move(all.lead, "/v1/rfqs/" + rfq + "/close", 1)
                .statusCode(409)
                .body("type", equalTo("/problems/illegal-move"));

        all.letAWhilePass();
        long version = all.await(rfq, "closed").getLong("version");
        all.post(all.mobifone, "/v1/rfqs/" + rfq + "/offers", all.offer(all.mobifone, "own-tariff", true, 1, 1))
                .statusCode(409)
                .body("type", equalTo("/problems/offer-too-late"));
        JsonPath revealed = all.get(all.lead, "/v1/rfqs/" + rfq + "/offers");
        assertThat(revealed.getBoolean("sealed")).isFalse();
        assertThat(revealed.getList("items")).hasSize(2);
        proveUnchanged(revealed, receipt);
        assertThat(all.get(all.viettel, "/v1/rfqs/" + rfq + "/offers").getList("items"))
                .hasSize(1);
        assertThat(all.get(all.mobifone, "/v1/rfqs/" + rfq + "/offers").getList("items"))
                .isEmpty();

        String viettels = String.valueOf(receipt.get("offerId"));
        String counter = all.post(
                        all.lead,
                        "/v1/offers/" + viettels + "/counter",
                        Map.of("tiers", List.of(Map.of("fromLines", 5, "priceVnd", 71_000))))
                .statusCode(200)
                .extract()
                .path("offerId");
        String revised = all.post(
                        all.viettel,
                        "/v1/offers/" + counter + "/revise",
                        all.offer(all.viettel, "promotion", true, 4, 75_000, 10, 70_200))
                .statusCode(200)
                .extract()
                .path("offerId");
        all.post(
                        all.lead,
                        "/v1/offers/" + viettels + "/counter",
                        Map.of("tiers", List.of(Map.of("fromLines", 1, "priceVnd", 80_000))))
                .statusCode(409)
                .body("type", equalTo("/problems/offer-superseded"));

        awardRatifyAndAgree(rfq, version, revised, dearer);
    }

    private void awardRatifyAndAgree(String rfq, long version, String winning, String other) {
        var lines = List.of(line(all.first, winning, 9), line(all.second, winning, 3));
        all.move(all.firstUnion, "/v1/rfqs/" + rfq + "/award", version, Map.of("lines", lines))
                .statusCode(403);
        all.move(
                        all.lead,
                        "/v1/rfqs/" + rfq + "/award",
                        version,
                        Map.of("lines", List.of(line(all.first, winning, 10))))
                .statusCode(422)
                .body("errors.code", hasItem("exceeds-demand"));
        JsonPath award = all.move(all.lead, "/v1/rfqs/" + rfq + "/award", version, Map.of("lines", lines))
                .statusCode(200)
                .body("rfqState", equalTo("ratifying"))
                .body("shortfalls", hasSize(1))
                .body("shortfalls[0].lines", equalTo(1))
                .extract()
                .jsonPath();
        assertThat(award.getLong("lines[0].priceVnd")).isEqualTo(70_200);
        assertThat(award.getLong("lines[0].alonePriceVnd")).isEqualTo(75_000);
        assertThat(award.getLong("lines[0].gainVndPerMonth")).isPositive();
        assertThat(all.get(all.vinaphone, "/v1/rfqs/" + rfq + "/awards").getList("items"))
                .isEmpty();
        assertThat(all.get(all.firstUnion, "/v1/rfqs/" + rfq + "/awards").getList("items[0].lines"))
                .hasSize(1);

        all.post(
                        all.firstUnion,
                        "/v1/rfqs/" + rfq + "/ratifications",
                        Map.of("enterpriseId", all.second, "vote", "yes"))
                .statusCode(404);
        all.post(
                        all.firstUnion,
                        "/v1/rfqs/" + rfq + "/ratifications",
                        Map.of("enterpriseId", all.first, "voters", 100, "yes", 80, "no", 3))
                .statusCode(201);
        all.post(all.firstUnion, "/v1/rfqs/" + rfq + "/ratifications", Map.of("enterpriseId", all.first, "vote", "no"))
                .statusCode(409);
        all.post(
                        all.secondUnion,
                        "/v1/rfqs/" + rfq + "/ratifications",
                        Map.of("enterpriseId", all.second, "vote", "yes"))
                .statusCode(201)
                .body("outcome", equalTo("concluded"));
        agreementIsInForce(rfq);
    }

    private void agreementIsInForce(String rfq) {
        JsonPath agreements = all.get(all.firstUnion, "/v1/agreements");
        String id = agreements.getString("items.find { it.rfqId == '" + rfq + "' }.id");
        JsonPath mine = all.get(all.firstUnion, "/v1/agreements/" + id);
        assertThat(mine.getString("state")).isEqualTo("in-force");
        assertThat(mine.getLong("linesPerMonth")).isEqualTo(12);
        assertThat(mine.getList("allocations.enterpriseId")).containsExactly(all.first);
        assertThat(mine.getString("rollOver")).isEqualTo("one-period");
        assertThat(all.get(all.viettel, "/v1/agreements/" + id).getList("allocations"))
                .hasSize(2);
        assertThat(all.statusOf(all.vinaphone, "/v1/agreements/" + id)).isEqualTo(404);

        var inHouse = Door.await(
                () -> Door.bean(AgreementService.class).linesFor(new EnterpriseId(UUID.fromString(all.second))));
        assertThat(inHouse).singleElement().satisfies(line -> {
            assertThat(line.linesPerMonth()).isEqualTo(3);
            assertThat(line.priceVnd()).isEqualTo(70_200);
        });
        assertThat(count("SELECT count(*) FROM outbox_event WHERE type = 'agreement-in-force' AND subject = $1", id))
                .isEqualTo(1);

        long version = all.get(all.lead, "/v1/agreements/" + id).getLong("version");
        all.move(all.firstUnion, "/v1/agreements/" + id + "/suspend", version).statusCode(403);
        all.move(all.lead, "/v1/agreements/" + id + "/suspend", version + 9).statusCode(412);
        all.post(all.lead, "/v1/agreements/" + id + "/suspend").statusCode(428);
        long next = all.move(all.lead, "/v1/agreements/" + id + "/suspend", version)
                .statusCode(200)
                .body("state", equalTo("suspended"))
                .extract()
                .jsonPath()
                .getLong("version");
        all.move(all.lead, "/v1/agreements/" + id + "/resume", next)
                .statusCode(200)
                .body("state", equalTo("in-force"));
    }

    @Test
    void a_sealed_offer_stands_in_no_door_and_no_table_until_the_deadline() {
        all.giveMandates();
        String rfq = all.openRfq(Bargainers.soon());
        var offer = all.offer(all.viettel, "own-tariff", true, 30, 613_377_331);
        String id = all.post(all.viettel, "/v1/rfqs/" + rfq + "/offers", offer)
                .statusCode(201)
                .extract()
                .path("offerId");
        all.post(all.viettel, "/v1/rfqs/" + rfq + "/offers", offer)
                .statusCode(409)
                .body("type", equalTo("/problems/already-exists"));
        String replaced = all.post(
                        all.viettel,
                        "/v1/offers/" + id + "/revise",
                        all.offer(all.viettel, "own-tariff", true, 30, 613_377_327))
                .statusCode(200)
                .extract()
                .path("offerId");

        JsonPath union = all.get(all.lead, "/v1/rfqs/" + rfq + "/offers");
        assertThat(union.getBoolean("sealed")).isTrue();
        assertThat(union.getList("items")).isEmpty();
        assertThat(all.get(all.mobifone, "/v1/rfqs/" + rfq + "/offers").getList("items"))
                .isEmpty();
        assertThat(all.get(all.viettel, "/v1/rfqs/" + rfq + "/offers").getList("items.id"))
                .hasSize(2);
        all.post(all.lead, "/v1/offers/" + replaced + "/decline").statusCode(404);
        all.post(all.mobifone, "/v1/offers/" + replaced + "/withdraw").statusCode(404);

        String dump = dump(rfq);
        assertThat(dump).contains(replaced).doesNotContain("6133773", Bargainers.VIETTEL.toString());
        assertThat(tablesThatHold("6133773")).isEmpty();
        assertThat(count("SELECT count(*) FROM outbox_event WHERE key = $1 AND type LIKE '%offer%'", rfq))
                .isZero();
        assertThat(count("SELECT count(*) FROM audit_entry WHERE subject = $1", replaced))
                .isZero();

        all.post(all.viettel, "/v1/offers/" + replaced + "/withdraw")
                .statusCode(200)
                .body("state", equalTo("withdrawn"));
        all.post(all.viettel, "/v1/rfqs/" + rfq + "/offers", offer).statusCode(201);
        long version = all.get(all.lead, "/v1/rfqs/" + rfq).getLong("version");
        all.move(all.lead, "/v1/rfqs/" + rfq + "/cancel", version)
                .statusCode(200)
                .body("state", equalTo("cancelled"));
        assertThat(all.get(all.lead, "/v1/rfqs/" + rfq + "/offers").getList("items"))
                .isEmpty();
    }

    @Test
    void without_a_carried_mandate_there_is_no_rfq() {
        all.post(all.firstUnion, "/v1/mandates", all.mandate(all.first, 40, 40))
                .statusCode(422)
                .body("type", equalTo("/problems/mandate-not-carried"));
        all.post(all.lead, "/v1/mandates", all.mandate(all.first, 70, 4)).statusCode(403);
        all.post(all.secondUnion, "/v1/mandates", all.mandate(all.first, 70, 4)).statusCode(404);
        all.post(all.lead, "/v1/rfqs", all.rfq(Bargainers.soon()))
                .statusCode(409)
                .body("type", equalTo("/problems/mandate-missing"));
        all.giveMandates();
        all.post(all.firstUnion, "/v1/mandates", all.mandate(all.first, 70, 4)).statusCode(409);
        String rfq = all.post(all.lead, "/v1/rfqs", all.rfq(Bargainers.soon()))
                .statusCode(201)
                .body("state", equalTo("draft"))
                .extract()
                .path("id");
        assertThat(all.statusOf(all.viettel, "/v1/rfqs/" + rfq)).isEqualTo(404);
        String mandate = all.get(all.firstUnion, "/v1/mandates").getString("items[0].id");
        all.move(all.firstUnion, "/v1/mandates/" + mandate + "/withdraw", 0).statusCode(200);
        all.move(all.lead, "/v1/rfqs/" + rfq + "/open", 0)
                .statusCode(409)
                .body("type", equalTo("/problems/mandate-missing"));
        assertThat(all.get(all.lead, "/v1/rfqs/" + rfq).getString("state")).isEqualTo("draft");
    }

    @Test
    void an_rfq_without_offers_fails_at_its_deadline() {
        all.giveMandates();
        String rfq = all.openRfq(Bargainers.soon());
        all.letAWhilePass();
        all.await(rfq, "failed");
    }

    private static Map<String, Object> line(String enterprise, String offer, long lines) {
        return Map.of("enterpriseId", enterprise, "offerId", offer, "lines", lines);
    }

    private static void proveUnchanged(JsonPath revealed, Map<String, Object> receipt) throws Exception {
        String at = "items.find { it.id == '" + receipt.get("offerId") + "' }.";
        String proof = revealed.getString(at + "proof.salt") + "\n" + revealed.getString(at + "proof.text");
        byte[] digest =
                MessageDigest.getInstance("SHA-256").digest(proof.getBytes(java.nio.charset.StandardCharsets.UTF_8));
        assertThat(HexFormat.of().formatHex(digest)).isEqualTo(receipt.get("digest"));
        assertThat(revealed.getString(at + "terms.lot")).isEqualTo(LOT);
    }

    /** Every row of every table that could tell of the RFQ, as text. */
    private static String dump(String rfq) {
        var text = new StringBuilder();
        for (String table : List.of("bid b", "offer b", "negotiation_record b", "outbox_event b", "audit_entry b")) {
            String of = table.startsWith("offer")
                    ? "WHERE bid_id IN (SELECT id FROM bid WHERE rfq_id = $1)"
                    : table.startsWith("bid")
                            ? "WHERE rfq_id = $1"
                            : "WHERE b.subject = $1 AND b::text NOT LIKE '%rfq-opened%'";
            rows("SELECT b::text FROM " + table + " " + of, rfq)
                    .forEach(row -> text.append(row[0]).append('\n'));
        }
        return text.toString();
    }

    /** Of all tables that the service's own roles may read: those with a row that holds the text. */
    private static List<String> tablesThatHold(String text) {
        var sql = Statements.of(Door.bean(Transactions.class).systemPool());
        return Door.await(() -> sql.select("""
                        SELECT c.relname::text
                          FROM pg_class c
                         WHERE c.relkind = 'r' AND c.relnamespace = 'public'::regnamespace AND has_table_privilege(c.oid, 'SELECT')
                        """)).stream()
                .map(row -> (String) row[0])
                .filter(table -> Door.await(() -> sql.select(
                                        "SELECT 1 FROM " + table + " t WHERE strpos(t::text, $1) > 0 LIMIT 1", text))
                                .size()
                        > 0)
                .toList();
    }

    private static long count(String sql, String id) {
        return (Long) rows(sql, id).getFirst()[0];
    }

    private static List<Object[]> rows(String sql, String id) {
        return Door.await(
                () -> Statements.of(Door.bean(Transactions.class).systemPool()).select(sql, UUID.fromString(id)));
    }
}
