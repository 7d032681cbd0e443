package org.goichung.quota;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.goichung.quota.TestQuota.claimed;
import static org.goichung.support.Door.await;
import static org.goichung.support.Door.bean;

import de.siegmar.fastcsv.reader.CsvReader;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;
import org.dhatim.fastexcel.reader.Cell;
import org.dhatim.fastexcel.reader.CellType;
import org.dhatim.fastexcel.reader.ReadableWorkbook;
import org.dhatim.fastexcel.reader.Row;
import org.goichung.negotiation.RollOver;
import org.goichung.platform.identity.EnterpriseId;
import org.goichung.platform.time.Clock;
import org.goichung.quota.store.QuotaLedger;
import org.goichung.support.Door;
import org.goichung.workforce.TestPeople;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A month's statement as a workbook, read back. */
@QuarkusTest
class StatementWorkbookTest {
    private static final String XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";
    private static final int LIMIT = 9;
    private static final int AVAILABLE = 13;

    private String enterprise;
    private String employer;

    @BeforeEach
    void an_enterprise_with_quota_used_over_several_pages() {
        enterprise = new TestPeople().enterprise();
        employer = Door.employer(UUID.fromString(enterprise));
        var quota = TestQuota.granted(
                new EnterpriseId(UUID.fromString(enterprise)),
                2_000,
                2_000_000_000_000_000_001L,
                500_000L,
                RollOver.NONE);
        PoolKey lines = quota.key(Unit.LINE_CYCLE);
        for (int batch = 0; batch < 3; batch++) {
            var orders =
                    IntStream.range(0, 500).mapToObj(i -> claimed(lines, 1)).toList();
            await(() -> bean(QuotaLedger.class).settle(orders));
        }
        TestQuota.use(lines, 900);
    }

    @Test
    void it_adds_up_and_has_the_figures_and_lines_of_the_csv_to_the_digit() throws IOException {
        Response answer = statement(XLSX);
        answer.then()
                .statusCode(200)
                .contentType(XLSX)
                .header("Content-Disposition", "attachment; filename=\"quota-" + thisMonth() + ".xlsx\"");
        List<Row> rows = rows(answer.asByteArray());
        List<List<String>> csv = csv();
        assertThat(rows).hasSameSizeAs(csv).hasSizeGreaterThan(1_500);
        for (int i = 0; i < rows.size(); i++)
            for (int column = 0; column < csv.get(i).size(); column++)
                assertThat(told(rows.get(i), column))
                        .as(i + " " + column)
                        .isEqualTo(csv.get(i).get(column));
        assertThat(rows)
                .filteredOn(row -> told(row, 8).equals("trừ"))
                .hasSize(1_500)
                .allSatisfy(row -> assertThat(row.getCell(LIMIT).getType()).isEqualTo(CellType.NUMBER));

        List<String> pools = rows.stream()
                .skip(1)
                .map(row -> told(row, 1))
                .filter(pool -> !pool.isEmpty())
                .distinct()
                .toList();
        assertThat(pools).hasSize(3);
        for (int column = LIMIT; column <= AVAILABLE; column++)
            for (String pool : pools)
                assertThat(sum(rows, pool, "Đầu kỳ", column).add(sum(rows, pool, "Bút toán", column)))
                        .isEqualByComparingTo(sum(rows, pool, "Cuối kỳ", column));
    }

    @Test
    void it_speaks_the_readers_language_and_keeps_its_head_in_sight() throws IOException {
        Response answer = given().auth()
                .oauth2(employer)
                .accept(XLSX)
                .header("Accept-Language", "en")
                .get(path());
        assertThat(told(rows(answer.asByteArray()).getFirst(), LIMIT)).isEqualTo("Limit");
    }

    private static BigDecimal sum(List<Row> rows, String pool, String line, int column) {
        return rows.stream()
                .filter(row -> told(row, 0).equals(line) && told(row, 1).equals(pool))
                .map(row -> new BigDecimal(told(row, column)))
                .reduce(BigDecimal.ZERO, BigDecimal::add);
    }

    /** As the CSV says it. */
    private static String told(Row row, int column) {
        if (column >= row.getCellCount()) return "";
        Cell cell = row.getCell(column);
        if (cell == null || cell.getType() == CellType.EMPTY) return "";
        if (cell.getType() != CellType.NUMBER) return cell.asString();
        if (column != 7 || row.getRowNum() == 1) return cell.asNumber().toPlainString();
        LocalDateTime at = cell.asDate();
        // a spreadsheet's time is a fraction of a day
        return DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss").format(at.plusNanos(500_000_000));
    }

    private static List<Row> rows(byte[] workbook) throws IOException {
        List<Row> rows = new ArrayList<>();
        try (var opened = new ReadableWorkbook(new ByteArrayInputStream(workbook))) {
            for (var sheet : opened.getSheets().toList()) rows.addAll(sheet.read());
        }
        return rows;
    }

    private List<List<String>> csv() {
        String text = new String(statement("text/csv").asByteArray(), StandardCharsets.UTF_8);
        return CsvReader.builder().ofCsvRecord(text.substring(1)).stream()
                .map(record -> record.getFields())
                .toList();
    }

    private Response statement(String type) {
        return given().auth().oauth2(employer).accept(type).get(path());
    }

    private static String thisMonth() {
        return Period.of(bean(Clock.class).instant()).toString();
    }

    private String path() {
        return "/v1/enterprises/" + enterprise + "/quota/statements/" + thisMonth();
    }
}
