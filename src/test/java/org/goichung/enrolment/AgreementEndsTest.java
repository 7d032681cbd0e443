package org.goichung.enrolment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.goichung.enrolment.Desk.Worker;
import org.goichung.negotiation.Deal;
import org.goichung.negotiation.Deal.Share;
import org.goichung.platform.time.Clock;
import org.goichung.platform.time.DatabaseClock;
import org.goichung.support.Door;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Nothing goes on under an agreement that has ended, and everybody concerned is told. */
@QuarkusTest
class AgreementEndsTest {
    private Deal deal;
    private Desk desk;
    private Duration passed = Duration.ZERO;

    @BeforeEach
    void a_desk_with_quota() {
        deal = Deal.struck(new Share(9, 300_000L), new Share(1, null));
        desk = new Desk(deal, deal.first);
        desk.awaitPools();
    }

    @AfterEach
    void the_clock_is_set_back_and_the_ledger_adds_up() {
        Door.await(() -> Door.bean(DatabaseClock.class).advance(passed.negated()));
        assertThat(Desk.mismatches()).isZero();
    }

    @Test
    void a_terminated_one_ends_what_hangs_on_it_and_takes_no_more_and_an_order_ends_once_the_carrier_has_answered() {
        Worker late = desk.worker();
        Worker next = desk.worker();
        String qualified = desk.enrolled(desk.worker());
        String active = desk.active(desk.worker());
        String paused = desk.active(desk.worker());
        desk.move(desk.steward, paused, "pause").then().statusCode(200);
        String ordered = desk.ordered(late);

        terminate();
        for (String id : List.of(qualified, active, paused)) {
            desk.awaitState(id, "exited");
            desk.get(id).then().body("exitReason", equalTo("agreement-terminated"));
        }
        Desk.until(() -> desk.lineOf(active)[1]);
        assertThat(desk.eventsOf(active, "enrolment-exited"))
                .singleElement()
                .asString()
                .contains("\"from\": \"active\"", "\"reason\": \"agreement-terminated\"");
        assertThat(audienceOf(active)).contains("enterprise:" + desk.at.enterprise(), "carrier:" + Deal.CARRIER);
        assertThat(audienceOf(qualified)).contains("enterprise:").doesNotContain("carrier:");

        desk.enrol(next).then().statusCode(400).body("errors[0].code", equalTo("not-in-force-here"));
        desk.consent(qualified).then().statusCode(409);
        Desk.until(() -> desk.pool("LINE_CYCLE").get("frozen").equals(true) ? true : null);

        assertThat(desk.state(ordered)).isEqualTo("ordered");
        assertThat(desk.acknowledge(late).statusCode()).isEqualTo(200);
        desk.awaitState(ordered, "exited");
        Desk.until(() -> desk.lineOf(ordered) == null ? null : desk.lineOf(ordered)[1]);
        assertThat(desk.holdsOf(ordered)).containsOnly("posted");
        assertThat(desk.inPool("LINE_CYCLE", "reserved")).isZero();
    }

    @Test
    void an_expired_one_ends_it_from_the_day_after_the_last() {
        String active = desk.active(desk.worker());
        LocalDate last = LocalDate.ofInstant(now(), Clock.VIETNAM);
        Desk.sql(
                "UPDATE agreement SET from_date = from_date - 60, until_date = $2 WHERE id = $1",
                UUID.fromString(deal.agreement),
                last);
        Instant end = last.plusDays(1).atStartOfDay(Clock.VIETNAM).toInstant();
        Duration ahead = Duration.between(now(), end).plusSeconds(60);
        Door.await(() -> Door.bean(DatabaseClock.class).advance(ahead));
        passed = ahead;
        desk.awaitState(active, "exited");
        desk.get(active)
                .then()
                .body("exitReason", equalTo("agreement-expired"))
                .body("exitedAt", equalTo(end.toString()));
        assertThat(Desk.until(() -> desk.lineOf(active)[1]).toString())
                .startsWith(end.toString().substring(0, 10));
        assertThat(agreement().getString("state")).isEqualTo("expired");
    }

    private void terminate() {
        String path = "/v1/agreements/" + deal.agreement;
        Desk.keyed(deal.lead)
                .header("If-Match", Desk.as(deal.lead).get(path).header("ETag"))
                .post(path + "/terminate")
                .then()
                .statusCode(200);
    }

    private JsonPath agreement() {
        return Desk.as(deal.lead).get("/v1/agreements/" + deal.agreement).jsonPath();
    }

    private static Instant now() {
        return Door.bean(DatabaseClock.class).instant();
    }

    private static String audienceOf(String id) {
        return String.valueOf(Desk.sql(
                        "SELECT audience::text FROM outbox_event WHERE subject = $1 AND type = 'enrolment-exited'",
                        UUID.fromString(id))
                .getFirst()[0]);
    }
}
