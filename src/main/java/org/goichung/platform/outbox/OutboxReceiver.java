package org.goichung.platform.outbox;

import io.smallrye.mutiny.Uni;
import io.vertx.core.json.JsonObject;
import java.util.Set;
import java.util.UUID;

/**
 * A room that acts on another room's events, in order per key and at least once: it must be idempotent by the event's id. A failure
 * is tried again later and holds up only events of the same key.
 */
public interface OutboxReceiver {

    /** The event types it wants. */
    Set<String> types();

    Uni<Void> receive(Delivery event);

    /** An event as it left the outbox. */
    record Delivery(UUID id, String type, UUID key, UUID subject, JsonObject data) {}
}
