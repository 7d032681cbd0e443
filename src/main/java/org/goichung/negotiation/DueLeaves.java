package org.goichung.negotiation;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.LockModeType;
import java.util.UUID;
import java.util.stream.Collectors;
import org.goichung.negotiation.model.Mandate;
import org.goichung.negotiation.model.Rfq;
import org.goichung.negotiation.store.MandateStore;
import org.goichung.negotiation.store.MembershipStore;
import org.goichung.negotiation.store.RfqStore;
import org.goichung.platform.database.Statements;
import org.goichung.platform.database.Transactions;
import org.goichung.platform.time.Clock;
import org.hibernate.reactive.mutiny.Mutiny;

/** Lets members go whose union withdrew its mandate while the RFQ is open; later than a day before its deadline the award leaves them out. */
@ApplicationScoped
class DueLeaves {
    private final RfqStore rfqs;
    private final MandateStore mandates;
    private final MemberService members;
    private final Clock clock;
    private final DueWork work;

    DueLeaves(
            Transactions transactions,
            RfqStore rfqs,
            MembershipStore memberships,
            MandateStore mandates,
            MemberService members,
            Clock clock) {
        this.rfqs = rfqs;
        this.mandates = mandates;
        this.members = members;
        this.clock = clock;
        this.work = new DueWork(
                "members of this RFQ could not be let go:",
                transactions,
                clock,
                (session, now, without, most) ->
                        memberships.dueToLeave(session, now, Rfq.TIME_AFTER_A_CHANGE, without, most),
                this::letGo);
    }

    Uni<Void> letAllDueGo() {
        return work.doAll();
    }

    private Uni<Void> letGo(Mutiny.Session session, UUID id) {
        return rfqs.lockToMoveSoon(session, id)
                .chain(coalition -> clock.now(Statements.of(session)).chain(now -> {
                    if (!coalition.rfq().membersMayChange(now))
                        return Uni.createFrom().voidItem();
                    return mandates.standing(
                                    session, coalition.rfq().leadBodyId(), coalition.enterprises(), LockModeType.NONE)
                            .map(standing ->
                                    standing.stream().map(Mandate::enterpriseId).collect(Collectors.toSet()))
                            .chain(mandating -> members.letGo(session, coalition, mandating, now));
                }));
    }
}
