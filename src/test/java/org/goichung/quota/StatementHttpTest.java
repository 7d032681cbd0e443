package org.goichung.quota;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.goichung.quota.TestQuota.claimed;
import static org.goichung.support.Door.await;
import static org.goichung.support.Door.bean;
import static org.hamcrest.Matchers.equalTo;

import com.atlassian.oai.validator.OpenApiInteractionValidator;
import com.atlassian.oai.validator.model.Request;
import com.atlassian.oai.validator.model.SimpleResponse;
import de.siegmar.fastcsv.reader.CsvReader;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import io.restassured.response.Response;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.IntStream;
import org.goichung.negotiation.RollOver;
import org.goichung.platform.identity.EnterpriseId;
import org.goichung.platform.time.Clock;
import org.goichung.quota.store.GrantLedger;
import org.goichung.quota.store.PeriodLedger;
import org.goichung.quota.store.QuotaLedger;
import org.goichung.support.Door;
import org.goichung.workforce.TestPeople;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A month's statement as a union's treasurer adds it up. */
@QuarkusTest
class StatementHttpTest {
    private static final List<String> SUMS = List.of("limit", "reserved", "posted", "overused", "available");

    private final TestPeople people = new TestPeople();
    private String enterprise;
    private String employer;

    @BeforeEach
    void an_enterprise() {
        enterprise = people.enterprise();
        employer = Door.employer(UUID.fromString(enterprise));
    }

    @AfterEach
    void balances_are_the_sums_of_entries() {
        assertThat(TestQuota.mismatches()).isZero();
    }

    @Test
    void a_statement_adds_up_and_is_as_the_contract_says() throws Exception {
        var quota = used();
        Response answer = statement(thisMonth());
        JsonPath statement = answer.then()
                .statusCode(200)
                .body("final", equalTo(false))
                .extract()
                .jsonPath();
        assertThat(statement.getList("pools")).hasSize(3);
        addsUp(statement);
        PoolView lines = quota.pool(Unit.LINE_CYCLE);
        String path = "pools.find { it.id == '" + lines.id() + "' }";
        assertThat(statement.getLong(path + ".closing.limit")).isEqualTo(lines.limit());
        assertThat(statement.getLong(path + ".closing.posted")).isEqualTo(lines.posted());
        assertThat(statement.getLong(path + ".closing.available")).isEqualTo(lines.available());
        assertThat(statement.getList(path + ".entries.kind")).containsExactly("grant", "draw", "draw", "usage");
        var validator = OpenApiInteractionValidator.createForInlineApiSpecification(
                        Files.readString(Path.of("openapi", "openapi.yaml")))
                .build();
        var response = SimpleResponse.Builder.status(200)
                .withContentType("application/json")
                .withBody(answer.asString())
                .build();
        assertThat(validator
                        .validateResponse(
                                "/v1/enterprises/{enterpriseId}/quota/statements/{period}",
                                Request.Method.GET,
                                response)
                        .getMessages())
                .isEmpty();
    }

    @Test
    void totals_of_immense_overuse_are_exact_beyond_what_one_pool_can_hold() {
        for (int i = 0; i < 3; i++) {
            var quota =
                    TestQuota.granted(new EnterpriseId(UUID.fromString(enterprise)), 10, 1_000L, null, RollOver.NONE);
            TestQuota.use(quota.key(Unit.BYTE), Long.MAX_VALUE);
        }
        String overused = new java.math.BigInteger("3")
                .multiply(java.math.BigInteger.valueOf(Long.MAX_VALUE - 1_000))
                .toString();
        statement(thisMonth()).then().statusCode(200);
        assertThat(statement(thisMonth()).asString()).contains("\"overused\":" + overused);
        assertThat(csv("en").asString()).contains("," + overused + ",");
    }

