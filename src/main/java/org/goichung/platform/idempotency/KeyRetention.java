package org.goichung.platform.idempotency;

import io.quarkus.scheduler.Scheduled;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import org.goichung.platform.database.Statements;
import org.goichung.platform.database.Transactions;

/** Keys are kept 48 hours of the machine's time, twice what is promised. */
@ApplicationScoped
public class KeyRetention {
    private final Transactions transactions;

    public KeyRetention(Transactions transactions) {
        this.transactions = transactions;
    }

    @Scheduled(every = "10m", delayed = "1m")
    Uni<Void> forget() {
        return Statements.of(transactions.systemPool()).update("""
                        DELETE FROM idempotency_key WHERE scope_hash IN
                            (SELECT scope_hash FROM idempotency_key
                              WHERE claimed_at < clock_timestamp() - interval '48 hours' LIMIT 10000)
                        """).replaceWithVoid();
    }
}
