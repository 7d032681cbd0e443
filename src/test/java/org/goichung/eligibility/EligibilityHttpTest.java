package org.goichung.eligibility;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.everyItem;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasItems;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;
import static org.hamcrest.Matchers.oneOf;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Predicate;
import java.util.function.Supplier;
import org.goichung.platform.identity.EnterpriseId;
import org.goichung.platform.identity.WorkerId;
import org.goichung.support.Door;
import org.goichung.workforce.TestPeople;
import org.goichung.workforce.TestPorts;
import org.junit.jupiter.api.Test;

/** Criteria, programmes, look-ups and audiences as their users meet them. */
@QuarkusTest
class EligibilityHttpTest {
    private static final String SENTENCES = "{\"yes\":\"Có.\",\"no\":\"Không.\",\"unknown\":\"Chưa rõ.\"}";
    private final TestPeople people = new TestPeople();

    @Test
    void a_steward_looks_a_person_up_by_number_and_reads_what_it_does_to_the_bill() {
        String enterprise = people.enterprise();
        String steward = Door.steward(UUID.fromString(enterprise));
        String number = people.number();
        String id = people.register(steward, enterprise, people.nationalId(), number);
        Response answer =
                until(() -> lookup(steward, Map.of("msisdn", number)), response -> response.statusCode() == 200);
        answer.then()
                .body("workerId", equalTo(id))
                .body("ageSeconds", equalTo(0))
                .body("matches.packageCode", hasItems("V90C", "ST70N"))
                .body(
                        "matches.findAll { it.packageCode == 'V90C' }.text",
                        everyItem(not(org.hamcrest.Matchers.containsString("Soạn tin"))))
                .body("matches.find { it.packageCode == 'V50C' }.status", equalTo("qualified"))
                .body("matches.find { it.packageCode == 'V50C' }.savingVndPer30Days", nullValue());
        String etag = as(steward).get("/v1/workers/" + id).header("ETag");
        as(steward)
                .header("If-Match", etag)
                .body("{\"monthlyTelecomSpendVnd\":120000,\"monthlyDataBytes\":3000000000,\"carrierCode\":\"VIETTEL\"}")
                .patch("/v1/workers/" + id)
                .then()
                .statusCode(200);
        Response better = until(
                () -> lookup(steward, Map.of("workerId", id)),
                response -> response.path("matches.find { it.packageCode == 'V50C' }.savingVndPer30Days") != null);
        better.then()
                .body("matches.packageCode.findAll { it in ['V50C', 'V90C', 'ST70N'] }[0]", equalTo("V50C"))
                .body("matches.find { it.packageCode == 'V50C' }.savingVndPer30Days", equalTo(70_000))
                .body("matches.find { it.packageCode == 'V50C' }.daysOfCover", equalTo(30))
                .body("matches.find { it.packageCode == 'V50C' }.mustPort", equalTo(false))
                .body("matches.find { it.packageCode == 'V50C' }.getBy", equalTo("ask"))
                .body("carrier.basis", equalTo("known"))
                .body("nothing", nullValue())
                .body("matches[0].rank", equalTo(1))
                .body(
                        "matches.find { it.packageCode == 'V50C' }.text",
                        org.hamcrest.Matchers.startsWith("Bớt được 70.000 đ."));
        as(steward)
                .header("Accept-Language", "en")
                .body(Map.of("workerId", id))
                .post("/v1/eligibility/lookups")
                .then()
                .body(
                        "matches.find { it.packageCode == 'V50C' }.text",
                        org.hamcrest.Matchers.startsWith("Save 70,000 đ."));
    }

