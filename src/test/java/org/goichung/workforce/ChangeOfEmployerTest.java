package org.goichung.workforce;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasKey;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.nullValue;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Predicate;
import java.util.function.Supplier;
import org.goichung.platform.time.Clock;
import org.goichung.support.Door;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What goes with a person from one employer to the next, and what stays behind. */
@QuarkusTest
class ChangeOfEmployerTest {
    private static final List<String> TOLD_BY_THE_EMPLOYER = List.of(
            "unionMember",
            "monthlyWageVnd",
            "monthlyTelecomSpendVnd",
            "monthlyDataBytes",
            "lapsesLast90Days",
            "provinceCode",
            "communeCode",
            "placeDataset");

    private final TestPeople people = new TestPeople();
    private final String nationalId = people.nationalId();
    private final String number = people.number();
    private String oldOne;
    private String newOne;
    private String oldSteward;
    private String newSteward;
    private String worker;

    @BeforeEach
    void somebody_of_whom_the_old_employer_has_told_everything() {
        oldOne = people.enterprise();
        newOne = people.enterprise();
        oldSteward = Door.steward(UUID.fromString(oldOne));
        newSteward = Door.steward(UUID.fromString(newOne));
        var all = person(oldOne, nationalId, number);
        all.put("birthYear", 1985);
        all.put("unionMember", true);
        all.put("monthlyWageVnd", 7_654_321);
        all.put("monthlyTelecomSpendVnd", 123_000);
        all.put("monthlyDataBytes", 3_000_000_000L);
        all.put("phoneKind", "smartphone");
        all.put("lapsesLast90Days", 2);
        all.put("provinceCode", "92");
        all.put("communeCode", "31120");
        worker = registered(oldSteward, all).path("id");
        as(oldSteward)
                .header("If-Match", "\"0\"")
                .body(Map.of("monthlyWageVnd", 7_654_322))
                .patch("/v1/workers/" + worker)
                .then()
                .statusCode(200);
    }

    @Test
    void a_registration_elsewhere_shows_nothing_that_the_old_employer_told() {
        Response moved = registered(newSteward, person(newOne, nationalId, number));
        moved.then().body("id", equalTo(worker)).body("birthYear", equalTo(1985));
        showsNothingOfTheOld(moved);
    }

    @Test
    void a_roster_elsewhere_shows_nothing_that_the_old_employer_told() {
        roster("Họ và tên,CCCD,Số điện thoại,Ngày vào làm\nTrần Văn Thử," + nationalId + "," + number
                + ",01/04/2024\n");
        showsNothingOfTheOld(as(newSteward).get("/v1/workers/" + worker));
    }

    @Test
    void somebody_new_and_somebody_from_elsewhere_are_answered_alike() {
        var unknown = registered(newSteward, person(newOne, people.nationalId(), people.number()));
        var known = person(newOne, nationalId, people.number());
        var moved = registered(newSteward, known);
        assertThat(moved.header("ETag")).isEqualTo(unknown.header("ETag"));
        Map<String, Object> one = unknown.path("");
        Map<String, Object> other = new HashMap<>(moved.<Map<String, Object>>path(""));
        // a person's own, whoever employs them
        List.of("birthYear", "phoneKind").forEach(other::remove);
        assertThat(other.keySet()).isEqualTo(one.keySet());
        assertThat(other.get("version")).isEqualTo(one.get("version"));
    }

    @Test
    void what_the_new_employer_tells_is_known_and_stays_when_it_tells_less_later() {
        var told = person(newOne, nationalId, number);
        told.put("monthlyWageVnd", 9_000_000);
        told.put("unionMember", false);
        registered(newSteward, told)
                .then()
                .body("monthlyWageVnd", equalTo(9_000_000))
                .body("unionMember", equalTo(false))
                .body("$", not(hasKey("monthlyTelecomSpendVnd")));
        registered(newSteward, person(newOne, nationalId, number))
                .then()
                .header("ETag", equalTo("\"1\""))
                .body("monthlyWageVnd", equalTo(9_000_000))
                .body("unionMember", equalTo(false));
    }

    @Test
    void an_employment_elsewhere_that_had_ended_long_ago_tells_nothing_either() {
        String etag = as(oldSteward).get("/v1/workers/" + worker).header("ETag");
        as(oldSteward)
                .header("If-Match", etag)
                .body(Map.of("employedTo", "2023-12-31"))
                .patch("/v1/workers/" + worker)
                .then()
                .statusCode(200);
        showsNothingOfTheOld(registered(newSteward, person(newOne, nationalId, number)));
    }

