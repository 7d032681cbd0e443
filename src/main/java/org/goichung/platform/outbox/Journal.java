package org.goichung.platform.outbox;

import io.smallrye.mutiny.Uni;
import org.goichung.platform.database.Statements;
import org.goichung.platform.identity.Scope;

/** Writes an event and its audit entries (one per tenant concerned) in the change's own transaction. */
public interface Journal {

    Uni<Void> record(Statements connection, Scope scope, Event event);
}
