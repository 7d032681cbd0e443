package org.goichung.platform.identity;

import io.quarkus.security.AuthenticationFailedException;
import io.quarkus.security.identity.AuthenticationRequestContext;
import io.quarkus.security.identity.SecurityIdentity;
import io.quarkus.security.identity.SecurityIdentityAugmentor;
import io.quarkus.security.runtime.QuarkusSecurityIdentity;
import io.quarkus.vertx.http.runtime.security.HttpSecurityUtils;
import io.smallrye.mutiny.TimeoutException;
import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.vertx.MutinyHelper;
import io.vertx.core.Context;
import io.vertx.core.Vertx;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Instance;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** Makes the scope at the door: who this is now, not when the token was given. */
@ApplicationScoped
public class ScopeMaker implements SecurityIdentityAugmentor {
    /** What answers later than this is not waited for: look-ups are answered from memory though the database is away. */
    private static final Duration PATIENCE = Duration.ofSeconds(3);

    /** Who was known before waits only for so long once others have waited in vain. */
    private static final Duration BRIEFLY = Duration.ofMillis(100);

    private final Accounts accounts;
    private final LastScopes last;
    private final Instance<ScopeSource> source;
    private final boolean demoMode;

    public ScopeMaker(
            Accounts accounts,
            LastScopes last,
            Instance<ScopeSource> source,
            @ConfigProperty(name = "goichung.demo.enabled") boolean demoMode) {
        this.accounts = accounts;
        this.last = last;
        this.source = source;
        this.demoMode = demoMode;
    }

    @Override
    public Uni<SecurityIdentity> augment(SecurityIdentity identity, AuthenticationRequestContext context) {
        return augment(identity, context, Map.of());
    }

    @Override
    public Uni<SecurityIdentity> augment(
            SecurityIdentity identity, AuthenticationRequestContext context, Map<String, Object> attributes) {
        if (identity.isAnonymous()) return Uni.createFrom().item(identity);
        RoutingContext request = HttpSecurityUtils.getRoutingContextAttribute(attributes);
        Uni<Scope> made = scopeOf(identity);
        long begun = System.nanoTime();
        if (request != null)
            made = made.invoke(scope ->
                    request.put(CurrentScope.ATTRIBUTE, scope).put(CurrentScope.WAITED, System.nanoTime() - begun));
        return made.map(scope -> QuarkusSecurityIdentity.builder(identity)
                .addAttribute(CurrentScope.ATTRIBUTE, scope)
                .build());
    }

    private Uni<Scope> scopeOf(SecurityIdentity identity) {
        String principal = identity.getPrincipal().getName();
        int colon = principal.indexOf(':');
        if (colon < 0) throw new AuthenticationFailedException();
        UUID id;
        try {
            id = UUID.fromString(principal.substring(colon + 1));
        } catch (IllegalArgumentException notOurs) {
            throw new AuthenticationFailedException(notOurs);
        }
        if (principal.startsWith("worker:")) return Uni.createFrom().item(Scope.worker(new WorkerId(id)));
        // whoever gives up waiting does so on a thread of its own; the request goes on where it was
        Context request = Vertx.currentContext();
        return ofAccount(id)
                .map(scope -> scope.orElseThrow(AuthenticationFailedException::new))
                .ifNoItem()
                .after(last.isSilent() && last.of(id).isPresent() ? BRIEFLY : PATIENCE)
                .fail()
                .invoke(scope -> last.remember(id, scope))
                .onFailure(AuthenticationFailedException.class)
                .invoke(() -> last.forget(id))
                .onFailure(TimeoutException.class)
                .invoke(last::silent)
                .onFailure(failure -> !(failure instanceof AuthenticationFailedException))
                .recoverWithUni(away -> request == null
                        ? lastKnown(id, away)
                        : lastKnown(id, away).emitOn(MutinyHelper.executor(request)));
    }

    private Uni<Scope> lastKnown(UUID id, Throwable away) {
        return last.of(id).map(scope -> Uni.createFrom().item(scope)).orElseGet(() -> Uni.createFrom()
                .failure(away));
    }

    /** How far an account reaches now; empty where it is unknown, disabled, or the demo's outside demo mode. */
    public Uni<Optional<Scope>> ofAccount(UUID id) {
        return accounts.byId(id).chain(found -> found.filter(account -> demoMode || !account.demo())
                .map(account -> scopeOf(account).map(Optional::of))
                .orElseGet(() -> Uni.createFrom().item(Optional.empty())));
    }

    Uni<Scope> scopeOf(Account account) {
        UnionBodyId body = account.unionBody();
        EnterpriseId enterprise = account.enterprise();
        if (body == null) {
            Set<EnterpriseId> one = enterprise == null ? Set.of() : Set.of(enterprise);
            return Uni.createFrom().item(scope(account, one, Set.of()));
        }
        return source.get().enterprisesUnder(body).chain(reach -> source.get()
                .enterprisesOfGrassroots(body)
                .map(own -> scope(account, reach, account.role() == Role.UNION_OFFICER ? own : Set.of())));
    }

    private static Scope scope(Account account, Set<EnterpriseId> reach, Set<EnterpriseId> own) {
        return new Scope(
                "account:" + account.id(),
                account.role(),
                reach,
                own,
                account.role() == Role.ADMIN,
                account.carrier(),
                account.unionBody(),
                account.worker());
    }
}
