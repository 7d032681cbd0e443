package org.goichung.negotiation.store;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.LockModeType;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.goichung.eligibility.NegotiatedLine;
import org.goichung.negotiation.Allocation;
import org.goichung.negotiation.OfferTerms;
import org.goichung.negotiation.model.Agreement;
import org.goichung.negotiation.model.AgreementAllocation;
import org.goichung.negotiation.model.AgreementAmendment;
import org.goichung.negotiation.model.AgreementState;
import org.goichung.negotiation.model.AgreementWhole;
import org.goichung.negotiation.model.Offer;
import org.goichung.negotiation.model.Rfq;
import org.goichung.platform.database.Statements;
import org.goichung.platform.identity.CarrierId;
import org.goichung.platform.identity.EnterpriseId;
import org.goichung.platform.identity.Scope;
import org.goichung.platform.identity.UnionBodyId;
import org.goichung.platform.paging.PageRequest;
import org.goichung.platform.problem.Refusal;
import org.hibernate.reactive.mutiny.Mutiny;
import org.jspecify.annotations.Nullable;

/** Agreements with their allocations. */
@ApplicationScoped
public class AgreementStore {

    public Uni<AgreementWhole> require(Mutiny.Session session, UUID id) {
        return session.find(Agreement.class, id)
                .onItem()
                .ifNull()
                .failWith(Refusal::notFound)
                .chain(agreement -> whole(session, List.of(agreement)))
                .map(List::getFirst);
    }

    public Uni<AgreementWhole> lock(Mutiny.Session session, UUID id) {
        return session.find(Agreement.class, id, LockModeType.PESSIMISTIC_WRITE)
                .onItem()
                .ifNull()
                .failWith(Refusal::notFound)
                .chain(agreement -> whole(session, List.of(agreement)))
                .map(List::getFirst);
    }

    /** Those the caller has a part in. */
    public Uni<List<AgreementWhole>> page(Mutiny.Session session, Scope scope, PageRequest page) {
        UnionBodyId body = scope.unionBody();
        CarrierId carrier = scope.carrier();
        return Statements.of(session)
                .select(
                        """
                        SELECT a.id
                          FROM agreement a
                         WHERE (a.lead_body_id = $1
                                OR a.carrier_id = $2
                                OR EXISTS (SELECT FROM agreement_allocation l
                                            WHERE l.agreement_id = a.id AND l.enterprise_id = ANY ($3)))
                           AND ($4::uuid IS NULL OR a.id > $4)
                         ORDER BY a.id
                         LIMIT $5
                        """,
                        body == null ? null : body.value(),
                        carrier == null ? null : carrier.value(),
                        Reach.of(scope),
                        page.afterId(),
                        page.fetchSize())
                .chain(rows -> session.createQuery("from Agreement a where a.id in :ids order by a.id", Agreement.class)
                        .setParameter("ids", Reach.ids(rows))
                        .getResultList())
                .chain(agreements -> whole(session, agreements));
    }

    /** What agreements give that run on this day or on a later one; those suspended or terminated too, which offer nothing. */
    public Uni<List<NegotiatedLine>> linesSince(Statements connection, LocalDate day) {
        return connection
                .select("""
                        SELECT l.enterprise_id, a.id, l.package_version_id, l.price_vnd, a.from_date, a.until_date,
                               a.state IN ('RATIFIED', 'IN_FORCE', 'EXPIRED')
                          FROM agreement a
                          JOIN agreement_allocation l ON l.agreement_id = a.id
                         WHERE a.until_date >= $1
                         ORDER BY a.id, l.id
                        """, day)
                .map(rows -> rows.stream().map(AgreementStore::line).toList());
    }

    @SuppressWarnings("NullAway") // no column of these may be empty
    private static NegotiatedLine line(@Nullable Object[] row) {
        return new NegotiatedLine(
                new EnterpriseId((UUID) row[0]),
                (UUID) row[1],
                (UUID) row[2],
                (Long) row[3],
                (LocalDate) row[4],
                (LocalDate) row[5],
                (Boolean) row[6]);
    }

