package org.goichung.quota.model;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import org.goichung.platform.identity.EnterpriseId;
import org.goichung.quota.PoolKey;

/** Sums what a chunk of usage changes, per pool and per day; so neither order nor the chunks' borders matter to the totals. */
public final class UsageTally {

    /** One row of the daily totals. */
    public record Day(EnterpriseId enterprise, LocalDate day, UUID agreement, UUID packageVersion)
            implements Comparable<Day> {
        private static final Comparator<Day> ORDER = Comparator.comparing(
                        (Day each) -> each.enterprise().value())
                .thenComparing(Day::day)
                .thenComparing(Day::agreement)
                .thenComparing(Day::packageVersion);

        @Override
        public int compareTo(Day other) {
            return ORDER.compare(this, other);
        }
    }

    /** What is added to a day. */
    public record Added(long events, long bytes) {
        Added plus(Added more) {
            return new Added(Math.addExact(events, more.events), Math.addExact(bytes, more.bytes));
        }
    }

    private static final class Sum {
        private final long epochDay;
        private long events;
        private long bytes;

        Sum(long epochDay) {
            this.epochDay = epochDay;
        }

        void add(long moreEvents, long moreBytes) {
            events = Math.addExact(events, moreEvents);
            bytes = Math.addExact(bytes, moreBytes);
        }
    }

    /** By the line itself: those that are matched together share theirs, and to hash one is dearer than to add. */
    private final Map<UsageRow.Line, List<Sum>> lines = new IdentityHashMap<>();

    /** An event that counts from now on. */
    public void count(UsageRow.Line line, Instant startedAt, long bytes) {
        add(line, startedAt, 1, bytes);
    }

    /** An event that counted before, with other bytes now. */
    public void amend(UsageRow.Line line, Instant startedAt, long difference) {
        add(line, startedAt, 0, difference);
    }

    private void add(UsageRow.Line line, Instant startedAt, long events, long bytes) {
        dayOf(lines.computeIfAbsent(line, first -> new ArrayList<>()), UsageRow.dayOf(startedAt))
                .add(events, bytes);
    }

    /** A chunk tells of few days. */
    private static Sum dayOf(List<Sum> days, long epochDay) {
        for (Sum day : days) if (day.epochDay == epochDay) return day;
        var day = new Sum(epochDay);
        days.add(day);
        return day;
    }

    public Collection<PoolKey> pools() {
        return bytesOfPools().keySet();
    }

    private Map<PoolKey, Long> bytesOfPools() {
        Map<PoolKey, Long> pools = new HashMap<>();
        lines.forEach((line, itsDays) -> {
            if (line.pool() != null) for (Sum sum : itsDays) pools.merge(line.pool(), sum.bytes, Math::addExact);
        });
        return pools;
    }

    /** In the order that everybody locks them in. */
    public Map<Day, Added> days() {
        Map<Day, Added> sorted = new TreeMap<>();
        lines.forEach((line, itsDays) -> itsDays.forEach(sum -> sorted.merge(
                new Day(line.enterprise(), LocalDate.ofEpochDay(sum.epochDay), line.agreement(), line.packageVersion()),
                new Added(sum.events, sum.bytes),
                Added::plus)));
        return sorted;
    }

    /** Enters what changed into the locked pools, one entry each. */
    public void enter(Map<UUID, Pool> locked, UUID chunk, Instant at) {
        bytesOfPools().forEach((key, bytes) -> {
            Pool pool = locked.get(key.poolId());
            if (pool == null) throw new IllegalStateException("a line's pool is not locked");
            if (bytes > 0) pool.use(bytes, chunk, at);
            else if (bytes < 0) pool.unuse(-bytes, chunk);
        });
    }
}
