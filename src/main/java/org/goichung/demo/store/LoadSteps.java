package org.goichung.demo.store;

import io.quarkus.vertx.VertxContextSupport;
import io.smallrye.mutiny.Uni;
import io.vertx.core.json.JsonObject;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.goichung.platform.database.Statements;
import org.goichung.platform.database.Transactions;

/** Finished steps of the load, in {@code demo_load}. Blocking: for the loader's own thread. */
@ApplicationScoped
public class LoadSteps {
    private final Transactions transactions;

    public LoadSteps(Transactions transactions) {
        this.transactions = transactions;
    }

    /** What the step made; empty while it is not finished. */
    public Optional<JsonObject> made(String step) {
        return rows("SELECT made FROM demo_load WHERE step = $1", step).stream()
                .map(row -> (JsonObject) row[0])
                .findFirst();
    }

    public boolean any() {
        return !rows("SELECT 1 FROM demo_load LIMIT 1").isEmpty();
    }

    public void finish(String step, JsonObject made) {
        run(() -> sql().update(
                        "INSERT INTO demo_load (step, made) VALUES ($1, $2) ON CONFLICT (step) DO NOTHING",
                        step,
                        made));
    }

    /** Waits for work of the event loop; only from a thread that may block. */
    public static <T> T run(Supplier<Uni<T>> work) {
        try {
            return VertxContextSupport.subscribeAndAwait(work);
        } catch (RuntimeException | Error failure) {
            throw failure;
        } catch (Throwable failure) {
            throw new IllegalStateException(failure);
        }
    }

    private List<Object[]> rows(String sql, Object... parameters) {
        return run(() -> sql().select(sql, parameters));
    }

    private Statements sql() {
        return Statements.of(transactions.systemPool());
    }
}
