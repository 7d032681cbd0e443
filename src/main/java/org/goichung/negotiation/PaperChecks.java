package org.goichung.negotiation;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.Set;
import java.util.UUID;
import org.goichung.catalog.CatalogService;
import org.goichung.negotiation.model.OfferContent;
import org.goichung.negotiation.model.Rfq;
import org.goichung.platform.database.Statements;
import org.goichung.platform.identity.Account;
import org.goichung.platform.identity.Accounts;
import org.goichung.platform.identity.CarrierId;
import org.goichung.platform.identity.Role;
import org.goichung.platform.identity.Scope;
import org.goichung.platform.problem.FieldError;
import org.goichung.platform.problem.ProblemType;
import org.goichung.platform.problem.Refusal;
import org.hibernate.reactive.mutiny.Mutiny;

/** What an offer on paper is measured by: what every offer is, and the two people who answer for it. */
@ApplicationScoped
class PaperChecks {
    private final OfferChecks checks;
    private final CatalogService catalog;
    private final Accounts accounts;

    PaperChecks(OfferChecks checks, CatalogService catalog, Accounts accounts) {
        this.checks = checks;
        this.catalog = catalog;
        this.accounts = accounts;
    }

    Uni<Void> requireCarrier(CarrierId carrier) {
        return catalog.carriers()
                .invoke(all -> {
                    if (all.stream().noneMatch(each -> each.id().equals(carrier)))
                        throw Refusal.field(ProblemType.INVALID_REQUEST, "/carrierId", "unknown-carrier");
                })
                .replaceWithVoid();
    }

    /** Another official of the leading body with a log-in of their own; one that is not there looks like somebody else's. */
    Uni<OfferContent.Paper> two(Mutiny.Session session, Scope scope, Rfq rfq, String witnessLogin) {
        Statements sql = Statements.of(session);
        UUID self =
                UUID.fromString(scope.principal().substring(scope.principal().indexOf(':') + 1));
        return accounts.byLogin(sql, witnessLogin).chain(found -> {
            Account witness = found.filter(account -> account.role() == Role.UNION_OFFICER
                            && rfq.leadBodyId().equals(account.unionBody()))
                    .orElseThrow(() ->
                            Refusal.field(ProblemType.INVALID_REQUEST, "/witnessLogin", "no-official-of-the-body"));
            if (witness.id().equals(self))
                throw Refusal.field(ProblemType.INVALID_REQUEST, "/witnessLogin", "witness-is-oneself");
            return accounts.byId(sql, self)
                    .map(own -> new OfferContent.Paper(
                            own.map(Account::login).orElse(""), witness.login(), "account:" + witness.id()));
        });
    }

    /** The same as for an offer that the carrier hands in itself; pointers lead into the terms. */
    Uni<Void> check(Mutiny.Session session, CarrierId carrier, Rfq rfq, OfferTerms terms, Instant now) {
        var inItsStead = new Scope("system:paper-offer", Role.CARRIER, Set.of(), Set.of(), false, carrier, null, null);
        return checks.check(session, inItsStead, rfq, terms, now)
                .onFailure(Refusal.class)
                .transform(failure -> failure instanceof Refusal refusal ? inTheTerms(refusal) : failure);
    }

    static Refusal inTheTerms(Refusal refusal) {
        if (refusal.fields().isEmpty()) return refusal;
        return Refusal.fields(
                refusal.type(),
                refusal.parameters(),
                refusal.fields().stream()
                        .map(field -> new FieldError("/terms" + field.pointer(), field.code(), field.parameters()))
                        .toList());
    }
}