    @Test
    void who_asks_for_khmer_is_answered_in_it_and_what_nobody_wrote_in_it_says_its_own_language() {
        String enterprise = people.enterprise();
        String steward = Door.steward(UUID.fromString(enterprise));
        String id = people.register(steward, enterprise, people.nationalId(), people.number());
        String unwritten = "test-" + UUID.randomUUID();
        criterion(unwritten, "worker.unionMember").then().statusCode(201).body("km", nullValue());
        String written = publish("low-income");
        String other = publish(unwritten);
        Response told = until(
                () -> as(steward)
                        .header("Accept-Language", "km,vi;q=0.5")
                        .body(Map.of("workerId", id))
                        .post("/v1/eligibility/lookups"),
                response ->
                        response.statusCode() == 200 && reasons(response, other).size() == 1);
        told.then().body("language", equalTo("km")).body("text", org.hamcrest.Matchers.containsString("។"));
        assertThat(reasons(told, written).getFirst())
                .containsEntry("text", "មិនទាន់ដឹងប្រាក់ខែទេ។")
                .doesNotContainKey("language");
        assertThat(reasons(told, other).getFirst()).containsEntry("language", "vi");
        as(steward)
                .header("Accept-Language", "km")
                .body(Map.of("workerId", UUID.randomUUID()))
                .post("/v1/eligibility/lookups")
                .then()
                .statusCode(404)
                .header("Content-Language", equalTo("vi"));
    }

    private static List<Map<String, Object>> reasons(Response lookup, String version) {
        List<Map<String, Object>> reasons =
                lookup.path("matches.find { it.packageVersionId == '" + version + "' }.reasons");
        return reasons == null ? List.of() : reasons;
    }

    @Test
    void somebody_elses_people_look_like_unknown_ones_and_a_worker_sees_only_themselves() {
        String enterprise = people.enterprise();
        String steward = Door.steward(UUID.fromString(enterprise));
        String nationalId = people.nationalId();
        String id = people.register(steward, enterprise, nationalId, people.number());
        until(() -> lookup(steward, Map.of("nationalId", nationalId)), response -> response.statusCode() == 200);
        String stranger = Door.steward(UUID.fromString(people.enterprise()));
        lookup(stranger, Map.of("workerId", id)).then().statusCode(404);
        lookup(stranger, Map.of("workerId", UUID.randomUUID().toString()))
                .then()
                .statusCode(404);
        lookup(Door.worker(UUID.fromString(id)), Map.of("workerId", id)).then().statusCode(200);
        lookup(Door.worker(UUID.randomUUID()), Map.of("nationalId", nationalId))
                .then()
                .statusCode(404);
        lookup(Door.employer(UUID.fromString(enterprise)), Map.of("workerId", id))
                .then()
                .statusCode(403);
        lookup(steward, Map.of("workerId", id, "nationalId", nationalId))
                .then()
                .statusCode(400)
                .body("errors.code", hasItem("exactly-one-of-three"));
        lookup(steward, Map.of("msisdn", "12345")).then().statusCode(400).body("type", equalTo("/problems/bad-number"));
    }

    @Test
    void audiences_are_exact_for_the_steward_and_in_fives_for_the_employer() {
        String enterprise = people.enterprise();
        String steward = Door.steward(UUID.fromString(enterprise));
        for (int i = 0; i < 7; i++) people.register(steward, enterprise, people.nationalId(), people.number());
        Map<String, Object> query = Map.of("criteria", List.of("union-member"));
        until(() -> audience(steward, query), response -> response.<Integer>path("qualified") == 7)
                .then()
                .body("items[0].byCarrier[0].carrierCode", equalTo("VINAPHONE"))
                .body("rounded", equalTo(false));
        audience(Door.employer(UUID.fromString(enterprise)), query)
                .then()
                .body("qualified", oneOf(5, 10))
                .body("items[0].qualified", oneOf(5, 10))
                .body("factsAsOf", notNullValue())
                .body("ageSeconds", equalTo(0))
                .body("rounded", equalTo(true));
        audience(Door.admin(), Map.of("criteria", List.of("low-income"), "enterpriseIds", List.of(enterprise)))
                .then()
                .body("items[0].unknown", oneOf(5, 10))
                .body("items[0].qualified", equalTo(0));
        audience(steward, Map.of("criteria", List.of("union-member"), "enterpriseIds", List.of(people.enterprise())))
                .then()
                .statusCode(404);
        audience(steward, Map.of("criteria", List.of("no-such")))
                .then()
                .statusCode(400)
                .body("errors.pointer", hasItem("/criteria/0"));
        audience(steward, Map.of()).then().statusCode(400);
        var demand = Door.await(() -> Door.bean(EligibilityService.class)
                .exactDemand(List.of("union-member"), Set.of(new EnterpriseId(UUID.fromString(enterprise)))));
        assertThat(demand).containsValue(Map.of("VINAPHONE", 7L));
    }