    public Uni<List<AgreementWhole>> inForceFor(Mutiny.Session session, EnterpriseId enterprise) {
        return session.createQuery("""
                        from Agreement a
                         where a.state = :inForce
                           and exists (from AgreementAllocation l where l.agreementId = a.id and l.enterpriseId = :enterprise)
                         order by a.id
                        """, Agreement.class)
                .setParameter("inForce", AgreementState.IN_FORCE)
                .setParameter("enterprise", enterprise.value())
                .getResultList()
                .chain(agreements -> whole(session, agreements));
    }

    /** Agreements that the calendar moves but for these. */
    public Uni<List<UUID>> due(Mutiny.Session session, LocalDate today, Set<UUID> without, int most) {
        return Statements.of(session)
                .select("""
                        SELECT id
                          FROM agreement
                         WHERE (state = 'RATIFIED' AND from_date <= $1
                                OR state IN ('IN_FORCE', 'SUSPENDED') AND until_date < $1)
                           AND id <> ALL ($2)
                         ORDER BY id
                         LIMIT $3
                        """, today, without.toArray(UUID[]::new), most)
                .map(Reach::ids);
    }

    /** Whether the calendar still moves it and nobody else is moving it; then locked. */
    public Uni<Boolean> lockDue(Mutiny.Session session, UUID id, LocalDate today) {
        return Statements.of(session).select("""
                        SELECT id
                          FROM agreement
                         WHERE id = $1
                           AND (state = 'RATIFIED' AND from_date <= $2
                                OR state IN ('IN_FORCE', 'SUSPENDED') AND until_date < $2)
                           FOR UPDATE SKIP LOCKED
                        """, id, today).map(rows -> !rows.isEmpty());
    }

    private static Uni<List<AgreementWhole>> whole(Mutiny.Session session, List<Agreement> agreements) {
        return allocations(session, agreements)
                .chain(allocations -> amendments(session, agreements).chain(amendments -> terms(session, agreements)
                        .chain(terms -> lots(session, agreements).map(rfqs -> agreements.stream()
                                .map(agreement -> new AgreementWhole(
                                        agreement,
                                        Objects.requireNonNull(rfqs.get(agreement.rfqId()))
                                                .lot(agreement.lot())
                                                .orElseThrow(),
                                        Objects.requireNonNull(terms.get(agreement.offerId())),
                                        allocations.getOrDefault(agreement.id(), List.of()),
                                        amendments.getOrDefault(agreement.id(), List.of())))
                                .toList()))));
    }

    private static Uni<Map<UUID, List<AgreementAmendment>>> amendments(
            Mutiny.Session session, List<Agreement> agreements) {
        return session.createQuery(
                        "from AgreementAmendment a where a.agreementId in :ids and a.revision is not null order by a.revision",
                        AgreementAmendment.class)
                .setParameter("ids", agreements.stream().map(Agreement::id).toList())
                .getResultList()
                .map(found -> found.stream().collect(Collectors.groupingBy(AgreementAmendment::agreementId)));
    }

    private static Uni<Map<UUID, List<Allocation>>> allocations(Mutiny.Session session, List<Agreement> agreements) {
        return session.createQuery(
                        "from AgreementAllocation l where l.agreementId in :ids order by l.enterpriseId",
                        AgreementAllocation.class)
                .setParameter("ids", agreements.stream().map(Agreement::id).toList())
                .getResultList()
                .map(found -> found.stream()
                        .collect(Collectors.groupingBy(
                                AgreementAllocation::agreementId,
                                Collectors.mapping(AgreementAllocation::value, Collectors.toList()))));
    }

    private static Uni<Map<UUID, OfferTerms>> terms(Mutiny.Session session, List<Agreement> agreements) {
        return session.createQuery("from Offer o where o.id in :ids", Offer.class)
                .setParameter("ids", agreements.stream().map(Agreement::offerId).toList())
                .getResultList()
                .map(found -> found.stream().collect(Collectors.toMap(Offer::id, offer -> offer.content()
                        .terms())));
    }

    private static Uni<Map<UUID, Rfq>> lots(Mutiny.Session session, List<Agreement> agreements) {
        return session.createQuery("from Rfq r where r.id in :ids", Rfq.class)
                .setParameter(
                        "ids",
                        agreements.stream().map(Agreement::rfqId).distinct().toList())
                .getResultList()
                .map(found -> found.stream().collect(Collectors.toMap(Rfq::id, Function.identity())));
    }
}
