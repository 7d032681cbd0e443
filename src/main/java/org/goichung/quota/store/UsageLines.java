package org.goichung.quota.store;

import static org.goichung.quota.store.Columns.instant;
import static org.goichung.quota.store.Columns.instantOrNull;

import java.nio.ByteBuffer;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.goichung.platform.identity.EnterpriseId;
import org.goichung.quota.model.UsageRow;
import org.jspecify.annotations.Nullable;

/**
 * The lines of some numbers, to be asked who had one at an instant. Many numbers are under the same few agreements: what is known of
 * an agreement's month is made once.
 */
final class UsageLines {
    private static final Comparator<Span> LATEST_FIRST =
            Comparator.comparing(Span::from).reversed().thenComparing(Span::enrolment);

    private final Map<ByteBuffer, List<Span>> spans;
    private final List<Month> months = new ArrayList<>();

    record Span(Instant from, @Nullable Instant to, UUID enrolment, UsageRow.Line line, List<Month> itsMonths) {
        boolean holds(Instant at) {
            return !from.isAfter(at) && (to == null || at.isBefore(to));
        }
    }

    /** A line in a month; with its pool when that was looked up. */
    static final class Month {
        private final SharedData.Month of;
        private final long firstDay;
        private final long lastDay;
        private UsageRow.Line line;

        Month(UsageRow.Line line, LocalDate firstDay) {
            this.of = new SharedData.Month(line.enterprise(), line.agreement(), line.packageVersion(), firstDay);
            this.firstDay = firstDay.toEpochDay();
            this.lastDay = this.firstDay + firstDay.lengthOfMonth() - 1;
            this.line = line;
        }

        SharedData.Month of() {
            return of;
        }

        UsageRow.Line line() {
            return line;
        }

        void resolve(UsageRow.Line withPool) {
            line = withPool;
        }
    }

    /** @param rows number, from, to, enterprise, agreement, package version, enrolment */
    UsageLines(List<Object[]> rows) {
        spans = HashMap.newHashMap(rows.size());
        record Known(UsageRow.Line line, List<Month> months) {}
        Map<UsageRow.Line, Known> known = new HashMap<>();
        for (Object[] row : rows) {
            var line = new UsageRow.Line(new EnterpriseId((UUID) row[3]), (UUID) row[4], (UUID) row[5], null);
            Known shared = known.computeIfAbsent(line, itself -> new Known(itself, new ArrayList<>(2)));
            var span = new Span(instant(row[1]), instantOrNull(row[2]), (UUID) row[6], shared.line(), shared.months());
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
    @Nullable
    Span at(UsageRow row) {
        Instant at = row.event().startedAt();
        for (Span span : spans.getOrDefault(ByteBuffer.wrap(row.msisdnIndex()), List.of()))
            if (span.holds(at)) return span;
        return null;
    }

    /** All that were asked for. */
    List<Month> months() {
        return months;
    }

    /** The line in that event's month. */
    Month month(Span span, UsageRow row) {
        long day = UsageRow.dayOf(row.event().startedAt());
        for (Month known : span.itsMonths()) if (known.firstDay <= day && day <= known.lastDay) return known;
        var month = new Month(span.line(), LocalDate.ofEpochDay(day).withDayOfMonth(1));
        span.itsMonths().add(month);
        months.add(month);
        return month;
    }
}