    @Test
    void a_wrong_expression_is_shown_where_it_is_wrong_and_a_right_one_counts_within_a_moment() {
        String name = "test-" + UUID.randomUUID();
        criterion(name, "worker.agee > 3")
                .then()
                .statusCode(400)
                .body("type", equalTo("/problems/bad-criterion"))
                .body("facts.line", equalTo(1))
                .body("facts.column", equalTo(7))
                .body("errors.pointer", hasItem("/expression"));
        criterion(name, "worker.unionMember").then().statusCode(201).body("version", equalTo(1));
        criterion(name, "!worker.unionMember").then().statusCode(201).body("version", equalTo(2));
        as(Door.carrier(UUID.randomUUID()))
                .get("/v1/criteria?limit=500")
                .then()
                .body("items.find { it.name == '" + name + "' }.version", equalTo(2))
                .body("items.name", hasItems("union-member", "lives-in-mekong"));
        String enterprise = people.enterprise();
        String steward = Door.steward(UUID.fromString(enterprise));
        String id = people.register(steward, enterprise, people.nationalId(), people.number());
        String version = publish(name);
        until(
                () -> audience(steward, Map.of("packageVersionId", version)),
                response -> response.<Integer>path("unqualified") == 1);
        var match = Door.await(() -> Door.bean(EligibilityService.class)
                .match(new WorkerId(UUID.fromString(id)), UUID.fromString(version), List.of()));
        assertThat(match.status()).isEqualTo("unqualified");
        assertThat(match.reasons().getFirst().vi()).isEqualTo("Không.");
        assertThat(eligible(steward, version)).doesNotContain(id);
        String open = publish("low-income");
        assertThat(eligible(steward, open)).contains(id).contains("\"status\":\"unknown\"");
        as(steward)
                .get("/v1/package-versions/" + UUID.randomUUID() + "/eligible-workers")
                .then()
                .statusCode(404);
    }

