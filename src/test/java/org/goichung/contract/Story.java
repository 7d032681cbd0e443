package org.goichung.contract;

import io.restassured.path.json.JsonPath;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.goichung.catalog.TestPackages;
import org.goichung.contract.Tenant.Caller;
import org.goichung.platform.time.Clock;
import org.goichung.platform.time.DatabaseClock;
import org.goichung.support.Door;
import org.goichung.workforce.TestPeople;

/**
 * An enterprise with its union and a carrier, from the first roster to used quota, over HTTP: one object of each kind, and RFQs and
 * offers in several states. Told in two parts, since offers are sealed until the clock has passed the deadline.
 */
final class Story {
    static final String LOT = "Gói dữ liệu";
    private static final String ROSTER = """
            Họ và tên,CCCD,Số điện thoại,Ngày vào làm
            Lê Thị Mới,%s,%s,01/04/2020
            ,%s,%s,01/04/2020
            """;

    private final TestPeople people = new TestPeople();
    final Belongings has = new Belongings();
    private final List<Caller> callers = new ArrayList<>();
    private final String name;
    final String admin;
    final String officer;
    final String superior;
    final String steward;
    final String carrier;
    final String machine;
    final Door.Official witness;
    final Coalition coalition;

    Story(String name, UUID carrierId, String admin) {
        this.name = name;
        this.admin = admin;
        String enterprise = people.enterprise();
        String federation =
                people.unionBody("provincial-federation", people.unionBody("confederation", null, null), null);
        String union = people.unionBody("grassroots", federation, enterprise);
        has.put("enterpriseId", "", enterprise);
        has.put("unionBodyId", "grassroots", union);
        has.put("unionBodyId", "federation", federation);
        has.put("carrierId", "", carrierId.toString());
        UUID id = UUID.fromString(enterprise);
        officer = Door.unionOfficer(UUID.fromString(union));
        superior = Door.unionOfficer(UUID.fromString(federation));
        witness = Door.official(UUID.fromString(union));
        steward = Door.steward(id);
        carrier = Door.carrier(carrierId);
        machine = Door.apiKey(carrierId);
        callers.add(Caller.of("union-officer", officer));
        callers.add(Caller.of("union-officer", "a superior", superior));
        callers.add(Caller.of("steward", steward));
        callers.add(Caller.of("employer", Door.employer(id)));
        callers.add(Caller.of("auditor", Door.auditor(id)));
        callers.add(Caller.of("carrier", carrier));
        callers.add(new Caller("carrier", "a carrier's machine", "X-API-Key", machine));
        coalition = new Coalition(this);
    }

    Tenant tenant() {
        return new Tenant(name, has, callers);
    }

    /** Until offers are sealed and the first deadline is near. */
    void begin(Instant deadline, Instant laterDeadline) {
        peopleAndRoster();
        JsonPath sold = sell();
        has.put("packageId", "", sold.getString("id"));
        has.put("packageVersionId", "", sold.getString("current.id"));
        programme();
        has.put("mandateId", "", mandate());
        has.put("rfqId", "concluded", rfq(deadline));
        has.put("rfqId", "closed", rfq(deadline));
        has.put("rfqId", "ratifying", rfq(deadline));
        has.put("rfqId", "last", startingLater(deadline));
        has.put("rfqId", "on paper", rfq(deadline));
        onPaper("on paper");
        has.put("rfqId", "open", rfq(laterDeadline));
        has.put("rfqId", "cancelled", rfq(laterDeadline));
        has.put("rfqId", "draft", draft(laterDeadline));
        for (String state : List.of("concluded", "closed", "ratifying", "last", "open", "cancelled"))
            has.put("offerId", state, offer(has.one("rfqId", state)));
        Desk.move(officer, "/v1/rfqs/" + has.one("rfqId", "cancelled"), "cancel", null);
        clarify("/v1/rfqs/" + has.one("rfqId", "open"), laterDeadline);
        coalition.begin(deadline);
    }

