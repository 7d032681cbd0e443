package org.goichung.bench;

import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.goichung.bench.inside.Drawn;

/** What every run ends with: nothing oversold, mismatched, deadlocked, lost or doubled. */
final class Checks {
    private final TestBed bed;
    private final List<UUID> agreements = new ArrayList<>();
    private final long deadlocksBefore;
    private long acknowledged;
    private long unanswered;
    private long oversold;

    Checks(TestBed bed) throws SQLException {
        this.bed = bed;
        this.deadlocksBefore = deadlocks();
    }

    void drawnFrom(List<UUID> more) {
        agreements.addAll(more);
    }

    void count(Drawn drawn) {
        acknowledged += drawn.acknowledged();
        unanswered += drawn.failed();
    }

    void count(HttpLoad.Answers answers) {
        acknowledged += answers.created();
        unanswered += answers.others();
    }

    /** Draws that were acknowledged beyond what there was. */
    void oversold(long units) {
        oversold += units;
    }

    void report(Report report) throws SQLException {
        UUID[] all = agreements.toArray(UUID[]::new);
        String entries = """
                SELECT %s FROM quota_entry e JOIN quota_pool p USING (enterprise_id, pool_id)
                 WHERE p.agreement_id = ANY (?) AND e.kind = 'draw'
                """;
        long entered = bed.number(entries.formatted("count(*)"), (Object) all);
        long distinct = bed.number(entries.formatted("count(DISTINCT reference)"), (Object) all);
        long drawn = bed.number(
                "SELECT coalesce(sum(posted), 0)::bigint FROM quota_pool WHERE agreement_id = ANY (?)", (Object) all);
        long beyond = oversold
                + bed.number(
                        "SELECT coalesce(sum(greatest(0, reserved + posted - quota_limit)), 0)::bigint FROM quota_pool");
        long mismatched = bed.number("SELECT count(*) FROM quota_mismatch");
        long lost = Math.max(0, acknowledged - distinct);
        long doubled =
                entered - distinct + Math.max(0, distinct - acknowledged - unanswered) + Math.abs(drawn - entered);
        long deadlocks = deadlocks() - deadlocksBefore;
        String line = "oversold=%d mismatched=%d deadlocks=%d acknowledged=%,d lost=%d doubled=%d"
                .formatted(beyond, mismatched, deadlocks, acknowledged, lost, doubled);
        report.add(
                "Checks behind all draws",
                "all 0",
                "`" + line + "`",
                beyond + mismatched + deadlocks + lost + doubled == 0,
                "This is a fault, not a limit.");
    }

    private long deadlocks() throws SQLException {
        return bed.number("SELECT deadlocks FROM pg_stat_database WHERE datname = current_database()");
    }
}
