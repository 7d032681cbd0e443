package org.goichung.enrolment;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;

import io.quarkus.test.junit.QuarkusMock;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import io.smallrye.mutiny.Uni;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.BooleanSupplier;
import org.goichung.eligibility.SpokenReason;
import org.goichung.enrolment.Decision.Verdict;
import org.goichung.enrolment.model.Enrolment;
import org.goichung.platform.identity.CarrierId;
import org.goichung.platform.identity.EnterpriseId;
import org.goichung.platform.identity.Scope;
import org.goichung.platform.identity.WorkerId;
import org.goichung.platform.problem.ProblemType;
import org.goichung.platform.problem.Refusal;
import org.goichung.quota.LineOpened;
import org.goichung.support.Door;
import org.goichung.workforce.TestPeople;
import org.goichung.workforce.WorkforceService;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** An enrolment from the steward's table to the carrier's answer; the rooms beside it are played. */
@QuarkusTest
class EnrolmentHttpTest {
    private static final UUID VIETTEL = UUID.fromString("01900000-0000-7000-8000-000000000001");
    private static final UUID MOBIFONE = UUID.fromString("01900000-0000-7000-8000-000000000003");
    private static final UUID V90C = published("VIETTEL:V90C");
    private static final String YES = """
            {"purposes":["number-to-carrier","usage-for-quota"],"textVersion":"2026-11","given":true,"witness":"Nguyễn Thị Mẫu"}""";

    private final TestPeople people = new TestPeople();
    private final PlayedLedger ledger = new PlayedLedger();
    private final PlayedPlanner planner = new PlayedPlanner();
    private String enterprise;
    private String steward;
    private String number;
    private String worker;

    @BeforeEach
    void a_worker_of_an_enterprise() {
        QuarkusMock.installMockForType(ledger, EnrolmentLedger.class);
        QuarkusMock.installMockForType(planner, EnrolmentPlanner.class);
        enterprise = people.enterprise();
        steward = Door.steward(UUID.fromString(enterprise));
        number = people.number();
        worker = people.register(steward, enterprise, people.nationalId(), number);
    }

    @Test
    void from_a_yes_to_an_active_line_and_its_end() {
        String id = created();
        post(steward, YES).post("/v1/enrolments/" + id + "/consent").then().statusCode(428);
        consent(id, 1).then().statusCode(200).body("state", equalTo("consented"));
        assertThat(ledger.said(id)).first().isEqualTo("hold");

        Map<String, Object> order = orderOf(number);
        assertThat(ledger.said(id)).containsSubsequence("hold", "keep");
        assertThat(state(id)).isEqualTo("ordered");
        exit(id).then().statusCode(409).body("type", equalTo("/problems/illegal-move"));

        String carrier = Door.carrier(VIETTEL);
        String path = "/v1/activations/" + order.get("id") + "/acknowledge";
        String answer = "{\"carrierReference\":\"VT-1\"}";
        post(Door.carrier(MOBIFONE), answer).post(path).then().statusCode(404);
        post(carrier, "{\"carrierReference\":\"VT-1\",\"activatedAt\":\"2020-01-01T00:00:00Z\"}")
                .post(path)
                .then()
                .statusCode(400)
                .body("errors.pointer", hasItem("/activatedAt"))
                .body("errors.code", hasItem("before-the-order"));
        String first = post(carrier, answer)
                .post(path)
                .then()
                .statusCode(200)
                .body("state", equalTo("acknowledged"))
                .extract()
                .asString();
        assertThat(post(carrier, answer).post(path).asString()).isEqualTo(first);
        post(carrier, "{\"carrierReference\":\"VT-2\"}").post(path).then().statusCode(409);
        assertThat(state(id)).isEqualTo("active");
        until(() -> ledger.said(id).contains("open"));
        assertThat(ledger.said(id)).containsSubsequence("hold", "keep", "post", "open");

        move(id, "pause").then().statusCode(200).body("state", equalTo("paused"));
        move(id, "pause").then().statusCode(409);
        move(id, "resume").then().statusCode(200).body("state", equalTo("active"));
        exit(id).then().statusCode(200).body("state", equalTo("exited")).body("exitReason", equalTo("left"));
        until(() -> ledger.said(id).contains("close"));
        assertThat(ledger.said(id)).doesNotContain("void");
    }

