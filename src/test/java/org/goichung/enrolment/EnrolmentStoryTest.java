package org.goichung.enrolment;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.goichung.enrolment.Desk.keyed;
import static org.goichung.enrolment.Desk.until;
import static org.hamcrest.Matchers.equalTo;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import io.restassured.response.Response;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import org.goichung.enrolment.Desk.Worker;
import org.goichung.negotiation.Deal;
import org.goichung.negotiation.Deal.Share;
import org.goichung.platform.time.Clock;
import org.goichung.support.Door;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** An enrolment and the ledger behind it, from an agreement in force to the end of a line. No room is played. */
@QuarkusTest
class EnrolmentStoryTest {
    private static final long UNION_SHARE_VND = 30_000;

    @AfterEach
    void balances_are_the_sums_of_entries() {
        assertThat(Desk.mismatches()).isZero();
    }

    @Test
    void from_the_agreement_to_the_end_of_a_line_and_a_refusal_that_gives_all_back() {
        Deal deal = Deal.struck(new Share(9, 300_000L), new Share(4, null));
        var desk = new Desk(deal, deal.first);
        desk.awaitPools();
        assertPools(desk, 0, 0, 0, 0);
        assertThat(desk.inPool("LINE_CYCLE", "available")).isEqualTo(9);
        assertThat(desk.inPool("VND", "available")).isEqualTo(300_000);

        Worker worker = desk.worker();
        String id = desk.enrolled(worker);
        assertPools(desk, 0, 0, 0, 0);
        until(() -> "union".equals(howToGet(desk, worker)) ? id : null);
        desk.consent(id).then().statusCode(200).body("state", equalTo("consented"));
        until(() -> "enrolled".equals(howToGet(desk, worker)) ? id : null);
        assertPools(desk, 1, UNION_SHARE_VND, 0, 0);
        desk.awaitState(id, "ordered");
        assertThat(desk.holdsOf(id)).containsExactly("pending", "pending");
        Instant ordered = now();
        assertThat(desk.used(worker, 5, ordered)).isEqualTo("parked");

        desk.acknowledge(worker).then().statusCode(200);
        desk.awaitLine(id);
        // the carrier has answered for the number: no guess by its prefix any more
        until(() -> "known".equals(basisOfCarrier(desk, worker)) ? id : null);
        assertPools(desk, 0, 0, 1, UNION_SHARE_VND);
        assertThat(desk.used(worker, 700_000_000, now())).isEqualTo("posted");
        assertThat(desk.used(worker, 50, now())).isEqualTo("posted");
        assertThat(desk.inPool("BYTE", "posted")).isEqualTo(700_000_050);
        desk.acknowledge(worker, id).then().statusCode(200);
        assertPools(desk, 0, 0, 1, UNION_SHARE_VND);

        desk.exit(id).then().statusCode(200).body("exitReason", equalTo("left"));
        Instant end = Instant.parse(desk.get(id).path("exitedAt"));
        until(() -> desk.lineOf(id)[1]);
        assertThat(((OffsetDateTime) desk.lineOf(id)[1]).toInstant()).isEqualTo(end);
        until(() -> "union".equals(howToGet(desk, worker)) ? id : null);
        assertThat(desk.used(worker, 9, now())).isEqualTo("parked");
        assertThat(desk.used(worker, 11, end.minusMillis(1))).isEqualTo("posted");
        assertPools(desk, 0, 0, 1, UNION_SHARE_VND);

        refusedByTheCarrier(desk);
    }

    private static String basisOfCarrier(Desk desk, Worker worker) {
        return lookedUp(desk, Map.of("workerId", worker.id())).path("carrier.basis");
    }

    /** Of what the agreement offers. */
    private static String howToGet(Desk desk, Worker worker) {
        return lookedUp(desk, Map.of("workerId", worker.id())).path("matches.find { it.agreementId != null }.getBy");
    }

    private static Response lookedUp(Desk desk, Map<String, Object> body) {
        return given().auth()
                .oauth2(desk.steward)
                .contentType("application/json")
                .body(body)
                .post("/v1/eligibility/lookups");
    }

