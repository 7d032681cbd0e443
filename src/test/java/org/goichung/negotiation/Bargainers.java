package org.goichung.negotiation;

import static io.restassured.RestAssured.given;

import io.restassured.path.json.JsonPath;
import io.restassured.response.ValidatableResponse;
import io.restassured.specification.RequestSpecification;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.BooleanSupplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.goichung.eligibility.EligibilityService;
import org.goichung.platform.identity.EnterpriseId;
import org.goichung.platform.time.DatabaseClock;
import org.goichung.support.Door;
import org.goichung.workforce.TestPeople;

/** A federation, two enterprises with their unions, and three carriers at the door. */
final class Bargainers {
    static final ZoneId VIETNAM = ZoneId.of("Asia/Ho_Chi_Minh");
    static final String LOT = "Gói dữ liệu";
    static final UUID VIETTEL = carrier(1);
    static final UUID VINAPHONE = carrier(2);
    static final UUID MOBIFONE = carrier(3);

    private static final Duration A_WHILE = Duration.ofMinutes(30);

    private Duration passed = Duration.ZERO;
    private final TestPeople people = new TestPeople();
    final String federation;
    /** In Cần Thơ; of the second it is not known where it lies. */
    final String first = people.enterpriseIn("92");

    final String second = people.enterprise();
    final String lead;
    final String firstUnion;
    final String secondUnion;
    final String viettel = Door.carrier(VIETTEL);
    final String vinaphone = Door.carrier(VINAPHONE);
    final String mobifone = Door.carrier(MOBIFONE);

    Bargainers() {
        String top = people.unionBody("confederation", null, null);
        federation = people.unionBody("provincial-federation", top, null);
        lead = Door.unionOfficer(UUID.fromString(federation));
        firstUnion = Door.unionOfficer(UUID.fromString(people.unionBody("grassroots", federation, first)));
        secondUnion = Door.unionOfficer(UUID.fromString(people.unionBody("grassroots", federation, second)));
        hire(first, 9);
        hire(second, 4);
        awaitDemand(13, first, second);
    }

    TestPeople people() {
        return people;
    }

    /** An enterprise that comes later, with its union under the federation and so many workers. */
    record Newcomer(String enterprise, String union) {}

    Newcomer newcomer(int workers) {
        String enterprise = people.enterprise();
        String union = Door.unionOfficer(UUID.fromString(people.unionBody("grassroots", federation, enterprise)));
        hire(enterprise, workers);
        awaitDemand(workers, enterprise);
        return new Newcomer(enterprise, union);
    }

    /** Union members with numbers that VinaPhone's blocks suggest. */
    private void hire(String enterprise, int workers) {
        String steward = Door.steward(UUID.fromString(enterprise));
        for (int i = 0; i < workers; i++) people.register(steward, enterprise, people.nationalId(), people.number());
    }

    private void awaitDemand(int workers, String... enterprises) {
        Set<EnterpriseId> ids = Stream.of(enterprises)
                .map(id -> new EnterpriseId(UUID.fromString(id)))
                .collect(Collectors.toSet());
        poll(() -> Door.await(() -> Door.bean(EligibilityService.class)
                                .exactDemand(List.of("union-member"), ids)
                                .onFailure()
                                .recoverWithItem(Map.of()))
                        .values()
                        .stream()
                        .flatMap(lines -> lines.values().stream())
                        .mapToLong(Long::longValue)
                        .sum()
                == workers);
    }

    private static UUID carrier(int number) {
        return UUID.fromString("01900000-0000-7000-8000-00000000000" + number);
    }

    Map<String, Object> mandate(String enterprise, int yes, int no) {
        return Map.of(
                "enterpriseId", enterprise,
                "toBodyId", federation,
                "voters", 100,
                "yes", yes,
                "no", no,
                "validUntil", LocalDate.now(VIETNAM).plusDays(60).toString());
    }

    void giveMandates() {
        post(firstUnion, "/v1/mandates", mandate(first, 70, 5)).statusCode(201);
        post(secondUnion, "/v1/mandates", mandate(second, 60, 20)).statusCode(201);
    }