    @Test
    void a_carriers_refusal_ends_it_and_gives_the_hold_back() {
        String id = created();
        consent(id, 1).then().statusCode(200);
        Map<String, Object> order = orderOf(number);
        post(Door.carrier(VIETTEL), "{\"reason\":\"number-not-ours\"}")
                .post("/v1/activations/" + order.get("id") + "/refuse")
                .then()
                .statusCode(200)
                .body("refusal", equalTo("number-not-ours"));
        until(() -> ledger.said(id).contains("void"));
        as(steward)
                .get("/v1/enrolments/" + id)
                .then()
                .body("state", equalTo("exited"))
                .body("exitReason", equalTo("refused-by-carrier"));
        created();
    }

    @Test
    void when_the_quota_is_exhausted_nothing_happened() {
        String id = created();
        ledger.exhausted = true;
        consent(id, 1).then().statusCode(409);
        assertThat(state(id)).isEqualTo("qualified");
        ledger.exhausted = false;
        consent(id, 1).then().statusCode(200);
    }

    @Test
    void leaving_before_the_order_gives_the_hold_back_and_orders_nothing() {
        ledger.keptBack = true;
        String id = created();
        consent(id, 1).then().statusCode(200);
        exit(id).then().statusCode(200).body("state", equalTo("exited"));
        ledger.keptBack = false;
        until(() -> ledger.said(id).contains("void"));
        assertThat(queue()).noneMatch(order -> ("+84" + number.substring(1)).equals(order.get("msisdn")));
    }

    @Test
    void a_person_and_a_number_have_one_enrolment_at_a_time() {
        created();
        create().then().statusCode(409).body("type", equalTo("/problems/already-enrolled"));
        planner.programme = UUID.randomUUID();
        create().then().statusCode(409).body("type", equalTo("/problems/number-already-enrolled"));
    }

    @Test
    void who_does_not_qualify_is_told_why_and_what_is_unknown_stays_a_draft() {
        planner.verdict = Verdict.UNQUALIFIED;
        create().then()
                .statusCode(409)
                .body("type", equalTo("/problems/not-eligible"))
                .body("facts.reasons.criterion", hasItem("union-member"));
        planner.verdict = Verdict.UNKNOWN;
        String id = create().then()
                .statusCode(201)
                .body("state", equalTo("draft"))
                .extract()
                .path("id");
        consent(id, 1).then().statusCode(409).body("type", equalTo("/problems/not-eligible"));
        planner.verdict = Verdict.QUALIFIED;
        consent(id, 1).then().statusCode(200).body("state", equalTo("consented"));
    }

    @Test
    void a_no_or_half_a_yes_orders_nothing() {
        String id = created();
        post(steward, YES.replace("true", "false"))
                .header("If-Match", "\"1\"")
                .post("/v1/enrolments/" + id + "/consent")
                .then()
                .statusCode(422)
                .body("type", equalTo("/problems/consent-needed"))
                .body("errors.pointer", hasItem("/given"));
        post(steward, YES.replace(",\"usage-for-quota\"", ""))
                .header("If-Match", "\"1\"")
                .post("/v1/enrolments/" + id + "/consent")
                .then()
                .statusCode(422)
                .body("errors.pointer", hasItem("/purposes"));
        assertThat(ledger.said(id)).isEmpty();
    }

