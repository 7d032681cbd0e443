package org.goichung.platform.identity;

import io.quarkus.security.AuthenticationFailedException;
import io.quarkus.security.identity.IdentityProviderManager;
import io.quarkus.security.identity.SecurityIdentity;
import io.quarkus.security.runtime.QuarkusPrincipal;
import io.quarkus.security.runtime.QuarkusSecurityIdentity;
import io.quarkus.vertx.http.runtime.security.ChallengeData;
import io.quarkus.vertx.http.runtime.security.HttpAuthenticationMechanism;
import io.quarkus.vertx.http.runtime.security.HttpCredentialTransport;
import io.smallrye.mutiny.Uni;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Set;

/** A carrier's machine at the door: {@code X-API-Key}. */
@ApplicationScoped
public class ApiKeyMechanism implements HttpAuthenticationMechanism {
    private final ApiKeys keys;

    public ApiKeyMechanism(ApiKeys keys) {
        this.keys = keys;
    }

    @Override
    public Uni<SecurityIdentity> authenticate(RoutingContext context, IdentityProviderManager identities) {
        String key = context.request().getHeader("X-API-Key");
        if (key == null || context.request().getHeader("Authorization") != null)
            return Uni.createFrom().nullItem();
        return keys.holderOf(key)
                .invoke(holder -> holder.ifPresent(found -> context.put(CurrentScope.ATTRIBUTE, scopeOf(found))))
                .map(holder -> holder.<SecurityIdentity>map(found -> QuarkusSecurityIdentity.builder()
                                .setPrincipal(new QuarkusPrincipal("key:" + found.keyId()))
                                .addRole(Roles.CARRIER)
                                .addAttribute(CurrentScope.ATTRIBUTE, scopeOf(found))
                                .build())
                        .orElseThrow(AuthenticationFailedException::new));
    }

    @Override
    public Uni<ChallengeData> getChallenge(RoutingContext context) {
        return Uni.createFrom().item(new ChallengeData(401, "WWW-Authenticate", "Bearer"));
    }

    @Override
    public Set<Class<? extends io.quarkus.security.identity.request.AuthenticationRequest>> getCredentialTypes() {
        return Set.of();
    }

    @Override
    public Uni<HttpCredentialTransport> getCredentialTransport(RoutingContext context) {
        return Uni.createFrom()
                .item(new HttpCredentialTransport(HttpCredentialTransport.Type.OTHER_HEADER, "X-API-Key"));
    }

    @Override
    public int getPriority() {
        return DEFAULT_PRIORITY + 100;
    }

    /** Made here, since the mechanism answers itself and no identity provider is asked: nothing augments its identity. */
    private static Scope scopeOf(ApiKeys.Holder holder) {
        return new Scope(
                "key:" + holder.keyId(), Role.CARRIER, Set.of(), Set.of(), false, holder.carrier(), null, null);
    }
}
