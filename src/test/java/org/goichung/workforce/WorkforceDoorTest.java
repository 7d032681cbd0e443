package org.goichung.workforce;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.specification.RequestSpecification;
import java.util.Map;
import java.util.UUID;
import org.goichung.platform.identity.WorkerId;
import org.goichung.platform.time.Clock;
import org.goichung.support.Door;
import org.junit.jupiter.api.Test;

/** Unions, enterprises and people as their users meet them. */
@QuarkusTest
class WorkforceDoorTest {
    private final TestPeople people = new TestPeople();

    @Test
    void a_tax_code_with_a_wrong_check_digit_is_refused_with_the_mend_and_a_known_one_too() {
        String code = people.taxCode();
        String wrong = code.substring(0, 9) + (code.charAt(9) == '9' ? '8' : (char) (code.charAt(9) + 1));
        as(Door.admin())
                .body(Map.of("taxCode", wrong, "name", "x"))
                .post("/v1/enterprises")
                .then()
                .statusCode(400)
                .body("type", equalTo("/problems/bad-tax-code"))
                .body("mend", notNullValue())
                .body("errors.pointer", hasItem("/taxCode"));
        as(Door.admin())
                .body(Map.of("taxCode", code, "name", "Công ty A", "provinceCode", "92", "park", "Trà Nóc 1"))
                .post("/v1/enterprises")
                .then()
                .statusCode(201)
                .header("ETag", equalTo("\"0\""))
                .body("placeDataset", equalTo("2025-07"));
        as(Door.admin())
                .body(Map.of("taxCode", code, "name", "Công ty B"))
                .post("/v1/enterprises")
                .then()
                .statusCode(409)
                .body("type", equalTo("/problems/already-exists"));
        as(Door.admin())
                .body(Map.of("taxCode", people.taxCode(), "name", "C", "provinceCode", "89"))
                .post("/v1/enterprises")
                .then()
                .statusCode(400)
                .body("type", equalTo("/problems/unknown-place"));
    }

    @Test
    void the_tree_decides_what_an_officer_reaches_and_a_move_changes_it() {
        String admin = Door.admin();
        String top = people.unionBody("confederation", null, null);
        String one = people.unionBody("provincial-federation", top, null);
        String other = people.unionBody("provincial-federation", top, null);
        String enterprise = people.enterprise();
        String grassroots = people.unionBody("grassroots", one, enterprise);
        String officer = Door.unionOfficer(UUID.fromString(one));
        as(officer).get("/v1/enterprises/" + enterprise).then().statusCode(200);
        as(officer)
                .get("/v1/enterprises")
                .then()
                .body("items.id", hasItem(enterprise))
                .body("items", hasSize(1));
        as(Door.unionOfficer(UUID.fromString(other)))
                .get("/v1/enterprises/" + enterprise)
                .then()
                .statusCode(404);

        String tomorrow = java.time.LocalDate.now(java.time.ZoneId.of("Asia/Ho_Chi_Minh"))
                .plusDays(1)
                .toString();
        as(admin)
                .header("If-Match", "\"0\"")
                .body(Map.of("parentId", other, "from", tomorrow))
                .post("/v1/union-bodies/" + grassroots + "/move")
                .then()
                .statusCode(200)
                .header("ETag", equalTo("\"1\""))
                .body("parentId", equalTo(one));
        as(admin)
                .header("If-Match", "\"0\"")
                .body(Map.of("parentId", one, "from", "2030-01-01"))
                .post("/v1/union-bodies/" + grassroots + "/move")
                .then()
                .statusCode(412);
    }

    @Test
    void a_body_never_stands_under_itself_and_an_enterprise_has_one_open_union() {
        String admin = Door.admin();
        String top = people.unionBody("confederation", null, null);
        String upper = people.unionBody("direct-superior", top, null);
        String lower = people.unionBody("direct-superior", upper, null);
        as(admin)
                .header("If-Match", "\"0\"")
                .body(Map.of("parentId", lower, "from", "2030-01-01"))
                .post("/v1/union-bodies/" + upper + "/move")
                .then()
                .statusCode(409)
                .body("type", equalTo("/problems/union-tree"));
        String enterprise = people.enterprise();
        people.unionBody("grassroots", lower, enterprise);
        as(admin)
                .body(Map.of("name", "y", "level", "grassroots", "parentId", lower, "enterpriseId", enterprise))
                .post("/v1/union-bodies")
                .then()
                .statusCode(409)
                .body("errors.pointer", hasItem("/enterpriseId"));
        as(admin)
                .body(Map.of("name", "y", "level", "grassroots", "parentId", lower, "enterpriseId", UUID.randomUUID()))
                .post("/v1/union-bodies")
                .then()
                .statusCode(400)
                .body("errors.code", hasItem("unknown-enterprise"));
    }

