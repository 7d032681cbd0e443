package org.goichung.quota;

import static org.assertj.core.api.Assertions.assertThat;
import static org.goichung.quota.TestQuota.sql;
import static org.goichung.support.Door.await;
import static org.goichung.support.Door.bean;

import io.quarkus.test.junit.QuarkusTest;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.goichung.negotiation.RollOver;
import org.goichung.platform.identity.EnterpriseId;
import org.goichung.platform.time.Clock;
import org.goichung.quota.Race.Entry;
import org.goichung.quota.Race.Lane;
import org.goichung.quota.store.GrantLedger;
import org.junit.jupiter.api.Test;

/**
 * Sixty-four clients at once, each by its seed, with all that the ledger can do, on one hot agreement and several cold ones. {@code
 * -Dgoichung.race.operations} makes it longer, {@code -Dgoichung.seed} does it again.
 */
@QuarkusTest
class RaceTest {
    private static final int CLIENTS = 64;
    private static final int OPERATIONS = Integer.getInteger("goichung.race.operations", 40);
    private static final int COLD = 6;

    private final List<TestQuota> all = new ArrayList<>();
    private final List<TestQuota> late = new ArrayList<>();
    private final List<UUID> closing = new ArrayList<>();

    @Test
    void sixty_four_clients_with_all_operations_oversell_lose_and_double_nothing_and_never_lock_for_ever()
            throws Exception {
        long seed = Long.getLong("goichung.seed", System.nanoTime());
        Race race = prepared();
        long deadlocksBefore = deadlocks();
        long began = System.nanoTime();
        try (var clients = Executors.newFixedThreadPool(CLIENTS)) {
            List<Callable<Void>> tasks = new ArrayList<>();
            for (int client = 0; client < CLIENTS; client++) {
                long own = seed + client;
                tasks.add(() -> {
                    race.run(own, OPERATIONS);
                    return null;
                });
            }
            for (Future<Void> each : clients.invokeAll(tasks)) each.get();
        }
        System.out.printf(
                "RaceTest seed %d: %d clients, %d operations in %.1f s, entries told %d, refused %d, events %d%n",
                seed,
                CLIENTS,
                CLIENTS * OPERATIONS,
                (System.nanoTime() - began) / 1e9,
                race.entries.size(),
                race.refused.get(),
                race.told.size());

        assertThat(deadlocks()).isEqualTo(deadlocksBefore);
        assertThat(TestQuota.mismatches()).isZero();
        everyAcknowledgedOperationHasItsEntryAndNothingElseHasOne(race);
        noPoolWasEverOverdrawn();
        grantsAreWhatWasAllottedAndMovesKeepTheSum();
        usageIsWhatWasTold(race);
        whatIsClosedHasMovedOn();
    }

    private Race prepared() {
        List<Lane> hot = lanes(TestQuota.pair(1_500, 1_500));
        List<Lane> cold = new ArrayList<>();
        for (int i = 0; i < COLD; i++) cold.addAll(lanes(TestQuota.pair(80, 80)));
        for (int i = 0; i < 2; i++) {
            List<TestQuota> pair = TestQuota.pairSince(1, RollOver.UNTIL_END, 40, 80, 80);
            for (TestQuota quota : pair) closing.add(quota.pools().getFirst().id());
            cold.addAll(lanes(pair));
        }
        for (int i = 0; i < 5; i++)
            late.add(TestQuota.since(new EnterpriseId(UUID.randomUUID()), 0, RollOver.NONE, 0, 70));
        return new Race(hot, cold, late, closing);
    }

    /** Every pool of the two with that of the other. */
    private List<Lane> lanes(List<TestQuota> pair) {
        all.addAll(pair);
        var start = bean(Clock.class)
                .today()
                .withDayOfMonth(1)
                .atStartOfDay(Clock.VIETNAM)
                .toInstant();
        List<Lane> lanes = new ArrayList<>();
        for (int i = 0; i < 2; i++) {
            TestQuota quota = pair.get(i);
            quota.line(Race.number(quota), start.minusSeconds(86_400));
            for (PoolView pool : quota.pools()) lanes.add(new Lane(quota, pair.get(1 - i), pool.id()));
        }
        return lanes;
    }

    private void everyAcknowledgedOperationHasItsEntryAndNothingElseHasOne(Race race) {
        Map<String, Long> written =
                counted(entries("e.kind NOT IN ('grant', 'carry-in', 'carry-out', 'usage')").stream()
                        .map(row -> new Entry(
                                (String) row[0],
                                (UUID) row[1],
                                (UUID) row[2],
                                value(row[3]),
                                value(row[4]),
                                value(row[5]))));
        Map<String, Long> told = counted(race.entries.stream());
        // what was held at a close expired without being asked
        written.keySet().removeIf(each -> each.contains("kind=expire,") && !told.containsKey(each));
        assertThat(told).isNotEmpty();
        assertThat(difference(told, written)).as("told, not written as often").isEmpty();
        assertThat(difference(written, told)).as("written, not told as often").isEmpty();
    }

    private static Map<String, Long> counted(Stream<Entry> entries) {
        return entries.map(Entry::toString)
                .collect(Collectors.groupingBy(Function.identity(), TreeMap::new, Collectors.counting()));
    }

    private static List<String> difference(Map<String, Long> one, Map<String, Long> other) {
        return one.keySet().stream()
                .filter(each -> !one.get(each).equals(other.get(each)))
                .toList();
    }

