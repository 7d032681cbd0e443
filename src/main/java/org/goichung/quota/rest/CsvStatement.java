package org.goichung.quota.rest;

import de.siegmar.fastcsv.writer.CsvWriter;
import de.siegmar.fastcsv.writer.LineDelimiter;
import io.vertx.core.buffer.Buffer;
import java.io.StringWriter;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.goichung.platform.http.Language;
import org.goichung.platform.time.Clock;
import org.goichung.quota.EntryView;
import org.goichung.quota.StatementView;
import org.goichung.quota.StatementView.Section;
import org.goichung.quota.StatementView.Sums;
import org.jspecify.annotations.Nullable;

/**
 * A statement for a spreadsheet: RFC 4180 in UTF-8 with a byte order mark, by which spreadsheets read Vietnamese. In each column the
 * opening line and the entries of a pool add up to its closing line, and the pools' lines to the totals.
 */
final class CsvStatement implements StatementFormat {
    private static final String BYTE_ORDER_MARK = "\uFEFF";
    private static final DateTimeFormatter TIME =
            DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss").withZone(Clock.VIETNAM);

    private final StatementWords words;

    CsvStatement(Language language) {
        this.words = StatementWords.of(language);
    }

    @Override
    public String contentType() {
        return "text/csv; charset=utf-8; header=present";
    }

    @Override
    public String fileName(StatementView statement) {
        return "quota-" + statement.period() + ".csv";
    }

    @Override
    public Buffer head(StatementView statement) {
        return Buffer.buffer(BYTE_ORDER_MARK).appendBuffer(lines(List.of(words.header())));
    }

    @Override
    public Buffer open(Section pool, boolean first) {
        return lines(List.of(line(pool, words.line("opening"), null, pool.opening())));
    }

    @Override
    public Buffer entries(Section pool, List<EntryView> entries, boolean first) {
        return lines(entries.stream()
                .map(entry -> line(
                        pool,
                        words.line("entry"),
                        entry,
                        Sums.of(entry.limitDelta(), entry.reserved(), entry.posted(), entry.overused())))
                .toList());
    }

    @Override
    public Buffer close(Section pool) {
        return lines(List.of(line(pool, words.line("closing"), null, pool.closing())));
    }

    @Override
    public Buffer foot(StatementView statement) {
        List<List<String>> lines = new ArrayList<>();
        for (var total : statement.totals()) {
            lines.add(total(total, "total-opening", total.opening()));
            lines.add(total(total, "total-change", total.change()));
            lines.add(total(total, "total-closing", total.closing()));
        }
        return lines(lines);
    }

    private List<String> total(StatementView.Total total, String line, Sums sums) {
        return cells(words.line(line), "", "", "", "", words.unit(total.unit()), null, sums);
    }

    private List<String> line(Section pool, String line, @Nullable EntryView entry, Sums sums) {
        return cells(
                line,
                pool.id().toString(),
                pool.agreementId().toString(),
                pool.packageVersionId().toString(),
                pool.period().toString(),
                words.unit(pool.unit()),
                entry,
                sums);
    }

    private List<String> cells(
            String line,
            String pool,
            String agreement,
            String packageVersion,
            String period,
            String unit,
            @Nullable EntryView entry,
            Sums sums) {
        return List.of(
                text(line),
                text(pool),
                text(agreement),
                text(packageVersion),
                text(period),
                text(unit),
                entry == null ? "" : Long.toString(entry.number()),
                entry == null ? "" : time(entry.recordedAt()),
                entry == null ? "" : text(words.kind(entry.kind())),
                sums.limit().toString(),
                sums.reserved().toString(),
                sums.posted().toString(),
                sums.overused().toString(),
                sums.available().toString(),
                entry == null ? "" : text(entry.reference()));
    }

    private static String time(Instant instant) {
        return TIME.format(instant);
    }

    private static String text(UUID id) {
        return text(id.toString());
    }

    /** A cell of words never begins as a formula does: a spreadsheet would run it. Numbers may begin with a minus. */
    static String text(String cell) {
        return !cell.isEmpty() && "=+-@\t\r".indexOf(cell.charAt(0)) >= 0 ? "'" + cell : cell;
    }

    private static Buffer lines(List<? extends List<String>> lines) {
        var text = new StringWriter();
        var csv = CsvWriter.builder()
                .lineDelimiter(LineDelimiter.CRLF)
                .bufferSize(0)
                .build(text);
        lines.forEach(csv::writeRecord);
        return Buffer.buffer(text.toString());
    }
}
