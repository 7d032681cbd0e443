package org.goichung.quota.store;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.stream.Collectors;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.goichung.platform.database.Statements;
import org.goichung.platform.database.Transactions;

/** Room for what comes, and what is forgotten after its stated time, in pieces that hold up nobody. */
@ApplicationScoped
public class Retention {
    private static final int AT_ONCE = 10_000;
    /** Twice what is promised to whoever repeats a request. */
    private static final int KEY_HOURS = 48;

    private final Transactions transactions;
    private final int usageDays;

    public Retention(
            Transactions transactions,
            @ConfigProperty(name = "goichung.usage.retention-days", defaultValue = "92") int usageDays) {
        this.transactions = transactions;
        this.usageDays = usageDays;
    }

    /** How far back usage is taken; what is older is forgotten, also among the parked. */
    public int usageDays() {
        return usageDays;
    }

    /** Makes the partitions of entries for this month and the months ahead. */
    public Uni<Void> makeRoom(int monthsAhead) {
        return Statements.of(transactions.systemPool())
                .select("SELECT quota_entry_partitions($1)", monthsAhead)
                .replaceWithVoid();
    }

    public Uni<Void> forget() {
        return forget("quota_draw_key", "claimed_at", "make_interval(hours => $1)", KEY_HOURS)
                .chain(() -> forget("usage_quarantine", "started_at", "make_interval(days => $1)", usageDays + 1))
                .chain(() -> forget("usage_event", "started_at", "make_interval(days => $1)", usageDays + 1))
                .replaceWithVoid();
    }

    /** Each piece commits by itself. The number of rows forgotten. */
    private Uni<Long> forget(String table, String time, String age, int count) {
        String piece = """
                DELETE FROM %1$s WHERE ctid = ANY (ARRAY(SELECT ctid FROM %1$s WHERE %2$s < goichung_now() - %3$s LIMIT %4$d))
                """.formatted(table, time, age, AT_ONCE);
        return Uni.createFrom()
                .deferred(() -> Statements.of(transactions.systemPool()).update(piece, count))
                .repeat()
                .whilst(forgotten -> forgotten == AT_ONCE)
                .collect()
                .with(Collectors.summingLong(Integer::longValue));
    }
}