    @Test
    void only_the_worker_and_who_may_see_them_see_an_enrolment() {
        String id = created();
        String self = Door.worker(UUID.fromString(worker));
        as(self).get("/v1/enrolments/" + id).then().statusCode(200).body("split.workerVnd", equalTo(20_000));
        as(self).get("/v1/enrolments").then().body("items", hasSize(1));
        as(steward).get("/v1/enrolments").then().body("items.id", hasItem(id));
        String other = Door.steward(UUID.fromString(people.enterprise()));
        as(other).get("/v1/enrolments/" + id).then().statusCode(404);
        as(other).get("/v1/enrolments").then().body("items", hasSize(0));
        as(Door.worker(UUID.randomUUID())).get("/v1/enrolments/" + id).then().statusCode(404);
        as(Door.employer(UUID.fromString(enterprise)))
                .get("/v1/enrolments/" + id)
                .then()
                .statusCode(403);
    }

    @Test
    void an_erased_workers_number_leaves_the_queue_and_the_line_is_closed() {
        String id = created();
        consent(id, 1).then().statusCode(200);
        Map<String, Object> order = orderOf(number);
        post(Door.carrier(VIETTEL), "{\"carrierReference\":\"VT-9\"}")
                .post("/v1/activations/" + order.get("id") + "/acknowledge")
                .then()
                .statusCode(200);
        String federation =
                people.unionBody("provincial-federation", people.unionBody("confederation", null, null), null);
        String officer = Door.unionOfficer(UUID.fromString(people.unionBody("grassroots", federation, enterprise)));
        // the carrier's answer for the number is still being written down
        until(() -> as(officer)
                        .header(
                                "If-Match",
                                as(officer).get("/v1/workers/" + worker).header("ETag"))
                        .delete("/v1/workers/" + worker)
                        .statusCode()
                == 204);
        until(() -> ledger.said(id).contains("close"));
        assertThat(queue()).noneMatch(each -> String.valueOf(each.get("msisdn")).endsWith(number.substring(1)));
    }

    private Response create() {
        return post(
                        steward,
                        "{\"workerId\":\"%s\",\"programmeId\":\"%s\",\"agreementId\":\"%s\",\"packageVersionId\":\"%s\"}"
                                .formatted(worker, planner.programme, planner.agreement, V90C))
                .post("/v1/enrolments");
    }

    private String created() {
        return create().then()
                .statusCode(201)
                .header("ETag", equalTo("\"1\""))
                .body("state", equalTo("qualified"))
                .extract()
                .path("id");
    }

    private Response consent(String id, int version) {
        return post(steward, YES).header("If-Match", "\"" + version + "\"").post("/v1/enrolments/" + id + "/consent");
    }

    private Response exit(String id) {
        return move(id, "exit");
    }

    private Response move(String id, String move) {
        String etag = as(steward).get("/v1/enrolments/" + id).header("ETag");
        return as(steward)
                .header("Idempotency-Key", UUID.randomUUID().toString())
                .header("If-Match", etag)
                .post("/v1/enrolments/" + id + "/" + move);
    }

    private String state(String id) {
        return as(steward).get("/v1/enrolments/" + id).path("state");
    }

    private Map<String, Object> orderOf(String local) {
        String msisdn = "+84" + local.substring(1);
        var found = new ArrayList<Map<String, Object>>();
        until(() -> {
            queue().stream().filter(order -> msisdn.equals(order.get("msisdn"))).forEach(found::add);
            return !found.isEmpty();
        });
        return found.getFirst();
    }

    private static List<Map<String, Object>> queue() {
        return as(Door.carrier(VIETTEL))
                .queryParam("limit", 500)
                .get("/v1/activations")
                .then()
                .statusCode(200)
                .extract()
                .path("items");
    }

    private static RequestSpecification as(String token) {
        return given().auth().oauth2(token);
    }

    private static RequestSpecification post(String token, String body) {
        return as(token)
                .contentType("application/json")
                .header("Idempotency-Key", UUID.randomUUID().toString())
                .body(body.getBytes(StandardCharsets.UTF_8));
    }

