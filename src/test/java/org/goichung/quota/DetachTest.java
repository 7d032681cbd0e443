package org.goichung.quota;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.goichung.quota.TestQuota.sql;
import static org.goichung.support.Door.await;
import static org.goichung.support.Door.bean;
import static org.hamcrest.Matchers.equalTo;

import io.agroal.api.AgroalDataSource;
import io.quarkus.agroal.DataSource;
import io.quarkus.arc.Arc;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import org.goichung.platform.identity.EnterpriseId;
import org.goichung.platform.time.Clock;
import org.goichung.quota.store.PeriodLedger;
import org.goichung.support.Door;
import org.goichung.workforce.TestPeople;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Old months of entries that an operator takes away, and brings back. */
@QuarkusTest
class DetachTest {
    private static final AtomicInteger YEARS = new AtomicInteger(2012);

    /** Of its own for each test: a month that was taken away and dropped does not come again. */
    private final int year = YEARS.getAndIncrement();

    private String enterprise;
    private String auditor;
    private PoolKey pool;

    @BeforeEach
    void a_pool_of_long_ago_with_entries_in_two_months() throws SQLException {
        LocalDate january = LocalDate.of(year, 1, 1);
        enterprise = new TestPeople().enterprise();
        auditor = Door.auditor(UUID.fromString(enterprise));
        for (int month = 1; month <= 2; month++)
            owner(
                    "CREATE TABLE quota_entry_%d_0%d PARTITION OF quota_entry FOR VALUES FROM ('%1$d-0%2$d-01Z') TO ('%1$d-0%d-01Z')"
                            .formatted(year, month, month + 1));
        var quota = new TestQuota(new EnterpriseId(UUID.fromString(enterprise)));
        pool = new PoolKey(quota.enterprise, UUID.randomUUID());
        sql(
                "INSERT INTO quota_agreement (agreement_id, carrier_id, first_period, until_day, grace_days, roll_over) VALUES ($1, $2, $3, $4, 0, 'none')",
                quota.agreement,
                quota.carrier.value(),
                january,
                january.plusDays(30));
        sql(
                "INSERT INTO quota_pool (enterprise_id, pool_id, agreement_id, carrier_id, package_version_id, period, unit, state, grace_until) VALUES ($1, $2, $3, $4, $5, $6, 'LINE_CYCLE', 'grace', $7)",
                pool.enterpriseId().value(),
                pool.poolId(),
                quota.agreement,
                quota.carrier.value(),
                quota.packageVersion,
                january,
                Instant.parse(year + "-02-20T00:00:00Z"));
        TestQuota.onLockedAt(Instant.parse(year + "-01-05T00:00:00Z"), pool, each -> each.grant(100, quota.agreement));
        TestQuota.onLockedAt(Instant.parse(year + "-01-10T00:00:00Z"), pool, each -> each.draw(30, UUID.randomUUID()));
        TestQuota.onLockedAt(Instant.parse(year + "-02-03T00:00:00Z"), pool, each -> each.draw(10, UUID.randomUUID()));
    }

    @AfterEach
    void the_months_are_gone_for_good() throws SQLException {
        assertThat(TestQuota.mismatches()).isZero();
        await(() -> bean(PeriodLedger.class).advance());
        for (String month : new String[] {year + "_01", year + "_02"}) {
            if (isAttached(month)) owner("SELECT quota_entry_detach('" + month.replace('_', '-') + "-01')");
            owner("DROP TABLE quota_entry_" + month);
        }
        assertThat(TestQuota.mismatches()).isZero();
    }

    @Test
    void a_month_taken_away_leaves_its_sums_and_says_so_where_more_is_asked() throws SQLException {
        await(() -> bean(PeriodLedger.class).advance());
        String present = get("/pools/" + pool.poolId()).asString();
        String statement = get("/statements/" + year + "-01").asString();
        owner("SELECT quota_entry_detach('" + year + "-01-01')");
        assertThat(isAttached(year + "_01")).isFalse();
        assertThat(TestQuota.mismatches()).isZero();
        assertThat(get("/pools/" + pool.poolId()).asString()).isEqualTo(present);

        at(year + "-01-04T00:00:00Z").then().statusCode(200).body("limit", equalTo(0));
        detached(at(year + "-01-05T00:00:00Z"));
        detached(at(year + "-01-09T23:59:59Z"));
        at(year + "-01-10T00:00:00Z")
                .then()
                .statusCode(200)
                .body("posted", equalTo(30))
                .body("entry", equalTo(2));
        at(year + "-02-02T00:00:00Z").then().body("posted", equalTo(30)).body("granted", equalTo(100));
        at(year + "-02-03T00:00:00Z").then().body("posted", equalTo(40)).body("available", equalTo(60));
        detached(get("?at=" + year + "-01-09T00:00:00Z"));
        get("?at=" + year + "-01-20T00:00:00Z").then().statusCode(200).body("items[0].posted", equalTo(30));
        detached(get("/pools/" + pool.poolId() + "?entry=1"));
        get("/pools/" + pool.poolId() + "?entry=2").then().body("posted", equalTo(30));
        get("/pools/" + pool.poolId() + "?entry=3").then().body("posted", equalTo(40));
        detached(get("/statements/" + year + "-01"));

        Response entries = get("/entries");
        entries.then()
                .body("items.kind", equalTo(List.of("closing", "draw")))
                .body("items[0].firstNumber", equalTo(1))
                .body("items[0].number", equalTo(2))
                .body("items[0].limitDelta", equalTo(100))
                .body("items[0].posted", equalTo(30))
                .body("items.posted.sum()", equalTo(40));

        owner("SELECT quota_entry_attach('" + year + "-01-01')");
        assertThat(get("/statements/" + year + "-01").asString()).isEqualTo(statement);
        at(year + "-01-09T23:59:59Z").then().statusCode(200).body("posted", equalTo(0));
    }

