package org.goichung.contract;

import static io.restassured.RestAssured.given;

import io.quarkus.scheduler.Scheduler;
import io.restassured.path.json.JsonPath;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.goichung.catalog.TestPackages;
import org.goichung.dashboard.TestPhones;
import org.goichung.platform.time.Clock;
import org.goichung.platform.time.DatabaseClock;
import org.goichung.support.Door;
import org.goichung.workforce.TestPeople;

/** What a story leaves out: the admin's desk, people who come and go, bargaining after the close, an agreement's and a line's later days. */
final class Further {
    private static final Duration A_WHILE = Duration.ofMinutes(10);
    private static final String DEADLINES = "rfq-deadline";

    private final TestPeople people = new TestPeople();
    private final Story story;
    private final Belongings has;
    private final String enterprise;

    Further(Story story) {
        this.story = story;
        this.has = story.has;
        this.enterprise = has.one("enterpriseId");
    }

    void tell() {
        adminsDesk();
        law();
        tree();
        catalogue();
        workers();
        workersOwnDoor();
        lines();
        quota();
        questions();
        members();
        paper();
        bargain();
        story.coalition.withdrawMandate();
    }

    private void adminsDesk() {
        String login = "nguoi-moi-" + UUID.randomUUID();
        var account =
                Map.of("login", login, "password", "mot cau dai de nho", "role", "steward", "enterpriseId", enterprise);
        String id = Desk.post(story.admin, "/v1/accounts", account).getString("id");
        given().filter(Held.TO_THE_CONTRACT)
                .contentType("application/json")
                .body(Map.of("login", login, "password", "mot cau dai de nho"))
                .post("/v1/sessions")
                .then()
                .statusCode(200);
        Desk.get(story.admin, "/v1/accounts");
        Desk.post(story.admin, "/v1/accounts/" + id + "/disable", "");
        var key = Map.of("carrierId", has.one("carrierId"), "label", "chuyển số liệu sử dụng");
        String keyId = Desk.post(story.admin, "/v1/api-keys", key).getString("id");
        Desk.get(story.admin, "/v1/api-keys");
        Desk.post(story.admin, "/v1/api-keys/" + keyId + "/revoke", "");
        Desk.post(
                story.admin,
                "/v1/carriers",
                Map.of("code", "C" + people.taxCode(), "name", "Nhà mạng mới", "shortCode", "0877"));
    }

    /** So far ahead that nobody is judged by it. */
    private void law() {
        var ceiling = Map.of(
                "subscriberKind",
                "prepaid",
                "maxDiscountPercent",
                25,
                "validFrom",
                "2099-01-01",
                "source",
                "Thông tư minh hoạ");
        Desk.post(story.admin, "/v1/promotion-ceilings", ceiling);
    }

    private void tree() {
        var company = Map.of("taxCode", people.taxCode(), "name", "Công ty May Trà Nóc", "provinceCode", "92");
        Desk.post(story.admin, "/v1/enterprises", company);
        var body = Map.of(
                "name",
                "Công đoàn các khu công nghiệp",
                "level",
                "direct-superior",
                "parentId",
                has.one("unionBodyId", "federation"));
        String id = Desk.post(story.admin, "/v1/union-bodies", body).getString("id");
        String elsewhere =
                people.unionBody("provincial-federation", people.unionBody("confederation", null, null), null);
        var move = Map.of(
                "parentId",
                elsewhere,
                "from",
                LocalDate.now(Clock.VIETNAM).plusDays(1).toString());
        Desk.move(story.admin, "/v1/union-bodies/" + id, "move", move);
    }

    private void catalogue() {
        JsonPath sold = story.sell();
        Desk.change(
                "POST",
                story.carrier,
                "/v1/packages/" + sold.getString("id"),
                "/versions",
                TestPackages.version(Map.of("name", "Gói mới"), Map.of()));
        var criterion = Map.of(
                "name",
                "tren-50-" + UUID.randomUUID(),
                "expression",
                "worker.age > 50",
                "vi",
                Map.of("yes", "Trên 50 tuổi.", "no", "Từ 50 tuổi trở xuống.", "unknown", "Chưa rõ năm sinh."),
                "en",
                Map.of("yes", "Over 50.", "no", "50 or younger.", "unknown", "The birth year is not known."));
        Desk.post(story.admin, "/v1/criteria", criterion);
        var change = Map.of(
                "before",
                Map.of("criteria", List.of("works-here")),
                "after",
                Map.of("drafts", List.of("worker.age > 50")));
        Desk.post(story.officer, "/v1/eligibility/what-if", change);
    }

