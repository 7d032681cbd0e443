package org.goichung.contract;

import static org.assertj.core.api.Assertions.assertThat;

import io.restassured.response.Response;
import java.time.Instant;
import java.time.YearMonth;
import java.util.List;
import java.util.Map;
import org.goichung.platform.time.Clock;
import org.goichung.platform.time.DatabaseClock;
import org.goichung.support.Door;
import org.goichung.workforce.TestPeople;

/** The rest of a story: quota granted and reserved, one worker enrolled and one ordered, usage that counts and usage that is parked. */
final class Usage {
    private static final Map<String, Object> YES = Map.of(
            "purposes", List.of("number-to-carrier", "usage-for-quota"), "textVersion", "2026-11", "given", true);

    private final Story story;
    private final Belongings has;
    private final String quota;

    Usage(Story story) {
        this.story = story;
        this.has = story.has;
        this.quota = "/v1/enterprises/" + has.one("enterpriseId") + "/quota";
    }

    void tell() {
        pools();
        enrol("enrolled", has.one("agreementId"));
        enrol("ordered", has.one("agreementId"));
        Desk.post(
                story.carrier,
                "/v1/activations/" + has.one("activationId", "enrolled") + "/acknowledge",
                Map.of("carrierReference", "the story's"));
        for (String which : List.of("VND", "LINE_CYCLE")) {
            var reservation = Map.of("poolId", has.one("poolId", which), "amount", 1, "expiresInSeconds", 2_678_400);
            has.put(
                    "reservationId",
                    which,
                    Desk.post(story.officer, quota + "/reservations", reservation)
                            .getString("id"));
        }
        has.put("eventId", "posted", used("posted", has.one("msisdn", "enrolled")));
        has.put("msisdn", "parked", new TestPeople().number());
        has.put("eventId", "parked", used("parked", has.one("msisdn", "parked")));
    }

    private void pools() {
        for (String unit : List.of("VND", "BYTE", "LINE_CYCLE"))
            has.put("poolId", unit, pool(story.officer, has.one("enterpriseId"), has.one("agreementId"), unit));
    }

    /** An agreement's pool at an enterprise, of this month, once it is granted. */
    static String pool(String token, String enterprise, String agreement, String unit) {
        String path = "/v1/enterprises/" + enterprise + "/quota?limit=500&period=" + YearMonth.now(Clock.VIETNAM);
        String find = "items.find { it.unit == '" + unit + "' && it.agreementId == '" + agreement + "' }?.id";
        Desk.until(
                "the pool of " + unit + " is granted",
                () -> Desk.get(token, path).getString(find) != null);
        return Desk.get(token, path).getString(find);
    }

    void enrol(String which, String agreement) {
        var wanted = Map.of(
                "workerId", has.one("workerId", which),
                "programmeId", has.one("programmeId"),
                "agreementId", agreement,
                "packageVersionId", has.one("packageVersionId"));
        String id = Desk.post(story.steward, "/v1/enrolments", wanted).getString("id");
        has.put("enrolmentId", which, id);
        Desk.move(story.steward, "/v1/enrolments/" + id, "consent", YES);
        String msisdn = "+84" + has.one("msisdn", which).substring(1);
        String find = "items.find { it.msisdn == '" + msisdn + "' }?.id";
        Desk.until("the carrier has the order", () -> queue(find) != null);
        has.put("activationId", which, queue(find));
    }

    private String queue(String find) {
        return Desk.get(story.carrier, "/v1/activations?limit=500").getString(find);
    }

    /** The line opens a moment after the carrier's word, and what comes before is parked; so it is replayed until it counts. */
    private String used(String expected, String msisdn) {
        String id = Kinds.unknown("eventId");
        var event = Map.of("eventId", id, "msisdn", msisdn, "bytes", 5_000_000, "startedAt", now().toString());
        Response answer = Desk.as(story.carrier)
                .contentType("application/json")
                .body(List.of(event))
                .post("/v1/usage-events?outcomes=all");
        assertThat(answer.statusCode()).as(answer.asString()).isEqualTo(200);
        if (expected.equals("posted"))
            Desk.until("the usage counts", () -> {
                Desk.post(story.carrier, "/v1/usage-quarantine/replay", "");
                return !Desk.as(story.carrier)
                        .get("/v1/usage-quarantine?limit=500")
                        .asString()
                        .contains(id);
            });
        return id;
    }

    private static Instant now() {
        return Door.bean(DatabaseClock.class).instant();
    }
}