    @Test
    void a_draft_is_counted_and_tried_before_it_is_saved() {
        String enterprise = people.enterprise();
        String steward = Door.steward(UUID.fromString(enterprise));
        String id = people.register(steward, enterprise, people.nationalId(), people.number());
        for (int i = 0; i < 6; i++) people.register(steward, enterprise, people.nationalId(), people.number());
        String etag = as(steward).get("/v1/workers/" + id).header("ETag");
        as(steward)
                .header("If-Match", etag)
                .body("{\"monthlyWageVnd\":6500000}")
                .patch("/v1/workers/" + id)
                .then()
                .statusCode(200);
        Map<String, Object> draft = Map.of("drafts", List.of("worker.monthlyWageVnd < 7000000"));
        until(() -> audience(steward, draft), response -> response.<Integer>path("qualified") == 1)
                .then()
                .body("unknown", equalTo(6));
        Map<String, Object> change = Map.of("before", Map.of("criteria", List.of("low-income")), "after", draft);
        whatIf(steward, change)
                .then()
                .statusCode(200)
                .body("gain", equalTo(1))
                .body("lose", equalTo(0))
                .body("items[0].enterpriseId", equalTo(enterprise))
                .body("items[0].unknownAfter", equalTo(6))
                .body("rounded", equalTo(false));
        whatIf(
                        steward,
                        Map.of(
                                "before",
                                Map.of("criteria", List.of("!low-income")),
                                "after",
                                Map.of("drafts", List.of("false"))))
                .then()
                .body("lose", equalTo(1));
        String employer = Door.employer(UUID.fromString(enterprise));
        whatIf(employer, change)
                .then()
                .statusCode(400)
                .body("errors.pointer", hasItem("/after/drafts"))
                .body("errors.code", hasItem("drafts-need-sight"));
        audience(employer, draft).then().statusCode(400).body("errors.pointer", hasItem("/drafts"));
        whatIf(
                        employer,
                        Map.of(
                                "before",
                                Map.of("criteria", List.of("union-member")),
                                "after",
                                Map.of("criteria", List.of("low-income"))))
                .then()
                .body("gain", equalTo(0))
                .body("items[0].unknownAfter", oneOf(0, 5, 10))
                .body("factsAsOf", notNullValue())
                .body("rounded", equalTo(true));
        whatIf(steward, Map.of("before", Map.of(), "after", Map.of("drafts", List.of("true", "worker.age + 1"))))
                .then()
                .statusCode(400)
                .body("type", equalTo("/problems/bad-criterion"))
                .body("errors.pointer", hasItem("/after/drafts/1"));
        whatIf(steward, Map.of("before", Map.of("criteria", List.of("union-member|no-such")), "after", Map.of()))
                .then()
                .statusCode(400)
                .body("errors.pointer", hasItem("/before/criteria/0"));
        whatIf(steward, Map.of("before", Map.of(), "after", Map.of(), "on", "2199-01-01"))
                .then()
                .statusCode(400)
                .body("errors.code", hasItem("day-out-of-range"));
        whatIf(steward, Map.of("before", Map.of(), "after", Map.of(), "on", "2026-02-30"))
                .then()
                .statusCode(400)
                .body("errors.pointer", hasItem("/on"))
                .body("errors.code", hasItem("no-such-day"));
        as(steward)
                .get("/v1/criteria?on=2026-02-30")
                .then()
                .statusCode(400)
                .body("errors.code", hasItem("no-such-day"));
        for (String pattern : List.of("(?=a)b", "a++", "[a-"))
            audience(steward, Map.of("drafts", List.of("worker.carrier.matches('" + pattern + "')")))
                    .then()
                    .statusCode(400)
                    .body("type", equalTo("/problems/bad-criterion"));
    }

    @Test
    void who_sees_counts_alone_asks_few_lines_and_gets_the_same_answer_for_the_same_people_in_other_words() {
        String enterprise = people.enterprise();
        String steward = Door.steward(UUID.fromString(enterprise));
        String employer = Door.employer(UUID.fromString(enterprise));
        for (int i = 0; i < 7; i++) people.register(steward, enterprise, people.nationalId(), people.number());
        Map<String, Object> plain = Map.of("criteria", List.of("union-member"));
        until(() -> audience(steward, plain), response -> response.<Integer>path("qualified") == 7);
        int told = audience(employer, plain).path("qualified");
        for (List<String> lines : List.of(
                List.of("union-member", "union-member"),
                List.of("union-member|!union-member", "union-member"),
                List.of("union-member|low-income", "union-member")))
            audience(employer, Map.of("criteria", lines)).then().body("qualified", equalTo(told));
        List<String> six = java.util.Collections.nCopies(6, "union-member");
        audience(steward, Map.of("criteria", six)).then().statusCode(200).body("qualified", equalTo(7));
        audience(employer, Map.of("criteria", six))
                .then()
                .statusCode(400)
                .body("errors.pointer", hasItem("/criteria"))
                .body("errors.code", hasItem("too-many-lines-without-sight"));
        whatIf(
                        employer,
                        Map.of(
                                "before",
                                Map.of(),
                                "after",
                                Map.of("criteria", List.of("union-member|low-income|works-here|over-40"))))
                .then()
                .statusCode(400)
                .body("errors.pointer", hasItem("/after/criteria/0"))
                .body("errors.code", hasItem("too-many-alternatives-without-sight"));
    }

    @Test
    void the_admin_asks_so_many_different_drafts_in_an_hour_and_no_more() {
        String enterprise = people.enterprise();
        String admin = Door.admin();
        int last = 0;
        for (int i = 0; i < 40 && last != 429; i++) {
            Map<String, Object> draft =
                    Map.of("drafts", List.of("worker.age > " + i), "enterpriseIds", List.of(enterprise));
            last = audience(admin, draft).statusCode();
            assertThat(last).isIn(200, 429);
        }
        assertThat(last).isEqualTo(429);
        audience(admin, Map.of("criteria", List.of("union-member"))).then().statusCode(200);
    }

