package org.goichung.quota.store;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import java.util.function.Supplier;
import org.goichung.platform.paging.PageRequest;
import org.goichung.platform.problem.ProblemType;
import org.goichung.platform.problem.Refusal;

/** The parts of a list's cursor; refused where they are not ours. */
final class Cursors {
    static final UUID FIRST = new UUID(0, 0);

    private Cursors() {}

    /** Of a list that is sorted by an id first. */
    static UUID idAfter(PageRequest page) {
        return page.first() ? FIRST : uuid(page.after().getFirst());
    }

    /** All parts of the key; none where this is the first page. */
    static List<String> parts(PageRequest page, int count) {
        if (!page.first() && page.after().size() != count) throw Refusal.of(ProblemType.INVALID_CURSOR);
        return page.after();
    }

    static UUID uuid(String part) {
        return read(() -> UUID.fromString(part));
    }

    static long whole(String part) {
        return read(() -> Long.parseLong(part));
    }

    static LocalDate day(String part) {
        return read(() -> LocalDate.parse(part));
    }

    static Instant time(String part) {
        return read(() -> Instant.parse(part));
    }

    private static <T> T read(Supplier<T> part) {
        try {
            return part.get();
        } catch (IllegalArgumentException | DateTimeException notOurs) {
            throw Refusal.of(ProblemType.INVALID_CURSOR);
        }
    }
}
