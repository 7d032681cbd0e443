package org.goichung.workforce.model;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;

/** The reference tables that are shipped with the service. */
final class DataFile {
    private DataFile() {}

    /** The rows below the header. */
    static Stream<CsvRecord> rows(String name) {
        var stream = Objects.requireNonNull(DataFile.class.getResourceAsStream("/data/" + name), name);
        try (var reader = CsvReader.builder().ofCsvRecord(new InputStreamReader(stream, StandardCharsets.UTF_8))) {
            List<CsvRecord> rows = reader.stream().skip(1).toList();
            return rows.stream();
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