    @Test
    void the_carrier_is_a_guess_by_prefix_a_fact_by_a_porting_record_and_unknown_where_no_block_is_known() {
        String enterprise = people.enterprise();
        String steward = Door.steward(UUID.fromString(enterprise));
        String tail = people.number().substring(4);
        people.register(steward, enterprise, people.nationalId(), "0527" + tail);
        people.register(steward, enterprise, people.nationalId(), TestPorts.BLOCK + tail);
        people.register(steward, enterprise, people.nationalId(), "0961" + tail);
        until(() -> lookup(steward, Map.of("msisdn", "0961" + tail)), response -> response.statusCode() == 200)
                .then()
                .body("carrier.code", equalTo("VIETTEL"))
                .body("carrier.basis", equalTo("prefix"));
        lookup(steward, Map.of("msisdn", TestPorts.BLOCK + tail))
                .then()
                .body("carrier.code", equalTo("MOBIFONE"))
                .body("carrier.basis", equalTo("known"));
        lookup(steward, Map.of("msisdn", "0527" + tail))
                .then()
                .body("carrier.code", nullValue())
                .body("carrier.basis", equalTo("unknown"))
                .body("missingFacts", hasItem("worker.carrier"));
    }

    @Test
    void audiences_are_told_by_commune_and_by_union_body_where_asked() {
        String enterprise = people.enterprise();
        String steward = Door.steward(UUID.fromString(enterprise));
        String top = people.unionBody("confederation", null, null);
        String superior = people.unionBody("direct-superior", top, null);
        people.unionBody("grassroots", superior, enterprise);
        for (int i = 0; i < 7; i++) people.register(steward, enterprise, people.nationalId(), people.number());
        Map<String, Object> query =
                Map.of("criteria", List.of("union-member|low-income"), "by", List.of("commune", "union-body"));
        until(() -> audience(steward, query), response -> response.<Integer>path("qualified") == 7)
                .then()
                .body("byCommune.sum { it.qualified }", equalTo(7))
                .body("byUnionBody.find { it.unionBodyId == '" + superior + "' }.qualified", equalTo(7));
        audience(Door.employer(UUID.fromString(enterprise)), query)
                .then()
                .body("byCommune.sum { it.qualified }", oneOf(5, 10))
                .body("byUnionBody[0].qualified", oneOf(5, 10));
    }

    @Test
    void a_criterion_comes_in_force_on_its_day_and_a_look_up_can_ask_about_that_day() {
        String name = "dated-" + UUID.randomUUID();
        String today =
                java.time.LocalDate.now(java.time.ZoneId.of("Asia/Ho_Chi_Minh")).toString();
        String nextMonth = java.time.LocalDate.parse(today).plusDays(30).toString();
        criterion(name, "worker.unionMember").then().statusCode(201).body("effectiveFrom", equalTo(today));
        dated(name, "!worker.unionMember", nextMonth).then().statusCode(201).body("version", equalTo(2));
        dated(name, "true", today).then().statusCode(400).body("errors.code", hasItem("before-the-version-before"));
        dated(name, "true", "2020-01-01").then().statusCode(400).body("errors.code", hasItem("day-in-the-past"));
        dated(name, "true", "2199-01-01").then().statusCode(400).body("errors.code", hasItem("day-out-of-range"));
        String found = "items.find { it.name == '" + name + "' }.version";
        as(Door.admin()).get("/v1/criteria?limit=500").then().body(found, equalTo(1));
        as(Door.admin()).get("/v1/criteria?limit=500&on=" + nextMonth).then().body(found, equalTo(2));
        String version = publish(name);
        String enterprise = people.enterprise();
        String steward = Door.steward(UUID.fromString(enterprise));
        String id = people.register(steward, enterprise, people.nationalId(), people.number());
        String status = "matches.find { it.packageVersionId == '" + version + "' }.status";
        until(
                () -> lookup(steward, Map.of("workerId", id)),
                response -> response.statusCode() == 200 && "qualified".equals(response.path(status)));
        lookup(steward, Map.of("workerId", id, "on", nextMonth)).then().body(status, equalTo("unqualified"));
        lookup(steward, Map.of("workerId", id, "on", "1999-01-01"))
                .then()
                .statusCode(400)
                .body("errors.pointer", hasItem("/on"));
        audience(steward, Map.of("criteria", List.of(name), "on", nextMonth))
                .then()
                .body("unqualified", equalTo(1));
    }

