package org.goichung.enrolment;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.goichung.support.Door.await;
import static org.goichung.support.Door.bean;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasKey;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.not;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import io.vertx.core.buffer.Buffer;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import org.goichung.catalog.TestPackages;
import org.goichung.negotiation.Deal;
import org.goichung.platform.database.Statements;
import org.goichung.platform.database.Transactions;
import org.goichung.platform.identity.CarrierId;
import org.goichung.platform.identity.EnterpriseId;
import org.goichung.platform.keys.PersonalData;
import org.goichung.platform.time.Clock;
import org.goichung.quota.LineOpened;
import org.goichung.quota.QuotaService;
import org.goichung.quota.UsageEvent;
import org.goichung.quota.UsageOutcome;
import org.goichung.quota.UsageService;
import org.goichung.support.Door;
import org.goichung.workforce.TestPeople;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** One worker's usage against their own package, as those see it who may. */
@QuarkusTest
class EnrolmentUsageTest {
    private static final CarrierId CARRIER = new CarrierId(Deal.CARRIER);
    private static final Map<String, Object> STOP = Map.of("kind", "stop");
    private static final int DAYS_AGO = 40;

    private final TestPeople people = new TestPeople();
    private final String run = UUID.randomUUID().toString();
    private String enterprise;
    private String steward;
    private String worker;
    private String nationalId;
    private String number;

    @BeforeEach
    void a_worker() {
        enterprise = people.enterprise();
        steward = Door.steward(UUID.fromString(enterprise));
        nationalId = people.nationalId();
        number = people.number();
        worker = people.register(steward, enterprise, nationalId, number);
    }

    @Test
    void usage_in_any_order_with_amendments_and_voids_is_told_by_cycle_and_day() {
        String enrolment = enrolled(Map.of("dataBytesPerCycle", 1_000, "afterAllowance", STOP));
        List<UsageEvent> events = new ArrayList<>(List.of(
                event("a", 40, 100, null),
                event("b", 40, 150, null),
                event("c", 12, 400, null),
                event("d", 9, 900, null),
                event("e", 9, 7, null),
                event("c-1", 12, 300, "c"),
                event("e-void", 9, 0, "e")));
        long seed = System.nanoTime();
        System.out.println("EnrolmentUsageTest seed " + seed);
        Collections.shuffle(events, new Random(seed));
        for (UsageEvent event : events) record(event);
        record(events.getFirst());

        usage(steward, enrolment)
                .body("id", equalTo(enrolment))
                .body("allowance.dataBytesPerCycle", equalTo(1_000))
                .body("items.number", contains(2, 1))
                .body("items[0].current", equalTo(true))
                .body("items[0].from", equalTo(day(10).toString()))
                .body("items[0].usedBytes", equalTo(900))
                .body("items[0].leftBytes", equalTo(100))
                .body("items[0].beyondBytes", equalTo(0))
                .body("items[0].days", hasSize(1))
                .body("items[0].days[0].day", equalTo(day(9).toString()))
                .body("items[0].days[0].events", equalTo(2))
                .body("items[0].days[0]", not(hasKey("leftBytes")))
                .body("items[1].from", equalTo(day(40).toString()))
                .body("items[1].until", equalTo(day(11).toString()))
                .body("items[1].current", equalTo(false))
                .body("items[1].usedBytes", equalTo(550))
                .body("items[1].days.day", contains(day(40).toString(), day(12).toString()))
                .body("items[1].days.usedBytes", contains(250, 300));
    }

