package org.goichung.quota;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.goichung.quota.TestQuota.claimed;
import static org.goichung.quota.TestQuota.sql;
import static org.goichung.support.Door.await;
import static org.goichung.support.Door.bean;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.nullValue;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import io.smallrye.mutiny.Uni;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import org.goichung.platform.database.Statements;
import org.goichung.platform.database.Transactions;
import org.goichung.platform.identity.EnterpriseId;
import org.goichung.platform.time.Clock;
import org.goichung.quota.model.Outcome;
import org.goichung.quota.store.DrawBatcher;
import org.goichung.quota.store.PoolStore;
import org.goichung.support.Door;
import org.goichung.support.Service;
import org.goichung.workforce.TestPeople;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Balances of the past as an auditor asks for them. */
@QuarkusTest
class BalanceHttpTest {
    private final TestPeople people = new TestPeople();
    private String enterprise;
    private String auditor;
    private TestQuota quota;

    @BeforeEach
    void an_enterprise_with_quota() {
        enterprise = people.enterprise();
        auditor = Door.auditor(UUID.fromString(enterprise));
        quota = TestQuota.granted(
                new EnterpriseId(UUID.fromString(enterprise)),
                100,
                1_000L,
                null,
                org.goichung.negotiation.RollOver.NONE);
    }

    @Test
    void a_balance_at_an_instant_is_that_of_the_entries_up_to_it_and_never_changes() {
        Instant granted = bean(Clock.class).instant();
        Instant first = draw(30);
        String then = get("/pools/" + lines() + "?at=" + first).asString();
        Instant second = draw(20);
        draw(10);
        given().auth()
                .oauth2(auditor)
                .get(path("/pools/" + lines() + "?at=" + granted))
                .then()
                .body("posted", equalTo(0));
        assertThat(get("/pools/" + lines() + "?at=" + first).asString()).isEqualTo(then);
        get("/pools/" + lines() + "?at=" + second)
                .then()
                .statusCode(200)
                .body("posted", equalTo(50))
                .body("available", equalTo(50))
                .body("limit", equalTo(100))
                .body("entry", equalTo(3))
                .body("at", equalTo(second.toString()))
                .body("state", nullValue());
        // the microsecond before
        get("/pools/" + lines() + "?at=" + second.minusNanos(1_000)).then().body("posted", equalTo(30));
        get("/pools/" + lines() + "?at="
                        + second.atOffset(java.time.ZoneOffset.ofHours(7))
                                .toString()
                                .replace("+", "%2B"))
                .then()
                .body("posted", equalTo(50));
        get("/pools/" + lines()).then().body("posted", equalTo(60)).body("state", equalTo("open"));
    }

    @Test
    void all_pools_at_an_instant_are_those_that_had_an_entry_by_then() {
        get("?at=2020-01-01T00:00:00Z").then().statusCode(200).body("items", hasSize(0));
        Instant first = draw(30);
        draw(20);
        Response page = get("?limit=1&at=" + first);
        page.then().body("items", hasSize(1));
        Response rest = get("?limit=1&at=" + first + "&after=" + page.path("next"));
        rest.then().body("items", hasSize(1)).body("next", nullValue());
        List<Integer> posted = List.of(page.<Integer>path("items[0].posted"), rest.path("items[0].posted"));
        assertThat(posted).containsExactlyInAnyOrder(30, 0);
        get("?at=" + first + "&period=2020-01").then().body("items", hasSize(0));
    }

    @Test
    void a_balance_behind_an_entry_is_the_sum_up_to_it() {
        draw(30);
        draw(20);
        get("/pools/" + lines() + "?entry=0")
                .then()
                .statusCode(200)
                .body("limit", equalTo(0))
                .body("entry", equalTo(0));
        get("/pools/" + lines() + "?entry=2").then().body("posted", equalTo(30)).body("entry", equalTo(2));
        get("/pools/" + lines() + "?entry=3").then().body("posted", equalTo(50));
        refused("/pools/" + lines() + "?entry=4", "balance-not-yet", "?entry");
    }

