package org.goichung.negotiation.store;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.UUID;
import org.goichung.negotiation.model.AgreementAmendment;
import org.goichung.platform.database.Statements;
import org.goichung.platform.identity.Scope;
import org.goichung.platform.paging.PageRequest;
import org.goichung.platform.problem.Refusal;
import org.hibernate.reactive.mutiny.Mutiny;
import org.jspecify.annotations.Nullable;

/** Amendments; whoever answers one holds its agreement's lock. */
@ApplicationScoped
public class AgreementAmendmentStore {

    public Uni<AgreementAmendment> require(Mutiny.Session session, UUID id) {
        return session.find(AgreementAmendment.class, id).onItem().ifNull().failWith(Refusal::notFound);
    }

    /** @param onlyFor who sees but those of the enterprises in reach; null for who sees all */
    public Uni<AgreementAmendment> visible(Mutiny.Session session, UUID agreementId, UUID id, @Nullable Scope onlyFor) {
        return require(session, id).invoke(amendment -> {
            boolean reached = onlyFor == null
                    || onlyFor.enterprises().contains(amendment.from())
                    || onlyFor.enterprises().contains(amendment.to());
            if (!reached || !amendment.agreementId().equals(agreementId)) throw Refusal.notFound();
        });
    }

    /** @param onlyFor who sees but those of the enterprises in reach; null for who sees all */
    public Uni<List<AgreementAmendment>> page(
            Mutiny.Session session, UUID agreementId, @Nullable Scope onlyFor, PageRequest page) {
        return Statements.of(session)
                .select(
                        """
                        SELECT id
                          FROM agreement_amendment
                         WHERE agreement_id = $1
                           AND ($2 OR from_enterprise_id = ANY ($3) OR to_enterprise_id = ANY ($3))
                           AND ($4::uuid IS NULL OR id > $4)
                         ORDER BY id
                         LIMIT $5
                        """,
                        agreementId,
                        onlyFor == null,
                        onlyFor == null ? new UUID[0] : Reach.of(onlyFor),
                        page.afterId(),
                        page.fetchSize())
                .chain(rows -> session.createQuery(
                                "from AgreementAmendment a where a.id in :ids order by a.id", AgreementAmendment.class)
                        .setParameter("ids", Reach.ids(rows))
                        .getResultList());
    }
}