    @Test
    void a_spreadsheet_gets_the_same_figures_in_vietnamese_or_english() {
        used();
        Response answer = csv("vi");
        answer.then()
                .statusCode(200)
                .contentType("text/csv")
                .header("Content-Disposition", "attachment; filename=\"quota-" + thisMonth() + ".csv\"");
        String text = new String(answer.asByteArray(), StandardCharsets.UTF_8);
        assertThat(text).startsWith("\uFEFFDòng,Quỹ hạn mức,").contains("\r\n");
        var rows = rows(text);
        var header = rows.getFirst();
        // each pool: opening and entries make the closing, column by column
        var pools = rows.stream()
                .skip(1)
                .filter(row -> !row.get(1).isEmpty())
                .map(row -> row.get(1))
                .distinct()
                .toList();
        assertThat(pools).hasSize(3);
        for (int column = header.indexOf("Hạn mức"); column <= header.indexOf("Còn lại"); column++) {
            int at = column;
            for (String pool : pools)
                assertThat(sum(rows, pool, "Đầu kỳ", at) + sum(rows, pool, "Bút toán", at))
                        .as(pool + " " + header.get(at))
                        .isEqualTo(sum(rows, pool, "Cuối kỳ", at));
            assertThat(pools.stream()
                            .mapToLong(pool -> sum(rows, pool, "Cuối kỳ", at))
                            .sum())
                    .isEqualTo(sum(rows, "", "Tổng cuối kỳ", at));
            assertThat(sum(rows, "", "Tổng đầu kỳ", at) + sum(rows, "", "Tổng phát sinh", at))
                    .isEqualTo(sum(rows, "", "Tổng cuối kỳ", at));
        }
        assertThat(rows(new String(csv("en").asByteArray(), StandardCharsets.UTF_8))
                        .getFirst())
                .contains("Limit", "Available");
    }

    @Test
    void a_statement_of_many_pages_leaves_nothing_out() {
        var quota = TestQuota.granted(new EnterpriseId(UUID.fromString(enterprise)), 5_000, null, null, RollOver.NONE);
        PoolKey pool = quota.key(Unit.LINE_CYCLE);
        for (int batch = 0; batch < 3; batch++) {
            var orders =
                    IntStream.range(0, 1_000).mapToObj(i -> claimed(pool, 1)).toList();
            await(() -> bean(QuotaLedger.class).settle(orders));
        }
        JsonPath statement = statement(thisMonth()).jsonPath();
        List<Integer> numbers = statement.getList("pools[0].entries.number");
        assertThat(numbers).hasSize(3_001).isSorted().doesNotHaveDuplicates();
        assertThat(statement.getLong("totals[0].entries")).isEqualTo(3_001);
        addsUp(statement);
    }

    @Test
    void what_comes_behind_the_close_leaves_the_closed_months_statement_and_opens_a_later_one() {
        var quota = TestQuota.since(new EnterpriseId(UUID.fromString(enterprise)), 1, RollOver.ONE_PERIOD, 0, 10);
        await(() -> bean(GrantLedger.class).grantDue(quota.agreement));
        await(() -> bean(PeriodLedger.class).advance());
        await(() -> bean(PeriodLedger.class).advance());
        PoolView closed = quota.pools().getFirst();
        assertThat(closed.state()).isEqualTo("closed");
        String lastMonth = closed.period().toString();
        Response before = statement(lastMonth);
        before.then().body("final", equalTo(true));
        addsUp(before.jsonPath());
        TestQuota.use(new PoolKey(quota.enterprise, closed.id()), 4);
        assertThat(statement(lastMonth).asByteArray()).isEqualTo(before.asByteArray());
        JsonPath later = statement(thisMonth()).jsonPath();
        String part = "pools.find { it.id == '" + closed.id() + "' }";
        assertThat(later.getString(part + ".period")).isEqualTo(lastMonth);
        assertThat(later.<Map<String, Object>>get(part + ".opening"))
                .isEqualTo(before.jsonPath().get(part + ".closing"));
        assertThat(later.getLong(part + ".closing.overused")).isEqualTo(4);
        addsUp(later);
    }