    Map<String, Object> rfq(Instant deadline, String... lotNames) {
        var lots = Stream.of(lotNames.length == 0 ? new String[] {LOT} : lotNames)
                .map(name -> Map.of(
                        "name", name,
                        "criteria", List.of("union-member"),
                        "provinces", List.of("92"),
                        "startMonth", YearMonth.from(deadline.atZone(VIETNAM)).toString(),
                        "months", 12))
                .toList();
        return Map.of(
                "title",
                "Gói chung Trà Nóc",
                "lots",
                lots,
                "enterpriseIds",
                List.of(first, second),
                "offerDeadline",
                deadline.toString(),
                "ratificationWindowHours",
                1,
                "quorum",
                1,
                "graceDays",
                5,
                "rollOver",
                "one-period");
    }

    /** Drafted and open; its id. */
    String openRfq(Instant deadline, String... lotNames) {
        String id = post(lead, "/v1/rfqs", rfq(deadline, lotNames))
                .statusCode(201)
                .extract()
                .path("id");
        move(lead, "/v1/rfqs/" + id + "/open", 0).statusCode(200);
        return id;
    }

    /** Some package version of the carrier that lasts a month. */
    String packageOf(String carrierToken) {
        return get(carrierToken, "/v1/packages")
                .getString("items.find { it.current.cycle.unit == 'day' && it.current.cycle.length == 30 }.current.id");
    }

    Map<String, Object> offer(String carrierToken, String basis, boolean sums, Object... tiersAndPrices) {
        var tiers = new ArrayList<Map<String, Object>>();
        for (int i = 0; i < tiersAndPrices.length; i += 2)
            tiers.add(Map.of("fromLines", tiersAndPrices[i], "priceVnd", tiersAndPrices[i + 1]));
        return new HashMap<>(Map.of(
                "lot",
                LOT,
                "packageVersionId",
                packageOf(carrierToken),
                "tiers",
                tiers,
                "sumsMembers",
                sums,
                "capacity",
                5000,
                "validUntil",
                Instant.now().plusSeconds(90_000).toString(),
                "legalBasis",
                basis,
                "referencePriceVnd",
                87_654,
                "subscriberKind",
                "prepaid"));
    }

    /** A while from now, by the service's clock. */
    static Instant soon() {
        return Door.bean(DatabaseClock.class).instant().plus(A_WHILE);
    }

    /** Moves the service's clock; {@link #setBack} undoes it, so that other tests keep their time. */
    void letAWhilePass() {
        letPass(A_WHILE.plusSeconds(1));
    }

    void letPass(Duration time) {
        Door.await(() -> Door.bean(DatabaseClock.class).advance(time));
        passed = passed.plus(time);
    }

    void setBack() {
        Duration back = passed.negated();
        Door.await(() -> Door.bean(DatabaseClock.class).advance(back));
        passed = Duration.ZERO;
    }

    ValidatableResponse post(String token, String path, Object body) {
        return keyed(token).body(body).post(path).then();
    }

    ValidatableResponse post(String token, String path) {
        return keyed(token).post(path).then();
    }

    ValidatableResponse move(String token, String path, long version) {
        return keyed(token).header("If-Match", "\"" + version + "\"").post(path).then();
    }

    ValidatableResponse move(String token, String path, long version, Object body) {
        return keyed(token)
                .header("If-Match", "\"" + version + "\"")
                .body(body)
                .post(path)
                .then();
    }

    JsonPath get(String token, String path) {
        return given().auth()
                .oauth2(token)
                .get(path)
                .then()
                .statusCode(200)
                .extract()
                .jsonPath();
    }

    int statusOf(String token, String path) {
        return given().auth().oauth2(token).get(path).statusCode();
    }

    private static RequestSpecification keyed(String token) {
        return given().auth()
                .oauth2(token)
                .contentType("application/json")
                .header("Accept-Language", "en")
                .header("Idempotency-Key", UUID.randomUUID().toString());
    }

    /** Polls until the RFQ is in the state. */
    JsonPath await(String rfqId, String state) {
        poll(() -> get(lead, "/v1/rfqs/" + rfqId).getString("state").equals(state));
        return get(lead, "/v1/rfqs/" + rfqId);
    }

    void until(BooleanSupplier so) {
        poll(so);
    }

    private static void poll(BooleanSupplier until) {
        Instant giveUp = Instant.now().plusSeconds(60);
        while (!until.getAsBoolean()) {
            if (Instant.now().isAfter(giveUp)) throw new AssertionError("waited for a minute");
            try {
                Thread.sleep(100);
            } catch (InterruptedException stop) {
                throw new AssertionError(stop);
            }
        }
    }
}