    private String worker(String number) {
        return Desk.post(
                        story.steward,
                        "/v1/workers",
                        people.worker(enterprise, "Nguyễn Thị Hồng", people.nationalId(), number))
                .getString("id");
    }

    private void workers() {
        String id = worker(people.number());
        Desk.post(story.steward, "/v1/workers/searches", Map.of("name", "hong"));
        Desk.until(
                "the look-up knows her",
                () -> Desk.as(story.steward)
                                .contentType("application/json")
                                .body(Map.of("workerId", id))
                                .post("/v1/eligibility/lookups")
                                .statusCode()
                        == 200);
        Desk.change("PATCH", story.steward, "/v1/workers/" + id, "", Map.of("monthlyTelecomSpendVnd", 90_000));
        Desk.change("DELETE", story.officer, "/v1/workers/" + id, "", null);
    }

    private void workersOwnDoor() {
        String number = has.one("msisdn");
        open("/v1/worker-codes", Map.of("msisdn", number), 202);
        String code = Door.bean(TestPhones.class).codeFor(number);
        open("/v1/worker-sessions", Map.of("msisdn", number, "code", code), 200);
    }

    private static void open(String path, Map<String, String> body, int status) {
        given().filter(Held.TO_THE_CONTRACT)
                .contentType("application/json")
                .body(body)
                .post(path)
                .then()
                .statusCode(status);
    }

    /** One that is paused, goes on and ends, and one that the carrier refuses. */
    private void lines() {
        var usage = new Usage(story);
        for (String which : List.of("left", "refused")) {
            String number = people.number();
            has.put("workerId", which, worker(number));
            has.put("msisdn", which, number);
            usage.enrol(which, has.one("agreementId", "coalition"));
        }
        String left = "/v1/enrolments/" + has.one("enrolmentId", "left");
        Desk.post(
                story.carrier,
                "/v1/activations/" + has.one("activationId", "left") + "/acknowledge",
                Map.of("carrierReference", "VT-2026-000017"));
        Desk.until(
                "the line is active",
                () -> Desk.get(story.steward, left).getString("state").equals("active"));
        for (String move : List.of("pause", "resume", "exit")) Desk.move(story.steward, left, move, null);
        Desk.post(
                story.carrier,
                "/v1/activations/" + has.one("activationId", "refused") + "/refuse",
                Map.of("reason", "number-not-ours"));
    }

    private void quota() {
        String quota = "/v1/enterprises/" + enterprise + "/quota";
        String pool = has.one("poolId", "shared");
        var amount = Map.of("poolId", pool, "amount", 10);
        Desk.post(story.officer, quota + "/draws", amount);
        Desk.post(story.carrier, "/v1/usage-quarantine/searches", Map.of("cause", "no-line"));
        for (String move : List.of("post", "void")) {
            var wanted = Map.of("poolId", pool, "amount", 10, "expiresInSeconds", 3_600);
            String held =
                    Desk.post(story.officer, quota + "/reservations", wanted).getString("id");
            Desk.post(story.officer, quota + "/reservations/" + held + "/" + move, "");
        }
        Desk.post(story.officer, quota + "/returns", amount);
        for (String answer : List.of("accept", "decline"))
            Desk.post(story.officer, quota + "/transfers/" + story.coalition.proposed() + "/" + answer, "");
        Desk.post(story.officer, quota + "/transfers/" + story.coalition.proposing() + "/withdraw", "");
        String amendments = "/v1/agreements/" + has.one("agreementId", "coalition") + "/amendments/";
        for (String answer : List.of("decline", "accept"))
            Desk.post(story.officer, amendments + story.coalition.amended() + "/" + answer, "");
        Desk.post(story.officer, amendments + story.coalition.amending() + "/withdraw", "");
    }