    @Test
    void each_way_of_going_on_beyond_the_allowance_tells_what_is_beyond() {
        String enrolment = enrolled(Map.of(
                "dataBytesPerCycle",
                2_000,
                "dataBytesPerDay",
                100,
                "afterAllowance",
                Map.of("kind", "throttle", "kbps", 1_000),
                "minutesAny",
                20));
        record(event("a", 3, 130, null));
        record(event("b", 2, 40, null));
        usage(steward, enrolment)
                .body("allowance.afterAllowance.kind", equalTo("throttle"))
                .body("allowance.minutesAny", equalTo(20))
                .body("items[0].usedBytes", equalTo(170))
                .body("items[0].leftBytes", equalTo(1_860))
                .body("items[0].beyondBytes", equalTo(30))
                .body("items[0]", not(hasKey("chargeVnd")))
                .body("items[0].days.leftBytes", contains(0, 60))
                .body("items[0].days.beyondBytes", contains(30, 0));

        a_worker();
        String charged = enrolled(Map.of(
                "dataBytesPerCycle",
                100,
                "afterAllowance",
                Map.of("kind", "per-block", "blockBytes", 50, "priceVnd", 75)));
        record(event("c", 3, 160, null));
        usage(steward, charged).body("items[0].chargeVnd", equalTo(150)).body("items[0].leftBytes", equalTo(0));
    }

    @Test
    void what_is_used_at_night_is_told_beside_the_nights_share() {
        Map<String, Object> night = Map.of("from", "23:00:00", "until", "06:00:00", "per", "cycle", "dataBytes", 700);
        String enrolment =
                enrolled(Map.of("dataBytesPerCycle", 1_000, "dayParts", List.of(night), "afterAllowance", STOP));
        record(at("late", day(5).atTime(23, 30), 100));
        record(at("early", day(4).atTime(5, 59), 50));
        record(at("noon", day(4).atTime(12, 0), 400));
        usage(steward, enrolment)
                .body("items[0].dayParts[0].usedBytes", equalTo(150))
                .body("items[0].dayParts[0].leftBytes", equalTo(550))
                .body("items[0].leftBytes", equalTo(550))
                .body("items[0].beyondBytes", equalTo(100));
    }

    @Test
    void it_is_for_the_worker_and_those_who_see_the_enrolment_and_unknown_to_all_others() {
        String enrolment = enrolled(Map.of("dataBytesPerCycle", 1_000, "afterAllowance", STOP));
        record(event("a", 1, 10, null));
        usage(Door.worker(UUID.fromString(worker)), enrolment).body("items[0].usedBytes", equalTo(10));
        String stranger = people.register(steward, enterprise, people.nationalId(), people.number());
        for (String other :
                List.of(Door.steward(UUID.fromString(people.enterprise())), Door.worker(UUID.fromString(stranger))))
            given().auth()
                    .oauth2(other)
                    .get("/v1/enrolments/" + enrolment + "/usage")
                    .then()
                    .statusCode(404);
    }

    @Test
    void before_its_activation_an_enrolment_has_no_cycle_and_parked_usage_counts_once_it_is_matched() {
        String enrolment = insert(published(Map.of("dataBytesPerCycle", 1_000, "afterAllowance", STOP)), null);
        usage(steward, enrolment).body("items", hasSize(0));
        a_worker();
        UUID version = published(Map.of("dataBytesPerCycle", 1_000, "afterAllowance", STOP));
        String active = insert(version, activated());
        assertThat(outcome(event("early", 2, 25, null))).isEqualTo(UsageOutcome.PARKED);
        usage(steward, active).body("items[0].usedBytes", equalTo(0));
        openLine(version, active);
        given().auth()
                .oauth2(Door.carrier(Deal.CARRIER))
                .post("/v1/usage-quarantine/replay")
                .then()
                .statusCode(200);
        usage(steward, active).body("items[0].usedBytes", equalTo(25));
    }

    @Test
    void when_a_person_is_forgotten_so_is_whose_usage_it_was_and_the_sums_stay() {
        enrolled(Map.of("dataBytesPerCycle", 1_000, "afterAllowance", STOP));
        record(event("a", 1, 10, null));
        String etag =
                given().auth().oauth2(steward).get("/v1/workers/" + worker).header("ETag");
        given().auth()
                .oauth2(Door.worker(UUID.fromString(worker)))
                .header("If-Match", etag)
                .delete("/v1/workers/" + worker)
                .then()
                .statusCode(204);
        Desk.until(() -> owner("a") == null ? "forgotten" : null);
        assertThat(Desk.sql("SELECT state, bytes FROM usage_event WHERE event_id = $1", run + "a")
                        .getFirst())
                .containsExactly("counted", 10L);
        assertThat(Desk.sql(
                                "SELECT sum(bytes)::bigint FROM usage_daily WHERE enterprise_id = $1",
                                UUID.fromString(enterprise))
                        .getFirst())
                .containsExactly(10L);
    }