    /** On the day after the agreement's last one there is the price list only; on its last one it is there. */
    @Test
    void a_look_up_of_another_day_offers_what_is_agreed_for_that_day() {
        Deal deal = Deal.struck(new Share(9, 300_000L), new Share(4, null));
        var desk = new Desk(deal, deal.first);
        desk.awaitPools();
        Worker worker = desk.worker();
        desk.enrolled(worker);
        LocalDate last = LocalDate.parse(
                Desk.as(deal.lead).get("/v1/agreements/" + deal.agreement).path("until"));
        until(() -> agreed(desk, worker, last).equals(List.of(deal.agreement)) ? last : null);
        assertThat(agreed(desk, worker, last.plusDays(1))).isEmpty();
    }

    /** Whatever is offered to others since, and though nobody may be enrolled any more. */
    @Test
    void what_somebody_agreed_to_stays_as_it_was_agreed() {
        Deal deal = Deal.struck(new Share(9, 300_000L), new Share(4, null));
        var desk = new Desk(deal, deal.first);
        desk.awaitPools();
        Worker worker = desk.worker();
        desk.patch(worker, Map.of("monthlyTelecomSpendVnd", 100_000, "monthlyDataBytes", 2_000_000_000L));
        String id = desk.ordered(worker);
        int pays = desk.get(id).path("split.workerVnd");
        assertThat(pays).isPositive();
        until(() -> "enrolled".equals(howToGet(desk, worker)) ? id : null);
        String others = desk.programme(Map.of("shares", List.of(Map.of("payer", "union", "basisPoints", 10_000))));
        Worker other = desk.worker();
        until(() -> others.equals(agreed(desk, other).getString("programmeId")) ? id : null);
        assertHeld(agreed(desk, worker), desk.programme, pays);
        suspend(deal);
        until(() -> agreed(desk, other).getString("getBy") == null ? id : null);
        assertHeld(agreed(desk, worker), desk.programme, pays);
    }

    private static void assertHeld(JsonPath held, String programme, int pays) {
        assertThat(held.getString("getBy")).isEqualTo("enrolled");
        assertThat(held.getString("status")).isEqualTo("qualified");
        assertThat(held.getString("programmeId")).isEqualTo(programme);
        assertThat(held.getInt("coPayVndPerCycle")).isEqualTo(pays);
        assertThat(held.getInt("savingVndPer30Days")).isZero();
    }

    private static void suspend(Deal deal) {
        String at = "/v1/agreements/" + deal.agreement;
        String etag = Desk.as(deal.lead).get(at).header("ETag");
        keyed(deal.lead).header("If-Match", etag).post(at + "/suspend").then().statusCode(200);
    }

    /** What the agreement offers this worker. */
    private static JsonPath agreed(Desk desk, Worker worker) {
        return lookedUp(desk, Map.of("workerId", worker.id()))
                .jsonPath()
                .setRootPath("matches.find { it.agreementId != null }");
    }

    private static List<String> agreed(Desk desk, Worker worker, LocalDate day) {
        var body = Map.<String, Object>of("workerId", worker.id(), "on", day.toString());
        return until(() -> {
                    Response answer = lookedUp(desk, body);
                    return answer.statusCode() == 200 ? answer : null;
                })
                .jsonPath()
                .getList("matches.findAll { it.agreementId != null }.agreementId");
    }

    private static void refusedByTheCarrier(Desk desk) {
        Worker worker = desk.worker();
        String id = desk.ordered(worker);
        assertPools(desk, 1, UNION_SHARE_VND, 1, UNION_SHARE_VND);
        desk.refuse(worker).then().statusCode(200);
        until(() -> desk.holdsOf(id).stream().allMatch("voided"::equals) ? id : null);
        assertThat(desk.holdsOf(id)).hasSize(2);
        assertPools(desk, 0, 0, 1, UNION_SHARE_VND);
        assertThat(desk.inPool("LINE_CYCLE", "available")).isEqualTo(8);
        assertThat(desk.inPool("VND", "available")).isEqualTo(300_000 - UNION_SHARE_VND);
        assertThat(desk.used(worker, 1, now())).isEqualTo("parked");
        // free again, for the same person
        String again = desk.active(worker);
        assertPools(desk, 0, 0, 2, 2 * UNION_SHARE_VND);
        desk.exit(again).then().statusCode(200);
    }

