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
    public record Added(long events, long bytes) {
        Added plus(long moreEvents, long moreBytes) {
            return new Added(Math.addExact(events, moreEvents), Math.addExact(bytes, moreBytes));
        }
    }

    private final Map<PoolKey, Long> pools = new HashMap<>();
    private final Map<Day, Added> days = new TreeMap<>();

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
        days.put(day, days.getOrDefault(day, new Added(0, 0)).plus(events, bytes));
        if (line.pool() != null) pools.merge(line.pool(), bytes, Math::addExact);
    }

    public Collection<PoolKey> pools() {
        return pools.keySet();
    }

    /** In the order that everybody locks them in. */
    public Map<Day, Added> days() {
        return days;
    }

    /** Enters what changed into the locked pools, one entry each. */
    public void enter(Map<UUID, Pool> locked, UUID chunk, Instant at) {
        pools.forEach((key, bytes) -> {
            Pool pool = locked.get(key.poolId());
            if (pool == null) throw new IllegalStateException("a line's pool is not locked");
            if (bytes > 0) pool.use(bytes, chunk, at);
            else if (bytes < 0) pool.unuse(-bytes, chunk);
        });
    }
}
