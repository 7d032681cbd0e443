package org.goichung.partner.usage;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.goichung.support.Door.await;
import static org.goichung.support.Door.bean;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import io.restassured.response.ValidatableResponse;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import org.goichung.platform.identity.CarrierId;
import org.goichung.platform.time.Clock;
import org.goichung.platform.time.DatabaseClock;
import org.goichung.quota.TestQuota;
import org.goichung.quota.UsageEvent;
import org.goichung.quota.UsageOutcome;
import org.goichung.quota.UsageService;
import org.goichung.quota.store.UsageParking;
import org.goichung.support.Door;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What a carrier finds among its parked usage, and what is left of strangers' numbers. */
@QuarkusTest
class ParkedUsageTest {
    private static final String STRANGER = "+84912000001";
    private static final String OTHER_STRANGER = "+84912000002";
    private static final String WORKER = "+84912000003";
    private static final Duration LONG_AGO = Duration.ofDays(40);

    private TestQuota quota;
    private String carrier;

    @BeforeEach
    void a_carrier_with_an_agreement() {
        quota = TestQuota.granted(10, 1_000L, null);
        carrier = Door.carrier(quota.carrier.value());
    }

    @Test
    void parked_usage_is_found_by_number_cause_time_and_age_page_by_page() {
        Instant before = bean(Clock.class).instant();
        long since = Duration.between(before, bean(Clock.class).instant()).toSeconds();
        park(
                quota.carrier,
                event("a", STRANGER, null),
                event("b", OTHER_STRANGER, null),
                event("c", STRANGER, "never-told"),
                event("d", STRANGER, null));
        listed("").body("items.id", contains("a", "b", "c", "d")).body("next", nullValue());
        listed("?cause=awaiting-original").body("items.id", contains("c"));
        listed("?parkedFrom=" + before + "&maxAgeSeconds=" + (since + 3_600)).body("items", hasSize(4));
        listed("?parkedBefore=" + before).body("items", hasSize(0));
        listed("?minAgeSeconds=3600").body("items", hasSize(0));
        listed("?carrierId=" + quota.carrier).body("items", hasSize(4));
        searched(Map.of("msisdn", "0912000001")).body("items.id", contains("a", "c", "d"));
        searched(Map.of("msisdn", "0912000001", "cause", "no-line")).body("items.id", contains("a", "d"));
        searched(Map.of("msisdn", "0912000009")).body("items", hasSize(0));

        JsonPath first =
                searched(Map.of("msisdn", "0912000001", "limit", 2)).extract().jsonPath();
        assertThat(first.getList("items.id")).containsExactly("a", "c");
        String next = first.getString("next");
        searched(Map.of("msisdn", "0912000001", "limit", 2, "after", next)).body("items.id", contains("d"));
        // a cursor is of its filter
        refused(Map.of("msisdn", "0912000002", "limit", 2, "after", next), "invalid-cursor");
        refused(Map.of("msisdn", "12345"), "bad-number");
        given().auth()
                .oauth2(carrier)
                .get("/v1/usage-quarantine?cause=none")
                .then()
                .statusCode(400)
                .body("errors[0].code", equalTo("unknown-cause"));
    }

    @Test
    void another_carrier_finds_nothing_of_it_and_the_admin_sees_no_number() {
        park(quota.carrier, event("mine", STRANGER, null));
        String other = Door.carrier(UUID.randomUUID());
        given().auth().oauth2(other).get("/v1/usage-quarantine").then().body("items", hasSize(0));
        given().auth()
                .oauth2(other)
                .contentType("application/json")
                .body(Map.of("msisdn", STRANGER))
                .post("/v1/usage-quarantine/searches")
                .then()
                .statusCode(200)
                .body("items", hasSize(0));
        given().auth()
                .oauth2(other)
                .get("/v1/usage-quarantine?carrierId=" + quota.carrier)
                .then()
                .statusCode(404);
        given().auth()
                .oauth2(Door.admin())
                .get("/v1/usage-quarantine?carrierId=" + quota.carrier)
                .then()
                .statusCode(200)
                .body("items.id", contains("mine"))
                .body("items[0].carrierId", equalTo(quota.carrier.toString()))
                .body("items[0].msisdn", nullValue());
    }

