package org.goichung.enrolment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.goichung.enrolment.Desk.as;
import static org.goichung.enrolment.Desk.keyed;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.goichung.enrolment.Desk.Worker;
import org.goichung.negotiation.Deal;
import org.goichung.negotiation.Deal.Share;
import org.goichung.platform.time.Clock;
import org.goichung.platform.time.DatabaseClock;
import org.goichung.quota.TestQuota;
import org.goichung.support.Door;
import org.goichung.workforce.TestPeople;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Whom a package and a programme are for, as the steward at the desk meets it. */
@QuarkusTest
class EnrolmentCriteriaTest {
    private static Deal deal;
    private Desk desk;

    @BeforeEach
    void a_desk_with_a_package_for_union_members() {
        if (deal == null) deal = Deal.struck(new Share(9, 300_000L), new Share(4, null), "union-member");
        desk = new Desk(deal, deal.first);
        desk.awaitPools();
    }

    @AfterAll
    static void forget() {
        deal = null;
    }

    @Test
    void the_programmes_criteria_must_hold_beside_the_packages() {
        desk.programme = desk.programme(Map.of("criteria", List.of("low-income")));
        Worker worker = desk.worker();
        desk.patch(worker, Map.of("monthlyWageVnd", 9_000_000));
        desk.enrol(worker, "en")
                .then()
                .statusCode(409)
                .body("type", equalTo("/problems/not-eligible"))
                .body("facts.reasons.criterion", contains("union-member", "low-income"))
                .body("facts.reasons[0].status", equalTo("qualified"))
                .body("facts.reasons[1].status", equalTo("unqualified"))
                .body("facts.reasons[1].text", equalTo("Earns 6 million đồng a month or more."));
        desk.enrol(worker, "vi")
                .then()
                .statusCode(409)
                .body("facts.reasons[1].text", equalTo("Lương từ 6 triệu đồng mỗi tháng trở lên."));
        desk.patch(worker, Map.of("monthlyWageVnd", 5_000_000));
        desk.enrol(worker).then().statusCode(201).body("state", equalTo("qualified"));
    }

    @Test
    void a_missing_fact_of_the_programmes_criterion_makes_a_draft_that_names_it_until_it_is_known() {
        desk.programme = desk.programme(Map.of("criteria", List.of("low-income", "union-member")));
        Worker worker = desk.worker();
        String id = desk.enrol(worker, "en")
                .then()
                .statusCode(201)
                .body("state", equalTo("draft"))
                .body("reasons", hasSize(2))
                .body("reasons[1].criterion", equalTo("low-income"))
                .body("reasons[1].status", equalTo("unknown"))
                .body("reasons[1].text", equalTo("The wage is not known."))
                .body("reasons[1].missingFacts", contains("worker.monthlyWageVnd"))
                .extract()
                .path("id");
        desk.get(id, "vi").then().body("reasons[1].text", equalTo("Chưa rõ mức lương."));
        as(desk.steward)
                .header("Accept-Language", "en")
                .get("/v1/enrolments?limit=500")
                .then()
                .body("items.find { it.id == '" + id + "' }.reasons[1].text", equalTo("The wage is not known."));
        desk.consent(id, "en")
                .then()
                .statusCode(409)
                .body("type", equalTo("/problems/not-eligible"))
                .body("facts.reasons[1].text", equalTo("The wage is not known."));
        desk.patch(worker, Map.of("monthlyWageVnd", 5_000_000));
        desk.consent(id, "en")
                .then()
                .statusCode(200)
                .body("state", equalTo("consented"))
                .body("reasons[1].text", equalTo("Earns less than 6 million đồng a month."));
        desk.get(id, "vi").then().body("reasons[1].text", equalTo("Lương dưới 6 triệu đồng mỗi tháng."));
    }

    @Test
    void a_programme_is_good_on_its_days_only() {
        LocalDate today = Door.bean(Clock.class).today();
        Worker worker = desk.worker();
        desk.programme = desk.programme(Map.of("validFrom", today.plusDays(1).toString()));
        desk.enrol(worker, "en")
                .then()
                .statusCode(409)
                .body("type", equalTo("/problems/programme-not-begun"))
                .body("facts.validFrom", equalTo(today.plusDays(1).toString()));
        desk.programme = desk.programme(Map.of("validUntil", today.minusDays(1).toString()));
        desk.enrol(worker)
                .then()
                .statusCode(409)
                .body("type", equalTo("/problems/programme-ended"))
                .body("facts.validUntil", equalTo(today.minusDays(1).toString()));
        desk.programme = desk.programme(Map.of("validFrom", today.toString(), "validUntil", today.toString()));
        desk.enrol(worker).then().statusCode(201);
    }