    @Test
    void a_programme_names_known_criteria_and_is_seen_where_it_applies() {
        String enterprise = people.enterprise();
        String body = """
                {"name":"Sóng","shares":[{"payer":"carrier","basisPoints":3000},{"payer":"union","basisPoints":5000,"capVnd":30000}],
                 "restBorneBy":"employer","criteria":["%s"],"enterpriseIds":["%s"],"validFrom":"2020-01-01"}""";
        as(Door.admin())
                .body(body.formatted("no-such", enterprise))
                .post("/v1/programmes")
                .then()
                .statusCode(400)
                .body("errors.pointer", hasItem("/criteria/0"));
        as(Door.admin())
                .body(body.formatted("union-member", UUID.randomUUID()))
                .post("/v1/programmes")
                .then()
                .statusCode(400)
                .body("errors.code", hasItem("unknown-enterprise"));
        as(Door.admin())
                .body(body.formatted("union-member", enterprise).replace("employer", "union"))
                .post("/v1/programmes")
                .then()
                .statusCode(400)
                .body("errors.pointer", hasItem("/restBorneBy"));
        String id = as(Door.admin())
                .body(body.formatted("union-member", enterprise))
                .post("/v1/programmes")
                .then()
                .statusCode(201)
                .body("shares[1].capVnd", equalTo(30_000))
                .extract()
                .path("id");
        as(Door.employer(UUID.fromString(enterprise)))
                .get("/v1/programmes/" + id)
                .then()
                .statusCode(200)
                .body("enterpriseIds", equalTo(List.of(enterprise)));
        String elsewhere = Door.employer(UUID.fromString(people.enterprise()));
        as(elsewhere).get("/v1/programmes/" + id).then().statusCode(404);
        as(elsewhere).get("/v1/programmes?limit=500").then().body("items.id", not(hasItem(id)));
        as(Door.employer(UUID.fromString(enterprise)))
                .get("/v1/programmes?limit=500")
                .then()
                .body("items.id", hasItem(id));
    }

    @Test
    void a_criterion_that_begins_later_says_from_which_day_it_holds() {
        String name = "later-" + UUID.randomUUID();
        var day =
                java.time.LocalDate.now(java.time.ZoneId.of("Asia/Ho_Chi_Minh")).plusDays(40);
        dated(name, "worker.unionMember", day.toString()).then().statusCode(201);
        String version = publish(name);
        String enterprise = people.enterprise();
        String steward = Door.steward(UUID.fromString(enterprise));
        String id = people.register(steward, enterprise, people.nationalId(), people.number());
        String match = "matches.find { it.packageVersionId == '" + version + "' }";
        until(
                        () -> lookup(steward, Map.of("workerId", id)),
                        response -> response.statusCode() == 200 && response.path(match) != null)
                .then()
                .body(match + ".status", equalTo("unknown"))
                .body(
                        match + ".reasons[0].text",
                        equalTo("Điều kiện này áp dụng từ ngày %02d/%02d/%d."
                                .formatted(day.getDayOfMonth(), day.getMonthValue(), day.getYear())));
        lookup(steward, Map.of("workerId", id, "on", day.toString()))
                .then()
                .body(match + ".status", equalTo("qualified"));
    }

