package org.goichung.platform.idempotency;

import io.smallrye.mutiny.Uni;
import jakarta.ws.rs.core.Response;
import java.util.function.Supplier;

/**
 * Answers a request whose {@code Idempotency-Key} may have been seen before. Injected into resources.
 *
 * <p>The claim of the key, the effect and the stored answer share one Hibernate transaction: the work's services join it through
 * {@code Transactions.write}. Domain refusals of status 409 and 422 are stored too, after the effect was rolled back.
 */
public interface Once {

    /** For POSTs that move quota or state: the key is required (400 without). */
    Uni<Response> answer(Supplier<Uni<Answer>> work);

    /** For other changes (PATCH, DELETE): no key is taken. */
    Uni<Response> withoutKey(Supplier<Uni<Answer>> work);
}
