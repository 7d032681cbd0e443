package org.goichung.enrolment;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.goichung.enrolment.Desk.as;
import static org.goichung.enrolment.Desk.until;
import static org.hamcrest.Matchers.equalTo;

import io.quarkus.test.junit.QuarkusMock;
import io.quarkus.test.junit.QuarkusTest;
import io.smallrye.mutiny.Uni;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.Map;
import java.util.UUID;
import org.goichung.enrolment.Desk.Worker;
import org.goichung.negotiation.Deal;
import org.goichung.negotiation.Deal.Share;
import org.goichung.platform.time.Clock;
import org.goichung.platform.time.DatabaseClock;
import org.goichung.quota.QuotaService;
import org.goichung.support.Door;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Whoever no longer works at an enterprise no longer uses its quota. */
@QuarkusTest
class EmploymentEndsTest {
    private static Deal deal;
    private Desk desk;
    private Duration passed = Duration.ZERO;

    @BeforeEach
    void a_desk_with_quota() {
        if (deal == null) deal = Deal.struck(new Share(9, 300_000L), new Share(4, 200_000L));
        desk = new Desk(deal, deal.first);
        desk.awaitPools();
        if (desk.inPool("LINE_CYCLE", "available") < 2) {
            deal = null;
            a_desk_with_quota();
        }
        // by what workforce tells; the daily look is for the tests that ask for it
        checkedFor(today().plusYears(1));
    }

    @AfterEach
    void the_clock_is_set_back_and_the_ledger_adds_up() {
        Door.await(() -> Door.bean(DatabaseClock.class).advance(passed.negated()));
        checkedFor(today().minusDays(1));
        assertThat(Desk.mismatches()).isZero();
    }

    @AfterAll
    static void forget() {
        deal = null;
    }

    @Test
    void a_last_day_that_has_passed_ends_it_from_the_day_after_and_later_usage_is_parked() {
        Worker worker = desk.worker();
        LocalDate begun = today();
        String id = desk.active(worker);
        daysPass(4);
        lastDay(worker, begun.plusDays(1));
        desk.awaitState(id, "exited");
        Instant end = startOf(begun.plusDays(2));
        desk.get(id).then().body("exitReason", equalTo("employment-ended")).body("exitedAt", equalTo(end.toString()));
        lineEnds(id, end);
        assertThat(desk.eventsOf(id, "enrolment-exited"))
                .singleElement()
                .asString()
                .contains("\"reason\": \"employment-ended\"", "\"at\": \"" + end + "\"");
        assertThat(audienceOf(id)).contains("enterprise:" + desk.at.enterprise(), "carrier:" + Deal.CARRIER);
        assertThat(desk.used(worker, 1_000, end.minusSeconds(1))).isEqualTo("posted");
        assertThat(desk.used(worker, 1_000, end)).isEqualTo("parked");
    }

    @Test
    void a_last_day_ahead_ends_it_when_the_calendar_has_passed_it_be_it_active_or_paused() {
        Worker one = desk.worker();
        Worker other = desk.worker();
        String active = desk.active(one);
        String paused = desk.active(other);
        desk.move(desk.steward, paused, "pause").then().statusCode(200);
        checkedFor(today().minusDays(1));
        LocalDate last = today().plusDays(1);
        lastDay(one, last);
        lastDay(other, last);
        daysPass(1);
        awaitReceived("employment-ended", one.id());
        assertThat(desk.state(active)).isEqualTo("active");
        daysPass(1);
        desk.awaitState(active, "exited");
        desk.awaitState(paused, "exited");
        desk.get(active)
                .then()
                .body("exitReason", equalTo("employment-ended"))
                .body("exitedAt", equalTo(startOf(last.plusDays(1)).toString()));
        lineEnds(active, startOf(last.plusDays(1)));
        lineEnds(paused, startOf(last.plusDays(1)));
    }