    @Test
    void what_is_no_statement_is_named() {
        statement("2020-01")
                .then()
                .statusCode(200)
                .body("pools.size()", equalTo(0))
                .body("final", equalTo(true));
        statement(Period.parse(thisMonth()).next().toString())
                .then()
                .statusCode(400)
                .body("type", equalTo("/problems/balance-not-yet"));
        for (String none : new String[] {"2026-13", "november", "2026-11-01"})
            statement(none).then().statusCode(404);
        given().auth()
                .oauth2(employer)
                .accept("image/png")
                .get(path(thisMonth()))
                .then()
                .statusCode(406)
                .body("type", equalTo("/problems/not-acceptable"));
        given().get(path(thisMonth())).then().statusCode(401);
        given().auth()
                .oauth2(Door.employer(UUID.fromString(people.enterprise())))
                .get(path(thisMonth()))
                .then()
                .statusCode(404);
    }

    /** Grants, draws and usage beyond the limit. */
    private TestQuota used() {
        var quota =
                TestQuota.granted(new EnterpriseId(UUID.fromString(enterprise)), 100, 1_000L, 500_000L, RollOver.NONE);
        PoolKey lines = quota.key(Unit.LINE_CYCLE);
        PoolKey money = quota.key(Unit.VND);
        await(() ->
                bean(QuotaLedger.class).settle(List.of(claimed(lines, 30), claimed(money, 70_000), claimed(lines, 7))));
        TestQuota.use(lines, 90);
        return quota;
    }

    private static void addsUp(JsonPath statement) {
        List<Map<String, Object>> pools = statement.getList("pools");
        for (int pool = 0; pool < pools.size(); pool++)
            for (String column : SUMS) {
                String at = "pools[" + pool + "].";
                assertThat(number(statement, at + "opening." + column) + entries(statement, at, column))
                        .as(at + column)
                        .isEqualTo(number(statement, at + "closing." + column));
            }
        List<Map<String, Object>> totals = statement.getList("totals");
        for (int total = 0; total < totals.size(); total++)
            for (String column : SUMS) {
                String at = "totals[" + total + "].";
                assertThat(number(statement, at + "opening." + column) + number(statement, at + "change." + column))
                        .isEqualTo(number(statement, at + "closing." + column));
                String unit = statement.getString(at + "unit");
                List<Number> closings =
                        statement.getList("pools.findAll { it.unit == '" + unit + "' }.closing." + column);
                assertThat(closings.stream().mapToLong(Number::longValue).sum())
                        .isEqualTo(number(statement, at + "closing." + column));
            }
    }

    private static long entries(JsonPath statement, String at, String column) {
        return switch (column) {
            case "limit" -> sum(statement, at + "entries.limitDelta");
            case "available" ->
                sum(statement, at + "entries.limitDelta")
                        - sum(statement, at + "entries.reserved")
                        - sum(statement, at + "entries.posted");
            default -> sum(statement, at + "entries." + column);
        };
    }

    private static long sum(JsonPath statement, String path) {
        List<Number> all = statement.getList(path);
        return all.stream().mapToLong(Number::longValue).sum();
    }

    private static long number(JsonPath statement, String path) {
        return statement.<Number>get(path).longValue();
    }

    private static List<List<String>> rows(String text) {
        return CsvReader.builder().ofCsvRecord(text.substring(1)).stream()
                .map(record -> record.getFields())
                .toList();
    }

    private static long sum(List<List<String>> rows, String pool, String line, int column) {
        return rows.stream()
                .filter(row -> row.get(0).equals(line) && row.get(1).equals(pool))
                .mapToLong(row -> Long.parseLong(row.get(column)))
                .sum();
    }

    private Response statement(String month) {
        return given().auth().oauth2(employer).get(path(month));
    }

    private Response csv(String language) {
        return given().auth()
                .oauth2(employer)
                .accept("text/csv")
                .header("Accept-Language", language)
                .get(path(thisMonth()));
    }

    private static String thisMonth() {
        return Period.of(bean(Clock.class).instant()).toString();
    }

    private String path(String month) {
        return "/v1/enterprises/" + enterprise + "/quota/statements/" + month;
    }
}
