package org.goichung.platform.outbox;

import io.smallrye.mutiny.Uni;
import java.util.List;
import org.goichung.platform.database.Statements;
import org.goichung.platform.identity.Scope;

/** Writes an event and its audit entries (one per tenant concerned) in the change's own transaction. */
public interface Journal {

    Uni<Void> record(Statements connection, Scope scope, Event event);

    /**
     * Writes many events in one statement, without audit entries: for what only says that something moved and whose own record stands
     * elsewhere.
     */
    Uni<Void> announce(Statements connection, List<Event> events);
}