    @Test
    void who_stays_on_after_all_keeps_it() {
        Worker worker = desk.worker();
        Worker leaver = desk.worker();
        checkedFor(today().minusDays(1));
        String id = desk.active(worker);
        String leavers = desk.active(leaver);
        lastDay(worker, today());
        lastDay(leaver, today());
        desk.patch(worker, java.util.Collections.singletonMap("employedTo", null));
        daysPass(2);
        desk.awaitState(leavers, "exited");
        assertThat(desk.state(id)).isEqualTo("active");
    }

    @Test
    void a_newer_roster_elsewhere_ends_it_and_the_new_enterprise_may_enrol_but_not_look_back() {
        Worker worker = desk.worker();
        String old = desk.active(worker);
        var newDesk = new Desk(deal, deal.second);
        newDesk.awaitPools();
        newDesk.takenOver(worker);
        desk.awaitState(old, "exited");
        desk.get(old).then().body("exitReason", equalTo("employment-ended"));
        as(newDesk.steward).get("/v1/enrolments/" + old).then().statusCode(404);
        String again = newDesk.enrolled(worker);
        assertThat(newDesk.get(again).<String>path("enterpriseId")).isEqualTo(deal.second.enterprise());
        as(desk.steward).get("/v1/enrolments/" + again).then().statusCode(404);
    }

    @Test
    void the_enterprises_own_roster_with_a_last_day_ends_it() {
        Worker worker = desk.worker();
        String id = desk.active(worker);
        String roster = "Họ và tên;CCCD;Số điện thoại;Ngày vào làm;Ngày nghỉ\nTrần Văn Thử;%s;%s;01/01/2020;%s\n"
                .formatted(
                        worker.nationalId(),
                        worker.number(),
                        today().minusDays(1).format(java.time.format.DateTimeFormatter.ofPattern("dd/MM/yyyy")));
        given().auth()
                .oauth2(desk.steward)
                .header("Content-Type", "text/csv; charset=UTF-8")
                .body(roster.getBytes(StandardCharsets.UTF_8))
                .post("/v1/enterprises/" + desk.at.enterprise() + "/worker-imports")
                .then()
                .statusCode(202);
        desk.awaitState(id, "exited");
        desk.get(id).then().body("exitReason", equalTo("employment-ended"));
    }

    @Test
    void a_hold_that_is_not_ordered_yet_is_given_back() {
        var stuck = new StuckLedger();
        QuarkusMock.installMockForType(stuck, EnrolmentLedger.class);
        Worker worker = desk.worker();
        String id = desk.enrolled(worker);
        desk.consent(id).then().statusCode(200);
        assertThat(desk.holdsOf(id)).containsExactly("pending", "pending");
        lastDay(worker, today().minusDays(1));
        desk.awaitState(id, "exited");
        stuck.stuck = false;
        until(() -> desk.holdsOf(id).stream().allMatch("voided"::equals) ? id : null);
        assertThat(desk.holdsOf(id)).hasSize(2);
        assertThat(ordersOf(id)).isZero();
    }

    @Test
    void whoever_left_before_the_order_went_out_is_not_ordered_for() {
        var stuck = new StuckLedger();
        QuarkusMock.installMockForType(stuck, EnrolmentLedger.class);
        Worker worker = desk.worker();
        LocalDate last = today();
        String id = desk.enrolled(worker);
        desk.consent(id).then().statusCode(200);
        lastDay(worker, last);
        awaitReceived("employment-ended", worker.id());
        daysPass(1);
        stuck.stuck = false;
        desk.awaitState(id, "exited");
        desk.get(id).then().body("exitReason", equalTo("employment-ended"));
        until(() -> desk.holdsOf(id).stream().noneMatch("pending"::equals) ? id : null);
        assertThat(ordersOf(id)).isZero();
    }

    @Test
    void an_order_with_the_carrier_is_the_carriers_to_end_and_goes_out_of_use_once_acknowledged() {
        Worker worker = desk.worker();
        String id = desk.ordered(worker);
        lastDay(worker, today().minusDays(1));
        awaitReceived("employment-ended", worker.id());
        assertThat(desk.state(id)).isEqualTo("ordered");
        desk.acknowledge(worker).then().statusCode(200);
        desk.awaitState(id, "exited");
        desk.get(id).then().body("exitReason", equalTo("employment-ended"));
        until(() -> desk.holdsOf(id).stream().allMatch("posted"::equals) ? id : null);
        until(() -> desk.lineOf(id) != null && desk.lineOf(id)[1] != null ? id : null);
        assertThat(desk.used(worker, 1, now())).isEqualTo("parked");
    }