    private Object owner(String event) {
        return Desk.sql("SELECT enrolment_id FROM usage_event WHERE event_id = $1", run + event)
                .getFirst()[0];
    }

    private String enrolled(Map<String, Object> allowance) {
        UUID version = published(allowance);
        String id = insert(version, activated());
        openLine(version, id);
        return id;
    }

    /** An enrolment as it stands behind a carrier's acknowledgement some time ago. */
    private String insert(UUID version, Instant activeFrom) {
        UUID id = UUID.randomUUID();
        await(() -> Statements.of(bean(Transactions.class).systemPool())
                .update(
                        """
                        INSERT INTO enrolment (id, worker_id, enterprise_id, programme_id, agreement_id, package_version_id, carrier_id,
                                               msisdn_index, state, price_vnd, carrier_vnd, union_vnd, employer_vnd, worker_vnd,
                                               fund_vnd, decided_at, active_from)
                        VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, 0, 0, 0, 0, 0, 0, goichung_now(), $10)
                        """,
                        id,
                        UUID.fromString(worker),
                        UUID.fromString(enterprise),
                        UUID.randomUUID(),
                        UUID.randomUUID(),
                        version,
                        CARRIER.value(),
                        Buffer.buffer(index()),
                        activeFrom == null ? "ordered" : "active",
                        activeFrom));
        return id.toString();
    }

    private void openLine(UUID version, String enrolment) {
        await(() -> bean(QuotaService.class)
                .openLine(new LineOpened(
                        CARRIER,
                        index(),
                        activated(),
                        null,
                        new EnterpriseId(UUID.fromString(enterprise)),
                        UUID.randomUUID(),
                        version,
                        UUID.fromString(enrolment))));
    }

    private static UUID published(Map<String, Object> allowance) {
        return UUID.fromString(TestPackages.published(CARRIER.value(), List.of(), allowance));
    }

    private static ValidatableResponse usage(String token, String enrolment) {
        return given().auth()
                .oauth2(token)
                .get("/v1/enrolments/" + enrolment + "/usage")
                .then()
                .statusCode(200);
    }

    private void record(UsageEvent event) {
        assertThat(outcome(event)).isNotIn(UsageOutcome.CONFLICT);
    }

    private static UsageOutcome outcome(UsageEvent event) {
        var usage = bean(UsageService.class);
        return await(() -> usage.record(CARRIER, usage.prepare(List.of(event)))).getFirst();
    }

    private UsageEvent event(String id, int daysAgo, long bytes, String amends) {
        return new UsageEvent(
                run + id,
                "+84" + number.substring(1),
                bytes,
                day(daysAgo).atTime(LocalTime.NOON).atZone(Clock.VIETNAM).toInstant(),
                null,
                amends == null ? null : run + amends);
    }

    private UsageEvent at(String id, java.time.LocalDateTime local, long bytes) {
        return new UsageEvent(
                run + id,
                "+84" + number.substring(1),
                bytes,
                local.atZone(Clock.VIETNAM).toInstant(),
                null,
                null);
    }

    private static LocalDate day(int daysAgo) {
        return bean(Clock.class).today().minusDays(daysAgo);
    }

    private static Instant activated() {
        return day(DAYS_AGO).atTime(1, 0).atZone(Clock.VIETNAM).toInstant();
    }

    private byte[] index() {
        return bean(PersonalData.class).blindIndex(PersonalData.Kind.MSISDN, "+84" + number.substring(1));
    }
}