    @Test
    void both_months_may_go_and_come_back_in_turn() throws SQLException {
        await(() -> bean(PeriodLedger.class).advance());
        refused("SELECT quota_entry_detach('" + year + "-02-01')", "the oldest month goes first");
        owner("SELECT quota_entry_detach('" + year + "-01-01')");
        owner("SELECT quota_entry_detach('" + year + "-02-01')");
        assertThat(TestQuota.mismatches()).isZero();
        get("/entries").then().body("items.number", equalTo(List.of(2, 3)));
        at(year + "-01-20T00:00:00Z").then().body("posted", equalTo(30));
        at("2023-01-01T00:00:00Z").then().body("posted", equalTo(40));
        // what comes later goes on numbering
        TestQuota.use(pool, 5);
        at(bean(Clock.class).instant().toString())
                .then()
                .body("overused", equalTo(5))
                .body("entry", equalTo(4));
        refused("SELECT quota_entry_attach('" + year + "-01-01')", "the last one comes back first");
        owner("SELECT quota_entry_attach('" + year + "-02-01')");
        assertThat(TestQuota.mismatches()).isZero();
    }

    @Test
    void what_is_not_over_not_there_or_still_open_stays() throws SQLException {
        refused("SELECT quota_entry_detach('2010-01-01')", "There is no month 2010-01");
        refused(
                "SELECT quota_entry_detach(date_trunc('month', goichung_now() AT TIME ZONE 'UTC')::date)",
                "is not over");
        sql(
                "UPDATE quota_pool SET state = 'grace', closed_entry = NULL, grace_until = $2 WHERE pool_id = $1",
                pool.poolId(),
                Instant.parse("2100-01-01T00:00:00Z"));
        refused("SELECT quota_entry_detach('" + year + "-01-01')", "not closed yet");
        sql(
                "UPDATE quota_pool SET grace_until = $2 WHERE pool_id = $1",
                pool.poolId(),
                Instant.parse(year + "-02-20T00:00:00Z"));
        refused("SELECT quota_entry_attach('2009-01-01')", "There is no table");
        assertThat(sql("SELECT 1 FROM quota_closing WHERE pool_id = $1", pool.poolId()))
                .isEmpty();
    }

    @Test
    void a_table_that_is_not_what_was_taken_away_does_not_come_back() throws SQLException {
        await(() -> bean(PeriodLedger.class).advance());
        owner("SELECT quota_entry_detach('" + year + "-01-01')");
        owner("DELETE FROM quota_entry_" + year + "_01 WHERE number = 2");
        refused("SELECT quota_entry_attach('" + year + "-01-01')", "does not hold");
    }

    @Test
    void only_the_owner_takes_entries_away() {
        assertThatThrownBy(() -> sql("SELECT quota_entry_detach('" + year + "-01-01')"))
                .hasMessageContaining("permission denied");
    }

    @Test
    void entries_in_no_months_table_get_one() throws SQLException {
        TestQuota.onLockedAt(Instant.parse("2011-11-15T00:00:00Z"), pool, each -> each.draw(1, UUID.randomUUID()));
        assertThat(sql(
                                "SELECT tableoid::regclass::text FROM quota_entry WHERE pool_id = $1 AND number = 4",
                                pool.poolId())
                        .getFirst()[0])
                .isEqualTo("quota_entry_other");
        sql("SELECT quota_entry_partitions(3)");
        assertThat(sql(
                                "SELECT tableoid::regclass::text FROM quota_entry WHERE pool_id = $1 AND number = 4",
                                pool.poolId())
                        .getFirst()[0])
                .isEqualTo("quota_entry_2011_11");
        assertThat(sql("SELECT 1 FROM quota_entry_partitions(3) AS made WHERE made > 0"))
                .isEmpty();
        await(() -> bean(PeriodLedger.class).advance());
        owner("SELECT quota_entry_detach('2011-11-01')");
        owner("DROP TABLE quota_entry_2011_11");
    }

    private void detached(Response answer) {
        answer.then()
                .statusCode(410)
                .body("type", equalTo("/problems/entries-detached"))
                .body("facts.month", equalTo(year + "-01"));
    }

    private Response at(String instant) {
        return get("/pools/" + pool.poolId() + "?at=" + instant);
    }

    private Response get(String where) {
        return given().auth().oauth2(auditor).get("/v1/enterprises/" + enterprise + "/quota" + where);
    }

    private static boolean isAttached(String month) {
        return !sql(
                        "SELECT 1 FROM pg_inherits WHERE inhparent = 'quota_entry'::regclass AND inhrelid = to_regclass($1)",
                        "quota_entry_" + month)
                .isEmpty();
    }

    private static void refused(String statement, String because) {
        assertThatThrownBy(() -> owner(statement))
                .isInstanceOf(SQLException.class)
                .hasMessageContaining(because);
    }

    private static void owner(String statement) throws SQLException {
        try (var connection = Arc.container()
                        .instance(AgroalDataSource.class, new DataSource.DataSourceLiteral("owner"))
                        .get()
                        .getConnection();
                var open = connection.createStatement()) {
            open.execute(statement);
        }
    }
}