    @Test
    void a_yes_after_the_programmes_last_day_is_refused_though_the_enrolment_began_in_time() {
        String today = Door.bean(Clock.class).today().toString();
        desk.programme = desk.programme(Map.of("validUntil", today));
        String id = desk.enrolled(desk.worker());
        Door.await(() -> Door.bean(DatabaseClock.class).advance(Duration.ofDays(1)));
        try {
            desk.consent(id).then().statusCode(409).body("type", equalTo("/problems/programme-ended"));
        } finally {
            Door.await(() -> Door.bean(DatabaseClock.class).advance(Duration.ofDays(-1)));
        }
        assertThat(desk.holdsOf(id)).isEmpty();
        desk.consent(id).then().statusCode(200);
    }

    @Test
    void a_yes_under_a_suspended_agreement_is_refused_until_it_is_resumed() {
        String id = desk.enrolled(desk.worker());
        moveAgreement("suspend");
        try {
            desk.consent(id, "en")
                    .then()
                    .statusCode(409)
                    .body("type", equalTo("/problems/agreement-not-in-force"))
                    .body("mend", containsString("resumed"));
            assertThat(desk.holdsOf(id)).isEmpty();
        } finally {
            moveAgreement("resume");
        }
        Desk.until(() -> desk.consent(id).statusCode() == 200 ? id : null);
    }

    private void moveAgreement(String move) {
        String path = "/v1/agreements/" + deal.agreement;
        int version = as(deal.lead).get(path).path("version");
        keyed(deal.lead)
                .header("If-Match", "\"" + version + "\"")
                .post(path + "/" + move)
                .then()
                .statusCode(200);
    }

    @Test
    void a_programme_of_other_enterprises_looks_like_one_that_is_not_there() {
        String elsewhere = new TestPeople().enterprise();
        desk.programme = desk.programme(Map.of("enterpriseIds", List.of(elsewhere)));
        Response others = desk.enrol(desk.worker());
        others.then()
                .statusCode(400)
                .body("errors.pointer", contains("/programmeId"))
                .body("errors.code", contains("not-a-programme-here"));
        desk.programme = UUID.randomUUID().toString();
        assertThat(desk.enrol(desk.worker()).<List<Object>>path("errors")).isEqualTo(others.path("errors"));
    }

    /** What other tests have made for everybody is for another enterprise from now on. */
    private static void noProgrammeIsForEverybody() {
        TestQuota.sql("""
                INSERT INTO programme_enterprise (programme_id, enterprise_id)
                SELECT p.id, $1 FROM programme p
                 WHERE NOT EXISTS (SELECT FROM programme_enterprise e WHERE e.programme_id = p.id)
                RETURNING programme_id
                """, UUID.fromString(new TestPeople().enterprise()));
    }

    @Test
    void a_look_up_counts_a_programmes_share_only_for_whom_its_criteria_hold() {
        noProgrammeIsForEverybody();
        desk.programme(Map.of(
                "criteria", List.of("low-income"),
                "shares", List.of(Map.of("payer", "union", "basisPoints", 10_000))));
        Worker worker = desk.worker();
        desk.patch(worker, Map.of("monthlyWageVnd", 9_000_000));
        // everybody's programme leaves 19,000 of 70,000 đ; the poor pay nothing
        Desk.until(() -> coPay(worker).equals(19_000L) ? worker : null);
        desk.patch(worker, Map.of("monthlyWageVnd", 5_000_000));
        Desk.until(() -> coPay(worker).equals(0L) ? worker : null);
    }

    @Test
    void who_misses_the_only_programmes_criteria_is_told_so_by_the_look_up_as_by_the_enrolment() {
        noProgrammeIsForEverybody();
        var other = new Desk(deal, deal.second, Map.of("criteria", List.of("low-income")));
        Worker worker = other.worker();
        other.patch(worker, Map.of("monthlyWageVnd", 9_000_000));
        Desk.until(() -> "unqualified".equals(match(other, worker).get("status")) ? worker : null);
        assertThat(match(other, worker).get("reasons")).asString().contains("low-income");
        other.enrol(worker).then().statusCode(409).body("facts.reasons.criterion", hasItem("low-income"));
    }

    private Object coPay(Worker worker) {
        Object coPay = match(desk, worker).get("coPayVndPer30Days");
        return coPay == null ? -1L : ((Number) coPay).longValue();
    }

    private static Map<String, Object> match(Desk desk, Worker worker) {
        Map<String, Object> match = as(desk.steward)
                .body(Map.of("workerId", worker.id()))
                .post("/v1/eligibility/lookups")
                .path("matches.find { it.agreementId == '" + deal.agreement + "' }");
        return match == null ? Map.of() : match;
    }
}
