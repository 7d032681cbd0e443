package org.goichung.negotiation;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.goichung.platform.database.Statements;
import org.goichung.platform.database.Transactions;
import org.goichung.platform.time.Clock;
import org.goichung.support.Door;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A package that a carrier makes for one RFQ, with conditions of its own, from the sealed offer to a worker's look-up. */
@QuarkusTest
class CustomPackageHttpTest {
    private static final long GB = 1_000_000_000L;
    private static final String CONDITIONS = "Chỉ cho thuê bao hoà mạng trước ngày ký.";

    private Bargainers all;
    private String code;
    private String rfq;

    @BeforeEach
    void an_open_rfq() {
        all = new Bargainers();
        all.giveMandates();
        code = "CN" + all.people().taxCode();
        rfq = "/v1/rfqs/" + all.openRfq(Bargainers.soon());
    }

    @AfterEach
    void setTheClockBack() {
        all.setBack();
    }

    @Test
    void what_was_made_for_a_coalition_is_sealed_awarded_signed_and_found_by_its_workers_and_by_nobody_else() {
        String offer = submit(terms(made(90 * GB, 40)));
        JsonPath own = all.get(all.viettel, rfq + "/offers");
        assertThat(own.getString("items[0].terms.customPackage.code")).isEqualTo(code);
        assertThat(own.getString("items[0].terms.conditions")).isEqualTo(CONDITIONS);
        assertThat(own.getString("items[0].terms.packageVersionId")).isNull();
        assertThat(own.getList("items[0].misfits")).isEmpty();
        assertThat(inTheDatabase()).isEmpty();
        all.letAWhilePass();
        all.await(rfq.substring(9), "closed");
        // the union asks for less money, the carrier gives more data for it
        String counter = all.post(
                        all.lead,
                        "/v1/offers/" + offer + "/counter",
                        Map.of("tiers", List.of(Map.of("fromLines", 1, "priceVnd", 66_000)), "sumsMembers", true))
                .statusCode(200)
                .extract()
                .path("offerId");
        var better = terms(made(100 * GB, 40));
        better.put("tiers", List.of(Map.of("fromLines", 1, "priceVnd", 65_000)));
        String revised = all.post(all.viettel, "/v1/offers/" + counter + "/revise", better)
                .statusCode(200)
                .extract()
                .path("offerId");
        JsonPath seen = all.get(all.lead, rfq + "/offers");
        String standing = "items.find { it.id == '" + revised + "' }";
        String version = seen.getString(standing + ".packageVersionId");
        assertThat(version).isNotEqualTo(seen.getString("items.find { it.id == '" + offer + "' }.packageVersionId"));
        assertThat(seen.getLong(standing + ".terms.customPackage.allowance.dataBytesPerCycle"))
                .isEqualTo(100 * GB);
        String agreement = agreed(revised);

        assertThat(all.get(all.lead, "/v1/agreements/" + agreement).getString("allocations[0].packageVersionId"))
                .isEqualTo(version);
        String paper = given().auth()
                .oauth2(all.lead)
                .get("/v1/agreements/" + agreement + "/document")
                .then()
                .statusCode(200)
                .extract()
                .asString();
        assertThat(paper.replace('\u00a0', ' '))
                .contains("Gói công nhân", code, "100 GB", "Gói làm riêng", CONDITIONS, "65.000");
        for (String who : List.of(all.viettel, all.mobifone, all.lead, Door.admin()))
            assertThat(listed(who)).doesNotContain(code);
        theWorkersFindIt(version);
    }

    private void theWorkersFindIt(String version) {
        var programme = Map.of(
                "name", "Sóng",
                "shares", List.of(Map.of("payer", "union", "vnd", 30_000)),
                "restBorneBy", "worker",
                "criteria", List.of(),
                "enterpriseIds", List.of(all.first),
                "validFrom", LocalDate.now(Clock.VIETNAM).withDayOfMonth(1).toString());
        all.post(Door.admin(), "/v1/programmes", programme).statusCode(201);
        String steward = Door.steward(UUID.fromString(all.first));
        String worker = all.people()
                .register(
                        steward,
                        all.first,
                        all.people().nationalId(),
                        all.people().number());
        String ours = "matches.find { it.packageVersionId == '" + version + "' }";
        all.until(() -> lookup(steward, worker).getString(ours + ".status") != null);
        JsonPath told = lookup(steward, worker);
        assertThat(told.getString(ours + ".status")).isEqualTo("qualified");
        assertThat(told.getList(ours + ".reasons.criterion")).containsExactly("union-member");
        assertThat(told.getLong(ours + ".coPayVndPer30Days")).isEqualTo(35_000);
        assertThat(told.getLong(ours + ".dataBytesPer30Days")).isEqualTo(100 * GB);
        String elsewhere = Door.steward(UUID.fromString(all.second));
        String other = all.people()
                .register(
                        elsewhere,
                        all.second,
                        all.people().nationalId(),
                        all.people().number());
        all.until(() -> given().auth()
                        .oauth2(elsewhere)
                        .contentType("application/json")
                        .body(Map.of("workerId", other))
                        .post("/v1/eligibility/lookups")
                        .statusCode()
                == 200);
        assertThat(lookup(elsewhere, other).getString(ours)).isNull();
    }

