package org.goichung.enrolment;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Supplier;
import org.goichung.negotiation.Deal;
import org.goichung.platform.database.Statements;
import org.goichung.platform.database.Transactions;
import org.goichung.support.Door;
import org.goichung.workforce.TestPeople;

/** A steward's desk at an enterprise that has an agreement: people are enrolled here, and Viettel answers. Nothing is played. */
final class Desk {
    private static final Map<String, Object> YES = Map.of(
            "purposes",
            List.of("number-to-carrier", "usage-for-quota"),
            "textVersion",
            "2026-11",
            "given",
            true,
            "witness",
            "Nguyễn Thị Mẫu");
    private static final Duration PATIENCE = Duration.ofSeconds(40);

    private final TestPeople people = new TestPeople();
    private final Deal deal;
    final Deal.Member at;
    final String steward;
    final String carrier = Door.carrier(Deal.CARRIER);
    String programme;

    /** With a programme for everybody here, of which the union's share comes to 30,000 đ. */
    Desk(Deal deal, Deal.Member at) {
        this(deal, at, Map.of());
    }

    /** The same with a programme of other terms. */
    Desk(Deal deal, Deal.Member at, Map<String, Object> terms) {
        this.deal = deal;
        this.at = at;
        this.steward = at.steward();
        this.programme = programme(terms);
    }

    /** A person who works here. */
    record Worker(String id, String nationalId, String number) {
        String e164() {
            return "+84" + number.substring(1);
        }
    }

    Worker worker() {
        String nationalId = people.nationalId();
        String number = people.number();
        return new Worker(people.register(steward, at.enterprise(), nationalId, number), nationalId, number);
    }

    /** A programme for this enterprise, today and on; what is given here stands instead. */
    String programme(Map<String, Object> instead) {
        Map<String, Object> programme = new HashMap<>(Map.of(
                "name",
                "Sóng",
                "shares",
                List.of(
                        Map.of("payer", "carrier", "basisPoints", 3000),
                        Map.of("payer", "union", "basisPoints", 5000, "capVnd", 30_000)),
                "restBorneBy",
                "worker",
                "criteria",
                List.of(),
                "enterpriseIds",
                List.of(at.enterprise()),
                "validFrom",
                "2020-01-01"));
        programme.putAll(instead);
        return keyed(Door.admin())
                .body(programme)
                .post("/v1/programmes")
                .then()
                .statusCode(201)
                .extract()
                .path("id");
    }

    Response enrol(Worker worker) {
        return enrol(worker, "vi");
    }

    Response enrol(Worker worker, String language) {
        return keyed(steward)
                .header("Accept-Language", language)
                .body(Map.of(
                        "workerId",
                        worker.id(),
                        "programmeId",
                        programme,
                        "agreementId",
                        deal.agreement,
                        "packageVersionId",
                        deal.packageVersion))
                .post("/v1/enrolments");
    }

    /** Begun and qualified; its id. */
    String enrolled(Worker worker) {
        Response begun = enrol(worker);
        assertThat(begun.statusCode()).as(begun.asString()).isEqualTo(201);
        assertThat(begun.<String>path("state")).isEqualTo("qualified");
        return begun.path("id");
    }

    Response consent(String id) {
        return consent(id, "vi");
    }

    Response consent(String id, String language) {
        String etag = get(id).header("ETag");
        return keyed(steward)
                .header("Accept-Language", language)
                .header("If-Match", etag)
                .body(YES)
                .post("/v1/enrolments/" + id + "/consent");
    }

    /** Agreed to, and in the carrier's queue. */
    String ordered(Worker worker) {
        String id = enrolled(worker);
        assertThat(consent(id).statusCode()).isEqualTo(200);
        awaitState(id, "ordered");
        return id;
    }

    /** Activated by the carrier, with its line open. */
    String active(Worker worker) {
        String id = ordered(worker);
        assertThat(acknowledge(worker).statusCode()).isEqualTo(200);
        awaitLine(id);
        return id;
    }

    Response acknowledge(Worker worker) {
        return acknowledge(worker, Map.of("carrierReference", "VT-" + worker.number()));
    }

    /** The same answer once more, to an order that is not pending any longer. */
    Response acknowledge(Worker worker, String id) {
        Object order = sql("SELECT id FROM activation WHERE enrolment_id = $1", UUID.fromString(id))
                .getFirst()[0];
        return keyed(carrier)
                .body(Map.of("carrierReference", "VT-" + worker.number()))
                .post("/v1/activations/" + order + "/acknowledge");
    }

    Response acknowledge(Worker worker, Map<String, Object> answer) {
        return keyed(carrier).body(answer).post("/v1/activations/" + orderOf(worker) + "/acknowledge");
    }

    Response refuse(Worker worker) {
        return keyed(carrier)
                .body(Map.of("reason", "number-not-ours"))
                .post("/v1/activations/" + orderOf(worker) + "/refuse");
    }

