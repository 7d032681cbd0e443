package org.goichung.workforce.store;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.goichung.workforce.WorkerImportError;
import org.goichung.workforce.model.Finding;
import org.goichung.workforce.model.RosterColumn;
import org.goichung.workforce.model.RowReading;
import org.goichung.workforce.model.Seen;
import org.goichung.workforce.store.RosterFile.Line;
import org.goichung.workforce.store.RosterIntake.Sealed;

/** One roster on its way through the reader, chunk by chunk, in flat memory. Blocking: for worker threads, one at a time. */
public final class RosterReading implements AutoCloseable {
    static final int CHUNK = 500;
    static final long MOST_ROWS = 500_000;

    /** A row that may be taken in. */
    public record Candidate(long line, Sealed row, boolean mended) {}

    /**
     * Some rows of the file.
     *
     * @param rejected how many of them are bad
     * @param last whether the file ends with them
     */
    public record Chunk(List<Candidate> candidates, long rejected, List<WorkerImportError> errors, boolean last) {}

    /** More rows than one roster may have. */
    public static final class TooManyRows extends RuntimeException {
        private static final long serialVersionUID = 1L;
    }

    private final RosterFile file;
    private final RosterIntake intake;
    private final LocalDate today;
    private final long done;
    private final Seen people = new Seen();
    private final Seen numbers = new Seen();
    private long read;

    /** @param done how many rows an earlier run has taken care of: they are looked at again, and left alone */
    public RosterReading(Path path, RosterIntake intake, LocalDate today, long done) throws IOException {
        this.file = RosterFile.open(path);
        this.intake = intake;
        this.today = today;
        this.done = done;
    }

    public List<Integer> unknownColumns() {
        return file.header().unknown();
    }

    public Chunk next() {
        List<Candidate> candidates = new ArrayList<>(CHUNK);
        List<WorkerImportError> errors = new ArrayList<>();
        long rejected = 0;
        List<Line> lines = file.next(CHUNK);
        for (Line line : lines) {
            if (++read > MOST_ROWS) throw new TooManyRows();
            RowReading reading = checkRepeated(RowReading.of(file.header(), line.cells(), today));
            if (read <= done) continue;
            int ordinal = 0;
            for (Finding finding : reading.findings())
                errors.add(new WorkerImportError(
                        line.number(),
                        ordinal++,
                        finding.column(),
                        finding.code(),
                        finding.mended(),
                        finding.candidates()));
            if (reading.row() == null) rejected++;
            else candidates.add(new Candidate(line.number(), intake.seal(reading.row()), reading.mended()));
        }
        return new Chunk(candidates, rejected, errors, lines.isEmpty());
    }

    private RowReading checkRepeated(RowReading reading) {
        var row = reading.row();
        if (row == null) return reading;
        if (!people.add(fingerprint(intake.index(row.nationalId()))))
            return reading.refused(RosterColumn.NATIONAL_ID, "repeated-person");
        if (!numbers.add(fingerprint(intake.index(row.msisdn()))))
            return reading.refused(RosterColumn.MSISDN, "repeated-number");
        return reading;
    }

    private static long fingerprint(byte[] index) {
        return ByteBuffer.wrap(index).getLong();
    }

    @Override
    public void close() throws IOException {
        file.close();
    }
}
