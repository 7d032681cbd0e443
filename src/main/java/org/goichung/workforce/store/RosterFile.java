package org.goichung.workforce.store;

import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import de.siegmar.fastcsv.reader.FieldMismatchStrategy;
import java.io.BufferedReader;
import java.io.Closeable;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import org.goichung.workforce.model.RosterHeader;

/** A roster on disk, read line by line in flat memory. Blocking: for worker threads. */
public final class RosterFile implements Closeable {
    /** No cell of a roster is longer; a quote that is never closed runs into this. */
    private static final int LONGEST_LINE = 64 * 1024;

    private static final int HEADER_PEEK = 16 * 1024;
    private static final char[] SEPARATORS = {',', ';', '\t'};

    /** @param number the line in the file, from 1 */
    public record Line(long number, List<String> cells) {}

    /** The file cannot be read from some line on. */
    public static final class Broken extends RuntimeException {
        private static final long serialVersionUID = 1L;

        private final long line;

        Broken(long line) {
            super("broken at line " + line, null, false, false);
            this.line = line;
        }

        public long line() {
            return line;
        }
    }

    private final CsvReader<CsvRecord> reader;
    private final Iterator<CsvRecord> records;
    private final RosterHeader header;
    private long lastLine = 1;
    private boolean broken;

    private RosterFile(CsvReader<CsvRecord> reader) {
        this.reader = reader;
        this.records = reader.iterator();
        this.header = RosterHeader.of(namesOfColumns(records));
    }

    /** None where the first line cannot be read: then every column is missing, and is named. */
    private static List<String> namesOfColumns(Iterator<CsvRecord> records) {
        try {
            return records.hasNext() ? records.next().getFields() : List.of();
        } catch (CsvParseException unreadable) {
            return List.of();
        }
    }

    @SuppressWarnings(
            "removal") // a stray quote in one row must not break the whole file; there is no other way to say so yet
    public static RosterFile open(Path file) throws IOException {
        Reader text = new BufferedReader(
                new InputStreamReader(Files.newInputStream(file), StandardCharsets.UTF_8), HEADER_PEEK);
        try {
            skipByteOrderMark(text);
            return new RosterFile(CsvReader.builder()
                    .fieldSeparator(separator(text))
                    .skipEmptyLines(true)
                    .extraFieldStrategy(FieldMismatchStrategy.IGNORE)
                    .missingFieldStrategy(FieldMismatchStrategy.IGNORE)
                    .allowExtraCharsAfterClosingQuote(true)
                    .allowUnclosedQuote(false)
                    .maxBufferSize(LONGEST_LINE)
                    .ofCsvRecord(text));
        } catch (IOException | RuntimeException unreadable) {
            text.close();
            throw unreadable;
        }
    }

    public RosterHeader header() {
        return header;
    }

    /** The next lines that hold anything, at most so many; empty at the end. What follows a broken line cannot be read. */
    public List<Line> next(int most) {
        if (broken) throw new Broken(lastLine + 1);
        List<Line> lines = new ArrayList<>(most);
        try {
            while (lines.size() < most && records.hasNext()) {
                CsvRecord record = records.next();
                lastLine = record.getStartingLineNumber();
                if (record.getFields().stream().anyMatch(cell -> !cell.isBlank()))
                    lines.add(new Line(lastLine, record.getFields()));
            }
            return lines;
        } catch (CsvParseException | UncheckedIOException unreadable) {
            broken = true;
            if (lines.isEmpty()) throw new Broken(lastLine + 1);
            return lines;
        }
    }

    @Override
    public void close() throws IOException {
        reader.close();
    }

    private static void skipByteOrderMark(Reader text) throws IOException {
        text.mark(1);
        if (text.read() != '\ufeff') text.reset();
    }

    /** What stands most often between the names of the first line, outside of quotes. */
    private static char separator(Reader text) throws IOException {
        text.mark(HEADER_PEEK);
        int[] seen = new int[SEPARATORS.length];
        boolean quoted = false;
        for (int i = 0; i < HEADER_PEEK - 1; i++) {
            int c = text.read();
            if (c < 0 || (!quoted && c == '\n')) break;
            if (c == '"') quoted = !quoted;
            for (int s = 0; s < SEPARATORS.length; s++) if (!quoted && c == SEPARATORS[s]) seen[s]++;
        }
        text.reset();
        int best = 0;
        for (int s = 1; s < seen.length; s++) if (seen[s] > seen[best]) best = s;
        return SEPARATORS[best];
    }
}