    @Test
    void a_last_offer_of_a_package_of_its_own_is_for_less_money_and_nothing_else() {
        startLater();
        var first = terms(made(90 * GB, 40));
        first.put("validUntil", Instant.now().plus(Duration.ofDays(20)).toString());
        var deadline = Bargainers.soon().plus(Duration.ofHours(30));
        String offer = submit(first);
        all.letAWhilePass();
        long version = all.await(rfq.substring(9), "closed").getLong("version");
        all.move(all.lead, rfq + "/best-and-final", version, Map.of("deadline", deadline.toString()))
                .statusCode(200);
        var other = new HashMap<>(first);
        other.put("customPackage", made(80 * GB, 40));
        all.post(all.viettel, "/v1/offers/" + offer + "/revise", other)
                .statusCode(422)
                .body("errors.pointer", hasItem("/customPackage"));
        var stricter = new HashMap<>(first);
        stricter.put("conditions", CONDITIONS + " Trả trước 12 tháng.");
        all.post(all.viettel, "/v1/offers/" + offer + "/revise", stricter)
                .statusCode(422)
                .body("errors.pointer", hasItem("/conditions"));
        var last = new HashMap<>(first);
        last.put("tiers", List.of(Map.of("fromLines", 1, "priceVnd", 61_000)));
        String id = all.post(all.viettel, "/v1/offers/" + offer + "/revise", last)
                .statusCode(200)
                .extract()
                .path("offerId");
        all.letPass(Duration.ofHours(31));
        all.until(() -> all.get(all.lead, rfq).getString("state").equals("evaluated"));
        assertThat(agreed(id)).isNotNull();
    }

    @Test
    void an_offer_is_of_one_package_that_makes_sense_and_gives_what_the_lot_asks_for() {
        var both = terms(made(90 * GB, 40));
        both.put("packageVersionId", all.packageOf(all.viettel));
        refused(both, "offer-invalid", "/packageVersionId", "beside-a-custom-package");
        var neither = terms(made(90 * GB, 40));
        neither.remove("customPackage");
        refused(neither, "offer-invalid", "/packageVersionId", "package-or-custom-package");
        var promoted = terms(made(90 * GB, 40));
        promoted.put("legalBasis", "promotion");
        refused(promoted, "offer-invalid", "/legalBasis", "promotion-of-a-custom-package");
        var dear = terms(made(90 * GB, 40));
        dear.put("referencePriceVnd", 100_000_001);
        refused(dear, "offer-invalid", "/referencePriceVnd", "max");
        refused(terms(made(0, 0)), "invalid-request", "/customPackage/allowance", "gives-nothing");
        var broken = made(90 * GB, 40);
        broken.put("code", "có dấu");
        refused(terms(broken), "invalid-request", "/customPackage/code", "pattern");
        var silent = terms(made(90 * GB, 40));
        silent.put("conditions", " \n ");
        refused(silent, "invalid-request", "/conditions", "pattern");
        assertThat(all.get(all.viettel, rfq + "/offers").getList("items")).isEmpty();
    }

    @Test
    void a_lot_may_ask_for_minutes_to_any_carrier() {
        var later = Bargainers.soon().plus(Duration.ofHours(25));
        var lot = new HashMap<String, Object>(
                Map.of("name", Bargainers.LOT, "provinces", List.of("92"), "startMonth", month(later), "months", 12));
        lot.put("minMinutesPerCycle", 50);
        long version = all.get(all.lead, rfq).getLong("version");
        all.move(
                        all.lead,
                        rfq + "/amend",
                        version,
                        Map.of(
                                "reason", "Công nhân gọi về quê",
                                "offerDeadline", later.toString(),
                                "lots", List.of(lot)))
                .statusCode(200)
                .body("lots[0].after.minMinutesPerCycle", equalTo(50));
        assertThat(all.get(all.mobifone, rfq).getInt("lots[0].minMinutesPerCycle"))
                .isEqualTo(50);
        refused(
                terms(made(90 * GB, 49)),
                "package-does-not-fit",
                "/customPackage/allowance",
                "too-few-minutes-per-cycle");
        var data = all.offer(all.viettel, "own-tariff", true, 1, 70_000);
        data.put("validUntil", Instant.now().plus(Duration.ofDays(4)).toString());
        data.put("packageVersionId", all.packageOf(all.viettel));
        refused(data, "package-does-not-fit", "/packageVersionId", "too-few-minutes-per-cycle");
        submit(terms(made(90 * GB, 50)));
    }