    @Test
    void to_the_old_employer_whoever_has_left_looks_like_somebody_unknown() {
        registered(newSteward, person(newOne, nationalId, number));
        for (String etag : new String[] {"\"0\"", "\"1\"", "\"2\""}) {
            assertThat(answer(changed(worker, etag)))
                    .isEqualTo(answer(changed(UUID.randomUUID().toString(), etag)));
        }
        assertThat(answer(as(oldSteward).get("/v1/workers/" + worker)))
                .isEqualTo(answer(as(oldSteward).get("/v1/workers/" + UUID.randomUUID())));
        as(newSteward).get("/v1/workers/" + worker).then().body("$", not(hasKey("monthlyWageVnd")));
    }

    @Test
    void a_look_up_by_the_new_employer_goes_by_what_it_has_told_alone() {
        until(() -> lookup(oldSteward), answer -> saving(answer) != null);
        registered(newSteward, person(newOne, nationalId, number));
        Response found = until(() -> lookup(newSteward), answer -> answer.statusCode() == 200);
        assertThat((Object) saving(found)).isNull();
        until(() -> lookup(oldSteward), answer -> answer.statusCode() == 404);
    }

    @Test
    void a_past_employment_told_from_elsewhere_changes_nothing_of_the_present_one_and_learns_nothing_of_it() {
        String before = as(oldSteward).get("/v1/workers/" + worker).asString();
        var past = person(newOne, nationalId, people.number());
        past.put("fullName", "Tên Khác");
        past.put("employedFrom", "2015-01-01");
        past.put("employedTo", "2017-12-31");
        Response told = registered(newSteward, past);
        told.then()
                .header("ETag", equalTo("\"0\""))
                .body("enterpriseId", equalTo(newOne))
                .body("employedFrom", equalTo("2015-01-01"))
                .body("employedTo", equalTo("2017-12-31"))
                .body("$", not(hasKey("birthYear")));
        assertThat(told.asString()).doesNotContain(oldOne, number.substring(1), "7654322");
        assertThat(as(oldSteward).get("/v1/workers/" + worker).asString()).isEqualTo(before);
        String roster = "Họ và tên,CCCD,Số điện thoại,Ngày vào làm,Ngày nghỉ,Lương\nTên Khác," + nationalId + ","
                + people.number() + ",01/01/2018,31/12/2018,1000000\n";
        roster(roster);
        assertThat(as(oldSteward).get("/v1/workers/" + worker).asString()).isEqualTo(before);
        as(newSteward).get("/v1/workers/" + worker).then().statusCode(404);
    }

    @Test
    void a_last_day_that_lies_before_the_old_employments_end_shows_one_s_own_employment() {
        var earlier = person(newOne, nationalId, number);
        earlier.put("employedFrom", "2019-01-01");
        Response moved = registered(newSteward, earlier);
        Response ended = as(newSteward)
                .header("If-Match", moved.header("ETag"))
                .body(Map.of(
                        "employedTo", LocalDate.now(Clock.VIETNAM).minusDays(9).toString()))
                .patch("/v1/workers/" + worker);
        ended.then().statusCode(200).body("enterpriseId", equalTo(newOne)).body("employedFrom", equalTo("2019-01-01"));
        assertThat(ended.asString()).doesNotContain(oldOne);
    }

    @Test
    void whoever_comes_back_brings_nothing_that_the_employer_in_between_told() {
        String lastDay = LocalDate.now(Clock.VIETNAM).minusDays(9).toString();
        for (boolean byRoster : new boolean[] {false, true}) {
            var between = person(newOne, nationalId, number);
            between.put("employedFrom", "2019-01-01");
            between.put("monthlyWageVnd", 9_876_543);
            Response moved = registered(newSteward, between);
            if (byRoster)
                roster("CCCD,Họ và tên,Số điện thoại,Ngày vào làm,Ngày nghỉ\n" + nationalId + ",Trần Văn Thử," + number
                        + ",2019-01-01," + lastDay + "\n");
            else
                as(newSteward)
                        .header("If-Match", moved.header("ETag"))
                        .body(Map.of("employedTo", lastDay))
                        .patch("/v1/workers/" + worker)
                        .then()
                        .statusCode(200)
                        .body("monthlyWageVnd", equalTo(9_876_543));
            registered(oldSteward, person(oldOne, nationalId, number))
                    .then()
                    .body("enterpriseId", equalTo(oldOne))
                    .body("$", not(hasKey("monthlyWageVnd")));
        }
    }