    private void paper() {
        String paper = "/v1/rfqs/" + has.one("rfqId", "open") + "/paper-offers/" + has.one("paperOfferId", "open");
        Desk.post(story.witness.token(), paper + "/confirm", "");
        Desk.post(story.officer, paper + "/withdraw", "");
        String answers = "/v1/rfqs/" + has.one("rfqId", "on paper") + "/paper-answers/";
        Desk.post(story.officer, answers + story.enterAnswer() + "/withdraw", "");
        Desk.post(story.witness.token(), answers + story.enterAnswer() + "/confirm", "");
    }

    private void questions() {
        String questions = "/v1/rfqs/" + has.one("rfqId", "open") + "/questions";
        String id = Desk.post(story.carrier, questions, Map.of("text", "Có hỗ trợ eSIM không?"))
                .getString("id");
        Desk.post(story.officer, questions + "/" + id + "/answer", Map.of("text", "Có."));
    }

    /** The neighbour joins what the federation asks for, and leaves it again. */
    private void members() {
        String rfq = "/v1/rfqs/"
                + story.draft(
                        story.superior,
                        List.of(enterprise),
                        Door.bean(DatabaseClock.class).instant().plus(Duration.ofDays(9)));
        Desk.move(story.superior, rfq, "open", null);
        story.coalition.joinAndLeave(rfq);
    }

    /** After the close: countered and revised, countered and accepted, countered and declined; the first becomes an agreement that ends. */
    private void bargain() {
        var clock = Door.bean(DatabaseClock.class);
        Instant deadline = clock.instant().plus(A_WHILE);
        String late = story.rfq(deadline);
        Desk.post(story.carrier, "/v1/offers/" + story.offer(late) + "/withdraw", "");
        String rfq = story.rfq(deadline);
        String declined = story.rfq(deadline);
        String offer = story.offer(rfq);
        String refused = story.offer(declined);
        Duration ahead = A_WHILE.plusSeconds(1);
        // the job that closes at the deadline would be quicker than a hand now and then
        var jobs = Door.bean(Scheduler.class);
        jobs.pause(DEADLINES);
        Door.await(() -> clock.advance(ahead));
        try {
            for (String each : List.of(late, rfq, declined))
                Desk.move(story.officer, "/v1/rfqs/" + each, "close", null);
            String revised = counter(offer, "revise", story.offerTerms());
            String accepted = counter(revised, "accept", "");
            counter(refused, "decline", "");
            var line = Story.line(enterprise, accepted, 1);
            Desk.move(story.officer, "/v1/rfqs/" + rfq, "award", Map.of("lines", List.of(line)));
            Desk.post(
                    story.officer,
                    "/v1/rfqs/" + rfq + "/ratifications",
                    Map.of("enterpriseId", enterprise, "vote", "yes"));
            agreement(rfq);
        } finally {
            Door.await(() -> clock.advance(ahead.negated()));
            jobs.resume(DEADLINES);
        }
    }

    /** The id of what stands after the carrier's answer to a counter-offer. */
    private String counter(String offer, String answer, Object body) {
        var prices = Map.of("tiers", List.of(Map.of("fromLines", 1, "priceVnd", 60_000)));
        String counter = Desk.post(story.officer, "/v1/offers/" + offer + "/counter", prices)
                .getString("offerId");
        String given = Desk.post(story.carrier, "/v1/offers/" + counter + "/" + answer, body)
                .getString("offerId");
        return given == null ? counter : given;
    }

    private void agreement(String rfq) {
        String find = "items.find { it.rfqId == '" + rfq + "' }?.id";
        String path = "/v1/agreements/"
                + Desk.get(story.officer, "/v1/agreements?limit=500").getString(find);
        Desk.until(
                "the agreement is in force",
                () -> Desk.get(story.officer, path).getString("state").equals("in-force"));
        for (String move : List.of("suspend", "resume", "terminate")) Desk.move(story.officer, path, move, null);
    }
}