    /** In place of the RFQ one whose lot starts so late that there is room for another round. */
    private void startLater() {
        var deadline = Bargainers.soon();
        var asked = new HashMap<>(all.rfq(deadline));
        asked.put(
                "lots",
                List.of(Map.of(
                        "name", Bargainers.LOT,
                        "criteria", List.of("union-member"),
                        "provinces", List.of("92"),
                        "startMonth", month(deadline.plus(Duration.ofDays(62))),
                        "months", 12)));
        String id =
                all.post(all.lead, "/v1/rfqs", asked).statusCode(201).extract().path("id");
        rfq = "/v1/rfqs/" + id;
        all.move(all.lead, rfq + "/open", 0).statusCode(200);
    }

    private static String month(Instant at) {
        return YearMonth.from(at.atZone(Clock.VIETNAM)).toString();
    }

    private Map<String, Object> made(long bytes, int minutes) {
        var allowance = new HashMap<String, Object>(Map.of(
                "dataBytesPerCycle",
                bytes,
                "dayParts",
                List.of(),
                "afterAllowance",
                Map.of("kind", "stop"),
                "minutesOnNet",
                0,
                "minutesAny",
                minutes,
                "sms",
                0,
                "zeroRatedApps",
                List.of(),
                "renewal",
                "none"));
        return new HashMap<>(Map.of(
                "code",
                code,
                "name",
                "Gói công nhân",
                "cycle",
                Map.of("unit", "day", "length", 30),
                "allowance",
                allowance));
    }

    private Map<String, Object> terms(Map<String, Object> made) {
        var terms = all.offer(all.viettel, "own-tariff", true, 1, 70_000);
        terms.remove("packageVersionId");
        terms.put("customPackage", made);
        terms.put("conditions", CONDITIONS);
        terms.put("validUntil", Instant.now().plus(Duration.ofDays(4)).toString());
        return terms;
    }

    private String submit(Map<String, Object> terms) {
        return all.post(all.viettel, rfq + "/offers", terms)
                .statusCode(201)
                .extract()
                .path("offerId");
    }

    private void refused(Map<String, Object> terms, String type, String pointer, String code) {
        all.post(all.viettel, rfq + "/offers", terms)
                .body("type", equalTo("/problems/" + type))
                .body("errors.pointer", hasItem(pointer))
                .body("errors.code", hasItem(code));
    }

    private String agreed(String offer) {
        var lines = List.of(
                Map.of("enterpriseId", all.first, "offerId", offer, "lines", 9),
                Map.of("enterpriseId", all.second, "offerId", offer, "lines", 4));
        long version = all.get(all.lead, rfq).getLong("version");
        all.move(all.lead, rfq + "/award", version, Map.of("lines", lines)).statusCode(200);
        vote(all.firstUnion, all.first);
        vote(all.secondUnion, all.second);
        return all.get(all.lead, "/v1/agreements")
                .getString("items.find { it.rfqId == '" + rfq.substring(9) + "' }.id");
    }

    private void vote(String union, String enterprise) {
        all.post(union, rfq + "/ratifications", Map.of("enterpriseId", enterprise, "vote", "yes"))
                .statusCode(201);
    }

    private List<String> listed(String who) {
        return all.get(who, "/v1/packages?limit=100").getList("items.code");
    }

    private JsonPath lookup(String steward, String worker) {
        return given().auth()
                .oauth2(steward)
                .contentType("application/json")
                .body(Map.of("workerId", worker))
                .post("/v1/eligibility/lookups")
                .jsonPath();
    }

    private List<String> inTheDatabase() {
        var sql = Statements.of(Door.bean(Transactions.class).systemPool());
        return Door.await(() -> sql.select("SELECT code FROM package WHERE code = $1", code)).stream()
                .map(row -> String.valueOf(row[0]))
                .toList();
    }
}