    private void noPoolWasEverOverdrawn() {
        Map<UUID, long[]> sums = new TreeMap<>();
        for (Object[] row : entries("true")) {
            long[] sum = sums.computeIfAbsent((UUID) row[1], pool -> new long[3]);
            for (int i = 0; i < 3; i++) sum[i] += value(row[3 + i]);
            assertThat(sum[0] - sum[1] - sum[2])
                    .as("behind an entry of " + row[1])
                    .isNotNegative();
            assertThat(sum[1]).isNotNegative();
        }
        assertThat(sums).isNotEmpty();
    }

    private void grantsAreWhatWasAllottedAndMovesKeepTheSum() {
        await(() -> bean(GrantLedger.class).grantDue(null));
        for (TestQuota quota : late)
            assertThat(quota.pools()).singleElement().satisfies(pool -> {
                assertThat(pool.granted()).isEqualTo(70);
                assertThat(sql("SELECT 1 FROM quota_entry WHERE pool_id = $1 AND kind = 'grant'", pool.id()))
                        .hasSize(1);
            });
        assertThat(sql("""
                        SELECT p.agreement_id, p.unit
                          FROM quota_pool p
                         WHERE p.agreement_id = ANY ($1)
                         GROUP BY p.agreement_id, p.unit
                        HAVING sum(p.quota_limit) <> sum(p.granted - p.returned) OR sum(p.transferred_in) <> sum(p.transferred_out)
                            OR sum(p.carried_in) <> sum(p.carried_out)
                        """, (Object) agreements())).isEmpty();
    }

    private void usageIsWhatWasTold(Race race) {
        Map<String, Long> expected = new TreeMap<>();
        for (TestQuota quota : all) {
            long bytes = race.told.entrySet().stream()
                    .filter(each -> each.getKey().startsWith(quota.enterprise + " ")
                            && !each.getKey().endsWith("-amended"))
                    .mapToLong(each -> race.told.getOrDefault(each.getKey() + "-amended", each.getValue()))
                    .sum();
            if (bytes > 0) expected.put(quota.enterprise.toString(), bytes);
        }
        assertThat(expected).isNotEmpty();
        assertThat(
                        sums(
                                "SELECT enterprise_id, sum(bytes)::bigint FROM usage_daily WHERE enterprise_id = ANY ($1) GROUP BY 1"))
                .isEqualTo(expected);
        Map<String, Long> shared = sums("""
                SELECT e.enterprise_id, sum(e.posted + e.overused)::bigint FROM quota_entry e
                 WHERE e.enterprise_id = ANY ($1) AND e.kind = 'usage' GROUP BY 1
                """);
        // one of the closing enterprises has no shared data
        assertThat(expected).containsAllEntriesOf(shared);
        assertThat(shared).hasSizeGreaterThan(COLD);
    }

    private Map<String, Long> sums(String query) {
        UUID[] enterprises = all.stream().map(quota -> quota.enterprise.value()).toArray(UUID[]::new);
        Map<String, Long> sums = new TreeMap<>();
        for (Object[] row : sql(query, (Object) enterprises))
            if (value(row[1]) != 0) sums.put(row[0].toString(), value(row[1]));
        return sums;
    }

    /** All that was left at the close; what was held through it and given back behind it stays, by design, in its month. */
    private void whatIsClosedHasMovedOn() {
        List<Object[]> closed = sql("""
                SELECT p.carried_out, n.carried_in, p.available,
                       (SELECT coalesce(sum(e.limit_delta - e.reserved - e.posted), 0)::bigint FROM quota_entry e
                         WHERE e.enterprise_id = p.enterprise_id AND e.pool_id = p.pool_id AND e.number > p.closed_entry)
                  FROM quota_pool p
                  JOIN quota_pool n ON n.enterprise_id = p.enterprise_id AND n.agreement_id = p.agreement_id
                       AND n.unit = p.unit AND n.period > p.period
                 WHERE p.pool_id = ANY ($1) AND p.state = 'closed'
                """, (Object) closing.toArray(UUID[]::new));
        assertThat(closed).isNotEmpty().allSatisfy(row -> {
            assertThat(row[1]).isEqualTo(row[0]);
            assertThat(row[2]).isEqualTo(row[3]);
        });
    }

    /** In their order. */
    private List<Object[]> entries(String which) {
        return sql("""
                SELECT e.kind, e.pool_id, e.reference, e.limit_delta, e.reserved, e.posted
                  FROM quota_entry e JOIN quota_pool p USING (enterprise_id, pool_id)
                 WHERE p.agreement_id = ANY ($1) AND %s ORDER BY e.pool_id, e.number
                """.formatted(which), (Object) agreements());
    }

    private UUID[] agreements() {
        return all.stream().map(quota -> quota.agreement).distinct().toArray(UUID[]::new);
    }

    private static long value(Object column) {
        return ((Number) column).longValue();
    }

    /** By the server's own log: its statistics come late. */
    private static long deadlocks() throws IOException {
        String port = (String) sql("SHOW port").getFirst()[0];
        long found = 0;
        try (Stream<Path> files = Files.walk(Path.of("target", "test-data"))) {
            for (Path pid :
                    files.filter(each -> each.endsWith("postmaster.pid")).toList()) {
                if (!Files.readAllLines(pid).get(3).strip().equals(port)) continue;
                try (Stream<Path> logs = Files.list(pid.resolveSibling("log"))) {
                    for (Path log : logs.toList())
                        found += Files.readString(log)
                                .lines()
                                .filter(line -> line.contains("deadlock detected"))
                                .count();
                }
                return found;
            }
        }
        throw new IllegalStateException("the server's log was not found");
    }
}