    @Test
    void a_person_is_registered_found_without_accents_changed_and_erased() {
        String enterprise = people.enterprise();
        String steward = Door.steward(UUID.fromString(enterprise));
        String number = people.number();
        var made = as(steward)
                .body(people.worker(enterprise, "Nguyễn Thị Đào", people.nationalId(), number))
                .post("/v1/workers")
                .then()
                .statusCode(201)
                .body("msisdn", equalTo("+84" + number.substring(1)))
                .body("carrierIsGuess", equalTo(true))
                .extract();
        String id = made.path("id");
        as(steward)
                .body(Map.of("name", "dao NGUYEN"))
                .post("/v1/workers/searches")
                .then()
                .statusCode(200)
                .body("items.id", equalTo(java.util.List.of(id)));
        as(steward)
                .get("/v1/workers?limit=1&enterpriseId=" + enterprise)
                .then()
                .statusCode(200)
                .body("items", hasSize(1));

        as(steward).body("{}").patch("/v1/workers/" + id).then().statusCode(428);
        String etag = as(steward)
                .header("If-Match", made.header("ETag"))
                .body("{\"birthYear\":1979,\"carrierCode\":\"VIETTEL\",\"unionMember\":null}")
                .patch("/v1/workers/" + id)
                .then()
                .statusCode(200)
                .body("birthYear", equalTo(1979))
                .body("unionMember", nullValue())
                .body("carrierCode", equalTo("VIETTEL"))
                .body("carrierIsGuess", equalTo(false))
                .extract()
                .header("ETag");
        as(steward)
                .header("If-Match", made.header("ETag"))
                .body("{\"birthYear\":1980}")
                .patch("/v1/workers/" + id)
                .then()
                .statusCode(412);

        String self = Door.worker(UUID.fromString(id));
        as(self).get("/v1/workers/" + id).then().statusCode(200);
        as(self).header("If-Match", etag).delete("/v1/workers/" + id).then().statusCode(204);
        as(steward).get("/v1/workers/" + id).then().statusCode(404);
        var facts = people.factsOf(UUID.fromString(id));
        assertThat(facts.erased()).isTrue();
        assertThat(facts.msisdnIndex()).isNull();
        assertThat(facts.birthYear()).isNull();
        assertThat(facts.employedTo()).isNotNull();
    }

    @Test
    void a_birth_year_that_nobody_at_work_can_have_is_refused_by_the_clock() {
        String enterprise = people.enterprise();
        String steward = Door.steward(UUID.fromString(enterprise));
        int year = Door.bean(Clock.class).today().getYear();
        String id = people.register(steward, enterprise, people.nationalId(), people.number());
        for (int wrong : new int[] {year + 3, year - 12, year - 111}) {
            as(steward)
                    .header("If-Match", "\"0\"")
                    .body(Map.of("birthYear", wrong))
                    .patch("/v1/workers/" + id)
                    .then()
                    .statusCode(400)
                    .body("errors.pointer", hasItem("/birthYear"))
                    .body("errors.code", hasItem("year-out-of-range"));
            var worker = new java.util.HashMap<String, Object>(
                    people.worker(enterprise, "Quá Trẻ", people.nationalId(), people.number()));
            worker.put("birthYear", wrong);
            as(steward)
                    .body(worker)
                    .post("/v1/workers")
                    .then()
                    .statusCode(400)
                    .body("errors.pointer", hasItem("/birthYear"));
        }
        as(steward)
                .header("If-Match", "\"0\"")
                .body(Map.of("birthYear", year - 13))
                .patch("/v1/workers/" + id)
                .then()
                .statusCode(200);
    }

    @Test
    void a_second_person_on_one_number_is_told_plainly() {
        String enterprise = people.enterprise();
        String steward = Door.steward(UUID.fromString(enterprise));
        String number = people.number();
        people.register(steward, enterprise, people.nationalId(), number);
        as(steward)
                .body(people.worker(enterprise, "Người Khác", people.nationalId(), number))
                .post("/v1/workers")
                .then()
                .statusCode(409)
                .body("type", equalTo("/problems/number-taken"))
                .body("mend", notNullValue());
        String id = people.register(steward, enterprise, people.nationalId(), people.number());
        as(steward)
                .header("If-Match", "\"0\"")
                .body(Map.of("msisdn", number))
                .patch("/v1/workers/" + id)
                .then()
                .statusCode(409)
                .body("type", equalTo("/problems/number-taken"));
    }

    @Test
    void whoever_changes_employer_leaves_the_old_one_and_the_new_one_learns_nothing_of_it() {
        String oldOne = people.enterprise();
        String newOne = people.enterprise();
        String nationalId = people.nationalId();
        String oldSteward = Door.steward(UUID.fromString(oldOne));
        String id = people.register(oldSteward, oldOne, nationalId, people.number());
        String again = people.register(Door.steward(UUID.fromString(newOne)), newOne, nationalId, people.number());
        assertThat(again).isEqualTo(id);
        as(oldSteward).get("/v1/workers/" + id).then().statusCode(404);
        as(oldSteward).get("/v1/workers").then().body("items.id", not(hasItem(id)));
        assertThat(people.factsOf(UUID.fromString(id)).enterpriseId()).hasToString(newOne);
        assertThat(people.eventsOf(UUID.fromString(id), "employment-ended")).containsExactly("enterprise:" + oldOne);
        var line = Door.await(() -> Door.bean(WorkforceService.class).lineOf(new WorkerId(UUID.fromString(id))));
        assertThat(line.enterpriseId()).hasToString(newOne);
        assertThat(Door.await(() -> Door.bean(WorkforceService.class).byMsisdn(line.msisdn())))
                .contains(line.workerId());
        assertThat(Door.await(() -> Door.bean(WorkforceService.class).byNationalId(nationalId)))
                .contains(line.workerId());
    }

    @Test
    void those_who_may_not_see_people_see_none() {
        UUID enterprise = UUID.fromString(people.enterprise());
        for (String token : new String[] {Door.employer(enterprise), Door.auditor(enterprise), Door.admin()})
            as(token).get("/v1/workers").then().statusCode(403);
        String elsewhere = people.enterprise();
        as(Door.steward(enterprise))
                .get("/v1/workers?enterpriseId=" + elsewhere)
                .then()
                .statusCode(404);
    }

    private static RequestSpecification as(String token) {
        return given().auth()
                .oauth2(token)
                .contentType("application/json")
                .header("Idempotency-Key", UUID.randomUUID().toString());
    }
}