    private static void until(BooleanSupplier condition) {
        long deadline = System.nanoTime() + Duration.ofSeconds(20).toNanos();
        while (!condition.getAsBoolean()) {
            assertThat(System.nanoTime()).as("waited too long").isLessThan(deadline);
            try {
                Thread.sleep(50);
            } catch (InterruptedException stopped) {
                throw new IllegalStateException(stopped);
            }
        }
    }

    private static UUID published(String name) {
        try {
            byte[] hash = MessageDigest.getInstance("MD5")
                    .digest(("goichung:package-version:" + name + ":1").getBytes(StandardCharsets.UTF_8));
            String hex = HexFormat.of().formatHex(hash);
            return UUID.fromString(hex.replaceFirst("(.{8})(.{4})(.{4})(.{4})(.{12})", "$1-$2-$3-$4-$5"));
        } catch (java.security.NoSuchAlgorithmException missing) {
            throw new IllegalStateException(missing);
        }
    }

    /** A ledger that remembers what it was told. */
    public static class PlayedLedger extends EnrolmentLedger {
        private final Map<UUID, List<String>> said = new ConcurrentHashMap<>();
        volatile boolean exhausted;
        volatile boolean keptBack;

        public PlayedLedger() {
            super(null, null);
        }

        List<String> said(String id) {
            return List.copyOf(said.getOrDefault(UUID.fromString(id), List.of()));
        }

        private Uni<Void> say(UUID id, String word) {
            said.merge(id, List.of(word), (before, more) -> {
                var all = new ArrayList<>(before);
                all.addAll(more);
                return all;
            });
            return Uni.createFrom().voidItem();
        }

        @Override
        Uni<Void> hold(Enrolment enrolment) {
            if (exhausted) return Uni.createFrom().failure(Refusal.of(ProblemType.ILLEGAL_MOVE));
            return say(enrolment.id(), "hold");
        }

        @Override
        Uni<Void> keep(UUID id) {
            if (keptBack) return Uni.createFrom().failure(new IllegalStateException("the ledger is away"));
            return say(id, "keep");
        }

        @Override
        Uni<Void> post(UUID id) {
            return say(id, "post");
        }

        @Override
        Uni<Void> release(UUID id) {
            return say(id, "void");
        }

        @Override
        Uni<Void> openLine(LineOpened line) {
            return say(line.enrolmentId(), "open");
        }

        @Override
        Uni<Void> closeLine(UUID id, Instant at) {
            return say(id, "close");
        }
    }

    /** An agreement, a programme and criteria that say what a test wants. */
    public static class PlayedPlanner extends EnrolmentPlanner {
        volatile UUID programme = UUID.randomUUID();
        final UUID agreement = UUID.randomUUID();
        volatile Verdict verdict = Verdict.QUALIFIED;

        public PlayedPlanner() {
            super(null, null, null, null, null);
        }

        @Override
        Uni<Plan> plan(Scope scope, NewEnrolment wanted) {
            return Door.bean(WorkforceService.class)
                    .lineOf(new WorkerId(wanted.workerId()))
                    .map(line -> new Plan(
                            line,
                            new Enrolment.Subject(
                                    line.workerId(),
                                    new EnterpriseId(line.enterpriseId().value()),
                                    wanted.programmeId(),
                                    wanted.agreementId(),
                                    wanted.packageVersionId(),
                                    new CarrierId(VIETTEL)),
                            new Enrolment.Shares(90_000, 30_000, 40_000, 0, 20_000),
                            40_000,
                            List.of()));
        }

        @Override
        Uni<List<String>> stillOffered(Enrolment.Subject subject) {
            return Uni.createFrom().item(List.of());
        }

        @Override
        Uni<Decision> decide(WorkerId who, UUID packageVersionId, List<String> ofProgramme) {
            var reason = new SpokenReason(
                    "union-member", verdict.name().toLowerCase(Locale.ROOT), "…", "…", null, List.of());
            return Uni.createFrom().item(new Decision(verdict, List.of(reason)));
        }
    }
}