    @Test
    void an_order_refused_after_the_employments_end_gives_its_hold_back() {
        Worker worker = desk.worker();
        String id = desk.ordered(worker);
        lastDay(worker, today().minusDays(1));
        awaitReceived("employment-ended", worker.id());
        desk.refuse(worker).then().statusCode(200);
        desk.get(id).then().body("state", equalTo("exited")).body("exitReason", equalTo("refused-by-carrier"));
        until(() -> desk.holdsOf(id).stream().allMatch("voided"::equals) ? id : null);
    }

    @Test
    void whoever_was_erased_while_the_order_was_out_does_not_stay_enrolled() {
        Worker worker = desk.worker();
        String id = desk.ordered(worker);
        String order = desk.orderOf(worker);
        String etag = as(desk.at.officer()).get("/v1/workers/" + worker.id()).header("ETag");
        as(desk.at.officer())
                .header("If-Match", etag)
                .delete("/v1/workers/" + worker.id())
                .then()
                .statusCode(204);
        awaitReceived("worker-erased", worker.id());
        assertThat(desk.state(id)).isEqualTo("ordered");
        Desk.keyed(desk.carrier)
                .body(Map.of("carrierReference", "VT-1"))
                .post("/v1/activations/" + order + "/acknowledge")
                .then()
                .statusCode(200);
        desk.awaitState(id, "exited");
        desk.get(id).then().body("exitReason", equalTo("person-erased"));
        until(() -> desk.lineOf(id) != null && desk.lineOf(id)[1] != null ? id : null);
    }

    private void lastDay(Worker worker, LocalDate day) {
        desk.patch(worker, Map.of("employedTo", day.toString()));
    }

    private void daysPass(int days) {
        Duration by = Duration.ofDays(days);
        Door.await(() -> Door.bean(DatabaseClock.class).advance(by));
        passed = passed.plus(by);
    }

    private void lineEnds(String id, Instant end) {
        until(() -> desk.lineOf(id)[1]);
        assertThat(((OffsetDateTime) desk.lineOf(id)[1]).toInstant()).isEqualTo(end);
    }

    private static void checkedFor(LocalDate day) {
        Desk.sql("UPDATE enrolment_calendar SET checked_for = $1 RETURNING 1", day);
    }

    private static long ordersOf(String id) {
        return (Long) Desk.sql("SELECT count(*) FROM activation WHERE enrolment_id = $1", UUID.fromString(id))
                .getFirst()[0];
    }

    private static String audienceOf(String id) {
        return String.valueOf(Desk.sql(
                        "SELECT audience::text FROM outbox_event WHERE subject = $1 AND type = 'enrolment-exited'",
                        UUID.fromString(id))
                .getFirst()[0]);
    }

    /** Until all receivers had it. */
    private static void awaitReceived(String type, String subject) {
        until(() -> {
            var events = Desk.sql(
                    "SELECT published_seq FROM outbox_event WHERE subject = $1 AND type = $2",
                    UUID.fromString(subject),
                    type);
            return !events.isEmpty() && events.stream().allMatch(row -> row[0] != null) ? type : null;
        });
    }

    private static Instant startOf(LocalDate day) {
        return day.atStartOfDay(Clock.VIETNAM).toInstant();
    }

    private static Instant now() {
        return Door.bean(Clock.class).instant();
    }

    private static LocalDate today() {
        return Door.bean(Clock.class).today();
    }

    /** The real ledger, but orders do not get out. */
    public static class StuckLedger extends EnrolmentLedger {
        volatile boolean stuck = true;

        public StuckLedger() {
            super(Door.bean(QuotaService.class), Door.bean(Clock.class));
        }

        @Override
        Uni<Void> keep(UUID id) {
            return stuck ? Uni.createFrom().failure(new IllegalStateException("away")) : super.keep(id);
        }
    }
}
