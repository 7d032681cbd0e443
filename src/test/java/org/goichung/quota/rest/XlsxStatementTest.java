package org.goichung.quota.rest;

import static org.assertj.core.api.Assertions.assertThat;

import io.vertx.core.buffer.Buffer;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.stream.LongStream;
import org.dhatim.fastexcel.reader.ReadableWorkbook;
import org.dhatim.fastexcel.reader.Row;
import org.goichung.platform.http.Language;
import org.goichung.platform.identity.CarrierId;
import org.goichung.platform.identity.EnterpriseId;
import org.goichung.quota.EntryView;
import org.goichung.quota.Period;
import org.goichung.quota.StatementView;
import org.goichung.quota.StatementView.Section;
import org.goichung.quota.StatementView.Sums;
import org.goichung.quota.Unit;
import org.junit.jupiter.api.Test;

class XlsxStatementTest {
    private static final int ENTRIES = 25;

    @Test
    void where_a_sheet_is_full_another_follows_with_the_same_head_and_no_line_is_lost() throws IOException {
        var format = new XlsxStatement(Language.EN, 10);
        Section pool = pool();
        var statement = new StatementView(
                new EnterpriseId(UUID.randomUUID()), Period.parse("2026-11"), null, List.of(pool), List.of());
        Buffer whole = Buffer.buffer().appendBuffer(format.head(statement)).appendBuffer(format.open(pool, true));
        int partsWithBytes = 0;
        for (EntryView entry : entries(pool)) {
            Buffer part = format.entries(pool, List.of(entry), true);
            if (part.length() > 0) partsWithBytes++;
            whole.appendBuffer(part);
        }
        whole.appendBuffer(format.close(pool)).appendBuffer(format.foot(statement));
        // it leaves as it comes, and is not kept for the end
        assertThat(partsWithBytes).isPositive();

        List<List<Row>> sheets = new ArrayList<>();
        try (var workbook = new ReadableWorkbook(new ByteArrayInputStream(whole.getBytes()))) {
            for (var sheet : workbook.getSheets().toList()) sheets.add(sheet.read());
        }
        assertThat(sheets).hasSize(3).allSatisfy(rows -> {
            assertThat(rows).hasSizeLessThanOrEqualTo(10);
            assertThat(rows.getFirst().getCellText(0)).isEqualTo("Line");
        });
        List<String> numbers = sheets.stream()
                .flatMap(List::stream)
                .filter(row -> row.getCellText(0).equals("Entry"))
                .map(row -> row.getCellText(6))
                .toList();
        assertThat(numbers)
                .containsExactlyElementsOf(LongStream.rangeClosed(1, ENTRIES)
                        .mapToObj(Long::toString)
                        .toList());
    }

    private static Section pool() {
        return new Section(
                UUID.randomUUID(),
                UUID.randomUUID(),
                new CarrierId(UUID.randomUUID()),
                UUID.randomUUID(),
                Period.parse("2026-11"),
                Unit.LINE_CYCLE,
                1,
                ENTRIES,
                Sums.NOTHING,
                Sums.of(0, 0, ENTRIES, 0));
    }

    private static List<EntryView> entries(Section pool) {
        return LongStream.rangeClosed(1, ENTRIES)
                .mapToObj(number -> new EntryView(
                        pool.id() + "-" + number,
                        pool.id(),
                        number,
                        Instant.parse("2026-11-24T03:00:00Z"),
                        "draw",
                        0,
                        0,
                        1,
                        0,
                        UUID.randomUUID(),
                        null))
                .toList();
    }
}