    @Test
    void two_employers_who_tell_of_somebody_new_at_once_learn_nothing_of_each_other() {
        for (int round = 0; round < 8; round++) {
            String somebody = people.nationalId();
            var one = person(oldOne, somebody, people.number());
            one.put("monthlyWageVnd", 1_111_111);
            var other = person(newOne, somebody, people.number());
            other.put("monthlyTelecomSpendVnd", 222_222);
            var beside = CompletableFuture.supplyAsync(() -> registered(oldSteward, one));
            String second = registered(newSteward, other).asString();
            assertThat(second).doesNotContain("1111111", oldOne).contains("222222");
            assertThat(beside.join().asString())
                    .doesNotContain("222222", newOne)
                    .contains("1111111");
        }
    }

    private void showsNothingOfTheOld(Response answer) {
        for (Response each : new Response[] {
            answer,
            as(newSteward).get("/v1/workers/" + worker),
            as(newSteward).get("/v1/workers"),
            as(newSteward).body(Map.of("name", "tran van thu")).post("/v1/workers/searches")
        }) {
            assertThat(each.statusCode()).as(each.asString()).isIn(200, 201);
            JsonPath body = each.jsonPath();
            String at = body.get("items") == null ? "" : "items[0].";
            assertThat(body.getString(at + "id")).isEqualTo(worker);
            assertThat(body.getInt(at + "version")).isZero();
            for (String fact : TOLD_BY_THE_EMPLOYER)
                assertThat((Object) body.get(at + fact)).as(fact).isNull();
            assertThat(each.asString()).doesNotContain(oldOne);
        }
        assertThat(as(newSteward).get("/v1/workers/" + worker).header("ETag")).isEqualTo("\"0\"");
    }

    private Response changed(String id, String etag) {
        return as(oldSteward)
                .header("If-Match", etag)
                .body(Map.of("monthlyWageVnd", 1))
                .patch("/v1/workers/" + id);
    }

    private static String answer(Response answer) {
        return answer.statusCode() + " " + answer.header("ETag") + " "
                + answer.asString().replaceAll("urn:request:[0-9a-f-]+", "");
    }

    private Response lookup(String token) {
        return as(token).body(Map.of("workerId", worker)).post("/v1/eligibility/lookups");
    }

    private static Integer saving(Response answer) {
        return answer.statusCode() == 200
                ? answer.path("matches.find { it.savingVndPer30Days != null }?.savingVndPer30Days")
                : null;
    }

    private static Response until(Supplier<Response> asked, Predicate<Response> so) {
        Instant deadline = Instant.now().plus(Duration.ofSeconds(30));
        while (Instant.now().isBefore(deadline)) {
            Response answer = asked.get();
            if (so.test(answer)) return answer;
            LockSupport.parkNanos(20_000_000);
        }
        throw new AssertionError(
                "waited too long; the last answer was " + asked.get().asString());
    }

    private void roster(String csv) {
        String id = given().auth()
                .oauth2(newSteward)
                .contentType("text/csv; charset=UTF-8")
                .body(csv.getBytes(StandardCharsets.UTF_8))
                .post("/v1/enterprises/" + newOne + "/worker-imports")
                .then()
                .statusCode(202)
                .extract()
                .path("id");
        until(() -> as(newSteward).get("/v1/worker-imports/" + id), answer -> answer.path("finishedAt") != null)
                .then()
                .body("rowsAccepted", equalTo(1))
                .body("failure", nullValue());
    }

    private static Map<String, Object> person(String enterprise, String nationalId, String number) {
        return new HashMap<>(Map.of(
                "enterpriseId", enterprise,
                "fullName", "Trần Văn Thử",
                "nationalId", nationalId,
                "msisdn", number,
                "employedFrom", "2021-01-01"));
    }

    private static Response registered(String token, Map<String, Object> person) {
        Response answer = as(token).body(person).post("/v1/workers");
        assertThat(answer.statusCode()).as(answer.asString()).isEqualTo(201);
        return answer;
    }

    private static RequestSpecification as(String token) {
        return given().auth()
                .oauth2(token)
                .contentType("application/json")
                .header("Idempotency-Key", UUID.randomUUID().toString());
    }
}
