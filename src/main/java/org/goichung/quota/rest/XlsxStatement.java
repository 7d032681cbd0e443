package org.goichung.quota.rest;

import io.vertx.core.buffer.Buffer;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigInteger;
import java.time.LocalDateTime;
import java.time.temporal.ChronoUnit;
import java.util.List;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;
import org.goichung.platform.http.Language;
import org.goichung.platform.time.Clock;
import org.goichung.quota.EntryView;
import org.goichung.quota.StatementView;
import org.goichung.quota.StatementView.Section;
import org.goichung.quota.StatementView.Sums;
import org.jspecify.annotations.Nullable;

/**
 * A statement as a workbook: the lines of {@link CsvStatement}, with numbers as numbers and times as times, of Vietnam. What is written
 * leaves memory with each part; where a sheet is full another one follows.
 */
final class XlsxStatement implements StatementFormat {
    static final String CONTENT_TYPE = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";

    /** A sheet has 1,048,576 rows. */
    private static final int ROWS = 1_000_000;

    /** Beyond, a spreadsheet would round: it is written as words, to the digit. */
    private static final BigInteger MOST_EXACT = BigInteger.valueOf(1_000_000_000_000_000L);

    private static final int TIME = 7;
    private static final int[] WIDTHS = {16, 38, 38, 38, 12, 12, 12, 20, 24, 20, 20, 20, 20, 20, 38};

    private final StatementWords words;
    private final ByteArrayOutputStream written = new ByteArrayOutputStream();
    private final Workbook workbook = new Workbook(written, "goichung", "1.0");
    private final int rows;
    private @Nullable Worksheet sheet;
    private int sheets;
    private int row;

    XlsxStatement(Language language) {
        this(language, ROWS);
    }

    /** @param rows that a sheet takes */
    XlsxStatement(Language language, int rows) {
        this.words = StatementWords.of(language);
        this.rows = rows;
    }

    @Override
    public String contentType() {
        return CONTENT_TYPE;
    }

    @Override
    public String fileName(StatementView statement) {
        return "quota-" + statement.period() + ".xlsx";
    }

    @Override
    public Buffer head(StatementView statement) {
        begin();
        return taken();
    }

    @Override
    public Buffer open(Section pool, boolean first) {
        line(pool, words.line("opening"), null, pool.opening());
        return taken();
    }

    @Override
    public Buffer entries(Section pool, List<EntryView> entries, boolean first) {
        for (EntryView entry : entries)
            line(
                    pool,
                    words.line("entry"),
                    entry,
                    Sums.of(entry.limitDelta(), entry.reserved(), entry.posted(), entry.overused()));
        return taken();
    }

    @Override
    public Buffer close(Section pool) {
        line(pool, words.line("closing"), null, pool.closing());
        return taken();
    }

    @Override
    public Buffer foot(StatementView statement) {
        for (var total : statement.totals()) {
            total(total, "total-opening", total.opening());
            total(total, "total-change", total.change());
            total(total, "total-closing", total.closing());
        }
        done(() -> {
            sheet().finish();
            workbook.finish();
        });
        return drained();
    }

    private void total(StatementView.Total total, String line, Sums sums) {
        Worksheet at = next();
        at.inlineString(row, 0, words.line(line));
        at.inlineString(row, 5, words.unit(total.unit()));
        sums(at, sums);
    }

    private void line(Section pool, String line, @Nullable EntryView entry, Sums sums) {
        Worksheet at = next();
        at.inlineString(row, 0, line);
        at.inlineString(row, 1, pool.id().toString());
        at.inlineString(row, 2, pool.agreementId().toString());
        at.inlineString(row, 3, pool.packageVersionId().toString());
        at.inlineString(row, 4, pool.period().toString());
        at.inlineString(row, 5, words.unit(pool.unit()));
        if (entry != null) {
            number(at, 6, BigInteger.valueOf(entry.number()));
            at.value(
                    row,
                    TIME,
                    LocalDateTime.ofInstant(entry.recordedAt(), Clock.VIETNAM).truncatedTo(ChronoUnit.SECONDS));
            at.style(row, TIME).format("yyyy-mm-dd hh:mm:ss").set();
            at.inlineString(row, 8, words.kind(entry.kind()));
            at.inlineString(row, 14, entry.reference().toString());
        }
        sums(at, sums);
    }

    private void sums(Worksheet at, Sums sums) {
        number(at, 9, sums.limit());
        number(at, 10, sums.reserved());
        number(at, 11, sums.posted());
        number(at, 12, sums.overused());
        number(at, 13, sums.available());
    }

    private void number(Worksheet at, int column, BigInteger number) {
        if (number.abs().compareTo(MOST_EXACT) < 0) at.value(row, column, number.longValueExact());
        else at.inlineString(row, column, number.toString());
    }

    /** The sheet that the next row goes to. */
    private Worksheet next() {
        if (row + 1 >= rows) {
            done(() -> sheet().finish());
            begin();
        }
        row++;
        return sheet();
    }

    /** A sheet with its head. */
    private void begin() {
        sheets++;
        Worksheet begun = workbook.newWorksheet(sheets == 1 ? "goichung" : "goichung " + sheets);
        row = 0;
        for (int i = 0; i < WIDTHS.length; i++) {
            begun.width(i, WIDTHS[i]);
            begun.inlineString(0, i, words.header().get(i));
            begun.style(0, i).bold().set();
        }
        begun.freezePane(0, 1);
        sheet = begun;
    }

    private Worksheet sheet() {
        if (sheet == null) throw new IllegalStateException("a statement begins with its head");
        return sheet;
    }

    /** What the rows so far came to. */
    private Buffer taken() {
        done(() -> sheet().flush());
        return drained();
    }

    private Buffer drained() {
        Buffer part = Buffer.buffer(written.toByteArray());
        written.reset();
        return part;
    }

    private interface Writing {
        void write() throws IOException;
    }

    /** Into memory, where nothing can fail. */
    private static void done(Writing writing) {
        try {
            writing.write();
        } catch (IOException fault) {
            throw new UncheckedIOException(fault);
        }
    }
}