    @Test
    void one_criterion_more_than_memory_was_reckoned_for_is_refused_and_the_next_version_of_one_is_not() {
        var full = new CriteriaService(
                Door.bean(org.goichung.platform.database.Transactions.class),
                Door.bean(org.goichung.eligibility.store.CriteriaStore.class),
                Door.bean(org.goichung.eligibility.store.Offers.class),
                Door.bean(org.goichung.platform.outbox.Journal.class),
                Door.bean(org.goichung.platform.time.Clock.class),
                10);
        var said = new Sentences("Có.", "Không.", "Chưa rõ.");
        var scope = org.goichung.platform.identity.Scope.system("test");
        String known = "bound-" + UUID.randomUUID();
        criterion(known, "worker.unionMember").then().statusCode(201);
        org.assertj.core.api.Assertions.assertThatThrownBy(() -> Door.await(() -> full.add(
                        scope, new NewCriterion("one-more-" + known, "worker.unionMember", said, said, null, null))))
                .hasMessage("too-many-criteria {most=10}");
        assertThat(Door.await(() ->
                                full.add(scope, new NewCriterion(known, "!worker.unionMember", said, said, null, null)))
                        .version())
                .isEqualTo(2);
    }

    @Test
    void a_carrier_that_nobody_is_with_is_refused_in_a_criterion_and_in_a_draft() {
        String wrong = "worker.carrier == 'VIETEL'";
        criterion("carrier-" + UUID.randomUUID(), wrong)
                .then()
                .statusCode(400)
                .body("type", equalTo("/problems/bad-criterion"))
                .body("errors[0].detail", org.hamcrest.Matchers.containsString("'VIETTEL'"));
        audience(Door.steward(UUID.fromString(people.enterprise())), Map.of("drafts", List.of(wrong)))
                .then()
                .statusCode(400)
                .body("errors.pointer", hasItem("/drafts/0"));
    }

    @Test
    void a_word_that_is_no_way_to_count_is_refused_with_those_there_are() {
        given().auth()
                .oauth2(Door.admin())
                .contentType("application/json")
                .header("Accept-Language", "en")
                .body(Map.of("criteria", List.of("union-member"), "by", List.of("commune", "shoe-size")))
                .post("/v1/eligibility/audiences")
                .then()
                .statusCode(400)
                .body("errors.pointer", equalTo(List.of("/by/1")))
                .body("errors.detail", equalTo(List.of("Write one of these: commune, union-body.")));
    }

    @Test
    void a_criterions_sentence_with_a_sign_that_turns_the_writing_round_is_refused() {
        Map<String, String> said = Map.of("yes", "Y\u202e.", "no", "N.\u200f", "unknown", "\u200b");
        given().auth()
                .oauth2(Door.admin())
                .contentType("application/json")
                .header("Idempotency-Key", UUID.randomUUID())
                .body(Map.of("name", "turned", "expression", "worker.unionMember", "vi", said, "en", said))
                .post("/v1/criteria")
                .then()
                .statusCode(400)
                .body("errors.pointer", hasItems("/en/yes", "/en/no", "/en/unknown", "/vi/yes"))
                .body("errors.code", everyItem(equalTo("legible")));
    }

    @Test
    void what_is_wrong_in_a_question_is_named_where_it_stands_with_the_mend() {
        String steward = Door.steward(UUID.fromString(people.enterprise()));
        as(steward)
                .header("Accept-Language", "en")
                .body("{\"workerId\":\"abc\"}")
                .post("/v1/eligibility/lookups")
                .then()
                .statusCode(400)
                .body("errors.pointer", equalTo(List.of("/workerId")))
                .body("errors.code", equalTo(List.of("not-an-id")));
        as(steward)
                .body("{\"workerId\":\"" + UUID.randomUUID() + "\",\"on\":\"2026-11-27T20:00:00Z\"}")
                .post("/v1/eligibility/lookups")
                .then()
                .statusCode(400)
                .body("errors.pointer", equalTo(List.of("/on")));
        as(steward)
                .queryParam("q", "x".repeat(101))
                .get("/v1/places")
                .then()
                .statusCode(400)
                .body("errors.pointer", equalTo(List.of("?q")));
        as(steward)
                .header("Accept-Language", "en")
                .body(Map.of("msisdn", people.number()))
                .post("/v1/eligibility/lookups")
                .then()
                .statusCode(404)
                .body("mend", equalTo("Check the number or the id that you sent."));
    }