    @Test
    void a_balance_of_the_past_is_the_same_from_its_nearest_mark_as_from_the_first_entry() {
        int posted = 0;
        for (int drawn = 1; drawn <= 7; drawn++) {
            posted += drawn;
            Instant at = draw(drawn);
            long entry = 1 + drawn;
            get("/pools/" + lines() + "?entry=" + entry).then().body("posted", equalTo(posted));
            get("/pools/" + lines() + "?at=" + at)
                    .then()
                    .body("posted", equalTo(posted))
                    .body("limit", equalTo(100))
                    .body("granted", equalTo(100))
                    .body("entry", equalTo((int) entry));
        }
        int behind = posted;
        for (int entry = 8; entry > 1; behind -= entry - 1, entry--)
            get("/pools/" + lines() + "?entry=" + entry)
                    .then()
                    .body("posted", equalTo(behind))
                    .body("available", equalTo(100 - behind));
        assertThat(sql("SELECT count(*) FROM quota_mark WHERE pool_id = $1", UUID.fromString(lines()))
                        .getFirst()[0])
                .isEqualTo(2L);
        assertThat(TestQuota.mismatches()).isZero();
    }

    @Test
    void what_has_not_come_or_is_no_instant_is_named() {
        Instant soon = bean(Clock.class).instant().plusSeconds(60);
        refused("?at=" + soon, "balance-not-yet", "?at");
        refused("/pools/" + lines() + "?at=" + soon, "balance-not-yet", "?at");
        refused("?at=9999-12-31T23:59:59Z", "balance-not-yet", "?at");
        refused("?at=yesterday", "invalid-request", "?at");
        refused("?at=2026-02-30T00:00:00Z", "invalid-request", "?at");
        refused("?at=%2B999999999-12-31T23:59:59Z", "invalid-request", "?at");
        refused("/pools/" + lines() + "?entry=-1", "invalid-request", "?entry");
        refused("/pools/" + lines() + "?entry=99999999999999999999", "invalid-request", "?entry");
        refused("/pools/" + lines() + "?entry=1&at=" + soon, "invalid-request", "?entry");
        get("/pools/" + UUID.randomUUID()).then().statusCode(404);
        get("/pools/" + UUID.randomUUID() + "?at=2026-01-01T00:00:00Z").then().statusCode(404);
        UUID others = TestQuota.granted(1, null, null).pool(Unit.LINE_CYCLE).id();
        for (String asked : new String[] {"", "?entry=1", "?at=2026-01-01T00:00:00Z"})
            get("/pools/" + others + asked).then().statusCode(404);
    }

    @Test
    void an_answer_waits_for_who_is_writing_so_that_it_holds_for_ever() {
        PoolKey pool = quota.key(Unit.LINE_CYCLE);
        var written = new CompletableFuture<Instant>();
        var mayCommit = new CompletableFuture<Void>();
        var writer = bean(Transactions.class)
                .systemSql(connection -> {
                    var sql = Statements.of(connection);
                    return bean(PoolStore.class)
                            .lock(sql, List.of(pool))
                            .chain(found -> bean(Clock.class).now(sql).chain(now -> {
                                found.get(pool.poolId()).draw(7, UUID.randomUUID());
                                return bean(PoolStore.class)
                                        .write(sql, found.values(), now)
                                        .invoke(() -> written.complete(now));
                            }))
                            .chain(() -> Uni.createFrom().completionStage(mayCommit));
                })
                .subscribeAsCompletionStage();
        Instant at = written.join();
        var asked = CompletableFuture.supplyAsync(() -> get("/pools/" + lines() + "?at=" + at));
        Service.eventually("waiting for the writer", Duration.ofSeconds(10), () -> !sql("""
                        SELECT 1 FROM pg_stat_activity WHERE wait_event_type = 'Lock' AND query LIKE '%FOR SHARE%'
                        """)
                .isEmpty());
        assertThat(asked).isNotDone();
        mayCommit.complete(null);
        writer.join();
        asked.join().then().statusCode(200).body("posted", equalTo(7));
    }

    /** When it was recorded. */
    private Instant draw(long amount) {
        var order = claimed(quota.key(Unit.LINE_CYCLE), amount);
        var done = (Outcome.Done)
                await(() -> bean(DrawBatcher.class).submit(order)).outcome();
        return done.at();
    }

    private void refused(String where, String problem, String pointer) {
        get(where)
                .then()
                .statusCode(400)
                .body("type", equalTo("/problems/" + problem))
                .body("errors.pointer", hasItem(pointer));
    }

    private Response get(String where) {
        return given().urlEncodingEnabled(false).auth().oauth2(auditor).get(path(where));
    }

    private String lines() {
        return quota.pool(Unit.LINE_CYCLE).id().toString();
    }

    private String path(String where) {
        return "/v1/enterprises/" + enterprise + "/quota" + where;
    }
}