    /** Amended without more time, since there is enough; and asked about, which is not answered yet. */
    private void clarify(String rfq, Instant deadline) {
        var lot = Map.of(
                "name",
                LOT,
                "startMonth",
                YearMonth.from(deadline.atZone(Clock.VIETNAM)).toString(),
                "months",
                18);
        var amendment = Map.of("reason", "Dùng lâu hơn", "offerDeadline", deadline.toString(), "lots", List.of(lot));
        Desk.move(officer, rfq, "amend", amendment);
        onPaper("open");
        var question = Map.of("text", "Có cần hoá đơn cho từng doanh nghiệp không?");
        has.put(
                "questionId",
                "open",
                Desk.post(carrier, rfq + "/questions", question).getString("id"));
    }

    private String onPaper(String state) {
        var paper = Map.of("carrierId", has.one("carrierId"), "witnessLogin", witness.login(), "terms", offerTerms());
        String papers = "/v1/rfqs/" + has.one("rfqId", state) + "/paper-offers";
        String id = Desk.post(officer, papers, paper).getString("id");
        has.put("paperOfferId", state, id);
        if (state.equals("on paper")) Desk.post(witness.token(), papers + "/" + id + "/confirm", "");
        return id;
    }

    /** Countered behind the close, and an answer entered that nobody has confirmed yet. */
    private void answerOnPaper() {
        String offer = has.one("paperOfferId", "on paper");
        has.put("offerId", "on paper", offer);
        var prices = Map.of("tiers", List.of(Map.of("fromLines", 1, "priceVnd", 60_000)));
        String counter =
                Desk.post(officer, "/v1/offers/" + offer + "/counter", prices).getString("offerId");
        has.put("offerId", "countered on paper", counter);
        has.put("paperAnswerId", "on paper", enterAnswer());
    }

    String enterAnswer() {
        var answer = Map.of("answer", "accept", "witnessLogin", witness.login());
        return Desk.post(officer, "/v1/offers/" + has.one("offerId", "countered on paper") + "/paper-answers", answer)
                .getString("id");
    }

    /** After the deadline: the first RFQ's offer becomes an agreement, the second's is voted on, the third's waits for an award. */
    void conclude() {
        for (String state : List.of("concluded", "closed", "ratifying", "last", "on paper")) {
            String path = "/v1/rfqs/" + has.one("rfqId", state);
            Desk.until(
                    "the RFQ is closed",
                    () -> Desk.get(officer, path).getString("state").equals("closed"));
        }
        Instant last = Door.bean(DatabaseClock.class).instant().plus(Duration.ofDays(3));
        Desk.move(
                officer,
                "/v1/rfqs/" + has.one("rfqId", "last"),
                "best-and-final",
                Map.of("deadline", last.toString(), "reason", "Hai chào giá rất gần nhau"));
        answerOnPaper();
        award("concluded");
        award("ratifying");
        String proposals = "/v1/rfqs/" + has.one("rfqId", "closed") + "/award-proposals";
        has.put(
                "proposalId",
                "",
                Desk.post(officer, proposals, Map.of("seconds", 5)).getString("id"));
        Desk.post(
                officer,
                "/v1/rfqs/" + has.one("rfqId", "concluded") + "/ratifications",
                Map.of("enterpriseId", has.one("enterpriseId"), "vote", "yes"));
        has.put("agreementId", "", Desk.get(officer, "/v1/agreements").getString("items[0].id"));
        coalition.conclude();
    }

    /** With the agreements' quota, at the time that all others have, so that what they tell of it comes after its lines began. */
    void use() {
        new Usage(this).tell();
        coalition.lend();
    }

    private void peopleAndRoster() {
        for (String which : List.of("enrolled", "ordered", "free")) {
            String nationalId = people.nationalId();
            String number = people.number();
            has.put("workerId", which, people.register(steward, has.one("enterpriseId"), nationalId, number));
            has.put("nationalId", which, nationalId);
            has.put("msisdn", which, number);
        }
        callers.add(Caller.of("worker", Door.worker(UUID.fromString(has.one("workerId", "enrolled")))));
        String roster = ROSTER.formatted(people.nationalId(), people.number(), people.nationalId(), people.number());
        String id = Desk.as(steward)
                .contentType("text/csv")
                .body(roster.getBytes(StandardCharsets.UTF_8))
                .post("/v1/enterprises/" + has.one("enterpriseId") + "/worker-imports")
                .then()
                .statusCode(202)
                .extract()
                .path("id");
        has.put("importId", "", id);
        Desk.until("the roster is taken in", () -> Desk.get(steward, "/v1/worker-imports/" + id)
                .getString("status")
                .equals("finished"));
    }

