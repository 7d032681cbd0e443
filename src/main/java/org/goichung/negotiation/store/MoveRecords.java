package org.goichung.negotiation.store;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.ZoneOffset;
import java.util.UUID;
import org.goichung.negotiation.model.Move;
import org.goichung.platform.database.Ids;
import org.goichung.platform.database.Statements;

/** The append-only record of every move. */
@ApplicationScoped
public class MoveRecords {

    public Uni<Void> add(Statements connection, Move move) {
        var body = move.body();
        var carrier = move.carrier();
        return connection
                .update(
                        """
                        INSERT INTO negotiation_record
                               (id, rfq_id, subject, move, state, principal, body_id, carrier_id, mandate_ids, happened_at)
                        VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10)
                        """,
                        Ids.next(),
                        move.rfqId(),
                        move.subject(),
                        move.move(),
                        move.state(),
                        move.principal(),
                        body == null ? null : body.value(),
                        carrier == null ? null : carrier.value(),
                        move.mandates().toArray(UUID[]::new),
                        move.happenedAt().atOffset(ZoneOffset.UTC))
                .replaceWithVoid();
    }
}
