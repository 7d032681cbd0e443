package org.goichung.quota.model;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.HashMap;
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
        @Override
        public int compareTo(Day other) {
            return java.util.Comparator.comparing(
                            (Day each) -> each.enterprise().value())
                    .thenComparing(Day::day)
                    .thenComparing(Day::agreement)
                    .thenComparing(Day::packageVersion)
                    .compare(this, other);
        }
    }

    /** What is added to a day. */
    public record Added(long events, long bytes) {}

    private static final class Sum {
        private long events;
        private long bytes;

        void add(long moreEvents, long moreBytes) {
            events = Math.addExact(events, moreEvents);
            bytes = Math.addExact(bytes, moreBytes);
        }
    }

    private final Map<PoolKey, Sum> pools = new HashMap<>();
    private final Map<Day, Sum> days = new HashMap<>();

    /** An event that counts from now on. */
    public void count(UsageRow.Line line, Instant startedAt, long bytes) {
        add(line, startedAt, 1, bytes);
    }

    /** An event that counted before, with other bytes now. */
    public void amend(UsageRow.Line line, Instant startedAt, long difference) {
        add(line, startedAt, 0, difference);
    }

    private void add(UsageRow.Line line, Instant startedAt, long events, long bytes) {
        var day = new Day(line.enterprise(), UsageRow.dayOf(startedAt), line.agreement(), line.packageVersion());
        days.computeIfAbsent(day, first -> new Sum()).add(events, bytes);
        if (line.pool() != null)
            pools.computeIfAbsent(line.pool(), first -> new Sum()).add(events, bytes);
    }

    public Collection<PoolKey> pools() {
        return pools.keySet();
    }

    /** In the order that everybody locks them in. */
    public Map<Day, Added> days() {
        Map<Day, Added> sorted = new TreeMap<>();
        days.forEach((day, sum) -> sorted.put(day, new Added(sum.events, sum.bytes)));
        return sorted;
    }

    /** Enters what changed into the locked pools, one entry each. */
    public void enter(Map<UUID, Pool> locked, UUID chunk) {
        pools.forEach((key, sum) -> {
            Pool pool = locked.get(key.poolId());
            if (pool == null) throw new IllegalStateException("a line's pool is not locked");
            if (sum.bytes > 0) pool.use(sum.bytes, chunk);
            else if (sum.bytes < 0) pool.unuse(-sum.bytes, chunk);
        });
    }
}
