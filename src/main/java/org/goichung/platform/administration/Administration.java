package org.goichung.platform.administration;

import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.Instance;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.goichung.platform.database.Statements;
import org.goichung.platform.database.Transactions;
import org.goichung.platform.identity.Account;
import org.goichung.platform.identity.Accounts;
import org.goichung.platform.identity.ApiKeys;
import org.goichung.platform.identity.CarrierId;
import org.goichung.platform.identity.EnterpriseId;
import org.goichung.platform.identity.NewAccount;
import org.goichung.platform.identity.Scope;
import org.goichung.platform.identity.TenantSource;
import org.goichung.platform.identity.UnionBodyId;
import org.goichung.platform.outbox.Audience;
import org.goichung.platform.outbox.Event;
import org.goichung.platform.outbox.Journal;
import org.goichung.platform.problem.FieldError;
import org.goichung.platform.problem.ProblemType;
import org.goichung.platform.problem.Refusal;

/** Makes and shuts ways in. A tenant that does not exist is refused by its field. */
@ApplicationScoped
public class Administration {
    private final Transactions transactions;
    private final Accounts accounts;
    private final ApiKeys keys;
    private final Journal journal;
    private final Instance<TenantSource> tenants;

    public Administration(
            Transactions transactions,
            Accounts accounts,
            ApiKeys keys,
            Journal journal,
            @Any Instance<TenantSource> tenants) {
        this.transactions = transactions;
        this.accounts = accounts;
        this.keys = keys;
        this.journal = journal;
        this.tenants = tenants;
    }

    /** A tenant to be bound, as the request has it. */
    private record Bound(Class<?> kind, UUID id, FieldError otherwise) {}

    /** Refused with {@code already-exists} where the log-in is taken. */
    public Uni<Account> makeAccount(Scope scope, NewAccount wanted) {
        return requireKnown(boundTo(wanted)).chain(() -> accounts.hash(wanted.password())
                .chain(hash -> transactions.appSql(connection -> {
                    var sql = Statements.of(connection);
                    return accounts.make(sql, wanted, hash).call(made -> record(sql, scope, "account-made", made.id()));
                })));
    }

    public Uni<Void> disableAccount(Scope scope, UUID id) {
        return transactions.appSql(connection -> {
            var sql = Statements.of(connection);
            return accounts.disable(sql, id).call(() -> record(sql, scope, "account-disabled", id));
        });
    }

    public Uni<ApiKeys.Issued> issueKey(Scope scope, CarrierId carrier, String label) {
        var bound = new Bound(CarrierId.class, carrier.value(), unknown("/carrierId", "unknown-carrier"));
        return requireKnown(List.of(bound))
                .chain(() -> transactions.appSql(connection -> {
                    var sql = Statements.of(connection);
                    return keys.issue(sql, carrier, label)
                            .call(issued -> record(sql, scope, "api-key-issued", issued.id()));
                }));
    }

    public Uni<Void> revokeKey(Scope scope, UUID id) {
        return transactions.appSql(connection -> {
            var sql = Statements.of(connection);
            return keys.revoke(sql, id).call(() -> record(sql, scope, "api-key-revoked", id));
        });
    }

    private Uni<Void> record(Statements sql, Scope scope, String what, UUID subject) {
        return journal.record(sql, scope, Event.of(what, subject, Set.of(Audience.ADMINISTRATION), Map.of()));
    }

    private static List<Bound> boundTo(NewAccount wanted) {
        List<Bound> bound = new ArrayList<>();
        EnterpriseId enterprise = wanted.enterprise();
        if (enterprise != null)
            bound.add(
                    new Bound(EnterpriseId.class, enterprise.value(), unknown("/enterpriseId", "unknown-enterprise")));
        UnionBodyId body = wanted.unionBody();
        if (body != null)
            bound.add(new Bound(UnionBodyId.class, body.value(), unknown("/unionBodyId", "unknown-union-body")));
        CarrierId carrier = wanted.carrier();
        if (carrier != null)
            bound.add(new Bound(CarrierId.class, carrier.value(), unknown("/carrierId", "unknown-carrier")));
        return bound;
    }

    private static FieldError unknown(String pointer, String code) {
        return FieldError.of(pointer, code);
    }

    private Uni<Void> requireKnown(List<Bound> bound) {
        return Multi.createFrom()
                .iterable(bound)
                .onItem()
                .transformToUniAndConcatenate(
                        each -> source(each).knows(each.id()).invoke(known -> {
                            if (!known)
                                throw Refusal.fields(ProblemType.INVALID_REQUEST, Map.of(), List.of(each.otherwise()));
                        }))
                .collect()
                .last()
                .replaceWithVoid();
    }

    private TenantSource source(Bound bound) {
        return tenants.stream()
                .filter(each -> each.kind().equals(bound.kind()))
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("no room knows " + bound.kind()));
    }
}
