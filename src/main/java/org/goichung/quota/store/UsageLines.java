package org.goichung.quota.store;

import static org.goichung.quota.store.Columns.instant;
import static org.goichung.quota.store.Columns.instantOrNull;

import java.nio.ByteBuffer;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.goichung.platform.identity.EnterpriseId;
import org.goichung.quota.model.UsageRow;
import org.jspecify.annotations.Nullable;

/** The lines of some numbers, to be asked who had one at an instant. */
final class UsageLines {
    private static final Comparator<Span> LATEST_FIRST =
            Comparator.comparing(Span::from).reversed().thenComparing(Span::enrolment);

    private final Map<ByteBuffer, List<Span>> spans;

    private record Span(Instant from, @Nullable Instant to, UUID enrolment, UsageRow.Line line) {
        boolean holds(Instant at) {
            return !from.isAfter(at) && (to == null || at.isBefore(to));
        }
    }

    /** @param rows number, from, to, enterprise, agreement, package version, enrolment */
    UsageLines(List<Object[]> rows) {
        spans = HashMap.newHashMap(rows.size());
        // many numbers are under the same few agreements
        Map<UsageRow.Line, UsageRow.Line> known = new HashMap<>();
        for (Object[] row : rows) {
            var line = new UsageRow.Line(new EnterpriseId((UUID) row[3]), (UUID) row[4], (UUID) row[5], null);
            var span = new Span(
                    instant(row[1]),
                    instantOrNull(row[2]),
                    (UUID) row[6],
                    known.computeIfAbsent(line, itself -> itself));
            spans.merge(ByteBuffer.wrap((byte[]) row[0]), List.of(span), UsageLines::joined);
        }
    }

    private static List<Span> joined(List<Span> some, List<Span> more) {
        List<Span> all = new ArrayList<>(some);
        all.addAll(more);
        all.sort(LATEST_FIRST);
        return all;
    }

    /** The line that the number had at the event's start; null where it had none. */
    UsageRow.@Nullable Line at(UsageRow row) {
        for (Span span : spans.getOrDefault(ByteBuffer.wrap(row.msisdnIndex()), List.of()))
            if (span.holds(row.event().startedAt())) return span.line();
        return null;
    }
}