    @Test
    void a_criterion_that_was_just_added_is_known_to_the_very_next_question() {
        String enterprise = people.enterprise();
        String steward = Door.steward(UUID.fromString(enterprise));
        for (int i = 0; i < 3; i++) {
            String name = "just-added-" + System.nanoTime();
            criterion(name, "worker.age >= 18").then().statusCode(201);
            audience(steward, Map.of("criteria", List.of(name))).then().statusCode(200);
            whatIf(
                            steward,
                            Map.of(
                                    "before", Map.of("criteria", List.of(name)),
                                    "after", Map.of("criteria", List.of("!" + name))))
                    .then()
                    .statusCode(200);
        }
    }

    @Test
    void the_service_is_ready_once_everybody_is_in_memory() {
        until(() -> given().get("/q/health/ready"), response -> response.statusCode() == 200)
                .then()
                .body("checks.find { it.name == 'index loaded' }.data.people", notNullValue());
    }

    private static String publish(String criterion) {
        Response made = as(Door.admin())
                .body("""
                        {"carrierId":"01900000-0000-7000-8000-000000000001","code":"T%s",
                         "version":{"name":"Gói thử","priceVnd":90000,"cycle":{"unit":"day","length":30},
                           "allowance":{"dataBytesPerCycle":60000000000,"afterAllowance":{"kind":"stop"},"minutesOnNet":0,
                             "minutesAny":0,"sms":0,"renewal":"none"},
                           "criteria":["%s"],"kind":"prepaid","validAsOf":"2026","source":"thử"}}""".formatted(System.nanoTime(), criterion))
                .post("/v1/packages");
        assertThat(made.statusCode()).as(made.asString()).isEqualTo(201);
        return made.path("current.id");
    }

    private static String eligible(String token, String version) {
        Response answer = given().auth().oauth2(token).get("/v1/package-versions/" + version + "/eligible-workers");
        assertThat(answer.statusCode()).as(answer.asString()).isEqualTo(200);
        assertThat(answer.contentType()).contains("ndjson");
        return answer.asString();
    }

    private static Response criterion(String name, String expression) {
        return as(Door.admin())
                .body("{\"name\":\"%s\",\"expression\":\"%s\",\"vi\":%s,\"en\":%s}"
                        .formatted(name, expression, SENTENCES, SENTENCES))
                .post("/v1/criteria");
    }

    private static Response dated(String name, String expression, String from) {
        return as(Door.admin())
                .body("{\"name\":\"%s\",\"expression\":\"%s\",\"vi\":%s,\"en\":%s,\"effectiveFrom\":\"%s\"}"
                        .formatted(name, expression, SENTENCES, SENTENCES, from))
                .post("/v1/criteria");
    }

    private static Response whatIf(String token, Map<String, Object> body) {
        return as(token).body(body).post("/v1/eligibility/what-if");
    }

    private static Response lookup(String token, Map<String, String> body) {
        return given().auth()
                .oauth2(token)
                .contentType(ContentType.JSON)
                .body(body)
                .post("/v1/eligibility/lookups");
    }

    private static Response audience(String token, Map<String, Object> body) {
        return given().auth()
                .oauth2(token)
                .contentType(ContentType.JSON)
                .body(body)
                .post("/v1/eligibility/audiences");
    }

    /** Asks until it is so; the facts feed is a moment behind. */
    private static Response until(Supplier<Response> question, Predicate<Response> wanted) {
        Instant deadline = Instant.now().plus(Duration.ofSeconds(15));
        while (true) {
            Response answer = question.get();
            if (wanted.test(answer)) return answer;
            if (Instant.now().isAfter(deadline)) throw new AssertionError("not in time: " + answer.asString());
            try {
                Thread.sleep(50);
            } catch (InterruptedException stopped) {
                Thread.currentThread().interrupt();
                throw new IllegalStateException(stopped);
            }
        }
    }

    private static RequestSpecification as(String token) {
        return given().auth()
                .oauth2(token)
                .contentType(ContentType.JSON)
                .header("Idempotency-Key", UUID.randomUUID().toString());
    }
}