    Response exit(String id) {
        return move(steward, id, "exit");
    }

    Response move(String token, String id, String move) {
        return keyed(token).header("If-Match", get(id).header("ETag")).post("/v1/enrolments/" + id + "/" + move);
    }

    Response get(String id) {
        return get(id, "vi");
    }

    Response get(String id, String language) {
        return as(steward).header("Accept-Language", language).get("/v1/enrolments/" + id);
    }

    String state(String id) {
        return get(id).path("state");
    }

    /** The same person on this enterprise's roster, newer than any other. */
    Worker takenOver(Worker worker) {
        people.register(steward, at.enterprise(), worker.nationalId(), worker.number());
        return worker;
    }

    Response patch(Worker worker, Map<String, Object> change) {
        String etag = as(steward).get("/v1/workers/" + worker.id()).header("ETag");
        Response answer = as(steward).header("If-Match", etag).body(change).patch("/v1/workers/" + worker.id());
        assertThat(answer.statusCode()).as(answer.asString()).isEqualTo(200);
        return answer;
    }

    /** The id of the order for this person's number. */
    String orderOf(Worker worker) {
        return until(() -> as(carrier)
                .queryParam("limit", 500)
                .queryParam("state", "pending")
                .get("/v1/activations")
                .path("items.find { it.msisdn == '" + worker.e164() + "' }.id"));
    }

    /** Told by the carrier: what became of one event of a number's usage. */
    String used(Worker worker, long bytes, Instant startedAt) {
        String event = "{\"eventId\":\"%s\",\"msisdn\":\"%s\",\"bytes\":%d,\"startedAt\":\"%s\"}"
                .formatted(UUID.randomUUID(), worker.e164(), bytes, startedAt);
        Response answer = given().auth()
                .oauth2(carrier)
                .contentType("application/json")
                .body(event)
                .post("/v1/usage-events?outcomes=all");
        assertThat(answer.statusCode()).as(answer.asString()).isEqualTo(200);
        return answer.asString().lines().findFirst().orElseThrow().replaceAll(".*\"outcome\":\"([a-z]+)\".*", "$1");
    }

    /** One pool of this month, as quota shows it. */
    Map<String, Object> pool(String unit) {
        return as(at.officer())
                .get("/v1/enterprises/" + at.enterprise() + "/quota")
                .path("items.find { it.unit == '" + unit + "' && it.agreementId == '" + deal.agreement + "' }");
    }

    long inPool(String unit, String what) {
        return ((Number) pool(unit).get(what)).longValue();
    }

    void awaitPools() {
        until(() -> pool("LINE_CYCLE"));
    }

    void awaitState(String id, String state) {
        until(() -> state(id).equals(state) ? state : null);
    }

    void awaitLine(String id) {
        until(() -> lineOf(id) == null ? null : id);
    }

    /** When the enrolment's line in the ledger begins and ends; null where there is none. */
    Object[] lineOf(String id) {
        return sql("SELECT from_at, to_at FROM quota_line WHERE enrolment_id = $1", UUID.fromString(id)).stream()
                .findFirst()
                .orElse(null);
    }

    /** Its reservations' states, a word each. */
    List<String> holdsOf(String id) {
        return sql("SELECT state FROM quota_reservation WHERE enrolment_id = $1 ORDER BY state", UUID.fromString(id))
                .stream()
                .map(row -> String.valueOf(row[0]))
                .toList();
    }

    /** The data of its events of a type. */
    List<String> eventsOf(String id, String type) {
        return sql(
                        "SELECT data::text FROM outbox_event WHERE subject = $1 AND type = $2 ORDER BY seq",
                        UUID.fromString(id),
                        type)
                .stream()
                .map(row -> String.valueOf(row[0]))
                .toList();
    }

    static List<Object[]> sql(String query, Object... parameters) {
        return Door.await(
                () -> Statements.of(Door.bean(Transactions.class).systemPool()).select(query, parameters));
    }

    static long mismatches() {
        return ((Number) sql("SELECT count(*) FROM quota_mismatch").getFirst()[0]).longValue();
    }

    static RequestSpecification as(String token) {
        return given().auth().oauth2(token).contentType("application/json");
    }

    static RequestSpecification keyed(String token) {
        return as(token).header("Idempotency-Key", UUID.randomUUID().toString());
    }

    /** Asks until there is an answer. */
    static <T> T until(Supplier<T> question) {
        long deadline = System.nanoTime() + PATIENCE.toNanos();
        while (true) {
            T answer = question.get();
            if (answer != null) return answer;
            assertThat(System.nanoTime()).as("waited too long").isLessThan(deadline);
            try {
                Thread.sleep(100);
            } catch (InterruptedException stopped) {
                throw new IllegalStateException(stopped);
            }
        }
    }
}