    @Test
    void when_the_lines_are_exhausted_a_yes_is_refused_and_nothing_is_half_done() {
        Deal deal = Deal.struck(new Share(9, 300_000L), new Share(4, 1_000_000L));
        var desk = new Desk(deal, deal.second);
        desk.awaitPools();
        Worker holder = desk.worker();
        String held = desk.ordered(holder);
        draw(desk, "LINE_CYCLE", 3);

        Worker worker = desk.worker();
        String id = desk.enrolled(worker);
        Response refused = desk.consent(id);
        refused.then()
                .statusCode(409)
                .body("type", equalTo("/problems/quota-exhausted"))
                .body("facts.amount", equalTo(1))
                .body("facts.available", equalTo(0));
        nothingHalfDone(desk, id);
        assertPools(desk, 1, UNION_SHARE_VND, 3, 0);

        desk.refuse(holder).then().statusCode(200);
        until(() -> desk.holdsOf(held).contains("pending") ? null : held);
        desk.consent(id).then().statusCode(200);
        assertPools(desk, 1, UNION_SHARE_VND, 3, 0);

        theLastLineGoesToOne(new Desk(deal, deal.first));
    }

    /** Eight people say yes at once and three lines are left. */
    private static void theLastLineGoesToOne(Desk desk) {
        desk.awaitPools();
        draw(desk, "LINE_CYCLE", 6);
        List<String> ids = java.util.stream.IntStream.range(0, 8)
                .mapToObj(i -> desk.enrolled(desk.worker()))
                .toList();
        List<Integer> statuses;
        try (var many = Executors.newFixedThreadPool(8)) {
            statuses = many
                    .invokeAll(ids.stream()
                            .map(id ->
                                    (Callable<Integer>) () -> desk.consent(id).statusCode())
                            .toList())
                    .stream()
                    .map(java.util.concurrent.Future::resultNow)
                    .toList();
        } catch (InterruptedException stopped) {
            throw new IllegalStateException(stopped);
        }
        assertThat(statuses)
                .containsOnly(200, 409)
                .filteredOn(status -> status == 200)
                .hasSize(3);
        assertPools(desk, 3, 3 * UNION_SHARE_VND, 6, 0);
    }

    @Test
    void when_the_fund_is_exhausted_no_line_is_held_either() {
        Deal deal = Deal.struck(new Share(9, 40_000L), new Share(4, null));
        var desk = new Desk(deal, deal.first);
        desk.awaitPools();
        desk.active(desk.worker());
        assertPools(desk, 0, 0, 1, UNION_SHARE_VND);
        String id = desk.enrolled(desk.worker());
        desk.consent(id)
                .then()
                .statusCode(409)
                .body("type", equalTo("/problems/quota-exhausted"))
                .body("facts.amount", equalTo((int) UNION_SHARE_VND))
                .body("facts.available", equalTo(10_000));
        nothingHalfDone(desk, id);
        assertPools(desk, 0, 0, 1, UNION_SHARE_VND);

        // where no fund is agreed, the programme's share is paid in another way and only the line is held
        var without = new Desk(deal, deal.second);
        without.awaitPools();
        String lineOnly = without.ordered(without.worker());
        assertThat(without.holdsOf(lineOnly)).containsExactly("pending");
        assertThat(without.pool("VND")).isNull();
    }

    private static void nothingHalfDone(Desk desk, String id) {
        assertThat(desk.state(id)).isEqualTo("qualified");
        assertThat(desk.holdsOf(id)).isEmpty();
        assertThat(desk.eventsOf(id, "enrolment-consented")).isEmpty();
        for (String table : List.of("enrolment_consent", "activation"))
            assertThat(Desk.sql("SELECT 1 FROM " + table + " WHERE enrolment_id = $1", UUID.fromString(id)))
                    .as(table)
                    .isEmpty();
    }

    private static void draw(Desk desk, String unit, long amount) {
        keyed(desk.at.officer())
                .body(Map.of("poolId", desk.pool(unit).get("id"), "amount", amount))
                .post("/v1/enterprises/" + desk.at.enterprise() + "/quota/draws")
                .then()
                .statusCode(201);
    }

    private static void assertPools(Desk desk, long linesHeld, long vndHeld, long linesPosted, long vndPosted) {
        assertThat(desk.inPool("LINE_CYCLE", "reserved")).as("lines held").isEqualTo(linesHeld);
        assertThat(desk.inPool("VND", "reserved")).as("đồng held").isEqualTo(vndHeld);
        assertThat(desk.inPool("LINE_CYCLE", "posted")).as("lines posted").isEqualTo(linesPosted);
        assertThat(desk.inPool("VND", "posted")).as("đồng posted").isEqualTo(vndPosted);
    }

    private static Instant now() {
        return Door.bean(Clock.class).instant();
    }
}