    /** A new package of the carrier's. */
    JsonPath sell() {
        var version = TestPackages.version(Map.of("name", "Gói của " + name), Map.of());
        return Desk.post(carrier, "/v1/packages", Map.of("code", "G" + people.taxCode(), "version", version));
    }

    private void programme() {
        var programme = Map.of(
                "name", "Chương trình của " + name,
                "shares", List.of(Map.of("payer", "union", "vnd", 30_000)),
                "restBorneBy", "worker",
                "criteria", List.of(),
                "enterpriseIds", List.of(has.one("enterpriseId")),
                "validFrom", LocalDate.now(Clock.VIETNAM).withDayOfMonth(1).toString());
        has.put("programmeId", "", Desk.post(admin, "/v1/programmes", programme).getString("id"));
    }

    private String mandate() {
        var mandate = Map.of(
                "enterpriseId",
                has.one("enterpriseId"),
                "toBodyId",
                has.one("unionBodyId", "grassroots"),
                "voters",
                10,
                "yes",
                8,
                "no",
                1,
                "validUntil",
                LocalDate.now(Clock.VIETNAM).plusDays(60).toString());
        return Desk.post(officer, "/v1/mandates", mandate).getString("id");
    }

    String draft(Instant deadline) {
        return draft(officer, List.of(has.one("enterpriseId")), deadline);
    }

    String draft(String lead, List<String> enterprises, Instant deadline) {
        return draft(lead, enterprises, deadline, YearMonth.from(deadline.atZone(Clock.VIETNAM)));
    }

    String draft(String lead, List<String> enterprises, Instant deadline, YearMonth start) {
        var lot = Map.of("name", LOT, "criteria", List.of("works-here"), "startMonth", start.toString(), "months", 12);
        var rfq = Map.of(
                "title",
                "Gói chung của " + name,
                "lots",
                List.of(lot),
                "enterpriseIds",
                enterprises,
                "offerDeadline",
                deadline.toString(),
                "ratificationWindowHours",
                24,
                "quorum",
                1);
        return Desk.post(lead, "/v1/rfqs", rfq).getString("id");
    }

    /** Opened once the look-up knows the people, since without demand there is nothing to ask for. */
    String rfq(Instant deadline) {
        return opened(draft(deadline));
    }

    /** So that there is room for another round. */
    private String startingLater(Instant deadline) {
        YearMonth start = YearMonth.from(deadline.atZone(Clock.VIETNAM)).plusMonths(2);
        return opened(draft(officer, List.of(has.one("enterpriseId")), deadline, start));
    }

    private String opened(String id) {
        Desk.until(
                "the look-up knows the people",
                () -> Desk.post(officer, "/v1/eligibility/audiences", audience(List.of(has.one("enterpriseId"))))
                                .getInt("qualified")
                        >= 4);
        Desk.move(officer, "/v1/rfqs/" + id, "open", null);
        return id;
    }

    static Map<String, Object> audience(List<String> enterprises) {
        return Map.of("criteria", List.of("works-here"), "enterpriseIds", enterprises);
    }

    Map<String, Object> offerTerms() {
        return Map.of(
                "lot",
                LOT,
                "packageVersionId",
                has.one("packageVersionId"),
                "tiers",
                List.of(Map.of("fromLines", 1, "priceVnd", 70_000)),
                "sumsMembers",
                true,
                "capacity",
                100,
                "validUntil",
                Door.bean(DatabaseClock.class)
                        .instant()
                        .plusSeconds(40L * 86_400)
                        .toString(),
                "legalBasis",
                "own-tariff",
                "referencePriceVnd",
                90_000,
                "subscriberKind",
                "prepaid",
                "sharedBytesPerLine",
                1_000_000_000L);
    }

    String offer(String rfq) {
        return Desk.post(carrier, "/v1/rfqs/" + rfq + "/offers", offerTerms()).getString("offerId");
    }

    private void award(String state) {
        var line = line(has.one("enterpriseId"), has.one("offerId", state), 3);
        Desk.move(officer, "/v1/rfqs/" + has.one("rfqId", state), "award", Map.of("lines", List.of(line)));
    }

    static Map<String, Object> line(String enterprise, String offer, int lines) {
        return Map.of("enterpriseId", enterprise, "offerId", offer, "lines", lines, "fundVndPerMonth", 90_000);
    }
}
