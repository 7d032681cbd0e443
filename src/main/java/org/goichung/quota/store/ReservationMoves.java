package org.goichung.quota.store;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.UUID;
import org.goichung.platform.database.Transactions;
import org.goichung.platform.identity.EnterpriseId;
import org.goichung.platform.problem.Refusal;
import org.goichung.quota.PoolKey;

/** Finds what a move of a reservation has to lock. */
@ApplicationScoped
public class ReservationMoves {
    private final Transactions transactions;
    private final ReservationStore reservations;

    public ReservationMoves(Transactions transactions, ReservationStore reservations) {
        this.transactions = transactions;
        this.reservations = reservations;
    }

    /** 404 for an unknown reservation, for another enterprise's, and for one behind an enrolment. */
    public Uni<PoolKey> poolOf(EnterpriseId enterprise, UUID reservation) {
        return reservations
                .poolOf(transactions.app(), enterprise, reservation)
                .map(pool -> pool.orElseThrow(Refusal::notFound));
    }
}