    @Test
    void a_strangers_number_is_purged_after_its_time_and_the_event_stays() {
        longAgo(() -> park(
                quota.carrier,
                event("old", STRANGER, null),
                event("workers", WORKER, null),
                event("w", STRANGER, "o")));
        park(quota.carrier, event("new", STRANGER, null));
        // the worker's line began after the usage, so it does not match, but the number is no stranger's
        quota.line(WORKER, bean(Clock.class).instant());
        purge();

        listed("")
                .body("items.id", contains("old", "w", "workers", "new"))
                .body("items[0].msisdn", nullValue())
                .body("items[0].numberPurgedAt", notNullValue())
                .body("items[0].cause", equalTo("no-line"))
                .body("items[0].bytes", equalTo(7))
                .body("items[0].startedAt", notNullValue())
                .body("items[1].msisdn", nullValue())
                .body("items[2].msisdn", equalTo(WORKER))
                .body("items[3].msisdn", equalTo(STRANGER))
                .body("items[3].numberPurgedAt", nullValue());
        listed("?minAgeSeconds=" + LONG_AGO.minusDays(1).toSeconds()).body("items", hasSize(3));
        searched(Map.of("msisdn", STRANGER)).body("items.id", contains("new"));
        assertThat(TestQuota.sql("""
                        SELECT event_id FROM usage_quarantine
                         WHERE carrier_id = $1 AND msisdn_index IS NULL AND msisdn_sealed IS NULL AND number_purged_at IS NOT NULL
                         ORDER BY event_id
                        """, quota.carrier.value()))
                .extracting(row -> row[0])
                .containsExactly("old", "w");
    }

    @Test
    void what_was_purged_matches_no_line_any_more_and_is_still_known() {
        longAgo(() -> park(quota.carrier, event("old", STRANGER, null)));
        purge();
        quota.line(STRANGER, started().minusSeconds(60));
        given().auth()
                .oauth2(carrier)
                .post("/v1/usage-quarantine/replay")
                .then()
                .statusCode(200)
                .body("replayed", equalTo(0))
                .body("parked", equalTo(1));
        assertThat(await(() -> bean(UsageService.class)
                        .record(
                                quota.carrier,
                                bean(UsageService.class).prepare(List.of(event("old", STRANGER, null))))))
                .containsExactly(UsageOutcome.DUPLICATE);
    }

    @Test
    void instances_that_purge_at_once_purge_all_of_many_batches_once() {
        longAgo(() -> {
            List<UsageEvent> events = new ArrayList<>();
            for (int i = 0; i < 2_300; i++) events.add(event("e" + i, STRANGER, null));
            park(quota.carrier, events.toArray(UsageEvent[]::new));
        });
        var instances = IntStream.range(0, 3)
                .mapToObj(each -> CompletableFuture.supplyAsync(ParkedUsageTest::purge))
                .toList();
        long purged = instances.stream().mapToLong(CompletableFuture::join).sum();
        // one that finds all the rest under way elsewhere goes home; the next round, here or by the job, has none left
        // to do
        assertThat(purged + purge()).isPositive().isLessThanOrEqualTo(2_300);
        assertThat(purge()).isZero();
        assertThat(TestQuota.sql(
                                "SELECT count(*) FROM usage_quarantine WHERE carrier_id = $1 AND number_purged_at IS NOT NULL",
                                quota.carrier.value())
                        .getFirst())
                .containsExactly(2_300L);
    }

    private ValidatableResponse listed(String query) {
        return given().auth()
                .oauth2(carrier)
                .get("/v1/usage-quarantine" + query)
                .then()
                .statusCode(200);
    }

    private ValidatableResponse searched(Map<String, Object> wanted) {
        return given().auth()
                .oauth2(carrier)
                .contentType("application/json")
                .body(wanted)
                .post("/v1/usage-quarantine/searches")
                .then()
                .statusCode(200);
    }

    private void refused(Map<String, Object> wanted, String problem) {
        given().auth()
                .oauth2(carrier)
                .contentType("application/json")
                .body(wanted)
                .post("/v1/usage-quarantine/searches")
                .then()
                .statusCode(400)
                .body("type", equalTo("/problems/" + problem));
    }

    private static void park(CarrierId carrier, UsageEvent... events) {
        var service = bean(UsageService.class);
        assertThat(await(() -> service.record(carrier, service.prepare(List.of(events)))))
                .allMatch(UsageOutcome.PARKED::equals);
    }

    private static long purge() {
        return await(() -> bean(UsageParking.class).purgeStrangers());
    }

    /** With the clock set back; nothing falls due by that. */
    private static void longAgo(Runnable what) {
        await(() -> bean(DatabaseClock.class).advance(LONG_AGO.negated()));
        try {
            what.run();
        } finally {
            await(() -> bean(DatabaseClock.class).advance(LONG_AGO));
        }
    }

    private static UsageEvent event(String id, String number, String amends) {
        return new UsageEvent(id, number, 7, started(), null, amends);
    }

    private static Instant started() {
        return STARTED;
    }

    /** Before the clock is ever set back to. */
    private static final Instant STARTED =
            Instant.now().minus(LONG_AGO.plusDays(1)).truncatedTo(java.time.temporal.ChronoUnit.SECONDS);
}
